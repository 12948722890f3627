#include "support/WindowBench.h"

#include "ui/chat/TranscriptView.h"
#include "ui/sidebar/ConversationDelegate.h"
#include "ui/sidebar/ConversationList.h"
#include "ui/sidebar/ConversationMarkdown.h"
#include "ui/sidebar/SidebarCard.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ProgressLine.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

/// Conversations in the sidebar, by keyboard and mouse.
class TestSidebar : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowBench> m_bench;

    FakeConversations &model() { return m_bench->conversations; }
    ConversationList *list() { return m_bench->find<ConversationList>("conversations"); }
    QLineEdit *editor() { return list()->findChild<QLineEdit *>(QStringLiteral("chatTitle")); }
    SidebarCard *removedNote() { return m_bench->find<SidebarCard>("removedNote"); }
    SidebarCard *exportNote() { return m_bench->find<SidebarCard>("exportNote"); }
    void focus(int row)
    {
        list()->setFocus();
        list()->setCurrentIndex(model().index(row, 0));
    }
    QMenu *menuOf(int row)
    {
        focus(row);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(list(), &event);
        for (QMenu *menu : list()->findChildren<QMenu *>(QStringLiteral("conversationMenu"))) {
            if (menu->isVisible())
                return menu;
        }
        return nullptr;
    }
    static QAction *actionOf(QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    bool choose(int row, const QString &text)
    {
        QMenu *menu = menuOf(row);
        QAction *action = menu ? actionOf(menu, text) : nullptr;
        if (!action)
            return false;
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
        return true;
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        for (const char *title : { "Harbor at dawn", "Moss fox", "Neon koi" })
            model().append(QString::fromLatin1(title).toLower(), QString::fromLatin1(title));
        m_bench->open();
    }

    void renamedInItsPlace()
    {
        focus(1);
        QTest::keyClick(list(), Qt::Key_F2);
        QVERIFY(editor() && editor()->isVisible());
        QCOMPARE(editor()->accessibleName(), QStringLiteral("Chat title"));
        QCOMPARE(editor()->text(), QStringLiteral("Moss fox"));
        QVERIFY(list()->viewport()->rect().contains(editor()->geometry()));
        QTest::keyClicks(editor(), QStringLiteral("Fox sheet")); // the old title is selected
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(model().rows[1].title, QStringLiteral("Fox sheet"));
        QVERIFY(model().current.isEmpty()); // Enter did not open it as well

        QTRY_VERIFY(!editor());
        QTest::keyClick(list(), Qt::Key_F2);
        QTest::keyClicks(editor(), QStringLiteral("never"));
        QTest::keyClick(editor(), Qt::Key_Escape);
        QCOMPARE(model().rows[1].title, QStringLiteral("Fox sheet"));

        QTRY_VERIFY(!editor());
        QVERIFY(choose(0, QStringLiteral("Rename")));
        QTRY_VERIFY(editor() && editor()->isVisible());
        editor()->setText(QStringLiteral("항구"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(model().rows[0].title, QStringLiteral("항구"));
    }

    void pinnedUnderItsHeading()
    {
        QVERIFY(choose(0, QStringLiteral("Pin")));
        QTRY_VERIFY(model().rows[0].isPinned());
        const auto *delegate = static_cast<ConversationDelegate *>(list()->itemDelegate());
        QCOMPARE(delegate->headingAbove(0), QStringLiteral("Pinned"));
        QCOMPARE(delegate->headingAbove(1), QStringLiteral("Today"));
        QVERIFY(choose(0, QStringLiteral("Unpin")));
        QTRY_VERIFY(!model().rows[0].isPinned());
    }

    void archivedAndFoundAgain()
    {
        QVERIFY(!m_bench->find("archived")->isVisible());
        QVERIFY(choose(1, QStringLiteral("Archive")));
        QTRY_VERIFY(model().rows[1].archived);
        auto *archive = m_bench->find<Button>("archived");
        QVERIFY(archive->isVisible());
        QVERIFY(archive->text().contains(QLatin1Char('1')));
        QTest::mouseClick(archive, Qt::LeftButton);
        QVERIFY(model().archivedNow);
        QCOMPARE(archive->text(), QStringLiteral("Back to your chats"));
        QVERIFY(!actionOf(menuOf(1), QStringLiteral("Pin")));
        QVERIFY(choose(1, QStringLiteral("Bring back from the archive")));
        QTRY_VERIFY(!model().rows[1].archived);
        archive->setFocus();
        QTest::keyClick(archive, Qt::Key_Space);
        QVERIFY(!model().archivedNow);
        QVERIFY(!archive->isVisible());
    }

    void deletedWithAWayBack()
    {
        focus(1);
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(model().rowCount(), 2);
        QVERIFY(removedNote()->isVisible());
        QCOMPARE(removedNote()->sentence(),
            QStringLiteral("“Moss fox” was deleted. Its 2 file(s) stay in your results folder."));
        QCOMPARE(removedNote()->accessibleName(), removedNote()->sentence());
        QTest::mouseClick(m_bench->find("undoDelete"), Qt::LeftButton);
        QCOMPARE(model().broughtBack, QStringList{ QStringLiteral("moss fox") });
        QVERIFY(!removedNote()->isVisible());

        model().rows[0].running = 1;
        QVERIFY(choose(0, QStringLiteral("Delete")));
        QTRY_COMPARE(model().rowCount(), 1);
        QVERIFY(removedNote()->sentence().contains(QStringLiteral("What is being made goes on")));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(model().broughtBack.last(), QStringLiteral("harbor at dawn"));
        QVERIFY(!removedNote()->isVisible());
    }

    void aWayBackOfTheLastStartIsOffered()
    {
        model().removed = client::RemovedConversation{ QStringLiteral("x"), QStringLiteral("Old"), 0, 0 };
        m_bench->open();
        QVERIFY(removedNote()->isVisible());
        QCOMPARE(removedNote()->sentence(), QStringLiteral("“Old” was deleted."));
        QTest::mouseClick(removedNote()->findChild<Button *>(QStringLiteral("dismiss")), Qt::LeftButton);
        QVERIFY(!removedNote()->isVisible());
        emit model().removedChanged(); // it is said once
        QVERIFY(!removedNote()->isVisible());
    }

    void exportedWithProgressAndCancel()
    {
        m_bench->files.folder = QStringLiteral("/home/me/Documents");
        QVERIFY(choose(0, QStringLiteral("Export…")));
        QTRY_COMPARE(model().exports.size(), 1);
        QCOMPARE(model().exports.first(),
            std::pair(QStringLiteral("harbor at dawn"), QStringLiteral("/home/me/Documents")));
        QVERIFY(exportNote()->isVisible());
        auto *line = exportNote()->findChild<ProgressLine *>();
        emit model().exporting->progressed(0.5);
        QCOMPARE(line->value(), std::optional(0.5));
        QTest::mouseClick(m_bench->find("cancelExport"), Qt::LeftButton);
        QTRY_VERIFY(!model().exporting);
        QCOMPARE(exportNote()->sentence(), QStringLiteral("cancelled"));
        QVERIFY(!line->isVisible());

        QVERIFY(choose(0, QStringLiteral("Export…")));
        QTRY_COMPARE(model().exports.size(), 2);
        model().exporting->end(QStringLiteral("/home/me/Documents/harbor-at-dawn"));
        QCOMPARE(exportNote()->sentence(),
            QStringLiteral("“Harbor at dawn” was exported to /home/me/Documents/harbor-at-dawn."));
        QVERIFY(m_bench->find("showExport")->isVisible());
    }

    void messagesAreFoundAndLedTo()
    {
        for (int i = 0; i < 5; ++i) {
            client::TranscriptItem item;
            item.id = QStringLiteral("row-%1").arg(i);
            item.kind = client::TranscriptItem::Kind::User;
            item.text = QStringLiteral("A fox, number %1").arg(i);
            m_bench->transcript.append(item);
        }
        m_bench->transcript.conversation = QStringLiteral("moss fox");
        m_bench->transcript.unread.insert(1);
        client::SearchHit hit;
        hit.conversationId = QStringLiteral("moss fox");
        hit.conversationTitle = QStringLiteral("Moss fox");
        hit.itemId = QStringLiteral("row-1");
        hit.at = QDateTime::currentDateTimeUtc();
        hit.snippet = QStringLiteral("A fox, number 1");
        hit.marks = { { 2, 3 } };
        m_bench->search.answer = { { hit, hit }, true };
        m_bench->search.row = 1;
        auto *found = m_bench->find<QListView>("foundMessages");
        auto *field = m_bench->find<QLineEdit>("search");
        QVERIFY(!found->isVisible());
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("fox"));
        QTRY_VERIFY(found->isVisible());
        QCOMPARE(m_bench->search.looked, QStringList{ QStringLiteral("fox") }); // once typing rests
        QCOMPARE(model().filters.last(), QStringLiteral("fox"));
        QCOMPARE(found->model()->rowCount(), 2);
        QCOMPARE(found->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("Moss fox: A fox, number 1"));
        found->setFocus();
        found->setCurrentIndex(found->model()->index(0, 0));
        QTest::keyClick(found, Qt::Key_Return);
        QCOMPARE(model().current, QStringLiteral("moss fox"));
        QCoreApplication::processEvents();
        QCOMPARE(m_bench->find<TranscriptView>("transcript")->current(), -1); // it has to be read first
        m_bench->transcript.readRow(1);
        QTRY_COMPARE(m_bench->find<TranscriptView>("transcript")->current(), 1);

        m_bench->search.answer = {};
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("es"));
        QTRY_VERIFY(!found->isVisible());
        QTest::keyClick(field, Qt::Key_Escape); // empties it
        QTRY_COMPARE(model().filters.last(), QString());
        QVERIFY(!found->parentWidget()->isVisible());
    }

    void writtenAsMarkdown()
    {
        const Catalogue catalogue = sampleCatalogue();
        client::TranscriptItem said;
        said.kind = client::TranscriptItem::Kind::User;
        said.at = QDateTime(QDate(2026, 11, 23), QTime(9, 0));
        said.text = QStringLiteral("# Not a heading <b>\n- not a list\n1. nor this ![x](http://evil/x.png)");
        client::Attachment picture = sampleAttachment(QStringLiteral("p"), InputRole::StartFrame);
        picture.fileName = QStringLiteral("dawn [1].png");
        picture.mime = QStringLiteral("image/png");
        said.attachments = { picture };
        const QString user = ConversationMarkdown::row(
            said, { { QStringLiteral("p"), QStringLiteral("attachments/001-dawn-1.png") } }, catalogue);
        QVERIFY2(user.contains(QStringLiteral("> \\# Not a heading \\<b\\>\n> \\- not a list\n"
                                              "> 1\\. nor this \\!\\[x\\](http://evil/x.png)")),
            qPrintable(user));
        QVERIFY2(user.contains(QStringLiteral("Start frame: dawn \\[1\\].png")), qPrintable(user));
        QVERIFY(user.contains(QStringLiteral("](<attachments/001-dawn-1.png>)")));
        QVERIFY(
            ConversationMarkdown::row(said, {}, catalogue).contains(QStringLiteral("the file is missing")));

        client::TranscriptItem answer;
        answer.kind = client::TranscriptItem::Kind::AgentText;
        answer.agent = AgentVersion::V2;
        answer.text = QStringLiteral("**Done** ![x](https://evil/x.png) <script>");
        answer.conversationCharge = 4;
        const QString agent = ConversationMarkdown::row(answer, {}, catalogue);
        QVERIFY(agent.contains(QStringLiteral("**Done** \\![x](https://evil/x.png) &lt;script>")));
        QVERIFY(agent.contains(QStringLiteral("4 credits for the conversation")));

        client::TranscriptItem made;
        made.kind = client::TranscriptItem::Kind::Generation;
        made.generation = sampleGeneration(QStringLiteral("one"), client::GenerationState::Done);
        made.generation.generation.status = GenerationStatus::Succeeded;
        made.generation.generation.chargedCredits = 33;
        made.generation.generation.assets = { Asset() };
        made.generation.generation.assets[0].id = QStringLiteral("v");
        const QString card = ConversationMarkdown::row(
            made, { { QStringLiteral("v"), QStringLiteral("media/002-clouds.mp4") } }, catalogue);
        for (const char *fact : { "### Carat Video (LTX 2.3)", "**Result:** Done",
                 "**Made by:** Draft render, made on this computer without AI",
                 "**Prompt:** Clouds clear and one gull crosses the frame", "**Input:** Start + end frame",
                 "**Options:** 5 s", "**Charged:** 33 credits", "**Generation:** `gen-one`",
                 "[Result](<media/002-clouds.mp4>)" })
            QVERIFY2(card.contains(QString::fromUtf8(fact)), qPrintable(card));
        made.generation.generation.chargedCredits = 0;
        made.generation.generation.status = GenerationStatus::Failed;
        made.generation.state = client::GenerationState::Failed;
        QVERIFY(ConversationMarkdown::row(made, {}, catalogue)
                    .contains(QStringLiteral("Not charged · 33 credits returned")));
    }
};

QTEST_MAIN(TestSidebar)
#include "tst_ui_sidebar.moc"
