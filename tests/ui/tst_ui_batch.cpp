#include "support/WindowBench.h"

#include "ui/batch/BatchBar.h"
#include "ui/batch/BatchPage.h"
#include "ui/batch/BatchSummary.h"
#include "ui/widgets/Button.h"

#include <QFile>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTableView>
#include <QUrl>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

/// Several requests at once: from the message and from a file, under one card, by keyboard and by mouse.
class TestBatch : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowBench> m_bench;

    QPlainTextEdit *edit() const { return m_bench->find<QPlainTextEdit>("message"); }
    Button *button(const char *name) const { return m_bench->find<Button>(name); }
    BatchSummary *summary() const { return m_bench->find<BatchSummary>("batchSummary"); }
    QTableView *table() const { return m_bench->find<QTableView>("batchLines"); }
    BatchBar *bar() const { return m_bench->find<BatchBar>("batchBar"); }
    bool pageIsOpen() const
    {
        const auto *page = m_bench->find("batchPage");
        return page && page->isVisible();
    }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QString said() const { return summary()->spokenText(); }
    QString file(const QByteArray &bytes) const
    {
        QFile out(m_bench->profile.filePath(QStringLiteral("list.csv")));
        if (!out.open(QIODevice::WriteOnly))
            qFatal("no room");
        out.write(bytes);
        return out.fileName();
    }
    void write(const QString &text)
    {
        m_bench->composer.setText(text);
        edit()->setFocus();
        edit()->moveCursor(QTextCursor::End);
    }
    void openByKeyboard()
    {
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(pageIsOpen());
        QTRY_VERIFY(button("sendBatch")->isEnabled());
    }
    void accept() { QTest::mouseClick(button("sendBatch"), Qt::LeftButton); }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        m_bench->open();
        m_bench->composer.setAgent(AgentVersion::V1);
    }
    void cleanup() { m_bench.reset(); }

    void severalLinesOfferABatch()
    {
        QVERIFY(!button("sendAsBatch")->isVisible());
        write(QStringLiteral("a fox"));
        QVERIFY(!button("sendAsBatch")->isVisible());
        write(QStringLiteral("a fox\na boat\n\na kite"));
        QVERIFY(button("sendAsBatch")->isVisible());
        QVERIFY(button("sendAsBatch")->text().contains(QLatin1Char('3')));
        QTest::keyClick(edit(), Qt::Key_Return); // Enter stays one message
        QCOMPARE(m_bench->runner.sent.size(), 1);
        QCOMPARE(m_bench->runner.sent.constFirst().text, QStringLiteral("a fox\na boat\n\na kite"));
    }

    void oneCardThenAQueue()
    {
        write(QStringLiteral("a fox\na boat"));
        QTest::mouseClick(button("sendAsBatch"), Qt::LeftButton);
        QVERIFY(pageIsOpen());
        QTRY_VERIFY(button("sendBatch")->isEnabled());
        QCOMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(cell(0, 4), QStringLiteral("33"));
        QVERIFY2(said().startsWith(QStringLiteral("2 request")), qPrintable(said()));
        QVERIFY(said().contains(QStringLiteral("66 credits")));
        QVERIFY(said().contains(QStringLiteral("8,346 credits"))); // 8,412 − 66
        QCOMPARE(button("sendBatch")->text(), QStringLiteral("Send 2 for 66 credits"));
        QCOMPARE(m_bench->batches.added, 0); // nothing before the answer
        accept();
        QTRY_COMPARE(m_bench->batches.added, 1);
        QCOMPARE(m_bench->batches.all.size(), 2);
        QCOMPARE(m_bench->batches.all.at(0).turn.text, QStringLiteral("a fox"));
        QCOMPARE(m_bench->batches.all.at(1).turn.quote.totalCredits, std::optional<Credits>(33));
        QVERIFY(m_bench->batches.all.at(0).turn.messageId != m_bench->batches.all.at(1).turn.messageId);
        QTRY_VERIFY(m_bench->composer.draftText.isEmpty()); // it has become the batch
        QVERIFY(m_bench->runner.sent.isEmpty());
        QTRY_VERIFY(said().startsWith(QStringLiteral("Batch: 0 of 2 done")));
        QTest::keyClick(m_bench->find("batchPage"), Qt::Key_Escape);
        QVERIFY(!pageIsOpen());
        QVERIFY(bar()->isVisible());
    }

    void notSendingKeepsTheMessage()
    {
        write(QStringLiteral("a fox\na boat"));
        openByKeyboard();
        QTest::mouseClick(button("doNotSendBatch"), Qt::LeftButton);
        QVERIFY(!pageIsOpen());
        QCOMPARE(m_bench->composer.draftText, QStringLiteral("a fox\na boat"));
        QCOMPARE(m_bench->batches.added, 0);
    }

    void byKeyboardAlone()
    {
        write(QStringLiteral("a fox\na boat\na kite"));
        openByKeyboard();
        table()->setFocus();
        table()->selectRow(1);
        QTest::keyClick(table(), Qt::Key_Space); // leaves the line out
        QTRY_COMPARE(button("sendBatch")->text(), QStringLiteral("Send 2 for 66 credits"));
        QCOMPARE(cell(1, 5), QStringLiteral("Left out"));
        QTest::keyClick(table(), Qt::Key_Space);
        QTRY_COMPARE(button("sendBatch")->text(), QStringLiteral("Send 3 for 99 credits"));
        button("sendBatch")->setFocus();
        QTest::keyClick(button("sendBatch"), Qt::Key_Return);
        QTRY_COMPARE(m_bench->batches.all.size(), 3);
    }

    void twoQuickClicksAreOneBatch()
    {
        write(QStringLiteral("a fox\na boat"));
        openByKeyboard();
        accept();
        accept();
        QTRY_COMPARE(m_bench->batches.added, 1);
        QTest::qWait(0);
        QCOMPARE(m_bench->batches.added, 1);
    }

    void aFileWithProblemsIsMendedLineByLine()
    {
        const QString list = file("prompt,model,seconds,extra\r\n"
                                  "a fox,Kling 3.0,10,x\r\n"
                                  "a boat,Pika 9,,\r\n"
                                  "a kite,Kling 3.0,60,\r\n");
        QMimeData drop;
        drop.setUrls({ QUrl::fromLocalFile(list) });
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &drop, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_bench->window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPoint(400, 300), Qt::CopyAction, &drop, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_bench->window.get(), &dropped);
        QVERIFY(pageIsOpen());
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QTRY_VERIFY(button("sendBatch")->isEnabled());
        QCOMPARE(cell(0, 4), QStringLiteral("290"));
        QCOMPARE(cell(1, 5), QStringLiteral("There is no model “Pika 9”."));
        QVERIFY2(cell(2, 5).contains(QStringLiteral("too long")), qPrintable(cell(2, 5)));
        QVERIFY2(said().contains(QStringLiteral("have a problem and are skipped")), qPrintable(said()));
        QVERIFY(m_bench->find("pageNotice")->isVisible()); // "extra" means nothing here
        QCOMPARE(button("sendBatch")->text(), QStringLiteral("Send 1 for 290 credits"));
        table()->selectRow(2);
        QCOMPARE(button("mendLine")->text(), QStringLiteral("Use 15 s"));
        QTest::mouseClick(button("mendLine"), Qt::LeftButton);
        QTRY_COMPARE(cell(2, 4), QStringLiteral("435")); // ceil(28.965518 × 15)
        table()->selectRow(1);
        QTest::keyClick(table(), Qt::Key_Return); // mends too
        QTRY_COMPARE(cell(1, 5), QStringLiteral("Ready"));
        QTRY_COMPARE(button("sendBatch")->text(), QStringLiteral("Send 3 for 758 credits")); // 290 + 33 + 435
        write(QStringLiteral("half a thought"));
        accept();
        QTRY_COMPARE(m_bench->batches.all.size(), 3);
        QCOMPARE(m_bench->composer.draftText, QStringLiteral("half a thought")); // not the file's
    }

    void aMissingPictureIsChosen()
    {
        const QString picture = m_bench->profile.filePath(QStringLiteral("start.png"));
        samplePicture(Qt::red, Qt::blue).save(picture);
        m_bench->files.filePath = file("prompt,start\na fox,nowhere.png\n");
        m_bench->window->openBatchFile();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_COMPARE(cell(0, 5), QStringLiteral("There is no file “nowhere.png”."));
        QVERIFY(!button("sendBatch")->isEnabled());
        m_bench->files.answer = { picture };
        QTest::mouseClick(button("mendLine"), Qt::LeftButton);
        QTRY_COMPARE(cell(0, 5), QStringLiteral("Ready"));
        QCOMPARE(cell(0, 3), QStringLiteral("start"));
        QCOMPARE(cell(0, 4), QStringLiteral("0 · covered"));
        QVERIFY2(said().contains(QStringLiteral("covered by your unlimited benefit")), qPrintable(said()));
    }

    void aFileThatCannotBeReadIsSaid()
    {
        m_bench->files.filePath = file("a,b\n1,2\n");
        m_bench->window->openBatchFile();
        QTRY_VERIFY(m_bench->find("pageNotice")->isVisible());
        QVERIFY(!button("sendBatch")->isEnabled());
    }

    void limitsCountForTheTotal()
    {
        m_bench->limits.setLimit({ 50, 60, 0 });
        write(QStringLiteral("a fox\na boat")); // 33 each: each alone is below both
        openByKeyboard();
        QVERIFY(said().contains(QStringLiteral("you asked to be asked above 50")));
        QVERIFY2(said().contains(QStringLiteral("Today's budget is 60 credits")), qPrintable(said()));
        QCOMPARE(button("sendBatch")->text(), QStringLiteral("Send this once"));
        QVERIFY(QApplication::focusWidget() != button("sendBatch")); // not by habit
        accept();
        QTRY_COMPARE(m_bench->batches.all.size(), 2);
        QVERIFY(m_bench->batches.all.at(0).overBudget);
    }

    void moreThanThereIsWarnsAndLeadsToTheTopUp()
    {
        m_bench->session.setBalance(40);
        write(QStringLiteral("a fox\na boat"));
        openByKeyboard();
        QVERIFY2(said().contains(QStringLiteral("You have 40 credits")), qPrintable(said()));
        QVERIFY(button("topUpForBatch")->isVisible());
        QVERIFY(button("sendBatch")->isEnabled()); // a word, not a block: it stops when they are used up
    }

    void theQueueAsksAboveTheComposer()
    {
        write(QStringLiteral("a fox\na boat"));
        openByKeyboard();
        accept();
        QTRY_COMPARE(m_bench->batches.all.size(), 2);
        QTest::keyClick(m_bench->find("batchPage"), Qt::Key_Escape);
        m_bench->batches.set(0, client::BatchLine::State::Done);
        QCOMPARE(bar()->spokenText(), QStringLiteral("Batch: 1 of 2 done"));
        client::BatchQuestion question;
        question.why = client::BatchQuestion::Why::PriceChanged;
        question.left = 1;
        question.shown = 33;
        question.needed = 66;
        m_bench->batches.ask(question);
        QVERIFY2(bar()->spokenText().contains(QStringLiteral("went from 33 to 66 credits")),
            qPrintable(bar()->spokenText()));
        QCOMPARE(button("goOnWithTheBatch")->text(), QStringLiteral("Send the rest for 66 credits"));
        QTest::mouseClick(button("goOnWithTheBatch"), Qt::LeftButton);
        QCOMPARE(m_bench->batches.resumes, 1);
        QTest::mouseClick(button("cancelTheRestOfTheBatch"), Qt::LeftButton);
        QCOMPARE(m_bench->batches.cancels, 1);
        question.why = client::BatchQuestion::Why::Credits;
        question.balance = 3;
        m_bench->batches.resumable = false;
        m_bench->batches.ask(question);
        QVERIFY2(bar()->spokenText().contains(QStringLiteral("3 left, it needs 66 credits")),
            qPrintable(bar()->spokenText()));
        QVERIFY(!button("goOnWithTheBatch")->isEnabled());
        QVERIFY(button("topUpForTheRest")->isVisible());
        m_bench->batches.ask({});
        m_bench->batches.set(1, client::BatchLine::State::Failed);
        QTest::mouseClick(button("showBatch"), Qt::LeftButton);
        QVERIFY(pageIsOpen());
        QCOMPARE(cell(1, 5), QStringLiteral("Failed"));
        QTest::mouseClick(button("doNotSendBatch"), Qt::LeftButton); // "Clear the list"
        QVERIFY(m_bench->batches.all.isEmpty());
        QVERIFY(!pageIsOpen());
        QVERIFY(!bar()->isVisible());
    }

    void whatTheDiskRefusesStays()
    {
        m_bench->batches.refusal =
            Error{ ErrorKind::File, QStringLiteral("The disk is full."), {}, {}, {}, {} };
        write(QStringLiteral("a fox\na boat"));
        openByKeyboard();
        accept();
        QTRY_VERIFY(m_bench->find("pageNotice")->isVisible());
        QCOMPARE(m_bench->composer.draftText, QStringLiteral("a fox\na boat"));
    }
};

QTEST_MAIN(TestBatch)
#include "tst_ui_batch.moc"
