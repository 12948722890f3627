#include "ui/window/LibraryPlaces.h"

#include "ui/library/LibraryPage.h"
#include "ui/window/Pages.h"
#include "ui/window/Rooms.h"
#include "ui/window/SidePane.h"

#include <QApplication>

namespace facet::ui {

LibraryPlaces::LibraryPlaces(const LibraryView::Parts &parts, SidePane &pane, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_pane(pane)
    , m_tab(pane.addTab(tr("Library"), QStringLiteral("Library"),
          [this](QWidget *) { return watched(new LibraryView(m_parts, LibraryView::Place::Pane)); }))
{
}

void LibraryPlaces::stand(Rooms &rooms, Pages &pages)
{
    m_rooms = &rooms;
    m_pages = &pages;
}

LibraryView *LibraryPlaces::watched(LibraryView *view)
{
    // Nothing is read before somebody looks.
    m_parts.library.start();
    connect(view, &LibraryView::presentRequested, this, &LibraryPlaces::presentRequested);
    connect(view, &LibraryView::attachRequested, this, &LibraryPlaces::attachRequested);
    connect(view, &LibraryView::compareRequested, this, &LibraryPlaces::compareRequested);
    connect(view, &LibraryView::pageRequested, this, &LibraryPlaces::openPage);
    return view;
}

LibraryView *LibraryPlaces::tabView()
{
    return static_cast<LibraryView *>(m_pane.content(m_tab));
}

void LibraryPlaces::open()
{
    if (m_page && m_rooms->page() == m_page) {
        m_page->enter();
        return;
    }
    const bool isThere =
        !m_pages->isOpen() && m_rooms->paneVisible() && m_pane.current() == m_tab && tabView()->isVisible();
    if (isThere && tabView()->isAncestorOf(QApplication::focusWidget())) {
        openPage();
        return;
    }
    m_pages->close();
    m_rooms->showPane();
    m_pane.setCurrent(m_tab);
    tabView()->focusSearch();
}

void LibraryPlaces::openPage()
{
    if (!m_page) {
        m_page = new LibraryPage(m_parts, m_rooms);
        watched(m_page->view());
    }
    m_rooms->closeOverlay();
    m_pages->open(m_page);
}

} // namespace facet::ui
