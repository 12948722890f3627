#include "tests/ui/support/TranscriptBench.h"
#include "ui/chat/TranscriptCopy.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;
using client::TranscriptItem;

/// Text selected across messages, and copied.
class TestTranscriptText : public QObject {
    Q_OBJECT

    using Kind = TranscriptItem::Kind;
    std::unique_ptr<TranscriptBench> m_bench;

    QWidget *viewport() { return m_bench->view.viewport(); }
    void press(const QPoint &at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(viewport(), Qt::LeftButton, modifiers, at);
    }
    void release(const QPoint &at) { QTest::mouseRelease(viewport(), Qt::LeftButton, {}, at); }
    void moveTo(const QPoint &at)
    {
        QMouseEvent move(
            QEvent::MouseMove, at, viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport(), &move);
    }
    void drag(const QPoint &from, const QPoint &to)
    {
        press(from);
        moveTo((from + to) / 2);
        moveTo(to);
        release(to);
    }
    QString copied()
    {
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(&m_bench->view, Qt::Key_C, Qt::ControlModifier);
        return QGuiApplication::clipboard()->text();
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<TranscriptBench>();
        m_bench->say(Kind::User, QStringLiteral("Slow push from the dark room"));
        m_bench->say(Kind::AgentText, QStringLiteral("Here is the **5-second** move.\n\nIt was free."));
        m_bench->transcript.append(result(QStringLiteral("r")));
        m_bench->say(Kind::User, QStringLiteral("항구의 새벽을 더 길게"));
        m_bench->settle();
    }
    void cleanup() { m_bench.reset(); }

    void aDragSelectsWithinAMessage()
    {
        drag(m_bench->at(0, 5), m_bench->at(0, 14));
        QCOMPARE(copied(), QStringLiteral("push from"));
    }

    void aDragBackwardsToo()
    {
        drag(m_bench->at(0, 14), m_bench->at(0, 5));
        QCOMPARE(copied(), QStringLiteral("push from"));
    }

    void aDragSelectsAcrossMessages()
    {
        drag(m_bench->at(0, 19), m_bench->at(3, 3));
        // A result between them comes along in words.
        QCOMPARE(copied(),
            QStringLiteral("dark room\n\nHere is the 5-second move.\nIt was free.\n\n[Kling 3.0]\n\n항구의"));
    }

    void aCopyIsHtmlAndMarkdownToo()
    {
        drag(m_bench->at(1, 0), m_bench->at(1, 27));
        copied();
        const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
        QVERIFY(mime->hasHtml());
        QVERIFY(mime->html().contains(QStringLiteral("5-second")));
        QVERIFY(mime->html().contains(QStringLiteral("font-weight"))); // it stays strong
        QVERIFY(QString::fromUtf8(mime->data(QStringLiteral("text/markdown")))
                    .contains(QStringLiteral("**5-second**")));
    }

    void aDoubleClickTakesAWord()
    {
        QTest::mouseDClick(viewport(), Qt::LeftButton, {}, m_bench->at(0, 7));
        QCOMPARE(copied(), QStringLiteral("push"));
    }

    void aDragFromADoubleClickTakesWords()
    {
        const QPoint from = m_bench->at(0, 7);
        QTest::mousePress(viewport(), Qt::LeftButton, {}, from);
        release(from);
        QMouseEvent second(QEvent::MouseButtonDblClick, from, viewport()->mapToGlobal(from), Qt::LeftButton,
            Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport(), &second);
        moveTo(m_bench->at(0, 12));
        release(m_bench->at(0, 12));
        QCOMPARE(copied(), QStringLiteral("push from"));
    }

    void aThirdClickTakesTheParagraph()
    {
        const QPoint at = m_bench->at(1, 4);
        QTest::mouseDClick(viewport(), Qt::LeftButton, {}, at);
        press(at);
        release(at);
        QCOMPARE(copied(), QStringLiteral("Here is the 5-second move."));
    }

    void shiftAndAClickExtend()
    {
        press(m_bench->at(0, 5));
        release(m_bench->at(0, 5));
        press(m_bench->at(0, 14), Qt::ShiftModifier);
        release(m_bench->at(0, 14));
        QCOMPARE(copied(), QStringLiteral("push from"));
        press(m_bench->at(0, 9), Qt::ShiftModifier);
        release(m_bench->at(0, 9));
        QCOMPARE(copied(), QStringLiteral("push"));
    }

    void aClickTakesTheSelectionAway()
    {
        drag(m_bench->at(0, 5), m_bench->at(0, 14));
        press(m_bench->at(1, 2));
        release(m_bench->at(1, 2));
        QVERIFY(m_bench->view.selection().isEmpty());
        QCOMPARE(copied(), QString());
    }

    void shiftAndTheArrowsSelect()
    {
        QTest::keyClick(&m_bench->view, Qt::Key_Home);
        QTest::keyClick(&m_bench->view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&m_bench->view, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(copied(), QStringLiteral("Slow "));
        QTest::keyClick(&m_bench->view, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(copied(), QStringLiteral("Slow push from the dark room"));
        // On into the next message, and back.
        QTest::keyClick(&m_bench->view, Qt::Key_Right, Qt::ShiftModifier);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&m_bench->view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(copied(), QStringLiteral("Slow push from the dark room\n\nHere"));
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&m_bench->view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(copied(), QStringLiteral("Slow push from the dark room"));
        QTest::keyClick(&m_bench->view, Qt::Key_Home, Qt::ShiftModifier);
        QVERIFY(m_bench->view.selection().isEmpty());
    }

    void shiftAndDownGoesByLines()
    {
        QTest::keyClick(&m_bench->view, Qt::Key_Home);
        QTest::keyClick(&m_bench->view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(copied(), QStringLiteral("Slow push from the dark room"));
        QTest::keyClick(&m_bench->view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_bench->view.selection().cursor().row, 1);
    }

    void everythingIsSelectedAndEscapeLetsGo()
    {
        QTest::keyClick(&m_bench->view, Qt::Key_A, Qt::ControlModifier);
        const QString all = copied();
        QVERIFY(all.startsWith(QStringLiteral("Slow push")));
        QVERIFY(all.endsWith(QStringLiteral("더 길게")));
        QTest::keyClick(&m_bench->view, Qt::Key_Escape);
        QVERIFY(m_bench->view.selection().isEmpty());
    }

    void rowsThatWereNotReadAreCopiedAsWell()
    {
        m_bench->transcript.unread = { 0 };
        QTest::keyClick(&m_bench->view, Qt::Key_A, Qt::ControlModifier);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(&m_bench->view, Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Slow push")));
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("더 길게")));
    }

    void aDragBeyondTheEdgeScrollsAlong()
    {
        for (int i = 0; i < 60; ++i)
            m_bench->say(Kind::AgentText, QStringLiteral("line %1").arg(i));
        m_bench->settle();
        QScrollBar *bar = m_bench->view.verticalScrollBar();
        QTRY_COMPARE(bar->value(), bar->maximum());
        const int last = static_cast<int>(m_bench->transcript.rows.size()) - 1;
        const int end = bar->value();
        press(m_bench->at(last, 3));
        moveTo(QPoint(200, 300));
        moveTo(QPoint(200, -80));
        QTRY_VERIFY(bar->value() < end - 300); // it goes on while the mouse stands still
        QVERIFY(m_bench->view.selection().cursor().row < last - 8);
        release(QPoint(200, -80));
        const int stopped = bar->value();
        QTest::qWait(60);
        QCOMPARE(bar->value(), stopped);
        QVERIFY(copied().endsWith(QStringLiteral("lin")));
    }

    void aSelectionStaysWithItsRows()
    {
        drag(m_bench->at(0, 5), m_bench->at(0, 14));
        m_bench->transcript.insert(0, said(QStringLiteral("x"), Kind::User, QStringLiteral("older")));
        m_bench->settle();
        QCOMPARE(m_bench->view.selection().first().row, 1);
        QCOMPARE(copied(), QStringLiteral("push from"));
    }

    void selectedTextIsSeen()
    {
        m_bench->settle();
        const QPoint at = m_bench->at(0, 6) + QPoint(2, -7);
        const QColor before = viewport()->grab().toImage().pixelColor(at);
        drag(m_bench->at(0, 5), m_bench->at(0, 14));
        const QColor after = viewport()->grab().toImage().pixelColor(at);
        QVERIFY(before != after);
        QCOMPARE(after, m_bench->theme.tokens().accentFill);
    }

    void aClickOnAResultStillPlaysIt()
    {
        QSignalSpy chosen(&m_bench->view, &TranscriptView::chosen);
        const QRect stage = m_bench->view.rows().at(2).stage.translated(0, m_bench->view.sight().topOf(2));
        QTest::mouseClick(viewport(), Qt::LeftButton, {}, stage.center());
        QCOMPARE(chosen.size(), 1);
        QVERIFY(m_bench->view.selection().isEmpty());
    }
};

QTEST_MAIN(TestTranscriptText)
#include "tst_ui_transcript_text.moc"
