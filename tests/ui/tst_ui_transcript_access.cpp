#include "tests/ui/support/TranscriptBench.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;
using client::TranscriptItem;

/// What a screen reader meets.
class TestTranscriptAccess : public QObject {
    Q_OBJECT

    using Kind = TranscriptItem::Kind;
    std::unique_ptr<TranscriptBench> m_bench;

    QAccessibleInterface *list() { return QAccessible::queryAccessibleInterface(&m_bench->view); }

private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void init()
    {
        m_bench = std::make_unique<TranscriptBench>();
        m_bench->say(Kind::User, QStringLiteral("Slow push from the dark room"));
        TranscriptItem answer = said(QStringLiteral("a"), Kind::AgentText, QStringLiteral("Here **is** it."));
        answer.agent = AgentVersion::V2;
        answer.conversationCharge = 4;
        m_bench->transcript.append(answer);
        m_bench->transcript.append(result(QStringLiteral("r")));
        TranscriptItem running = result(QStringLiteral("n"));
        running.generation.state = client::GenerationState::Running;
        running.generation.generation.quotedCredits = 145;
        m_bench->transcript.append(running);
        TranscriptItem problem = said(QStringLiteral("p"), Kind::Problem, {});
        problem.error =
            Error{ ErrorKind::Network, QStringLiteral("The service cannot be reached."), {}, {}, {}, {} };
        m_bench->transcript.append(problem);
        m_bench->settle();
    }
    void cleanup() { m_bench.reset(); }

    void everyRowHasRoleNameAndText()
    {
        QCOMPARE(list()->role(), QAccessible::List);
        QCOMPARE(list()->text(QAccessible::Name), QStringLiteral("Transcript"));
        QVERIFY(list()->childCount() >= 5);
        const QStringList names{ QStringLiteral("You: Slow push from the dark room"),
            QStringLiteral("Agent 2.0: Here is it."), QStringLiteral("Kling 3.0: "),
            QStringLiteral("Kling 3.0: "), QStringLiteral("Not answered: The service cannot be reached.") };
        for (int row = 0; row < 5; ++row) {
            QAccessibleInterface *item = list()->child(row);
            QCOMPARE(item->role(), QAccessible::ListItem);
            QVERIFY2(item->text(QAccessible::Name).startsWith(names.at(row)),
                qPrintable(item->text(QAccessible::Name)));
            QVERIFY(item->textInterface());
            QVERIFY(item->textInterface()->characterCount() > 0);
            QCOMPARE(list()->indexOfChild(item), row);
            QCOMPARE(item->parent(), list());
            QVERIFY(item->isValid());
        }
        QAccessibleTextInterface *text = list()->child(1)->textInterface();
        QCOMPARE(text->text(0, text->characterCount()), QStringLiteral("Here is it."));
        QVERIFY(list()->child(1)->text(QAccessible::Description).contains(QStringLiteral("4 credits")));
        QVERIFY(list()->child(3)->text(QAccessible::Name).contains(QStringLiteral("145 credits held")));
    }

    void itIsWhereItIsSeen()
    {
        QAccessibleInterface *item = list()->child(0);
        const QRect row = m_bench->view.sight().rectOf(0);
        QCOMPARE(item->rect(), QRect(m_bench->view.viewport()->mapToGlobal(row.topLeft()), row.size()));
        const QPoint middle = item->rect().center();
        QCOMPARE(list()->childAt(middle.x(), middle.y()), item);
        QAccessibleTextInterface *text = item->textInterface();
        const QRect third = text->characterRect(3);
        QVERIFY(item->rect().contains(third.center()));
        QCOMPARE(text->offsetAtPoint(QPoint(third.left() + 1, third.center().y())), 3);
        QVERIFY(!item->state().offscreen);
    }

    void aCardIsPartOfItsRow()
    {
        QAccessibleInterface *item = list()->child(3);
        QCOMPARE(item->childCount(), 1);
        QAccessibleInterface *card = item->child(0);
        QVERIFY(card && card->object());
        QCOMPARE(card->parent(), item);
        QCOMPARE(list()->child(0)->childCount(), 0);
        // The button is below it.
        auto *cancel = m_bench->view.findChild<QWidget *>(QStringLiteral("cancel"));
        QAccessibleInterface *up = QAccessible::queryAccessibleInterface(cancel);
        while (up && up != item)
            up = up->parent();
        QCOMPARE(up, item);
    }

    void theKeyboardIsTold()
    {
        m_bench->view.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&m_bench->view, Qt::Key_Home);
        QCOMPARE(list()->focusChild(), list()->child(0));
        QVERIFY(list()->child(0)->state().focused);
        QTest::keyClick(&m_bench->view, Qt::Key_Down);
        QVERIFY(!list()->child(0)->state().focused);
        QVERIFY(list()->child(1)->state().focused);
    }

    void textIsSelectedAndPressedThroughIt()
    {
        QAccessibleTextInterface *text = list()->child(0)->textInterface();
        text->addSelection(5, 9);
        QCOMPARE(text->selectionCount(), 1);
        int from = 0;
        int to = 0;
        text->selection(0, &from, &to);
        QCOMPARE(from, 5);
        QCOMPARE(to, 9);
        QVERIFY(list()->child(0)->state().selected);

        QSignalSpy chosen(&m_bench->view, &TranscriptView::chosen);
        QAccessibleActionInterface *action = list()->child(2)->actionInterface();
        QVERIFY(action->actionNames().contains(QAccessibleActionInterface::pressAction()));
        action->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(chosen.size(), 1);
    }

    void aRowThatWasNotReadSaysSo()
    {
        m_bench->transcript.unread = { 0 };
        QAccessibleInterface *item = list()->child(0);
        QVERIFY(item->state().busy);
        QCOMPARE(item->text(QAccessible::Name), QStringLiteral("Message 1, being read"));
        QCOMPARE(m_bench->transcript.prepared, std::make_pair(0, 0)); // and has it read
        m_bench->transcript.readRow(0);
        QVERIFY(item->text(QAccessible::Name).startsWith(QStringLiteral("You: Slow push")));
    }

    void itemsStayWithTheirRows()
    {
        QAccessibleInterface *item = list()->child(1);
        m_bench->transcript.insert(0, said(QStringLiteral("x"), Kind::User, QStringLiteral("older")));
        QCOMPARE(list()->indexOfChild(item), 2);
        QVERIFY(list()->child(1)->text(QAccessible::Name).startsWith(QStringLiteral("You: Slow")));
        m_bench->transcript.clear();
        QVERIFY(!item->isValid() || list()->indexOfChild(item) < 0);
    }

    void aHundredThousandRowsAreNotMade()
    {
        QList<TranscriptItem> many(100'000, said(QStringLiteral("m"), Kind::User, QStringLiteral("a word")));
        m_bench->transcript.setRows(many);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(list()->childCount() >= 100'000);
        QVERIFY(list()->child(99'999)->text(QAccessible::Name).startsWith(QStringLiteral("You: a word")));
        QVERIFY(list()->child(50'000)->textInterface());
        QVERIFY(clock.elapsed() < 2000);
        // Whoever walks through all of them does not leave a hundred thousand behind.
        for (int row = 0; row < 5000; ++row)
            QVERIFY(list()->child(row)->isValid());
        QCOMPARE(list()->indexOfChild(list()->child(4999)), 4999);
    }
};

QTEST_MAIN(TestTranscriptAccess)
#include "tst_ui_transcript_access.moc"
