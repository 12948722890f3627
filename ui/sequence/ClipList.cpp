#include "ui/sequence/ClipList.h"

#include "client/sequence/Sequence.h"
#include "ui/sequence/ClipDelegate.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/PosterCache.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace facet::ui {

ClipList::ClipList(Theme &theme, client::Sequence &sequence, PosterCache &posters, QWidget *parent)
    : QListView(parent)
    , m_sequence(sequence)
{
    setName(this, QStringLiteral("Clips"));
    setModel(&sequence);
    setItemDelegate(new ClipDelegate(theme, posters, this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    viewport()->setAutoFillBackground(false);
    connect(&posters, &PosterCache::ready, viewport(), qOverload<>(&QWidget::update));
    connect(&sequence, &client::Sequence::changed, this, &QWidget::updateGeometry);
    connect(this, &QListView::doubleClicked, this,
        [this](const QModelIndex &index) { emit playRequested(index.row()); });
}

QSize ClipList::sizeHint() const
{
    const int rows = std::max(1, m_sequence.rowCount());
    return { 200, rows * std::max(1, sizeHintForRow(0)) + 4 };
}

void ClipList::moveCurrent(int by)
{
    const int from = currentIndex().row();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_sequence.rowCount())
        return;
    m_sequence.move(from, to);
    setCurrentIndex(m_sequence.index(to));
    scrollTo(currentIndex());
}

void ClipList::removeCurrent()
{
    const int row = currentIndex().row();
    m_sequence.remove(row);
    if (m_sequence.rowCount() > 0)
        setCurrentIndex(m_sequence.index(std::min(row, m_sequence.rowCount() - 1)));
}

void ClipList::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (alt) {
            moveCurrent(event->key() == Qt::Key_Up ? -1 : 1);
            return;
        }
        break;
    case Qt::Key_Delete:
        removeCurrent();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            emit playRequested(currentIndex().row());
        return;
    default:
        break;
    }
    QListView::keyPressEvent(event);
}

void ClipList::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    m_dragged = event->button() == Qt::LeftButton ? indexAt(event->pos()).row() : -1;
    m_pressed = event->pos();
    m_moving = false;
}

void ClipList::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged < 0 || !(event->buttons() & Qt::LeftButton)) {
        QListView::mouseMoveEvent(event);
        return;
    }
    if (!m_moving && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_moving) {
        m_moving = true;
        setCursor(Qt::ClosedHandCursor);
    }
    const QModelIndex under = indexAt(QPoint(viewport()->width() / 2, event->pos().y()));
    if (!under.isValid() || under.row() == m_dragged)
        return;
    // The rows make room as the clip goes by: it lies where it is let go.
    m_sequence.move(m_dragged, under.row());
    m_dragged = under.row();
    setCurrentIndex(m_sequence.index(m_dragged));
    scrollTo(currentIndex());
}

void ClipList::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_moving)
        unsetCursor();
    m_dragged = -1;
    m_moving = false;
    QListView::mouseReleaseEvent(event);
}

} // namespace facet::ui
