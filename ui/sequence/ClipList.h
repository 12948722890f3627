#pragma once

#include "ui/theme/Theme.h"

#include <QListView>

namespace facet::client {
class Sequence;
}

namespace facet::ui {

class PosterCache;

/// The clips of a sequence in order. A row is dragged to its place, or moved there with Alt and the arrows;
/// Delete takes it out, Enter plays from it.
class ClipList : public QListView {
    Q_OBJECT
public:
    ClipList(Theme &theme, client::Sequence &sequence, PosterCache &posters, QWidget *parent = nullptr);

    void moveCurrent(int by);
    void removeCurrent();
    QSize sizeHint() const override;

signals:
    void playRequested(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    client::Sequence &m_sequence;
    int m_dragged = -1; ///< row under the mouse that is held down
    QPoint m_pressed;
    bool m_moving = false;
};

} // namespace facet::ui
