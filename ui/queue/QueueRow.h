#pragma once

#include "client/generation/GenerationRecord.h"
#include "domain/Model.h"
#include "ui/widgets/Card.h"

namespace facet::ui {

class Button;
class ElidedLabel;
class Label;
class ProgressLine;

/// One generation of the queue: its model, prompt, stage, progress, what is held. One that waits is moved by
/// dragging it, with Alt+Up and Alt+Down, or by its context menu.
class QueueRow : public Card {
    Q_OBJECT
public:
    QueueRow(Theme &theme, QWidget *parent = nullptr);

    struct Place {
        bool waits = false;
        bool canMove = false; ///< the service keeps an order that can be changed
        bool isFirst = false; ///< of those that wait
        bool isLast = false;
        bool hasChat = true; ///< its conversation was not deleted
    };
    void present(const client::GenerationRecord &record, const Catalogue &catalogue, const Place &place);
    QString key() const { return m_record.key; }
    bool isDragged() const { return m_dragged; }

signals:
    void cancelRequested(const QString &key);
    void openRequested(const QString &conversationId);
    /// To the next place up (-1) or down (1), or all the way up (-2).
    void moveRequested(const QString &key, int steps);
    /// The keyboard goes on to the row above (-1) or below (1).
    void stepRequested(const QString &key, int steps);
    /// The pointer is here, in the coordinates of the row's parent.
    void dragged(const QString &key, int y);
    void dropped(const QString &key, bool taken);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void endDrag(bool taken);
    void openMenu(const QPoint &at);

    Theme &m_theme;
    client::GenerationRecord m_record;
    Place m_place;
    Label *m_model;
    ElidedLabel *m_stage;
    ElidedLabel *m_prompt;
    ProgressLine *m_line;
    ElidedLabel *m_held;
    Button *m_open;
    Button *m_cancel;
    std::optional<QPoint> m_pressedAt; ///< in the row
    bool m_dragged = false;
};

} // namespace facet::ui
