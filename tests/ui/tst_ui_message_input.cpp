#include "support/WindowBench.h"

#include "ui/composer/MessageEdit.h"

#include <QInputMethodEvent>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

/// Korean through input-method events, in every order in which ibus, fcitx and the platforms deliver them:
/// what is written is sent once and whole, through the whole window.
class TestMessageInput : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowBench> m_bench;

    MessageEdit *edit() const { return m_bench->find<MessageEdit>("message"); }
    QList<client::TurnRequest> &sent() const { return m_bench->runner.sent; }
    QString text() const { return edit()->toPlainText(); }

    /// The composition as it is shown.
    void preedit(const QString &letters)
    {
        QInputMethodEvent event(letters, {});
        QApplication::sendEvent(edit(), &event);
    }
    /// A syllable is done; `next` is being composed already.
    void commit(const QString &letters, const QString &next = {})
    {
        QInputMethodEvent event(next, {});
        event.setCommitString(letters);
        QApplication::sendEvent(edit(), &event);
    }
    void enter() { QTest::keyClick(edit(), Qt::Key_Return); }
    /// "여우" as it is typed: ㅇ 여 → 여 + ㅇ → 여 + 우, the last syllable still open.
    void typeFox()
    {
        preedit(QStringLiteral("ㅇ"));
        preedit(QStringLiteral("여"));
        commit(QStringLiteral("여"), QStringLiteral("ㅇ"));
        preedit(QStringLiteral("우"));
        QCOMPARE(text(), QStringLiteral("여"));
    }
    void wasSentOnce(const QString &message)
    {
        QTRY_COMPARE(sent().size(), 1);
        QCOMPARE(sent().constFirst().text, message);
        QVERIFY2(text().isEmpty(), qPrintable(text()));
        QVERIFY(m_bench->composer.draftText.isEmpty());
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        m_bench->open();
        m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
        edit()->setFocus();
    }
    void cleanup() { m_bench.reset(); }

    /// ibus: the syllable is committed, then the key comes.
    void committedBeforeTheKey()
    {
        typeFox();
        commit(QStringLiteral("우"));
        enter();
        wasSentOnce(QStringLiteral("여우"));
    }

    /// The key comes while the syllable is open, and nothing else ever does (a platform without a word).
    void theKeyAlone()
    {
        typeFox();
        enter();
        wasSentOnce(QStringLiteral("여우"));
    }

    /// The key comes first, and the input method commits a moment later (asynchronous ibus, Wayland).
    void committedAfterTheKey()
    {
        typeFox();
        enter();
        commit(QStringLiteral("우"));
        wasSentOnce(QStringLiteral("여우"));
    }

    /// fcitx: reset() clears what is shown, and commits after that.
    void clearedThenCommittedAfterTheKey()
    {
        typeFox();
        enter();
        preedit({});
        commit(QStringLiteral("우"));
        wasSentOnce(QStringLiteral("여우"));
    }

    /// The composition is shown once more before it is committed.
    void shownAgainAfterTheKey()
    {
        typeFox();
        enter();
        preedit(QStringLiteral("우"));
        commit(QStringLiteral("우"));
        wasSentOnce(QStringLiteral("여우"));
    }

    /// The composition is taken away, the key is handed on, and the syllable comes last.
    void clearedBeforeTheKeyAndCommittedAfterIt()
    {
        typeFox();
        preedit({});
        enter();
        QCOMPARE(sent().size(), 0); // without its last syllable it is not the message
        commit(QStringLiteral("우"));
        wasSentOnce(QStringLiteral("여우"));
    }

    /// The same, cleared and committed in two steps before the key.
    void clearedAndCommittedBeforeTheKey()
    {
        typeFox();
        preedit({});
        commit(QStringLiteral("우"));
        enter();
        wasSentOnce(QStringLiteral("여우"));
    }

    /// A composition that was given up with Backspace: nothing follows, and the rest is sent all the same.
    void givenUpBeforeTheKey()
    {
        typeFox();
        preedit(QStringLiteral("ㅇ"));
        preedit({});
        enter();
        wasSentOnce(QStringLiteral("여"));
    }

    void enterHeldDownSendsOnce()
    {
        typeFox();
        enter();
        QKeyEvent again(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
        QApplication::sendEvent(edit(), &again);
        commit(QStringLiteral("우"));
        wasSentOnce(QStringLiteral("여우"));
    }

    /// The same syllable typed again at once is a new message, not an echo.
    void theSameSyllableAgainIsWritten()
    {
        preedit(QStringLiteral("ㅋ"));
        enter();
        QTRY_COMPARE(sent().size(), 1);
        QTest::keyPress(edit(), Qt::Key_Shift); // somebody types on
        preedit(QStringLiteral("ㅋ"));
        commit(QStringLiteral("ㅋ"));
        QCOMPARE(text(), QStringLiteral("ㅋ"));
    }

    void anotherSyllableAfterSendingIsWritten()
    {
        typeFox();
        enter();
        QTRY_COMPARE(sent().size(), 1);
        preedit(QStringLiteral("ㄱ"));
        commit(QStringLiteral("곰"));
        QCOMPARE(text(), QStringLiteral("곰"));
    }

    void shiftEnterWhileComposingBreaksTheLineAndKeepsTheSyllable()
    {
        typeFox();
        commit(QStringLiteral("우")); // every input method commits on a key with a meaning of its own
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ShiftModifier);
        preedit(QStringLiteral("곰"));
        enter();
        wasSentOnce(QStringLiteral("여우\n곰"));
    }

    void whatCannotBeSentKeepsItsSyllables()
    {
        m_bench->composer.online = false;
        typeFox();
        enter();
        commit(QStringLiteral("우")); // the echo
        QCOMPARE(sent().size(), 0);
        QCOMPARE(text(), QStringLiteral("여우"));
        QCOMPARE(m_bench->composer.draftText, QStringLiteral("여우"));
    }

    void leavingTheMessageCommitsOnce()
    {
        typeFox();
        m_bench->find("models")->setFocus();
        commit(QStringLiteral("우"));
        QCOMPARE(text(), QStringLiteral("여우"));
    }

    void upWhileComposingRecallsNothing()
    {
        m_bench->prompts.add(QStringLiteral("등대"));
        preedit(QStringLiteral("ㅇ"));
        QTest::keyClick(edit(), Qt::Key_Up);
        QTest::qWait(0);
        QVERIFY(text().isEmpty());
        QCOMPARE(m_bench->prompts.asked, 0);
        commit(QStringLiteral("여"));
        QCOMPARE(text(), QStringLiteral("여"));
    }

    void upWhileComposingInARecalledPromptStays()
    {
        m_bench->prompts.add(QStringLiteral("오래된 것"));
        m_bench->prompts.add(QStringLiteral("등대"));
        QTest::keyClick(edit(), Qt::Key_Up);
        QTRY_COMPARE(text(), QStringLiteral("등대"));
        preedit(QStringLiteral("ㅇ"));
        QTest::keyClick(edit(), Qt::Key_Up);
        QTest::qWait(0);
        commit(QStringLiteral("여"));
        QCOMPARE(text(), QStringLiteral("등대여"));
    }

    void aBatchTakesTheOpenSyllable()
    {
        m_bench->composer.setText(QStringLiteral("곰\n"));
        edit()->moveCursor(QTextCursor::End);
        preedit(QStringLiteral("여"));
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_bench->composer.draftText, QStringLiteral("곰\n여"));
        QVERIFY(m_bench->find("batchPage")->isVisible());
        QCOMPARE(sent().size(), 0);
    }
};

QTEST_MAIN(TestMessageInput)
#include "tst_ui_message_input.moc"
