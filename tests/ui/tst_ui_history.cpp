#include "support/WindowBench.h"

#include "ui/composer/MessageEdit.h"
#include "ui/composer/PromptSearch.h"
#include "ui/widgets/Button.h"

#include <QLineEdit>
#include <QListView>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

/// What was asked before: walked through with the arrows, looked through with words.
class TestHistory : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowBench> m_bench;

    MessageEdit *edit() const { return m_bench->find<MessageEdit>("message"); }
    QString text() const { return edit()->toPlainText(); }
    QLineEdit *words() const { return m_bench->find<QLineEdit>("searchPrompts"); }
    QListView *list() const { return m_bench->find<QListView>("prompts"); }
    bool searchIsOpen() const
    {
        const auto *search = m_bench->find<PromptSearch>("promptSearch");
        return search && search->isVisible();
    }
    void up() { QTest::keyClick(edit(), Qt::Key_Up); }
    void down() { QTest::keyClick(edit(), Qt::Key_Down); }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        for (const char *prompt : { "a lighthouse in the fog", "등대와 갈매기", "A red fox\nin the snow" })
            m_bench->prompts.add(QString::fromUtf8(prompt));
        m_bench->open();
        edit()->setFocus();
    }
    void cleanup() { m_bench.reset(); }

    void upGoesBackAndDownReturns()
    {
        up();
        QTRY_COMPARE(text(), QStringLiteral("A red fox\nin the snow"));
        up();
        QCOMPARE(text(), QStringLiteral("등대와 갈매기"));
        up();
        QCOMPARE(text(), QStringLiteral("a lighthouse in the fog"));
        up(); // there is nothing further back
        QCOMPARE(text(), QStringLiteral("a lighthouse in the fog"));
        down();
        QCOMPARE(text(), QStringLiteral("등대와 갈매기"));
        down();
        down();
        QVERIFY(text().isEmpty());
        QVERIFY(m_bench->composer.draftText.isEmpty());
        down();
        QVERIFY(text().isEmpty());
        up(); // begins anew with the newest
        QTRY_COMPARE(text(), QStringLiteral("A red fox\nin the snow"));
    }

    void aHundredStepsBack()
    {
        for (int i = 0; i < 120; ++i)
            m_bench->prompts.add(QStringLiteral("prompt %1").arg(i));
        up();
        QTRY_COMPARE(text(), QStringLiteral("prompt 119"));
        for (int i = 118; i >= 0; --i) {
            up();
            QTRY_COMPARE(text(), QStringLiteral("prompt %1").arg(i));
        }
        QVERIFY(m_bench->prompts.asked >= 3); // a page at a time
    }

    void whoChangesARecalledPromptKeepsIt()
    {
        up();
        QTRY_VERIFY(!text().isEmpty());
        QTest::keyClicks(edit(), QStringLiteral("!"));
        up();
        QCOMPARE(text(), QStringLiteral("A red fox\nin the snow!"));
        down();
        QCOMPARE(text(), QStringLiteral("A red fox\nin the snow!"));
    }

    void theCursorIsTheUsersInsideOfAPrompt()
    {
        up();
        QTRY_VERIFY(!text().isEmpty());
        QTest::keyClick(edit(), Qt::Key_Left);
        up(); // moves to the line above
        QCOMPARE(text(), QStringLiteral("A red fox\nin the snow"));
        QCOMPARE(edit()->textCursor().blockNumber(), 0);
    }

    void aRecalledPromptIsSentAsItIs()
    {
        m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
        up();
        QTRY_VERIFY(!text().isEmpty());
        QCOMPARE(m_bench->runner.sent.size(), 0);
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(m_bench->runner.sent.size(), 1);
        QCOMPARE(m_bench->runner.sent.constFirst().text, QStringLiteral("A red fox\nin the snow"));
    }

    void withoutAnyPromptNothingHappens()
    {
        m_bench->prompts.all.clear();
        up();
        QTest::qWait(0);
        QVERIFY(text().isEmpty());
    }

    void controlRSearchesByKeyboard()
    {
        QTest::keyClick(edit(), Qt::Key_R, Qt::ControlModifier);
        QVERIFY(searchIsOpen());
        QCOMPARE(QApplication::focusWidget(), words());
        QTRY_COMPARE(list()->model()->rowCount(), 3);
        words()->insert(QStringLiteral("갈매")); // as an input method commits it
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTest::keyClick(words(), Qt::Key_Return);
        QVERIFY(!searchIsOpen());
        QCOMPARE(text(), QStringLiteral("등대와 갈매기"));
        QCOMPARE(m_bench->composer.draftText, text());
        QCOMPARE(m_bench->runner.sent.size(), 0); // nothing is sent
        QTRY_COMPARE(QApplication::focusWidget(), edit());
    }

    void theArrowsChooseFromTheList()
    {
        QTest::keyClick(edit(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(list()->model()->rowCount(), 3);
        QTest::keyClick(words(), Qt::Key_Down);
        QTest::keyClick(words(), Qt::Key_Down);
        QTest::keyClick(words(), Qt::Key_Return);
        QCOMPARE(text(), QStringLiteral("a lighthouse in the fog"));
    }

    void escapeLeavesTheMessageAsItWas()
    {
        QTest::keyClicks(edit(), QStringLiteral("half a thought"));
        QTest::keyClick(edit(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(list()->model()->rowCount(), 3);
        QTest::keyClick(words(), Qt::Key_Escape);
        QVERIFY(!searchIsOpen());
        QCOMPARE(text(), QStringLiteral("half a thought"));
        QTRY_COMPARE(QApplication::focusWidget(), edit());
    }

    void theButtonAndTheMouse()
    {
        auto *history = m_bench->find<Button>("history");
        QVERIFY(history->isVisible());
        QTest::mouseClick(history, Qt::LeftButton);
        QTRY_COMPARE(list()->model()->rowCount(), 3);
        const QRect second = list()->visualRect(list()->model()->index(1, 0));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, second.center());
        QCOMPARE(text(), QStringLiteral("등대와 갈매기"));
        QVERIFY(!searchIsOpen());
    }

    void nothingFoundIsSaid()
    {
        QTest::keyClick(edit(), Qt::Key_R, Qt::ControlModifier);
        QTest::keyClicks(words(), QStringLiteral("zebra"));
        QTRY_VERIFY(!list()->isVisible());
        QTest::keyClick(words(), Qt::Key_Return); // nothing to choose
        QVERIFY(text().isEmpty());
    }
};

QTEST_MAIN(TestHistory)
#include "tst_ui_history.moc"
