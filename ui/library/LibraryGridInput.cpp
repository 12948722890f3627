// The part of LibraryGrid that mouse and keyboard come to.
#include "ui/library/LibraryGrid.h"
#include "ui/library/LibraryRows.h"

#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int mostPrefetched = 2000;
const QSize dragSize(160, 110);
} // namespace

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
