#include "tests/ui/support/TranscriptBench.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QScrollBar>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;
using client::TranscriptItem;

/// Looking for a text in the open conversation.
class TestTranscriptFind : public QObject {
    Q_OBJECT

    using Kind = TranscriptItem::Kind;
    std::unique_ptr<TranscriptBench> m_bench;

    QLineEdit *field() { return m_bench->view.findChild<QLineEdit *>(QStringLiteral("findInConversation")); }
    QString count() { return m_bench->view.findChild<Label *>(QStringLiteral("matches"))->text(); }
    Button *button(const char *name) { return m_bench->view.findChild<Button *>(QLatin1String(name)); }
    bool isInSight(int row)
    {
        return m_bench->view.sight().rectOf(row).intersects(m_bench->view.viewport()->rect());
    }
    void find(const QString &text)
    {
        m_bench->view.openFind();
        field()->clear();
        QInputMethodEvent typed; // as a keyboard of any language gives it
        typed.setCommitString(text);
        QCoreApplication::sendEvent(field(), &typed);
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<TranscriptBench>();
        for (int i = 0; i < 60; ++i) {
            const bool rare = i % 20 == 5;
            m_bench->say(i % 2 ? Kind::User : Kind::AgentText,
                rare ? QStringLiteral("여기 등대지기 and a Lighthouse %1").arg(i)
                     : QStringLiteral("line %1").arg(i));
        }
        m_bench->settle();
    }
    void cleanup() { m_bench.reset(); }

    void beginsWithWhatIsNearest()
    {
        QVERIFY(!isInSight(45));
        find(QStringLiteral("lighthouse"));
        QVERIFY(field()->hasFocus());
        QTRY_COMPARE(count(), QStringLiteral("3 of 3")); // nothing below: the nearest above
        QVERIFY(isInSight(45));
        QVERIFY(field()->hasFocus()); // typing goes on
    }

    void goesOnAndBackAndAround()
    {
        find(QStringLiteral("등대"));
        QTRY_COMPARE(count(), QStringLiteral("3 of 3"));
        QTest::keyClick(field(), Qt::Key_Return); // around
        QCOMPARE(count(), QStringLiteral("1 of 3"));
        QTRY_VERIFY(isInSight(5));
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(count(), QStringLiteral("2 of 3"));
        QTRY_VERIFY(isInSight(25));
        QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count(), QStringLiteral("1 of 3"));
        QTest::mouseClick(button("previousMatch"), Qt::LeftButton);
        QCOMPARE(count(), QStringLiteral("3 of 3"));
        QTest::mouseClick(button("nextMatch"), Qt::LeftButton);
        QCOMPARE(count(), QStringLiteral("1 of 3"));
        QTest::keyClick(&m_bench->view, Qt::Key_F3);
        QCOMPARE(count(), QStringLiteral("2 of 3"));
    }

    void everyPlaceIsMarked()
    {
        find(QStringLiteral("line 5"));
        QTRY_COMPARE(count().section(QLatin1Char(' '), 2), QStringLiteral("10")); // 50…59; 5 is a rare one
        m_bench->settle();
        const QImage picture = m_bench->view.viewport()->grab().toImage();
        const Tokens &tokens = m_bench->theme.tokens();
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY(colours.contains(tokens.warning.rgb())); // the one that is shown
        QVERIFY(colours.contains(tokens.warningTint.rgb())); // the others
    }

    void saysThatItIsNotThere()
    {
        find(QStringLiteral("nowhere"));
        QTRY_COMPARE(count(), QStringLiteral("Not found"));
        QVERIFY(!button("nextMatch")->isEnabled());
        QTest::keyClick(field(), Qt::Key_Return); // leads nowhere, and harms nobody
    }

    void followsWhatIsNew()
    {
        find(QStringLiteral("lighthouse"));
        QTRY_COMPARE(count(), QStringLiteral("3 of 3"));
        m_bench->say(Kind::AgentText, QStringLiteral("another lighthouse"));
        m_bench->transcript.search().look();
        QCOMPARE(count(), QStringLiteral("3 of 4"));
    }

    void aRowThatWasNotReadIsWaitedFor()
    {
        m_bench->transcript.unread = { 5 };
        find(QStringLiteral("lighthouse"));
        QTRY_COMPARE(count(), QStringLiteral("3 of 3"));
        QTest::keyClick(field(), Qt::Key_Return);
        m_bench->settle();
        QVERIFY(isInSight(5)); // its place
        QVERIFY(m_bench->transcript.prepared.first <= 5 && m_bench->transcript.prepared.second >= 5);
        m_bench->transcript.readRow(5);
        m_bench->settle();
        QVERIFY(isInSight(5));
    }

    void takesTheWordsThatAreSelected()
    {
        m_bench->view.select({ 59, 0 }, { 59, 4 });
        m_bench->view.openFind();
        QCOMPARE(field()->text(), QStringLiteral("line"));
        QTRY_VERIFY(count().endsWith(QStringLiteral(" of 57")));
    }

    void escapeClosesIt()
    {
        find(QStringLiteral("lighthouse"));
        QTRY_COMPARE(count(), QStringLiteral("3 of 3"));
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!field()->isVisible());
        QVERIFY(m_bench->view.hasFocus());
        QVERIFY(m_bench->transcript.search().text().isEmpty());
        // Opened again, the words are there still.
        m_bench->view.openFind();
        QCOMPARE(field()->text(), QStringLiteral("lighthouse"));
        QTRY_VERIFY(count().endsWith(QStringLiteral(" of 3")));
    }

    void anotherConversationIsLookedThroughAnew()
    {
        find(QStringLiteral("lighthouse"));
        QTRY_COMPARE(count(), QStringLiteral("3 of 3"));
        m_bench->transcript.clear();
        m_bench->transcript.search().look();
        QTRY_COMPARE(count(), QStringLiteral("Not found"));
    }
};

QTEST_MAIN(TestTranscriptFind)
#include "tst_ui_transcript_find.moc"
