#include "support/WindowBench.h"

#include "ui/queue/QueueRow.h"
#include "ui/widgets/Button.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalSpy>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;
using State = client::GenerationState;

/// The Queue tab by keyboard and mouse.
class TestQueue : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowBench> m_bench;

    static client::GenerationRecord record(const char *key, State state, std::optional<int> place = {})
    {
        client::GenerationRecord r = sampleGeneration(QString::fromLatin1(key), state);
        r.generation.prompt = QStringLiteral("The prompt of %1").arg(r.key);
        r.generation.queuePosition = place;
        if (state == State::Queued) {
            r.generation.status = GenerationStatus::Queued;
            r.generation.stage = QStringLiteral("queued");
            r.generation.progress.reset();
            r.generation.etaS.reset();
        }
        return r;
    }
    /// One under way, three that wait.
    void open()
    {
        m_bench->open();
        m_bench->generations.put(record("run", State::Running));
        m_bench->generations.put(record("a", State::Queued, 1));
        m_bench->generations.put(record("b", State::Queued, 2));
        m_bench->generations.put(record("c", State::Queued, 3));
        QTest::mouseClick(m_bench->find("queue"), Qt::LeftButton);
        QTRY_COMPARE(keys(), QStringLiteral("run a b c"));
    }
    QList<QueueRow *> rows() const
    {
        QList<QueueRow *> all;
        for (QueueRow *row : m_bench->window->findChildren<QueueRow *>()) {
            if (row->isVisible())
                all.append(row);
        }
        const auto y = [](const QWidget *row) { return row->mapToGlobal(QPoint(0, 0)).y(); };
        std::sort(all.begin(), all.end(), [&](QWidget *a, QWidget *b) { return y(a) < y(b); });
        return all;
    }
    /// As they stand on the screen.
    QString keys() const
    {
        QStringList all;
        for (const QueueRow *row : rows())
            all.append(row->key());
        return all.join(QLatin1Char(' '));
    }
    QueueRow *row(const char *key) const
    {
        for (QueueRow *one : rows()) {
            if (one->key() == QLatin1String(key))
                return one;
        }
        return nullptr;
    }
    /// With the button down, wherever the desktop's own pointer is.
    static void moveTo(QWidget *widget, const QPoint &global)
    {
        QMouseEvent event(QEvent::MouseMove, widget->mapFromGlobal(global), global, Qt::NoButton,
            Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &event);
    }
    using Moves = QList<std::pair<QString, QString>>;
    static Moves moved(const char *key, const char *before)
    {
        return { { QString::fromLatin1(key), QString::fromLatin1(before) } };
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        m_bench->conversations.append(QStringLiteral("harbor"), QStringLiteral("Harbor"));
        m_bench->session.info.features.append(QStringLiteral("queue_order"));
    }

    void saysWhatIsKnownAndNoMore()
    {
        open();
        QCOMPARE(m_bench->find<Button>("queue")->badge(), QStringLiteral("4"));
        const QString running = row("run")->accessibleName();
        QVERIFY2(running.contains(QStringLiteral("Carat Video (LTX 2.3)")), qPrintable(running));
        QVERIFY(running.contains(QStringLiteral("The prompt of run")));
        QVERIFY(running.contains(QStringLiteral("about 40 s left")));
        QVERIFY(running.contains(QStringLiteral("33 credits held")));
        QVERIFY(row("a")->accessibleName().contains(QStringLiteral("the next in line")));
        QVERIFY(row("c")->accessibleName().contains(QStringLiteral("number 3 in line")));
        client::GenerationRecord slow = record("run", State::Running);
        slow.generation.etaS.reset(); // no measured rate: the stage alone
        m_bench->generations.put(slow);
        QTRY_VERIFY(!row("run")->accessibleName().contains(QStringLiteral("left")));
        QVERIFY(row("run")->accessibleName().contains(QStringLiteral("Rendering")));
    }

    void movedByKeyboard()
    {
        open();
        row("c")->setFocus();
        QTest::keyClick(row("c"), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(keys(), QStringLiteral("run a c b"));
        QCOMPARE(m_bench->generations.moves, moved("c", "b"));
        QVERIFY(row("c")->hasFocus()); // and goes on with the same one
        m_bench->generations.moves.clear();
        QTest::keyClick(row("c"), Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(keys(), QStringLiteral("run a b c"));
        QCOMPARE(m_bench->generations.moves, moved("c", ""));
        m_bench->generations.moves.clear();
        QTest::keyClick(row("c"), Qt::Key_Down, Qt::AltModifier); // it is the last
        row("run")->setFocus();
        QTest::keyClick(row("run"), Qt::Key_Down, Qt::AltModifier); // it does not wait
        QVERIFY(m_bench->generations.moves.isEmpty());
        QTest::keyClick(row("run"), Qt::Key_Down);
        QVERIFY(row("a")->hasFocus());
        QTest::keyClick(row("a"), Qt::Key_Up);
        QVERIFY(row("run")->hasFocus());
    }

    void draggedByMouse()
    {
        open();
        const auto drag = [this](const char *key, int byRows, bool drop) {
            QueueRow *from = row(key);
            const int step = row("b")->height() + 8;
            const QPoint start = from->mapToGlobal(QPoint(14, 20));
            QTest::mousePress(from, Qt::LeftButton, {}, from->mapFromGlobal(start));
            for (int i = 1; i <= 4; ++i) { // the row goes along, so each step is seen from where it is now
                const QPoint here = start + QPoint(0, byRows * step * i / 4);
                moveTo(from, here);
                QCoreApplication::processEvents();
            }
            if (drop)
                QTest::mouseRelease(from, Qt::LeftButton);
        };
        drag("c", -2, true);
        QTRY_COMPARE(keys(), QStringLiteral("run c a b"));
        QCOMPARE(m_bench->generations.moves, moved("c", "a"));

        // Escape puts it back where it was.
        m_bench->generations.moves.clear();
        drag("b", -2, false);
        QTRY_COMPARE(keys(), QStringLiteral("run b c a"));
        QTest::keyClick(row("b"), Qt::Key_Escape);
        QTRY_COMPARE(keys(), QStringLiteral("run c a b"));
        QVERIFY(m_bench->generations.moves.isEmpty());
    }

    void movedByItsMenu()
    {
        open();
        row("c")->setFocus();
        QContextMenuEvent event(
            QContextMenuEvent::Keyboard, QPoint(4, 4), row("c")->mapToGlobal(QPoint(4, 4)));
        QApplication::sendEvent(row("c"), &event);
        auto *menu = row("c")->findChild<QMenu *>(QStringLiteral("queueMenu"));
        QVERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Down); // "Run next"
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE(keys(), QStringLiteral("run c a b"));
        QCOMPARE(m_bench->generations.moves, moved("c", "a"));
    }

    void noOrderIsOfferedWhereTheServiceKeepsNone()
    {
        m_bench->session.info.features.clear();
        open();
        QVERIFY(row("a")->accessibleDescription().isEmpty());
        row("c")->setFocus();
        QTest::keyClick(row("c"), Qt::Key_Up, Qt::AltModifier);
        QTest::mousePress(row("c"), Qt::LeftButton, {}, QPoint(14, 20));
        moveTo(row("c"), row("c")->mapToGlobal(QPoint(14, -120)));
        QTest::mouseRelease(row("c"), Qt::LeftButton, {}, QPoint(14, -120));
        QCOMPARE(keys(), QStringLiteral("run a b c"));
        QVERIFY(m_bench->generations.moves.isEmpty());
    }

    void aRefusedMoveGoesBackAndIsSaid()
    {
        open();
        m_bench->generations.moveError =
            Error{ ErrorKind::Network, QStringLiteral("The service cannot be reached."), {}, {}, {}, {} };
        row("c")->setFocus();
        QTest::keyClick(row("c"), Qt::Key_Up, Qt::AltModifier);
        QTRY_VERIFY(m_bench->find("errorNotice")->isVisible());
        QTRY_COMPARE(keys(), QStringLiteral("run a b c"));
    }

    void exactlyOneIsCancelled()
    {
        open();
        QTest::mouseClick(row("b")->findChild<Button *>(QStringLiteral("cancel")), Qt::LeftButton);
        QCOMPARE(m_bench->generations.cancelled, QStringList{ QStringLiteral("b") });
        row("c")->setFocus();
        QTest::keyClick(row("c"), Qt::Key_Delete);
        QCOMPARE(m_bench->generations.cancelled.last(), QStringLiteral("c"));
        // What is being saved is paid for: there is nothing to cancel.
        m_bench->generations.put(record("run", State::Downloading));
        QTRY_VERIFY(!row("run")->findChild<Button *>(QStringLiteral("cancel"))->isVisible());
    }

    void cancellingAllAsksOnce()
    {
        open();
        auto *all = m_bench->find<Button>("cancelAll");
        QTest::mouseClick(all, Qt::LeftButton);
        QWidget *question = m_bench->find("cancelAllQuestion");
        QVERIFY(question->isVisible());
        QVERIFY2(
            question->accessibleName().contains(QStringLiteral("4")), qPrintable(question->accessibleName()));
        QVERIFY(question->accessibleName().contains(QStringLiteral("You get 132 credits back")));
        QVERIFY(m_bench->find("keepAll")->hasFocus()); // Enter changes nothing
        QTest::keyClick(m_bench->find("keepAll"), Qt::Key_Escape);
        QVERIFY(!question->isVisible());
        QVERIFY(m_bench->generations.cancelled.isEmpty());

        all->setFocus();
        QTest::keyClick(all, Qt::Key_Space);
        QVERIFY(question->isVisible());
        QTest::mouseClick(m_bench->find("confirmCancelAll"), Qt::LeftButton);
        QCOMPARE(m_bench->generations.cancelled.join(QLatin1Char(' ')), QStringLiteral("c b a run"));
        QVERIFY(!question->isVisible());
    }

    void leadsToItsChatUnlessThatIsGone()
    {
        open();
        row("a")->setFocus();
        QTest::keyClick(row("a"), Qt::Key_Return);
        QCOMPARE(m_bench->conversations.current, QStringLiteral("harbor"));
        m_bench->conversations.remove(QStringLiteral("harbor"));
        QTRY_VERIFY(!row("a")->findChild<Button *>(QStringLiteral("showChat"))->isVisible());
    }

    void emptySaysSo()
    {
        open();
        for (const char *key : { "run", "a", "b", "c" })
            m_bench->generations.put(record(key, State::Cancelled));
        QTRY_VERIFY(rows().isEmpty());
        QCOMPARE(m_bench->find<Button>("queue")->badge(), QString());
        QVERIFY(!m_bench->find("cancelAll")->isVisible());
    }
};

QTEST_MAIN(TestQueue)
#include "tst_ui_queue.moc"
