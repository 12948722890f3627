#include "ui/library/LibraryGrid.h"

#include "ui/library/LibraryRows.h"
#include "ui/sidebar/ConversationDay.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/PosterCache.h"

#include <QDateTime>
#include <QDrag>
#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int lookMs = 120;
constexpr int mostPrefetched = 2000;
const QSize dragSize(160, 110);
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
    QAbstractItemView::updateGeometries();
}

void LibraryGrid::resizeEvent(QResizeEvent *event)
{
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

// ---- choosing -----------------------------------------------------------------------------------------

QModelIndex LibraryGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = m_rows->rowCount();
    if (count == 0)
        return {};
    int row = currentIndex().row();
    if (row < 0)
        return m_rows->index(0, 0);
    const int lines =
        std::max(1, viewport()->height() / (m_geometry.tileSize().height() + TileGeometry::gap));
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        row = std::max(0, row - 1);
        break;
    case MoveRight:
    case MoveNext:
        row = std::min(count - 1, row + 1);
        break;
    case MoveUp:
        row = m_geometry.rowBelow(row, -1);
        break;
    case MoveDown:
        row = m_geometry.rowBelow(row, 1);
        break;
    case MovePageUp:
        row = m_geometry.rowBelow(row, -lines);
        break;
    case MovePageDown:
        row = m_geometry.rowBelow(row, lines);
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = count - 1;
        break;
    }
    return m_rows->index(row, 0);
}

void LibraryGrid::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    QItemSelection selection;
    const auto add = [&](int first, int last) {
        selection.append(QItemSelectionRange(m_rows->index(first, 0), m_rows->index(last, 0)));
    };
    if (isBanding()) {
        int first = -1;
        int last = -1;
        for (const int row : m_geometry.rowsIn(QRect(m_bandFrom, m_bandTo).normalized())) {
            if (first >= 0 && row != last + 1) {
                add(first, last);
                first = -1;
            }
            first = first < 0 ? row : first;
            last = row;
        }
        if (first >= 0)
            add(first, last);
    } else {
        // Shift, with a click or with the arrow keys: everything in between, in reading order.
        const QModelIndex from = indexAt(rect.topLeft());
        const QModelIndex to = indexAt(rect.bottomRight());
        if (from.isValid() && to.isValid())
            add(std::min(from.row(), to.row()), std::max(from.row(), to.row()));
    }
    selectionModel()->select(selection, command);
}

QRegion LibraryGrid::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const int row : m_geometry.rowsIn(QRect(inContent({}), viewport()->size()))) {
        if (selection.contains(m_rows->index(row, 0)))
            region += inView(m_geometry.rect(row)).adjusted(-4, -4, 4, 4);
    }
    return region;
}

void LibraryGrid::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    viewport()->update();
    // What may be dragged out has to be known by then.
    int left = mostPrefetched;
    for (const QItemSelectionRange &range : selected) {
        for (int row = range.top(); row <= range.bottom() && left > 0; ++row, --left)
            m_library.result(row);
    }
    emit chosenChanged();
}

void LibraryGrid::startDrag(Qt::DropActions)
{
    QMimeData *dragged = m_rows->mimeData(selectionModel()->selectedIndexes());
    if (!dragged)
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(dragged);
    const qreal ratio = devicePixelRatioF();
    QPixmap picture(dragSize * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    m_painter.paint(painter, QRect(QPoint(), dragSize), m_library.result(currentIndex().row()), {});
    painter.end();
    drag->setPixmap(picture);
    drag->setHotSpot({ 12, 12 });
    drag->exec(Qt::CopyAction);
}

// ---- mouse and keys -----------------------------------------------------------------------------------

TilePainter::Zone LibraryGrid::zoneAt(int row, const QPoint &point) const
{
    const auto result = m_library.result(row);
    return result ? m_painter.zoneAt(inView(m_geometry.rect(row)), *result, point) : TilePainter::Zone::None;
}

void LibraryGrid::hover(const QPoint &point)
{
    const int row = m_geometry.rowAt(inContent(point));
    const TilePainter::Zone zone = row < 0 ? TilePainter::Zone::None : zoneAt(row, point);
    if (row == m_hovered && zone == m_zone)
        return;
    for (const int changed : { m_hovered, row }) {
        if (changed >= 0)
            viewport()->update(inView(m_geometry.rect(changed)));
    }
    m_hovered = row;
    m_zone = zone;
    viewport()->setCursor(zone == TilePainter::Zone::None ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void LibraryGrid::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    m_band = !index.isValid() && event->button() == Qt::LeftButton;
    m_bandFrom = m_bandTo = inContent(point);
    m_pressed = index.isValid() && event->button() == Qt::LeftButton ? zoneAt(index.row(), point)
                                                                     : TilePainter::Zone::None;
    switch (m_pressed) {
    case TilePainter::Zone::Star:
        emit favouriteToggled(index.row());
        return;
    case TilePainter::Zone::Fetch:
        emit fetchRequested(index.row());
        return;
    case TilePainter::Zone::Check:
        selectionModel()->select(index, QItemSelectionModel::Toggle);
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        return;
    case TilePainter::Zone::None:
        break;
    }
    if (m_band && !(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
        clearSelection();
    QListView::mousePressEvent(event);
}

void LibraryGrid::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    hover(point);
    if (m_pressed != TilePainter::Zone::None)
        return;
    m_bandTo = inContent(point);
    QListView::mouseMoveEvent(event);
    if (isBanding())
        viewport()->update();
}

void LibraryGrid::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_pressed, TilePainter::Zone::None) != TilePainter::Zone::None)
        return;
    QListView::mouseReleaseEvent(event);
    if (std::exchange(m_band, false))
        viewport()->update();
}

void LibraryGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (zoneAt(index.row(), point) != TilePainter::Zone::None)
        mousePressEvent(event); // a quick second click on a mark
    else
        emit opened(index.row());
}

void LibraryGrid::leaveEvent(QEvent *event)
{
    hover({ -1, -1 });
    QListView::leaveEvent(event);
}

void LibraryGrid::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->matches(QKeySequence::Undo))
        return emit undoRequested();
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (currentIndex().isValid() && !event->isAutoRepeat())
            emit opened(currentIndex().row());
        return;
    }
    if (plain && event->key() == Qt::Key_F)
        return emit favouriteRequested();
    if (plain && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        return emit trashRequested();
    if (plain && event->key() == Qt::Key_Escape && selectionModel()->hasSelection())
        return clearSelection();
    // Not typed ahead: F and the space bar mean something here.
    if (plain && !event->text().isEmpty() && event->text().at(0).isLetterOrNumber()) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

void LibraryGrid::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    if (!selectionModel()->isSelected(index))
        selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
    const QPoint at = event->reason() == QContextMenuEvent::Keyboard
        ? viewport()->mapToGlobal(visualRect(index).center())
        : event->globalPos();
    emit menuRequested(at);
}

} // namespace facet::ui
