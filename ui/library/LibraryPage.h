#pragma once

#include "ui/library/LibraryView.h"
#include "ui/window/Page.h"

namespace facet::ui {

/// The library in the place of chat and pane, its filters in the header where there is room for them.
class LibraryPage : public Page {
    Q_OBJECT
public:
    explicit LibraryPage(const LibraryView::Parts &parts, QWidget *parent = nullptr);

    LibraryView *view() const { return m_view; }
    void enter() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeFilters();

    LibraryView *m_view;
    int m_filtersAt; ///< in the header's row
    std::optional<bool> m_below;
};

} // namespace facet::ui
