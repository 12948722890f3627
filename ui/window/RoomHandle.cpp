#include "ui/window/RoomHandle.h"

#include <QMouseEvent>

namespace facet::ui {

RoomHandle::RoomHandle(QWidget *parent)
    : QWidget(parent)
{
    setCursor(Qt::SplitHCursor);
}

void RoomHandle::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        emit dragged(mapToParent(event->position().toPoint()).x());
}

void RoomHandle::mouseReleaseEvent(QMouseEvent *)
{
    emit released();
}

} // namespace facet::ui
