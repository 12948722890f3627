#include "ui/library/LibraryPage.h"

#include "ui/library/LibraryFilters.h"
#include "ui/widgets/Label.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace facet::ui {

namespace {
constexpr int roomForTheRest = 480; // header without filters: back, title, words, count
} // namespace

LibraryPage::LibraryPage(const LibraryView::Parts &parts, QWidget *parent)
    : Page(parts.theme, tr("Library"), parent)
    , m_view(new LibraryView(parts, LibraryView::Place::Page))
    , m_filtersAt(0)
{
    setObjectName(QStringLiteral("libraryPage"));
    bar()->addWidget(m_view->filters()->search(), 2);
    m_filtersAt = bar()->count();
    bar()->addStretch(1);
    bar()->addWidget(m_view->count());
    content()->setContentsMargins(0, 0, 0, 0);
    content()->setSpacing(0);
    content()->addWidget(m_view, 1);
}

void LibraryPage::enter()
{
    m_view->focusSearch();
}

void LibraryPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placeFilters();
}

void LibraryPage::placeFilters()
{
    LibraryFilters *filters = m_view->filters();
    const bool below = width() < roomForTheRest + filters->sizeHint().width();
    if (m_below == below)
        return;
    m_below = below;
    if (!below)
        bar()->insertWidget(m_filtersAt, filters, 0, Qt::AlignVCenter);
    m_view->setFiltersBelow(below);
}

} // namespace facet::ui
