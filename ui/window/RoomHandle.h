#pragma once

#include <QWidget>

namespace facet::ui {

/// A few pixels between two rooms that can be dragged. Invisible: the rooms draw their own edges.
class RoomHandle : public QWidget {
    Q_OBJECT
public:
    explicit RoomHandle(QWidget *parent);

    static constexpr int width = 6;

signals:
    /// To this x of the parent.
    void dragged(int x);
    void released();

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
};

} // namespace facet::ui
