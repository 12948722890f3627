#include "support/LibraryBench.h"
#include "support/WindowBench.h"
#include "ui/library/FilterButton.h"
#include "ui/library/LibraryFilters.h"
#include "ui/library/LibraryPage.h"
#include "ui/library/SelectionBar.h"
#include "ui/preview/PreviewPane.h"
#include "ui/widgets/Label.h"

#include <QAccessible>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>

using namespace facet;
using namespace facet::ui;

class TestLibraryView : public QObject, facet::ui::test::LibraryBench {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { makeWorld(); }
    void cleanup() { endWorld(); }

    void tilesUnderTheirDays()
    {
        TileGeometry geometry;
        geometry.arrange(1192, 24, { { u"Today"_qs, 0, 7 }, { u"Yesterday"_qs, 7, 2 } });
        QCOMPARE(geometry.columns(), 5); // DESIGN library-dark.png
        QCOMPARE(geometry.rect(0).left(), 24);
        QVERIFY(geometry.rect(4).right() <= 1192 - 24);
        QCOMPARE(geometry.rect(5).left(), 24);
        QVERIFY(geometry.rect(5).top() > geometry.rect(0).bottom());
        QVERIFY(geometry.headingRect(1).top() > geometry.rect(6).bottom());
        QVERIFY(geometry.rect(7).top() >= geometry.headingRect(1).bottom());
        QCOMPARE(geometry.rowAt(geometry.rect(8).center()), 8);
        QCOMPARE(geometry.rowAt(geometry.headingRect(1).center()), -1);
        QCOMPARE(geometry.rowBelow(4, 1), 6); // the line below is shorter
        QCOMPARE(geometry.rowBelow(5, 1), 7);
        QCOMPARE(geometry.rowBelow(7, -1), 5);
        QCOMPARE(geometry.rowBelow(0, -1), 0);
        QCOMPARE(geometry.rowsIn(geometry.rect(6)), QList<int>{ 6 });
        QCOMPARE(geometry.rowsIn(QRect(0, 0, 1192, geometry.height())).size(), 9);
        geometry.arrange(408 + 24, 12, { { {}, 0, 3 } });
        QCOMPARE(geometry.columns(), 2);
        geometry.arrange(432, 12, {});
        QCOMPARE(geometry.height(), 0);
        QCOMPARE(geometry.rowsIn(QRect(0, 0, 500, 500)), QList<int>());
    }

    void choosingWithTheMouse()
    {
        fill(12);
        show();
        QTRY_COMPARE(library().rowCount(), 12);
        click(middle(1));
        QCOMPARE(chosenRows(), QList<int>{ 1 });
        click(middle(4), Qt::ControlModifier);
        QCOMPARE(chosenRows(), (QList<int>{ 1, 4 }));
        auto *bar = m_view->findChild<SelectionBar *>();
        QVERIFY(bar->isVisible());
        click(middle(4));
        click(middle(6), Qt::ShiftModifier);
        QCOMPARE(chosenRows(), (QList<int>{ 4, 5, 6 }));
        // The round mark adds one without Ctrl.
        const QRect tile = grid().visualRect(grid().model()->index(0, 0));
        click(QPoint(tile.right() - 16, tile.top() + 16));
        QCOMPARE(chosenRows(), (QList<int>{ 0, 4, 5, 6 }));
        click(QPoint(grid().viewport()->width() - 4, 4)); // beside the tiles
        QCOMPARE(chosenRows(), QList<int>());
        QVERIFY(!bar->isVisible());
    }

    void rubberBand()
    {
        fill(12);
        show();
        QTRY_COMPARE(library().rowCount(), 12);
        const QRect first = grid().visualRect(grid().model()->index(0, 0));
        const QRect sixth = grid().visualRect(grid().model()->index(5, 0));
        QWidget *port = grid().viewport();
        QTest::mousePress(port, Qt::LeftButton, {}, QPoint(2, first.center().y()));
        QTest::mouseMove(port, QPoint(first.center().x(), sixth.center().y()));
        QTest::mouseMove(port, QPoint(sixth.center().x(), sixth.center().y()));
        QTest::mouseRelease(port, Qt::LeftButton, {}, sixth.center());
        const QList<int> rows = chosenRows();
        QVERIFY(rows.contains(0));
        QVERIFY(rows.contains(4));
        QVERIFY(rows.contains(5));
        QVERIFY(!rows.contains(2));
    }

    void choosingWithTheKeyboard()
    {
        fill(12);
        show();
        QTRY_COMPARE(library().rowCount(), 12);
        m_view->focusSearch();
        QTest::keyClick(find<QLineEdit>("searchLibrary"), Qt::Key_Down);
        QVERIFY(grid().hasFocus());
        QCOMPARE(grid().currentIndex().row(), 0);
        key(Qt::Key_Right);
        QCOMPARE(chosenRows(), QList<int>{ 1 });
        key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(chosenRows(), (QList<int>{ 1, 2, 3, 4, 5 }));
        key(Qt::Key_End);
        QCOMPARE(grid().currentIndex().row(), 11);
        QVERIFY(grid().viewport()->rect().contains(middle(11)));
        key(Qt::Key_Home);
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(chosenRows().size(), 12);
        key(Qt::Key_Escape);
        QCOMPARE(chosenRows().size(), 0);
    }

    void opensInThePreview()
    {
        fill(3);
        show();
        QTRY_COMPARE(library().rowCount(), 3);
        QSignalSpy presented(m_view.get(), &LibraryView::presentRequested);
        QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, middle(1));
        QTRY_COMPARE(presented.count(), 1);
        QCOMPARE(presented.at(0).at(0).value<client::GenerationRecord>().key, u"r1"_qs);
        grid().setFocus();
        grid().setCurrentIndex(grid().model()->index(2, 0));
        key(Qt::Key_Return);
        QTRY_COMPARE(presented.count(), 2);
        QCOMPARE(presented.at(1).at(0).value<client::GenerationRecord>().key, u"r2"_qs);
    }

    void filtersByMouseAndKeyboard()
    {
        fill(12);
        show();
        QTRY_COMPARE(library().rowCount(), 12);
        auto *kind = find<FilterButton>("filterByKind");
        QTest::mouseClick(kind, Qt::LeftButton, {}, kind->rect().center());
        QTRY_VERIFY(menu("libraryMenu"));
        choose(menu("libraryMenu"), u"Images"_qs);
        QTRY_COMPARE(library().rowCount(), 3);
        QCOMPARE(kind->text(), u"Images"_qs);
        QTRY_COMPARE(m_view->count()->text(), u"3 of 12"_qs);
        QTest::mouseClick(kind, Qt::LeftButton, {}, QPoint(kind->width() - 12, kind->height() / 2));
        QTRY_COMPARE(library().rowCount(), 12);
        QVERIFY(!menu("libraryMenu"));

        auto *model = find<FilterButton>("filterByModel");
        QTest::keyClick(model, Qt::Key_Space);
        QTRY_VERIFY(menu("libraryMenu"));
        choose(menu("libraryMenu"), u"Carat Video (LTX 2.3)"_qs);
        QTRY_COMPARE(library().rowCount(), 9);
        QTest::keyClick(model, Qt::Key_Delete);
        QTRY_COMPARE(library().rowCount(), 12);

        m_view->focusSearch();
        // As an input method types it: the last syllable counts while it is being composed.
        QInputMethodEvent first(u"매"_qs, {});
        QApplication::sendEvent(find("searchLibrary"), &first);
        QTRY_COMPARE(library().rowCount(), 1);
        QInputMethodEvent wrong(u"매미"_qs, {});
        QApplication::sendEvent(find("searchLibrary"), &wrong);
        QTRY_COMPARE(library().rowCount(), 0);
        QInputMethodEvent commit;
        commit.setCommitString(u"매기"_qs);
        QApplication::sendEvent(find("searchLibrary"), &commit);
        QTRY_COMPARE(library().rowCount(), 1);
        QTest::keyClick(find<QLineEdit>("searchLibrary"), Qt::Key_Escape);
        QTRY_COMPARE(library().rowCount(), 12);
        grid().setFocus();

        QTest::mouseClick(find("sortResults"), Qt::LeftButton);
        QTRY_VERIFY(menu("libraryMenu"));
        choose(menu("libraryMenu"), u"Oldest first"_qs);
        QTRY_COMPARE(library().result(0)->generationKey, u"r11"_qs);
    }

    void nothingFoundAndNothingMade()
    {
        show();
        QTRY_VERIFY(!grid().isVisible());
        QVERIFY(!find("clearFilters")->isVisible());
        fill(2);
        m_world->generations.say(m_world->made(u"r0"_qs));
        QTRY_VERIFY(grid().isVisible());
        QTest::keyClicks(find<QLineEdit>("searchLibrary"), u"zebra"_qs);
        QTRY_VERIFY(find("clearFilters")->isVisible());
        QTest::mouseClick(find("clearFilters"), Qt::LeftButton);
        QTRY_VERIFY(grid().isVisible());
        QTRY_COMPARE(library().rowCount(), 2);
        QCOMPARE(find<QLineEdit>("searchLibrary")->text(), QString());
    }

    void readAloud()
    {
        fill(2);
        show();
        QTRY_COMPARE(library().rowCount(), 2);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&grid());
        QVERIFY(list);
        QCOMPARE(list->text(QAccessible::Name), u"Results"_qs);
        QAccessibleInterface *cell = list->tableInterface() ? list->tableInterface()->cellAt(0, 0) : nullptr;
        QVERIFY(cell);
        const QString name = cell->text(QAccessible::Name);
        QVERIFY2(name.startsWith(u"Carat Video (LTX 2.3), video, 5 s, draft"_qs), qPrintable(name));
        QVERIFY(name.endsWith(u"A harbor, take 0"_qs));
    }

    void postersComeOffThread()
    {
        fill(6);
        show();
        QTRY_COMPARE(library().rowCount(), 6);
        const QRect tile = grid().visualRect(grid().model()->index(3, 0));
        const auto colour = [&] {
            return grid().viewport()->grab(tile).toImage().pixelColor(tile.width() / 2, tile.height() / 3);
        };
        // The sample picture is violet; the empty tile is not.
        QTRY_VERIFY(colour().red() > colour().green() + 20 && colour().blue() > colour().green() + 20);
    }

    void ctrlLOpensTheTabThenThePage()
    {
        fill(3);
        facet::ui::test::WindowBench bench;
        bench.library = &library();
        MainWindow &window = bench.open();
        m_world->backlog->start();
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(window.findChild<LibraryView *>());
        auto *tab = window.findChild<LibraryView *>();
        QTRY_VERIFY(tab->isVisible());
        QTRY_COMPARE(library().rowCount(), 3);
        QVERIFY(tab->findChild<QLineEdit *>(QStringLiteral("searchLibrary"))->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(window.findChild<LibraryPage *>());
        auto *page = window.findChild<LibraryPage *>();
        QTRY_VERIFY(page->isVisible());
        LibraryGrid *pageGrid = page->view()->grid();
        QTRY_VERIFY(pageGrid->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTRY_VERIFY(pageGrid->hasFocus());
        QTest::keyClick(pageGrid, Qt::Key_Right); // the image: no player is wanted here
        QTest::keyClick(pageGrid, Qt::Key_Return);
        QTRY_VERIFY(!page->isVisible());
        auto *preview = window.findChild<PreviewPane *>();
        QTRY_VERIFY(preview && preview->isVisible());
        QCOMPARE(preview->shownKey(), u"r1"_qs);

        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(tab->isVisible());
        QTest::mouseClick(tab->findChild<QWidget *>(QStringLiteral("wholeLibrary")), Qt::LeftButton);
        QTRY_VERIFY(page->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!page->isVisible());
        bench.window.reset();
    }
};

QTEST_MAIN(TestLibraryView)
#include "tst_ui_library.moc"
