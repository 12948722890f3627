#pragma once

#include "FakeComposer.h"
#include "FakeFileChooser.h"
#include "FakeRecreation.h"
#include "FakeSequence.h"
#include "FakeVideoFrames.h"

#include "tests/client/support/ProfileWorld.h"
#include "ui/library/LibraryGrid.h"
#include "ui/library/LibraryView.h"
#include "ui/results/ResultActions.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/PosterCache.h"
#include "ui/window/Notice.h"

#include <QApplication>
#include <QMenu>
#include <QTest>

namespace facet::ui::test {

/// The library over a real profile, and what a result's actions work on; makeWorld() before each test.
class LibraryBench {
protected:
    std::unique_ptr<facet::test::ProfileWorld> m_world;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PosterCache> m_posters;
    std::unique_ptr<FakeFileChooser> m_files;
    FakeVideoFrames m_frames;
    std::unique_ptr<FakeComposer> m_composer;
    std::unique_ptr<FakeRecreation> m_recreation;
    std::unique_ptr<FakeSequence> m_sequence;
    std::unique_ptr<ResultActions> m_results;
    std::unique_ptr<LibraryView> m_view;

    void makeWorld()
    {
        m_world = std::make_unique<facet::test::ProfileWorld>();
        m_theme = std::make_unique<Theme>(Theme::Mode::Dark);
        m_posters = std::make_unique<PosterCache>();
        m_files = std::make_unique<FakeFileChooser>();
        m_composer = std::make_unique<FakeComposer>();
        m_recreation = std::make_unique<FakeRecreation>();
        m_sequence = std::make_unique<FakeSequence>();
        m_results =
            std::make_unique<ResultActions>(ResultActions::Needs{ *m_theme, m_world->session, *m_composer,
                *m_files, *m_posters, &m_frames, m_composer.get(), m_recreation.get(), m_sequence.get() });
    }
    void endWorld()
    {
        m_view.reset();
        m_results.reset();
        m_posters.reset();
        m_world.reset();
    }

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
        QImage picture = samplePicture(Qt::darkBlue, Qt::magenta);
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
            LibraryView::Parts{ *m_theme, library(), *m_files, *m_posters, *m_results }, place);
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
};

} // namespace facet::ui::test
