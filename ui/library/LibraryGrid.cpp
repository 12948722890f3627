#include "ui/library/LibraryGrid.h"

#include "ui/library/LibraryRows.h"
#include "ui/sidebar/ConversationDay.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/PosterCache.h"

#include <QDateTime>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int lookMs = 120;
} // namespace

LibraryGrid::LibraryGrid(Theme &theme, client::Library &library, PosterCache &posters, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_library(library)
    , m_rows(new LibraryRows(library, this))
    , m_painter(theme, posters)
{
    setName(this, QStringLiteral("Results"));
    setFrameShape(QFrame::NoFrame);
    setProperty("bare", true);
    viewport()->setAutoFillBackground(false);
    setSelectionMode(ExtendedSelection);
    setSelectionRectVisible(true); // a press between the tiles begins a rubber band
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setModel(m_rows);
    m_look.setSingleShot(true);
    m_look.setInterval(lookMs);
    connect(&m_look, &QTimer::timeout, this, &LibraryGrid::lookNow);
    connect(&m_theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&posters, &PosterCache::ready, this, [this](const QString &path) {
        for (const int row : m_geometry.rowsIn(QRect(inContent({}), viewport()->size()))) {
            const auto result = m_library.result(row);
            if (result && TilePainter::posterOf(*result) == path)
                viewport()->update(inView(m_geometry.rect(row)));
        }
    });
}

void LibraryGrid::setMargin(int pixels)
{
    m_margin = pixels;
    doItemsLayout();
}

QVector<qint64> LibraryGrid::chosen() const
{
    QVector<int> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    QVector<qint64> numbers;
    numbers.reserve(rows.size());
    for (const int row : std::as_const(rows))
        numbers.append(m_library.numberAt(row));
    return numbers;
}

// ---- places -------------------------------------------------------------------------------------------

QList<TileGeometry::Section> LibraryGrid::sections() const
{
    const int count = m_library.rowCount();
    if (count == 0)
        return {};
    const client::LibrarySort sort = m_library.sort();
    if (sort != client::LibrarySort::Newest && sort != client::LibrarySort::Oldest)
        return { { {}, 0, count } };
    const QDate today = QDate::currentDate();
    const auto headingOf = [&](int row) {
        return ConversationDay::heading(
            QDateTime::fromMSecsSinceEpoch(m_library.atMs(row)).toLocalTime().date(), today);
    };
    // The end of each is searched for: reading the date of every row would be felt.
    QList<TileGeometry::Section> all;
    for (int first = 0; first < count;) {
        const QString heading = headingOf(first);
        int same = first;
        int other = count;
        while (other - same > 1) {
            const int middle = same + (other - same) / 2;
            (headingOf(middle) == heading ? same : other) = middle;
        }
        all.append({ heading, first, other - first });
        first = other;
    }
    return all;
}

void LibraryGrid::arrange()
{
    m_geometry.arrange(viewport()->width(), m_margin, sections());
    m_hovered = -1;
    updateGeometries();
    viewport()->update();
    lookSoon();
}

void LibraryGrid::doItemsLayout()
{
    arrange();
}

void LibraryGrid::updateGeometries()
{
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, m_geometry.height() - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(48);
    horizontalScrollBar()->setRange(0, 0);
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): a list would lay it out again
    QAbstractItemView::updateGeometries();
}

void LibraryGrid::resizeEvent(QResizeEvent *event)
{
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): likewise
    QAbstractItemView::resizeEvent(event);
    // What stands at the top stays there, however many fit beside it now.
    const int top = m_geometry.rowAt(inContent({ m_margin + 1, m_margin + TileGeometry::headingHeight }));
    const int offset = top < 0 ? 0 : m_geometry.rect(top).top() - verticalOffset();
    arrange();
    if (top > 0)
        verticalScrollBar()->setValue(m_geometry.rect(top).top() - offset);
}

void LibraryGrid::scrollContentsBy(int, int dy)
{
    viewport()->scroll(0, dy);
    m_hovered = -1;
    lookSoon();
}

int LibraryGrid::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect LibraryGrid::inView(const QRect &content) const
{
    return content.translated(0, -verticalOffset());
}

QPoint LibraryGrid::inContent(const QPoint &point) const
{
    return { point.x(), point.y() + verticalOffset() };
}

QRect LibraryGrid::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? inView(m_geometry.rect(index.row())) : QRect();
}

QModelIndex LibraryGrid::indexAt(const QPoint &point) const
{
    const int row = m_geometry.rowAt(inContent(point));
    return row < 0 || row >= m_rows->rowCount() ? QModelIndex() : m_rows->index(row, 0);
}

void LibraryGrid::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const QRect rect = m_geometry.rect(index.row()).adjusted(0, -TileGeometry::gap, 0, TileGeometry::gap);
    QScrollBar *bar = verticalScrollBar();
    const int room = viewport()->height();
    const int low = rect.bottom() - room;
    if (hint == PositionAtCenter)
        bar->setValue(rect.center().y() - room / 2);
    else if (hint == PositionAtTop || rect.top() < bar->value())
        bar->setValue(rect.top());
    else if (hint == PositionAtBottom || low > bar->value())
        bar->setValue(low);
}

void LibraryGrid::lookSoon()
{
    if (isVisible())
        m_look.start();
}

void LibraryGrid::lookNow()
{
    const QList<int> rows = m_geometry.rowsIn(QRect(inContent({}), viewport()->size()));
    if (!rows.isEmpty())
        m_library.look(rows.constFirst(), rows.constLast());
}

void LibraryGrid::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    arrange(); // today may be another day
}

void LibraryGrid::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    // Somebody may have been in the folder meanwhile.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        lookSoon();
}

// ---- painting -----------------------------------------------------------------------------------------

bool LibraryGrid::isBanding() const
{
    return m_band && state() == DragSelectingState;
}

void LibraryGrid::paintEvent(QPaintEvent *event)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(viewport());
    const QRect area(inContent(event->rect().topLeft()), event->rect().size());
    painter.setFont(m_theme.font(TextRole::CaptionStrong));
    painter.setPen(t.text2);
    const QList<TileGeometry::Section> &sections = m_geometry.sections();
    for (int i = 0; i < sections.size(); ++i) {
        const QRect heading = m_geometry.headingRect(i);
        if (heading.top() > area.bottom())
            break;
        if (heading.height() > 0 && heading.intersects(area))
            painter.drawText(inView(heading), Qt::AlignLeft | Qt::AlignVCenter, sections.at(i).heading);
    }
    const QItemSelectionModel *selection = selectionModel();
    // A ring around a tile reaches into the gap.
    for (const int row : m_geometry.rowsIn(area.adjusted(-4, -4, 4, 4))) {
        TilePainter::State state;
        const QModelIndex index = m_rows->index(row, 0);
        state.selected = selection->isSelected(index);
        state.current = hasFocus() && currentIndex() == index;
        state.hovered = row == m_hovered;
        state.zone = state.hovered ? m_zone : TilePainter::Zone::None;
        m_painter.paint(painter, inView(m_geometry.rect(row)), m_library.result(row), state);
    }
    if (isBanding()) {
        QColor fill = t.accent;
        fill.setAlphaF(0.15F);
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(fill);
        painter.drawRect(inView(QRect(m_bandFrom, m_bandTo).normalized()));
    }
}

} // namespace facet::ui
