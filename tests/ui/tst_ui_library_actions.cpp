#include "support/LibraryBench.h"
#include "support/WindowBench.h"
#include "ui/library/LibraryPage.h"
#include "ui/sequence/SequenceView.h"

#include <QSignalSpy>

using namespace facet;
using namespace facet::ui;

/// What is done with the results of the library: by the menu, the bar and the keys.
class TestLibraryActions : public QObject, facet::ui::test::LibraryBench {
    Q_OBJECT

    /// The menu of the result in this row, by the key for it.
    QMenu *openMenu(int row)
    {
        grid().setFocus();
        grid().setCurrentIndex(grid().model()->index(row, 0));
        QContextMenuEvent event(
            QContextMenuEvent::Keyboard, middle(row), grid().viewport()->mapToGlobal(middle(row)));
        QApplication::sendEvent(grid().viewport(), &event);
        [[maybe_unused]] const bool open = QTest::qWaitFor([this] { return menu("resultMenu") != nullptr; });
        return menu("resultMenu");
    }
    /// By the right button.
    QMenu *openMenuByMouse(int row)
    {
        const QPoint at = middle(row);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, grid().viewport()->mapToGlobal(at));
        click(at);
        QApplication::sendEvent(grid().viewport(), &event);
        [[maybe_unused]] const bool open = QTest::qWaitFor([this] { return menu("resultMenu") != nullptr; });
        return menu("resultMenu");
    }
    static QStringList entries(const QMenu *menu)
    {
        QStringList texts;
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                texts.append(action->text());
        }
        return texts;
    }
    QStringList inSequence() const
    {
        QStringList keys;
        for (const client::SequenceClip &clip : m_sequence->clips())
            keys.append(clip.record.key);
        return keys;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { makeWorld(); }
    void cleanup() { endWorld(); }

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

    void aVideoOffersWhatItOffersEverywhere()
    {
        fill(3);
        show();
        QTRY_COMPARE(library().rowCount(), 3);
        QTRY_VERIFY(library().result(0));
        QMenu *menu = openMenu(0);
        QVERIFY(menu);
        const QStringList all = entries(menu);
        for (const char *wanted : { "Continue from last frame", "Recreate", "Add to sequence",
                 "Use as start frame", "Use as end frame", "Use as reference image", "Save frame as PNG",
                 "Copy frame", "Show prompt in chat", "Copy prompt", "Save as…", "Copy", "Show in folder",
                 "Open in the preview", "Use as video", "Favourite", "Move to trash" })
            QVERIFY2(all.contains(QString::fromUtf8(wanted)), wanted);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size()); // nothing twice
        menu->close();
        QTRY_VERIFY(!this->menu("resultMenu"));
        menu = openMenuByMouse(1); // the image
        QVERIFY(menu);
        QVERIFY(!entries(menu).contains(u"Continue from last frame"_qs));
        QVERIFY(!entries(menu).contains(u"Add to sequence"_qs));
        QVERIFY(entries(menu).contains(u"Use as start frame"_qs));
        menu->close();
    }

    void theMenuDoesIt()
    {
        fill(3);
        show();
        QTRY_COMPARE(library().rowCount(), 3);
        QTRY_VERIFY(library().result(1));
        choose(openMenu(1), u"Use as start frame"_qs); // the image goes as the file that it is
        QTRY_COMPARE(m_composer->files.size(), 1);
        QCOMPARE(m_composer->files.at(0).role, InputRole::StartFrame);
        QTRY_VERIFY(!menu("resultMenu"));

        choose(openMenu(0), u"Continue from last frame"_qs);
        QTRY_COMPARE(m_composer->bytesAttached.size(), 1);
        QCOMPARE(
            QImage::fromData(m_composer->bytesAttached.constFirst()).convertToFormat(QImage::Format_RGB32),
            m_frames.picture(47)); // the very last
        QTRY_VERIFY(!menu("resultMenu"));

        choose(openMenu(2), u"Recreate"_qs);
        QTRY_COMPARE(m_recreation->asked, QStringList{ u"r2"_qs });
        QTRY_VERIFY(!menu("resultMenu"));

        QSignalSpy prompts(m_results.get(), &ResultActions::promptWanted);
        choose(openMenu(0), u"Show prompt in chat"_qs);
        QCOMPARE(prompts.count(), 1);
        QCOMPARE(prompts.at(0), (QVariantList{ u"c1"_qs, u"r0"_qs }));
        QTRY_VERIFY(!menu("resultMenu"));

        m_files->savePath = m_world->dir.filePath(u"copy.mp4"_qs);
        choose(openMenuByMouse(0), u"Save as…"_qs);
        QTRY_VERIFY(QFile::exists(m_files->savePath));
        QTRY_VERIFY(!menu("resultMenu"));

        QSignalSpy attached(m_view.get(), &LibraryView::attachRequested);
        choose(openMenu(0), u"Use as video"_qs);
        QCOMPARE(attached.count(), 1);
        QCOMPARE(attached.at(0).at(0).value<InputRole>(), InputRole::Video);
        QCOMPARE(attached.at(0).at(1).toString(), library().result(0)->filePath);
    }

    void thePageSaysWhatWasDone()
    {
        fill(1);
        show(LibraryView::Place::Page);
        QTRY_COMPARE(library().rowCount(), 1);
        QTRY_VERIFY(library().result(0));
        choose(openMenu(0), u"Add to sequence"_qs);
        auto *notice = m_view->findChild<Notice *>(QStringLiteral("libraryNotice"));
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(notice->sentence(), u"Added to the sequence of this chat."_qs);
    }

    void severalBecomeASequence()
    {
        fill(6);
        QVERIFY(QFile::remove(m_world->dir.filePath(u"videos/r3-0.mp4"_qs)));
        show();
        QTRY_COMPARE(library().rowCount(), 6);
        QTRY_VERIFY(library().result(5));
        click(middle(1)); // an image alone makes no sequence
        QVERIFY(!find("sequence")->isVisible());
        QSignalSpy wanted(m_results.get(), &ResultActions::sequenceWanted);
        QSignalSpy said(m_results.get(), &ResultActions::done);
        // Chosen backwards: the order is that of the grid.
        click(middle(4));
        click(middle(2), Qt::ControlModifier);
        click(middle(0), Qt::ControlModifier);
        QVERIFY(find("sequence")->isVisible());
        QTest::mouseClick(find("sequence"), Qt::LeftButton);
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(inSequence(), (QStringList{ u"r0"_qs, u"r2"_qs, u"r4"_qs }));
        QCOMPARE(m_sequence->saves, 1);
        QCOMPARE(said.takeFirst().at(0).toString(), u"3 clip(s) added to the sequence of this chat."_qs);

        // By keyboard, with an image and a file that is missing among them: said, and the others go in.
        grid().setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        find("sequence")->setFocus(Qt::TabFocusReason);
        QTest::keyClick(find("sequence"), Qt::Key_Space);
        QTRY_COMPARE(wanted.count(), 2);
        QCOMPARE(inSequence().mid(3), (QStringList{ u"r0"_qs, u"r2"_qs, u"r4"_qs }));
        QCOMPARE(said.takeFirst().at(0).toString(),
            u"3 clip(s) added to the sequence of this chat. "
            "3 result(s) left out: no video, or the file is missing."_qs);
    }

    void theSequenceOpensInTheWindow()
    {
        fill(4);
        facet::ui::test::WindowBench bench;
        bench.library = &library();
        MainWindow &window = bench.open();
        m_world->backlog->start();
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        QTRY_COMPARE(library().rowCount(), 4);
        QTest::mouseClick(window.findChild<QWidget *>(QStringLiteral("wholeLibrary")), Qt::LeftButton);
        QTRY_VERIFY(window.findChild<LibraryPage *>());
        auto *page = window.findChild<LibraryPage *>();
        QTRY_VERIFY(page->isVisible() && library().result(3));
        page->view()->grid()->setFocus();
        QTest::keyClick(page->view()->grid(), Qt::Key_A, Qt::ControlModifier);
        auto *button = page->findChild<QWidget *>(QStringLiteral("sequence"));
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!page->isVisible());
        QTRY_VERIFY(window.findChild<SequenceView *>() && window.findChild<SequenceView *>()->isVisible());
        QCOMPARE(bench.sequence.rowCount(), 3); // r1 is an image
        QCOMPARE(bench.sequence.clips().constFirst().record.key, u"r0"_qs);
        bench.window.reset();
    }
};

QTEST_MAIN(TestLibraryActions)
#include "tst_ui_library_actions.moc"
