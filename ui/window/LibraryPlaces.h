#pragma once

#include "ui/library/LibraryView.h"

namespace facet::ui {

class LibraryPage;
class Pages;
class Rooms;
class SidePane;

/// The two places of the library, a tab of the pane and a page, over one client::Library; each is made when
/// it is first looked at.
class LibraryPlaces : public QObject {
    Q_OBJECT
public:
    LibraryPlaces(const LibraryView::Parts &parts, SidePane &pane, QObject *parent = nullptr);
    /// Where the pane and the pages are; before anything is opened.
    void stand(Rooms &rooms, Pages &pages);

public slots:
    /// To the tab; to the page, from the tab. The keyboard comes to the field for words.
    void open();
    void openPage();

signals:
    void presentRequested(const facet::client::GenerationRecord &record, int take, bool play);
    void attachRequested(facet::InputRole role, const QString &filePath);
    void compareRequested(const facet::client::GenerationRecord &a, int takeOfA,
        const facet::client::GenerationRecord &b, int takeOfB);

private:
    LibraryView *watched(LibraryView *view);
    LibraryView *tabView();

    LibraryView::Parts m_parts;
    SidePane &m_pane;
    Rooms *m_rooms = nullptr;
    Pages *m_pages = nullptr;
    LibraryPage *m_page = nullptr;
    int m_tab;
};

} // namespace facet::ui
