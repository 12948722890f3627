#include "tests/ui/support/FakeChatRunner.h"
#include "tests/ui/support/FakeGenerations.h"
#include "tests/ui/support/FakeSession.h"
#include "tests/ui/support/FakeTranscript.h"
#include "tests/ui/support/SampleData.h"
#include "ui/chat/ApprovalCard.h"
#include "ui/chat/TranscriptView.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/PosterCache.h"

#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;
using client::ApprovalRequest;
using client::TranscriptItem;

namespace {

QuoteStep step(const char *model, Method method, Credits credits, bool covered = false)
{
    QuoteStep one;
    one.modelId = QLatin1String(model);
    one.method = method;
    one.generationCredits = credits;
    one.covered = covered;
    return one;
}

Model model(const char *id, const char *name, ModelKind kind)
{
    Model made;
    made.id = QLatin1String(id);
    made.name = QLatin1String(name);
    made.kind = kind;
    made.methods = { Method::Image, Method::Video };
    return made;
}

} // namespace

/// The card with which the agent asks before it spends (design/approve-dark.png).
class TestApproval : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void showsEachStepAndTheSum();
    void answersByMouse();
    void answersByKeyboard();
    void anEnterMeantForTheMessageApprovesNothing();
    void tellsHowItWasAnswered();
    void anExpiredPriceIsAskedForAgain();
    void expiresWhileItIsLookedAt();
    void speaksToAssistiveTechnology();
    void lettersFitInEveryWidth();

private:
    TranscriptItem question() const;
    void ask(const TranscriptItem &item);
    ApprovalCard *card() const { return m_view->findChild<ApprovalCard *>(); }
    Button *button(const char *name) const { return m_view->findChild<Button *>(QLatin1String(name)); }
    bool says(const QString &text) const
    {
        const QList<Label *> labels = m_view->findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const Label *l) { return l->isVisible() && l->text().contains(text); });
    }

    std::unique_ptr<FakeTranscript> m_transcript;
    std::unique_ptr<FakeChatRunner> m_runner;
    std::unique_ptr<FakeGenerations> m_generations;
    std::unique_ptr<FakeSession> m_session;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PosterCache> m_posters;
    std::unique_ptr<QWidget> m_window;
    TranscriptView *m_view = nullptr;
    QLineEdit *m_message = nullptr;
};

void TestApproval::init()
{
    m_transcript = std::make_unique<FakeTranscript>();
    m_runner = std::make_unique<FakeChatRunner>();
    m_generations = std::make_unique<FakeGenerations>();
    m_session = std::make_unique<FakeSession>();
    m_session->models = Catalogue({ model("seedream-4.5", "Seedream 4.5", ModelKind::Image),
        model("carat-video", "Carat Video (LTX 2.3)", ModelKind::Video),
        model("upscale", "Upscale", ModelKind::Tool) });
    m_theme = std::make_unique<Theme>(Theme::Mode::Dark);
    m_posters = std::make_unique<PosterCache>();
    m_window = std::make_unique<QWidget>();
    m_view = new TranscriptView(
        *m_transcript, *m_runner, *m_generations, *m_session, *m_theme, *m_posters, m_window.get());
    m_message = new QLineEdit(m_window.get());
    auto *box = new QVBoxLayout(m_window.get());
    box->addWidget(m_view);
    box->addWidget(m_message);
    m_window->resize(760, 600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_message->setFocus();
}

TranscriptItem TestApproval::question() const
{
    TranscriptItem item;
    item.id = QStringLiteral("ask");
    item.kind = TranscriptItem::Kind::Approval;
    item.approval.interruptId = QStringLiteral("int-1");
    Quote &quote = item.approval.quote;
    quote.modelId = QStringLiteral("carat-video");
    quote.steps = { step("seedream-4.5", Method::Text, 14), step("carat-video", Method::Image, 0, true),
        step("upscale", Method::Video, 18) };
    quote.steps[1].takesFrom = 0;
    quote.steps[1].options.durationS = 5;
    quote.steps[2].takesFrom = 1;
    quote.steps[2].options.durationS = 5;
    quote.steps[2].options.resolution = QStringLiteral("4K");
    quote.generationCredits = 32;
    quote.totalCredits = 32;
    quote.balanceAfter = 8380;
    return item;
}

void TestApproval::ask(const TranscriptItem &item)
{
    m_transcript->append(item);
    QTRY_VERIFY(card() && card()->isVisible());
    QTRY_VERIFY(card()->isArmed());
}

void TestApproval::showsEachStepAndTheSum()
{
    ask(question());
    QVERIFY(says(QStringLiteral("1 · Image · Seedream 4.5")));
    QVERIFY(says(QStringLiteral("2 · Video from it · Carat Video (LTX 2.3), 5 s")));
    QVERIFY(says(QStringLiteral("3 · Upscale to 4K")));
    QVERIFY(says(QStringLiteral("32 credits")));
    QVERIFY(says(QStringLiteral("at most · 8,380 left after")));
    QList<Chip *> free;
    for (Chip *chip : m_view->findChildren<Chip *>()) {
        if (chip->isVisible())
            free.append(chip);
    }
    QCOMPARE(free.size(), 1); // ∞ 0, of the covered video alone
    QCOMPARE(free.first()->text(), QStringLiteral("0"));
    // One generation is not numbered.
    TranscriptItem one = question();
    one.approval.quote.steps.clear();
    one.approval.quote.options.durationS = 10;
    m_transcript->replace(0, one);
    QTRY_VERIFY(says(QStringLiteral("Video · Carat Video (LTX 2.3), 10 s")));
    QVERIFY(!says(QStringLiteral("3 · Upscale to 4K")));
}

void TestApproval::answersByMouse()
{
    ask(question());
    QTest::mouseClick(button("stop"), Qt::LeftButton);
    QTest::mouseClick(button("change"), Qt::LeftButton);
    QTest::mouseClick(button("approve"), Qt::LeftButton);
    const QStringList once{ QStringLiteral("int-1") };
    QCOMPARE(m_runner->stopped, once);
    QCOMPARE(m_runner->changed, once);
    QCOMPARE(m_runner->approved, once);
    QVERIFY(m_runner->renewed.isEmpty());
}

void TestApproval::answersByKeyboard()
{
    ask(question());
    // In the order of the eye: Stop, Change, Approve.
    button("stop")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_window.get(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button("change"));
    QTest::keyClick(button("change"), Qt::Key_Space);
    QCOMPARE(m_runner->changed.size(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button("approve"));
    QTest::keyClick(button("approve"), Qt::Key_Return);
    QCOMPARE(m_runner->approved.size(), 1);
}

void TestApproval::anEnterMeantForTheMessageApprovesNothing()
{
    m_transcript->append(question());
    QTRY_VERIFY(card() && card()->isVisible());
    // The card does not take the keyboard from the message …
    QCOMPARE(QApplication::focusWidget(), m_message);
    QTest::keyClick(m_message, Qt::Key_Return);
    // … and what was meant for something that stood in its place comes too early to count.
    if (!card()->isArmed())
        QTest::keyClick(button("approve"), Qt::Key_Return);
    QVERIFY(m_runner->approved.isEmpty());
    QTRY_VERIFY(card()->isArmed());
    QTest::keyClick(m_message, Qt::Key_Return);
    QVERIFY(m_runner->approved.isEmpty());
}

void TestApproval::tellsHowItWasAnswered()
{
    ask(question());
    const auto becomes = [this](ApprovalRequest::State state) {
        TranscriptItem item = question();
        item.approval.state = state;
        m_transcript->replace(0, item);
    };
    becomes(ApprovalRequest::State::Approved);
    QTRY_VERIFY(says(QStringLiteral("Approved")));
    QVERIFY(
        !button("approve")->isVisible() && !button("change")->isVisible() && !button("stop")->isVisible());
    becomes(ApprovalRequest::State::Stopped);
    QTRY_VERIFY(says(QStringLiteral("Stopped: nothing was made")));
    becomes(ApprovalRequest::State::Changed);
    QTRY_VERIFY(says(QStringLiteral("the message is in the composer again")));
    QVERIFY(says(QStringLiteral("3 · Upscale to 4K"))); // what was asked stays to be read
}

void TestApproval::anExpiredPriceIsAskedForAgain()
{
    TranscriptItem item = question();
    item.approval.quote.validUntil = QDateTime::currentDateTimeUtc().addSecs(-1);
    ask(item);
    QVERIFY(says(QStringLiteral("This price has expired.")));
    QVERIFY(!button("approve")->isVisible());
    QVERIFY(button("stop")->isVisible() && button("change")->isVisible());
    QTest::mouseClick(button("askForThePriceAgain"), Qt::LeftButton);
    QCOMPARE(m_runner->renewed, QStringList{ QStringLiteral("int-1") });
    item.approval.quote.validUntil = QDateTime::currentDateTimeUtc().addSecs(300);
    m_transcript->replace(0, item);
    QTRY_VERIFY(button("approve")->isVisible());
    QVERIFY(!button("askForThePriceAgain")->isVisible());
}

void TestApproval::expiresWhileItIsLookedAt()
{
    TranscriptItem item = question();
    item.approval.quote.validUntil = QDateTime::currentDateTimeUtc().addSecs(2);
    ask(item);
    QTRY_VERIFY(button("askForThePriceAgain")->isVisible());
    QVERIFY(!button("approve")->isVisible());
}

void TestApproval::speaksToAssistiveTechnology()
{
    ask(question());
    const QString name = card()->accessibleName();
    for (const char *part : { "1 · Image · Seedream 4.5: 14 credits", "5 s: 0 credits, unlimited",
             "3 · Upscale to 4K: 18 credits", "32 credits at most" })
        QVERIFY2(name.contains(QString::fromUtf8(part)), qPrintable(name));
    QCOMPARE(button("approve")->accessibleName(), QStringLiteral("Approve"));
    QCOMPARE(button("change")->accessibleName(), QStringLiteral("Change"));
    QCOMPARE(button("stop")->accessibleName(), QStringLiteral("Stop"));
}

void TestApproval::lettersFitInEveryWidth()
{
    for (const int width : { 760, 420 }) {
        m_window->resize(width, 600);
        if (m_transcript->rowCount() == 0)
            ask(question());
        for (const char *name : { "stop", "change", "approve" }) {
            Button *one = button(name);
            QTRY_VERIFY(one->width() >= one->sizeHint().width());
            QVERIFY(card()->rect().contains(QRect(one->mapTo(card(), QPoint()), one->size())));
        }
    }
}

QTEST_MAIN(TestApproval)
#include "tst_ui_approval.moc"
