#include "tests/client/support/ProfileWorld.h"
#include "tests/ui/support/WindowBench.h"
#include "ui/library/FilterButton.h"
#include "ui/library/LibraryFilters.h"
#include "ui/library/LibraryGrid.h"
#include "ui/library/LibraryPage.h"
#include "ui/library/LibraryWords.h"
#include "ui/library/SelectionBar.h"
#include "ui/preview/PreviewPane.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/PosterCache.h"
#include "ui/window/Notice.h"

#include <QAccessible>
#include <QDrag>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace facet;
using namespace facet::ui;
using facet::test::ProfileWorld;

class TestLibraryView : public QObject {
    Q_OBJECT

    std::unique_ptr<ProfileWorld> m_world;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PosterCache> m_posters;
    std::unique_ptr<facet::ui::test::FakeFileChooser> m_files;
    std::unique_ptr<LibraryView> m_view;

    client::LiveLibrary &library() { return *m_world->library; }
    LibraryGrid &grid() { return *m_view->grid(); }
    template <typename T = QWidget>
    T *find(const char *name) const
    {
        return m_view->findChild<T *>(QLatin1String(name));
    }

    /// Results r0 (newest) … over three days, with posters.
    void fill(int count)
    {
        QImage picture = facet::ui::test::samplePicture(Qt::darkBlue, Qt::magenta);
        for (int i = 0; i < count; ++i) {
            const ModelKind kind = i % 4 == 1 ? ModelKind::Image : ModelKind::Video;
            client::GenerationRecord record = m_world->made(u"r%1"_qs.arg(i), 1, kind);
            record.generation.createdAt = QDateTime::currentDateTimeUtc().addSecs(-60 * i).addDays(-(i / 4));
            record.generation.prompt = i == 2 ? u"갈매기 한 마리"_qs : u"A harbor, take %1"_qs.arg(i);
            record.generation.draft = i == 0;
            const QString poster = m_world->dir.filePath(u"p%1.png"_qs.arg(i));
            picture.save(poster);
            record.assets[0].posterPath = poster;
            m_world->save(record);
        }
        m_world->say(u"c1"_qs, u"m"_qs, u"hello"_qs);
    }
    void show(LibraryView::Place place = LibraryView::Place::Pane, const QSize &size = QSize(1180, 700))
    {
        m_view = std::make_unique<LibraryView>(
            LibraryView::Parts{ *m_theme, library(), *m_files, *m_posters }, place);
        m_view->resize(size);
        m_view->show();
        m_view->activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(m_view.get());
        library().start();
        m_world->backlog->start();
        QTRY_VERIFY(library().isComplete() && !library().isLoading());
    }
    QPoint middle(int row) { return grid().visualRect(grid().model()->index(row, 0)).center(); }
    QPoint inTile(int row, const QPoint &fromTopLeft)
    {
        return grid().visualRect(grid().model()->index(row, 0)).topLeft() + fromTopLeft;
    }
    void click(const QPoint &at, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseClick(grid().viewport(), Qt::LeftButton, keys, at);
    }
    void key(int which, Qt::KeyboardModifiers keys = {}) { QTest::keyClick(&grid(), Qt::Key(which), keys); }
    QList<int> chosenRows()
    {
        QList<int> rows;
        for (const qint64 number : grid().chosen())
            rows.append(library().rowOf(number));
        return rows;
    }
    static QWidget *actionOf(Notice *notice, const QString &name)
    {
        for (Button *button : notice->findChildren<Button *>()) {
            if (button->accessibleName() == name && button->isVisible())
                return button;
        }
        qFatal("no action %s", qPrintable(name));
    }
    QMenu *menu(const char *name) const
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *menu = qobject_cast<QMenu *>(widget);
            if (menu && menu->isVisible() && menu->objectName() == QLatin1String(name))
                return menu;
        }
        return nullptr;
    }
    static void choose(QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions()) {
            if (action->text() == text) {
                QVERIFY(action->isEnabled());
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Return);
                return;
            }
        }
        QFAIL(qPrintable(u"no entry %1"_qs.arg(text)));
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        m_world = std::make_unique<ProfileWorld>();
        m_theme = std::make_unique<Theme>(Theme::Mode::Dark);
        m_posters = std::make_unique<PosterCache>();
        m_files = std::make_unique<facet::ui::test::FakeFileChooser>();
    }
    void cleanup()
    {
        m_view.reset();
        m_posters.reset();
        m_world.reset();
    }

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

    void favourites()
    {
        fill(3);
        show();
        QTRY_COMPARE(library().rowCount(), 3);
        click(inTile(1, { 16, 16 }));
        QTRY_VERIFY(library().result(1)->favourite);
        QCOMPARE(chosenRows(), QList<int>()); // a star is no choice
        grid().setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_F); // one of them is none yet
        QTRY_VERIFY(library().result(0)->favourite && library().result(2)->favourite);
        key(Qt::Key_F);
        QTRY_VERIFY(!library().result(0)->favourite && !library().result(1)->favourite);
        click(middle(2));
        QTest::mouseClick(find("favourite"), Qt::LeftButton);
        QTRY_VERIFY(library().result(2)->favourite);
    }

    void deletedAndUndone()
    {
        fill(3);
        show();
        QTRY_COMPARE(library().rowCount(), 3);
        const QString path = library().result(1)->filePath;
        click(middle(1));
        key(Qt::Key_Delete);
        QTRY_COMPARE(library().rowCount(), 2);
        auto *notice = m_view->findChild<Notice *>(QStringLiteral("libraryNotice"));
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(notice->sentence(), u"1 result(s) moved to the trash."_qs);
        QVERIFY(!QFile::exists(path));
        QTest::mouseClick(actionOf(notice, u"Undo"_qs), Qt::LeftButton);
        QTRY_COMPARE(library().rowCount(), 3);
        QVERIFY(QFile::exists(path));
        QTRY_COMPARE(notice->sentence(), u"1 result(s) back in the library."_qs);

        // The same with the bar and the key.
        click(middle(0));
        click(middle(2), Qt::ControlModifier);
        QTest::mouseClick(find("moveToTrash"), Qt::LeftButton);
        QTRY_COMPARE(library().rowCount(), 1);
        QTRY_COMPARE(notice->sentence(), u"2 result(s) moved to the trash."_qs);
        grid().setFocus();
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(library().rowCount(), 3);
    }

    void whatRunsIsNotDeleted()
    {
        client::GenerationRecord coming = m_world->made(u"coming"_qs);
        coming.state = client::GenerationState::Downloading;
        coming.assets[0].filePath.clear();
        m_world->save(coming);
        show();
        QTRY_COMPARE(library().rowCount(), 1);
        click(middle(0));
        key(Qt::Key_Delete);
        auto *notice = m_view->findChild<Notice *>(QStringLiteral("libraryNotice"));
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(library().rowCount(), 1);
        QVERIFY(notice->sentence().contains(u"1 result(s) still being fetched"_qs));
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

    void aMissingFileIsSaidAndFetchedAgain()
    {
        fill(2);
        QVERIFY(QFile::remove(m_world->dir.filePath(u"videos/r0-0.mp4"_qs)));
        show();
        QTRY_COMPARE(library().rowCount(), 2);
        QTRY_COMPARE(library().result(0)->place, client::LibraryResult::Place::Missing);
        QVERIFY(grid()
                    .model()
                    ->data(grid().model()->index(0, 0), Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"File missing"_qs));
        QSignalSpy wanted(&grid(), &LibraryGrid::fetchRequested);
        click(middle(0) + QPoint(0, 22));
        QCOMPARE(wanted.count(), 1);
        QTRY_COMPARE(m_world->generations.fetched, QStringList{ u"r0"_qs });
        QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, middle(1));
        QCOMPARE(m_world->generations.fetched.size(), 1);
    }

    void exportsToAFolder()
    {
        fill(3);
        show();
        QTRY_COMPARE(library().rowCount(), 3);
        grid().setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        m_files->folder = m_world->dir.filePath(u"out"_qs);
        QVERIFY(QDir().mkpath(m_files->folder));
        QTest::mouseClick(find("export"), Qt::LeftButton);
        auto *notice = m_view->findChild<Notice *>(QStringLiteral("libraryNotice"));
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(notice->sentence().startsWith(u"3 file(s) copied to"_qs));
        QCOMPARE(QDir(m_files->folder).entryList(QDir::Files).size(), 3);
        QVERIFY(!find("exportLine")->isVisible());
    }

    void twoAreCompared()
    {
        fill(5);
        show();
        QTRY_COMPARE(library().rowCount(), 5);
        QSignalSpy compared(m_view.get(), &LibraryView::compareRequested);
        click(middle(0));
        QVERIFY(!find("compare")->isVisible());
        click(middle(2), Qt::ControlModifier);
        QVERIFY(find("compare")->isVisible());
        QTest::mouseClick(find("compare"), Qt::LeftButton);
        QTRY_COMPARE(compared.count(), 1);
        QCOMPARE(compared.at(0).at(0).value<client::GenerationRecord>().key, u"r0"_qs);
        QCOMPARE(compared.at(0).at(2).value<client::GenerationRecord>().key, u"r2"_qs);
        click(middle(3), Qt::ControlModifier);
        QVERIFY(!find("compare")->isVisible());
    }

    void theMenuOfAResult()
    {
        fill(3);
        show();
        QTRY_COMPARE(library().rowCount(), 3);
        QSignalSpy attached(m_view.get(), &LibraryView::attachRequested);
        QSignalSpy chats(m_view.get(), &LibraryView::conversationRequested);
        const auto openAt = [this](int row) {
            grid().setFocus();
            grid().setCurrentIndex(grid().model()->index(row, 0));
            QContextMenuEvent event(
                QContextMenuEvent::Keyboard, middle(row), grid().viewport()->mapToGlobal(middle(row)));
            QApplication::sendEvent(grid().viewport(), &event);
        };
        openAt(1); // the image
        QTRY_VERIFY(menu("resultMenu"));
        choose(menu("resultMenu"), u"Use as start frame"_qs);
        QCOMPARE(attached.count(), 1);
        QCOMPARE(attached.at(0).at(0).value<InputRole>(), InputRole::StartFrame);
        QCOMPARE(attached.at(0).at(1).toString(), library().result(1)->filePath);
        openAt(0);
        QTRY_VERIFY(menu("resultMenu"));
        choose(menu("resultMenu"), u"Go to its chat"_qs);
        QCOMPARE(chats.count(), 1);
        QCOMPARE(chats.at(0), (QVariantList{ u"c1"_qs, u"r0"_qs }));
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
