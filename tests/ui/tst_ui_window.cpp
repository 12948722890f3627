#include "support/WindowBench.h"

#include "ui/composer/QuoteBand.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/window/Rooms.h"

#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSet>
#include <QSignalSpy>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

class TestWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Q_INIT_RESOURCE(samples); }
    void namesThatAssistiveTechnologyReads();
    void buttonsAreButtonsToAssistiveTechnology();
    void tabFollowsTheEye();
    void examplesFillTheComposerInOneClick();
    void exampleByKeyboardThenEnterSends();
    void examplesSayWhatTheyCost();
    void startViewGivesWayToTheConversation();
    void newChatByKeyAndButton();
    void conversationsOpenByClickAndEnter();
    void searchFiltersOnceTypingRests();
    void findLooksInTheConversationFirst();
    void agentsByKeyAndToggle();
    void sandboxIsSaidOnlyThere();
    void anAgentOnItsOwnOffersOnlyWords();
    void balanceAndPlanAreShown();
    void topUpSaysWhatHappened();
    void planIsChangedOnceItWasSaidWhatChanges();
    void hostedServiceOffersNoPlanChange();
    void roomsBecomeOverlays_data();
    void roomsBecomeOverlays();
    void paneCollapsesAndIsRemembered();
    void escapeClosesAnOverlay();
    void queueListsAndCancels();
    void tokenIsAskedForAndGiven();
    void offlineOffersTryAgainAndDetails();
    void refusedInputIsSaid();
    void languagesAndThemesAreSet();
    void resultsFolderIsChosen();
    void shots();

private:
    static QAbstractButton *button(const QWidget &window, const QString &name)
    {
        for (QAbstractButton *b : window.findChildren<QAbstractButton *>())
            if (b->accessibleName() == name && b->isVisible())
                return b;
        return nullptr;
    }
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

void TestWindow::buttonsAreButtonsToAssistiveTechnology()
{
    WindowBench bench;
    bench.open();
    for (const char *name : { "menu", "newChat", "account", "example1", "startFrame", "endFrame", "models",
             "addImage", "options", "send" }) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(bench.find(name));
        QVERIFY2(interface && interface->actionInterface(), name);
        const QAccessible::Role role = interface->role();
        QVERIFY2(role == QAccessible::Button || role == QAccessible::PushButton, name);
        // What cannot be done now (nothing is written, so nothing can be sent) offers no action either.
        QCOMPARE(
            interface->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()),
            !interface->state().disabled);
    }
    QCOMPARE(QAccessible::queryAccessibleInterface(bench.find("agent10"))->role(), QAccessible::RadioButton);
    QCOMPARE(QAccessible::queryAccessibleInterface(bench.find("message"))->role(), QAccessible::EditableText);
}

void TestWindow::tabFollowsTheEye()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    bench.conversations.append(QStringLiteral("a"), QStringLiteral("A"));
    bench.composer.setText(QStringLiteral("a fox"));
    const QStringList order{ QStringLiteral("menu"), QStringLiteral("newChat"), QStringLiteral("search"),
        QStringLiteral("conversations"), QStringLiteral("account"), QStringLiteral("agent20"),
        QStringLiteral("example1"), QStringLiteral("example2"), QStringLiteral("example3"),
        QStringLiteral("startFrame"), QStringLiteral("endFrame"), QStringLiteral("message"),
        QStringLiteral("models"), QStringLiteral("addImage"), QStringLiteral("options"),
        QStringLiteral("send"), QStringLiteral("preview"), QStringLiteral("hidePane") };
    bench.find("menu")->setFocus(Qt::TabFocusReason);
    QStringList met;
    QSet<QWidget *> seen;
    while (!seen.contains(QApplication::focusWidget())) {
        seen.insert(QApplication::focusWidget());
        met.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    // The band's own buttons come between: only the order of the named ones is fixed.
    met.removeIf([&](const QString &name) { return !order.contains(name); });
    QCOMPARE(met.join(QLatin1Char(' ')), order.join(QLatin1Char(' ')));
    Q_UNUSED(window)
}

void TestWindow::examplesFillTheComposerInOneClick()
{
    WindowBench bench;
    bench.open();
    bench.composer.add(InputRole::Reference, QStringLiteral("old.png"));
    QTest::mouseClick(bench.find("example1"), Qt::LeftButton);
    QCOMPARE(bench.composer.files.size(), 2);
    QVERIFY(bench.composer.attachmentFor(InputRole::StartFrame));
    QVERIFY(bench.composer.attachmentFor(InputRole::EndFrame));
    QVERIFY(!bench.composer.draftText.isEmpty());
    QVERIFY(bench.find("message")->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(bench.runner.sent.size(), 1);
    QVERIFY(bench.runner.sent.first().quote.covered);
}

void TestWindow::exampleByKeyboardThenEnterSends()
{
    WindowBench bench;
    bench.open();
    bench.find("example3")->setFocus();
    QTest::keyClick(bench.find("example3"), Qt::Key_Return);
    QVERIFY(bench.composer.files.isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(bench.runner.sent.size(), 1);
    QCOMPARE(bench.runner.sent.first().quote.options.durationS, 10);
    QCOMPARE(bench.runner.sent.first().quote.options.aspectRatio, QStringLiteral("9:16"));
}

void TestWindow::examplesSayWhatTheyCost()
{
    WindowBench bench;
    bench.open();
    QTRY_VERIFY(bench.find("example1")->accessibleDescription().endsWith(QLatin1String("covered")));
    // Seedance 2.0 Fast for 10 s (428) and the conversation's 4.
    QVERIFY(bench.find("example3")->accessibleDescription().endsWith(QLatin1String("432 credits")));
    bench.session.who.benefits.clear();
    emit bench.session.accountChanged();
    QVERIFY(bench.find("example1")->accessibleDescription().endsWith(QLatin1String("37 credits")));
}

void TestWindow::startViewGivesWayToTheConversation()
{
    WindowBench bench;
    bench.open();
    QVERIFY(bench.find("startView")->isVisible());
    client::TranscriptItem item;
    item.id = QStringLiteral("1");
    item.text = QStringLiteral("hello");
    bench.transcript.append(item);
    QVERIFY(!bench.find("startView")->isVisible());
    QVERIFY(bench.find("transcript")->isVisible());
    bench.transcript.clear();
    QVERIFY(bench.find("startView")->isVisible());
}

void TestWindow::newChatByKeyAndButton()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
    QTest::mouseClick(bench.find("newChat"), Qt::LeftButton);
    QCOMPARE(bench.conversations.made, 2);
    QVERIFY(bench.find("message")->hasFocus());
    QCOMPARE(bench.find<ElidedLabel>("title")->fullText(), QStringLiteral("New chat"));
}

void TestWindow::conversationsOpenByClickAndEnter()
{
    WindowBench bench;
    bench.open();
    bench.conversations.append(QStringLiteral("a"), QStringLiteral("Harbor"));
    bench.conversations.append(QStringLiteral("b"), QStringLiteral("Moss"));
    auto *list = bench.find<QListView>("conversations");
    QTRY_VERIFY(list->visualRect(bench.conversations.index(1, 0)).isValid());
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualRect(bench.conversations.index(1, 0)).center());
    QCOMPARE(bench.conversations.current, QStringLiteral("b"));
    QCOMPARE(bench.find<ElidedLabel>("title")->fullText(), QStringLiteral("Moss"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(bench.conversations.current, QStringLiteral("a"));
}

void TestWindow::searchFiltersOnceTypingRests()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(bench.find("search")->hasFocus());
    QTest::keyClicks(bench.find("search"), QStringLiteral("gull"));
    QTRY_COMPARE(bench.conversations.filters, QStringList{ QStringLiteral("gull") });
    QTest::keyClick(bench.find("search"), Qt::Key_Escape);
    QTRY_COMPARE(bench.conversations.filters.last(), QString());
}

void TestWindow::findLooksInTheConversationFirst()
{
    WindowBench bench;
    client::TranscriptItem item;
    item.id = QStringLiteral("m");
    item.text = QStringLiteral("a gull over the harbor");
    bench.transcript.append(item);
    MainWindow &window = bench.open();
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    auto *field = bench.find("findInConversation");
    QVERIFY(field && field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("gull"));
    QTRY_COMPARE(bench.find<QLabel>("matches")->text(), QStringLiteral("1 of 1"));
    // Once more: all conversations.
    QTest::keyClick(field, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(bench.find("search")->hasFocus());
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bench.find("search")->hasFocus());
}

void TestWindow::agentsByKeyAndToggle()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(bench.composer.draftAgent, AgentVersion::V1);
    QVERIFY(bench.find<QRadioButton>("agent10")->isChecked());
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(bench.find<QRadioButton>("agent20")->isChecked());
    QTest::mouseClick(bench.find("agent10"), Qt::LeftButton);
    QCOMPARE(bench.composer.draftAgent, AgentVersion::V1);
}

void TestWindow::sandboxIsSaidOnlyThere()
{
    WindowBench bench;
    bench.open();
    QVERIFY(bench.find("sandbox")->isVisible());
    bench.session.info.mode = QStringLiteral("hosted");
    emit bench.session.catalogueChanged();
    QVERIFY(!bench.find("sandbox")->isVisible());
}

void TestWindow::anAgentOnItsOwnOffersOnlyWords()
{
    WindowBench bench;
    bench.session.info.mode = QStringLiteral("chat"); // before the window: another language makes it anew
    MainWindow &window = bench.open();
    bench.composer.setText(QStringLiteral("One line\nand one more"));
    for (const char *name : { "account", "models", "addImage", "options", "startFrame", "example1" })
        QTRY_VERIFY2(!bench.find(name)->isVisible(), name);
    const auto shown = [&window](const char *name) {
        const QList<QWidget *> all = window.findChildren<QWidget *>();
        return std::any_of(all.cbegin(), all.cend(), [name](const QWidget *widget) {
            return widget->accessibleName() == QLatin1String(name) && widget->isVisible();
        });
    };
    QVERIFY(!shown("Cost"));
    QVERIFY(!shown("Send as batch"));
    auto *message = bench.find<QPlainTextEdit>("message");
    QTest::keyClick(message, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!bench.find("batchPage"));
    QFile rows(bench.profile.filePath(QStringLiteral("list.csv")));
    QVERIFY(rows.open(QIODevice::WriteOnly) && rows.write("prompt\nA fox\n") > 0);
    rows.close();
    QMimeData list;
    list.setUrls({ QUrl::fromLocalFile(rows.fileName()) });
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &list, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    QVERIFY(!bench.find("batchPage"));
    QVERIFY(shown("Send"));
    QVERIFY(message->isVisible());
}

void TestWindow::balanceAndPlanAreShown()
{
    WindowBench bench;
    bench.open();
    QCOMPARE(bench.find<QLabel>("credits")->text(), QStringLiteral("8,412 credits"));
    bench.session.setBalance(1);
    QVERIFY(bench.find<QLabel>("credits")->text().startsWith(QLatin1String("1 ")));
}

void TestWindow::topUpSaysWhatHappened()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    QTest::mouseClick(bench.find("account"), Qt::LeftButton);
    QVERIFY(button(window, QStringLiteral("Top up 1000")));
    QTest::mouseClick(button(window, QStringLiteral("Top up 1000")), Qt::LeftButton);
    QTRY_COMPARE(bench.session.refreshes, 2); // opening it asks as well
    QCOMPARE(bench.find<QLabel>("credits")->text(), QStringLiteral("9,412 credits"));
    bench.session.topUpError = Error{ ErrorKind::Network, QStringLiteral("No line."), {}, {}, {}, {} };
    QTest::mouseClick(button(window, QStringLiteral("Top up 1000")), Qt::LeftButton);
    const auto said = [&window](const QString &sentence) {
        for (const QLabel *label : window.findChildren<QLabel *>())
            if (label->isVisible() && label->text() == sentence)
                return true;
        return false;
    };
    QTRY_VERIFY(said(QStringLiteral("No line.")));
}

void TestWindow::planIsChangedOnceItWasSaidWhatChanges()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    window.openAccount();
    QVERIFY(!button(window, QStringLiteral("Plan Premium"))->isEnabled());
    QTest::mouseClick(button(window, QStringLiteral("Plan Pro")), Qt::LeftButton);
    QVERIFY(bench.session.planChanges.isEmpty());
    QTest::mouseClick(button(window, QStringLiteral("Change plan")), Qt::LeftButton);
    QTRY_COMPARE(bench.session.planChanges, QStringList{ QStringLiteral("pro") });
    QTRY_VERIFY(!button(window, QStringLiteral("Plan Pro"))->isEnabled());
}

void TestWindow::hostedServiceOffersNoPlanChange()
{
    WindowBench bench;
    bench.session.bundled = false;
    MainWindow &window = bench.open();
    window.openAccount();
    QVERIFY(button(window, QStringLiteral("Top up 1000")));
    QVERIFY(!button(window, QStringLiteral("Plan Pro")));
}

void TestWindow::roomsBecomeOverlays_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("sidebar");
    QTest::addColumn<bool>("pane");
    QTest::newRow("as designed") << QSize(1440, 900) << true << true;
    QTest::newRow("just wide enough") << QSize(1100, 700) << true << true;
    QTest::newRow("pane goes") << QSize(1099, 700) << true << false;
    QTest::newRow("small laptop") << QSize(1024, 640) << true << false;
    QTest::newRow("sidebar stays") << QSize(760, 600) << true << false;
    QTest::newRow("sidebar goes") << QSize(759, 600) << false << false;
    QTest::newRow("1440x900 at 200 %") << QSize(720, 450) << false << false;
}

void TestWindow::roomsBecomeOverlays()
{
    QFETCH(QSize, size);
    QFETCH(bool, sidebar);
    QFETCH(bool, pane);
    WindowBench bench;
    bench.open(size);
    QCOMPARE(bench.window->size(), size);
    QCOMPARE(bench.find("menu")->isVisible(), sidebar);
    QCOMPARE(bench.find("preview")->isVisible(), pane);
    QCOMPARE(bench.find("showConversations")->isVisible(), !sidebar);
    QCOMPARE(bench.find("showPane")->isVisible(), !pane);
    // The composer is whole, whatever the size.
    for (const char *name : { "startFrame", "endFrame", "message", "models", "cost", "send" }) {
        const QWidget *widget = bench.find(name);
        const QRect place(widget->mapTo(bench.window.get(), QPoint(0, 0)), widget->size());
        QVERIFY2(bench.window->rect().contains(place), name);
        QVERIFY2(widget->visibleRegion().boundingRect().height() >= widget->height() - 1, name);
    }
    if (!sidebar) {
        QTest::mouseClick(bench.find("showConversations"), Qt::LeftButton);
        QVERIFY(bench.find("menu")->isVisible());
    }
    if (!pane) {
        bench.window->findChild<Rooms *>()->showPane();
        QVERIFY(bench.find("preview")->isVisible());
        QVERIFY(!sidebar ? !bench.find("menu")->isVisible() : true);
    }
}

void TestWindow::paneCollapsesAndIsRemembered()
{
    WindowBench bench;
    bench.open();
    QTest::mouseClick(bench.find("hidePane"), Qt::LeftButton);
    QVERIFY(!bench.find("preview")->isVisible());
    QVERIFY(!bench.settings.paneOpen());
    bench.open();
    QVERIFY(!bench.find("preview")->isVisible());
    QTest::mouseClick(bench.find("showPane"), Qt::LeftButton);
    QVERIFY(bench.find("preview")->isVisible());
    QVERIFY(bench.settings.paneOpen());
}

void TestWindow::escapeClosesAnOverlay()
{
    WindowBench bench;
    MainWindow &window = bench.open(QSize(1024, 640));
    QTest::mouseClick(bench.find("showPane"), Qt::LeftButton);
    QVERIFY(bench.find("preview")->isVisible());
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(!bench.find("preview")->isVisible());
    QVERIFY(bench.settings.paneOpen()); // only the overlay was closed
}

void TestWindow::queueListsAndCancels()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    bench.generations.put(sampleGeneration(QStringLiteral("one"), client::GenerationState::Running));
    bench.generations.put(sampleGeneration(QStringLiteral("two"), client::GenerationState::Queued));
    QCOMPARE(bench.find<Button>("queue")->badge(), QStringLiteral("2"));
    QTest::mouseClick(bench.find("queue"), Qt::LeftButton);
    QTRY_VERIFY(button(window, QStringLiteral("Cancel")));
    QTest::mouseClick(button(window, QStringLiteral("Cancel")), Qt::LeftButton);
    QCOMPARE(bench.generations.cancelled, QStringList{ QStringLiteral("one") });
    bench.generations.put(sampleGeneration(QStringLiteral("one"), client::GenerationState::Cancelled));
    bench.generations.put(sampleGeneration(QStringLiteral("two"), client::GenerationState::Cancelled));
    QCOMPARE(bench.find<Button>("queue")->badge(), QString());
    QTRY_VERIFY(!button(window, QStringLiteral("Cancel")));
}

void TestWindow::tokenIsAskedForAndGiven()
{
    WindowBench bench;
    bench.session.bundled = false;
    MainWindow &window = bench.open();
    QVERIFY(!bench.find("tokenForm")->isVisible());
    bench.session.setState(client::Session::State::NeedsToken);
    QVERIFY(bench.find("tokenForm")->isVisible());
    QVERIFY(bench.find("token")->hasFocus());
    QVERIFY(!button(window, QStringLiteral("Connect"))->isEnabled());
    QTest::keyClicks(bench.find("token"), QStringLiteral("  secret "));
    QTest::keyClick(bench.find("token"), Qt::Key_Return);
    QCOMPARE(bench.session.tokens, QStringList{ QStringLiteral("secret") });
    QVERIFY(bench.find<QLineEdit>("token")->text().isEmpty());
    bench.session.setState(client::Session::State::Ready);
    QVERIFY(!bench.find("tokenForm")->isVisible());
}

void TestWindow::offlineOffersTryAgainAndDetails()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    bench.session.setState(client::Session::State::Offline,
        Error{ ErrorKind::Network, QStringLiteral("The service cannot be reached."),
            QStringLiteral("ECONNREFUSED"), {}, QStringLiteral("req-77"), {} });
    QVERIFY(bench.find("sessionNotice")->isVisible());
    QTest::mouseClick(button(window, QStringLiteral("Details")), Qt::LeftButton);
    QPlainTextEdit *details = nullptr;
    for (QPlainTextEdit *e : window.findChildren<QPlainTextEdit *>())
        if (e->accessibleName() == QLatin1String("Error details") && e->isVisible())
            details = e;
    QVERIFY(details);
    QVERIFY(details->toPlainText().contains(QLatin1String("req-77")));
    QVERIFY(details->toPlainText().contains(QLatin1String("ECONNREFUSED")));
    QTest::mouseClick(button(window, QStringLiteral("Copy details")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), details->toPlainText());
    QTest::mouseClick(button(window, QStringLiteral("Try again")), Qt::LeftButton);
    QCOMPARE(bench.session.retries, 1);
    bench.session.setState(client::Session::State::Ready);
    QVERIFY(!bench.find("sessionNotice")->isVisible());
}

void TestWindow::refusedInputIsSaid()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    emit bench.composer.refused(
        Error{ ErrorKind::File, QStringLiteral("“a.png” is empty. Choose another file."), {}, {}, {}, {} });
    QVERIFY(bench.find("errorNotice")->isVisible());
    QTest::mouseClick(button(window, QStringLiteral("Dismiss")), Qt::LeftButton);
    QVERIFY(!bench.find("errorNotice")->isVisible());
}

void TestWindow::languagesAndThemesAreSet()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(bench.find("settingsDialog"));
    QSignalSpy changed(&bench.settings, &Settings::changed);
    QTest::mouseClick(bench.find("languageKorean"), Qt::LeftButton);
    QCOMPARE(bench.settings.language(), QStringLiteral("ko"));
    QTest::mouseClick(bench.find("themeLight"), Qt::LeftButton);
    QCOMPARE(bench.settings.themeName(), QStringLiteral("light"));
    QCOMPARE(changed.size(), 2);
    // A fresh start reads what was set.
    QVERIFY(bench.settings.flush());
    const Settings again(bench.profile.path());
    QCOMPARE(again.language(), QStringLiteral("ko"));
    QCOMPARE(again.themeName(), QStringLiteral("light"));
}

void TestWindow::resultsFolderIsChosen()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    window.openSettings();
    QCOMPARE(bench.find<ElidedLabel>("resultsFolder")->fullText(), QStringLiteral("/home/me/Videos/Facet"));
    bench.files.folder = QStringLiteral("/big/disk");
    QTest::mouseClick(button(window, QStringLiteral("Choose results folder")), Qt::LeftButton);
    QCOMPARE(bench.settings.resultsFolder(), QStringLiteral("/big/disk"));
    QCOMPARE(bench.find<ElidedLabel>("resultsFolder")->fullText(), QStringLiteral("/big/disk"));
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
