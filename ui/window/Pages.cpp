#include "ui/window/Pages.h"

#include "ui/batch/BatchPage.h"
#include "ui/compare/ComparePage.h"
#include "ui/plans/PlansPage.h"
#include "ui/spending/SpendingPage.h"
#include "ui/window/Rooms.h"

namespace facet::ui {

Pages::Pages(const Parts &parts, Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_rooms(rooms)
{
    connect(&m_rooms, &Rooms::arrangementChanged, this, [this] {
        if (auto *page = static_cast<Page *>(m_rooms.page()))
            page->setSidebarButtonVisible(!m_rooms.sidebarVisible());
    });
}

bool Pages::isOpen() const
{
    return m_rooms.page() != nullptr;
}

void Pages::openPlans()
{
    if (!m_plans)
        m_plans = new PlansPage(m_parts.theme, m_parts.session, m_parts.files, &m_rooms);
    open(m_plans);
}

void Pages::openSpending()
{
    if (!m_parts.spending || !m_parts.limits)
        return;
    if (!m_spending) {
        m_spending =
            new SpendingPage(m_parts.theme, *m_parts.spending, *m_parts.limits, m_parts.files, &m_rooms);
        connect(m_spending, &SpendingPage::rowChosen, this, &Pages::rowChosen);
        connect(m_spending, &SpendingPage::budgetRequested, this, &Pages::budgetRequested);
    }
    open(m_spending);
}

void Pages::openCompare(const CompareItem &a, const CompareItem &b, const QString &title)
{
    if (!m_compare) {
        m_compare = new ComparePage(m_parts.theme, m_parts.session, m_parts.frames, &m_rooms);
        connect(m_compare, &ComparePage::kept, this, &Pages::kept);
    }
    m_compare->compare(a, b, title);
    open(m_compare);
}

BatchPage *Pages::batch()
{
    if (!m_batch && m_parts.batches && m_parts.intake && m_parts.clock) {
        m_batch = new BatchPage({ m_parts.theme, m_parts.session, m_parts.composer, *m_parts.batches,
                                    m_parts.limits, *m_parts.intake, *m_parts.clock, m_parts.files },
            &m_rooms);
        connect(m_batch, &BatchPage::topUpRequested, this, &Pages::topUpRequested);
    }
    return m_batch;
}

void Pages::openBatch()
{
    if (BatchPage *page = batch()) {
        page->showMessage();
        open(page);
    }
}

void Pages::openBatchFile(const QString &path)
{
    if (BatchPage *page = batch()) {
        page->showFile(path);
        open(page);
    }
}

void Pages::openBatchQueue()
{
    if (BatchPage *page = batch()) {
        page->showQueue();
        open(page);
    }
}

void Pages::open(Page *page)
{
    // Connected once a page; a second time is the same connection.
    connect(page, &Page::backRequested, this, &Pages::close, Qt::UniqueConnection);
    connect(page, &Page::sidebarRequested, &m_rooms, &Rooms::showSidebar, Qt::UniqueConnection);
    m_rooms.setPage(page);
    page->enter();
}

bool Pages::close()
{
    if (!isOpen())
        return false;
    m_rooms.setPage(nullptr);
    emit closed();
    return true;
}

} // namespace facet::ui
