#include "support/WindowBench.h"

#include "ui/composer/QuoteBand.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/window/Rooms.h"

#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRadioButton>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

class TestWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Q_INIT_RESOURCE(samples); }
    void namesThatAssistiveTechnologyReads();
    void shots();
};

void TestWindow::namesThatAssistiveTechnologyReads()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    const QStringList names{ QStringLiteral("Menu"), QStringLiteral("New chat"), QStringLiteral("Search"),
        QStringLiteral("Conversations"), QStringLiteral("Transcript"), QStringLiteral("Message"),
        QStringLiteral("Models"), QStringLiteral("Add image"), QStringLiteral("Start frame"),
        QStringLiteral("End frame"), QStringLiteral("Options"), QStringLiteral("Cost"),
        QStringLiteral("Send"), QStringLiteral("Agent 1.0"), QStringLiteral("Agent 2.0"),
        QStringLiteral("Credits"), QStringLiteral("Preview"), QStringLiteral("Queue") };
    for (const QString &name : names) {
        QStringList found;
        for (const QWidget *widget : window.findChildren<QWidget *>())
            if (widget->accessibleName() == name)
                found.append(widget->objectName());
        QVERIFY2(found.size() == 1, qPrintable(name + QLatin1String(": ") + found.join(QLatin1Char(','))));
    }
}

void TestWindow::shots()
{
    const QString folder = qEnvironmentVariable("FACET_SHOTS");
    if (folder.isEmpty())
        QSKIP("only with FACET_SHOTS=folder");
    for (const auto mode : { Theme::Mode::Dark, Theme::Mode::Light }) {
        const QString suffix = QLatin1Char('-') + themeModeName(mode) + QLatin1String(".png");
        WindowBench bench(mode);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        bench.conversations.append(QStringLiteral("harbor"), QStringLiteral("Harbor at dawn"), now);
        bench.conversations.append(
            QStringLiteral("moss"), QStringLiteral("Moss fox character sheet"), now.addSecs(-5));
        bench.conversations.append(QStringLiteral("koi"), QStringLiteral("Neon koi loop"), now.addDays(-4));
        bench.conversations.rows[0].running = 2;
        bench.conversations.rows[0].progress = 0.62;
        MainWindow &window = bench.open();
        window.grab().save(folder + QLatin1String("/empty") + suffix);
        bench.conversations.open(QStringLiteral("harbor"));
        bench.generations.put(sampleGeneration(QStringLiteral("one"), client::GenerationState::Running));
        client::TranscriptItem user;
        user.id = QStringLiteral("u");
        user.text = QStringLiteral("Two more takes of the same shot");
        bench.transcript.append(user);
        client::TranscriptItem card;
        card.id = QStringLiteral("g");
        card.kind = client::TranscriptItem::Kind::Generation;
        card.generation = bench.generations.records.first();
        bench.transcript.append(card);
        bench.composer.pickModel(QStringLiteral("carat-video"));
        bench.composer.add(InputRole::StartFrame, QStringLiteral("a.png"));
        bench.composer.add(InputRole::EndFrame, QStringLiteral("b.png"));
        bench.composer.setText(QStringLiteral("Clouds clear and one gull crosses the frame, left to right"));
        QTest::qWait(100);
        window.grab().save(folder + QLatin1String("/main") + suffix);
        bench.session.setBalance(2);
        bench.composer.setText(QStringLiteral("Clouds clear and one gull crosses the frame"));
        QTest::qWait(20);
        window.grab().save(folder + QLatin1String("/blocked") + suffix);
        bench.session.setBalance(8412);
        window.openModels();
        QTest::qWait(20);
        window.grab().save(folder + QLatin1String("/picker") + suffix);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::mouseClick(bench.find("options"), Qt::LeftButton);
        QTest::qWait(20);
        window.grab().save(folder + QLatin1String("/options") + suffix);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        window.openAccount();
        QTest::qWait(20);
        window.grab().save(folder + QLatin1String("/account") + suffix);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        window.openSettings();
        QTest::qWait(20);
        window.findChild<QWidget *>(QStringLiteral("settingsDialog"))
            ->grab()
            .save(folder + QLatin1String("/settings") + suffix);
        window.findChild<QDialog *>(QStringLiteral("settingsDialog"))->accept();
        window.resize(1024, 640);
        bench.session.setState(client::Session::State::Offline,
            Error{ ErrorKind::Network, QStringLiteral("The service cannot be reached. Check the network."),
                QStringLiteral("connection refused"), {}, QStringLiteral("req-1"), {} });
        QTest::qWait(20);
        window.grab().save(folder + QLatin1String("/small") + suffix);
        bench.session.setState(client::Session::State::NeedsToken);
        window.resize(720, 450);
        QTest::qWait(20);
        window.grab().save(folder + QLatin1String("/tiny") + suffix);
    }
}

QTEST_MAIN(TestWindow)
#include "tst_ui_window.moc"
