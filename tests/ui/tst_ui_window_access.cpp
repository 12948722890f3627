#include "support/WindowBench.h"

#include "tests/client/support/ProfileWorld.h"

#include <QAccessible>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

/// What a screen reader asks for is sometimes gone by the time it asks: every object of the window is asked
/// for children and cells that it does not have.
class TestWindowAccess : public QObject {
    Q_OBJECT

    static constexpr int depthMost = 40;
    int m_asked = 0;

    /// Whether everything below answers; what does not exist is answered by nothing, or by something that is
    /// valid.
    void ask(QAccessibleInterface *object, int depth = 0)
    {
        ++m_asked;
        const int count = object->childCount();
        for (const int index : { -1, count, count + 1, count + 7, 1'000'000 }) {
            QAccessibleInterface *child = object->child(index);
            QVERIFY2(!child || child->isValid(), qPrintable(object->text(QAccessible::Name)));
        }
        QVERIFY(!object->childAt(-5000, -5000) || object->childAt(-5000, -5000)->isValid());
        QVERIFY(!object->focusChild() || object->focusChild()->isValid());
        if (QAccessibleTableInterface *table = object->tableInterface()) {
            for (const auto &[row, column] : { std::pair(-1, -1), std::pair(table->rowCount(), 0),
                     std::pair(0, table->columnCount()), std::pair(1'000'000, 1'000'000) }) {
                QAccessibleInterface *cell = table->cellAt(row, column);
                QVERIFY2(!cell || cell->isValid(), qPrintable(object->text(QAccessible::Name)));
            }
        }
        if (depth == depthMost)
            return;
        for (int index = 0; index < count; ++index) {
            if (QAccessibleInterface *child = object->child(index))
                ask(child, depth + 1);
        }
    }

    void askWhole(const QWidget &window)
    {
        m_asked = 0;
        ask(QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&window)));
        QVERIFY2(m_asked > 20, qPrintable(QString::number(m_asked)));
    }

private slots:
    void initTestCase() { QAccessible::setActive(true); }

    void everythingAnswers_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<QSize>("size");
        const QSize wide(1440, 900);
        QTest::newRow("start") << QKeySequence() << wide;
        QTest::newRow("start in a small window") << QKeySequence() << QSize(1024, 640);
        QTest::newRow("models") << QKeySequence(Qt::CTRL | Qt::Key_K) << wide;
        QTest::newRow("prompts") << QKeySequence(Qt::CTRL | Qt::Key_R) << wide;
        QTest::newRow("library") << QKeySequence(Qt::CTRL | Qt::Key_L) << wide;
        QTest::newRow("settings") << QKeySequence(Qt::CTRL | Qt::Key_Comma) << wide;
        QTest::newRow("search") << QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F) << wide;
    }

    void everythingAnswers()
    {
        QFETCH(const QKeySequence, keys);
        QFETCH(const QSize, size);
        WindowBench bench;
        facet::test::ProfileWorld world;
        bench.library = world.library.get();
        MainWindow &window = bench.open(size);
        const auto windows = [] { return QApplication::topLevelWidgets(); };
        if (!keys.isEmpty())
            QTest::keyClick(&window, keys[0].key(), keys[0].keyboardModifiers());
        QCoreApplication::processEvents();
        askWhole(window);
        for (QWidget *other : windows()) {
            if (other != &window && other->isVisible())
                askWhole(*other);
        }
    }
};

QTEST_MAIN(TestWindowAccess)
#include "tst_ui_window_access.moc"
