#pragma once

#include "client/media/Attachment.h"
#include "ui/theme/Theme.h"

#include <QPushButton>

namespace facet::client {
class Composer;
}

namespace facet::ui {

class Button;

/// One attachment of the composer: the start frame, the end frame, the video, the sound, a reference image,
/// or a file that is kept aside. Empty slots are there to be clicked or dropped upon; filled ones show what
/// is in them, and can be cleared, replaced, dragged to another place, and asked for their menu.
class FrameSlot : public QPushButton {
    Q_OBJECT
public:
    /// A small slot for whatever is kept aside.
    enum AsideTag { Aside };

    FrameSlot(Theme &theme, client::Composer &composer, InputRole role, QWidget *parent = nullptr);
    FrameSlot(Theme &theme, client::Composer &composer, AsideTag aside, QWidget *parent = nullptr);

    void present(const std::optional<client::Attachment> &attachment);
    bool isFilled() const { return m_attachment.has_value(); }
    const std::optional<client::Attachment> &attachment() const { return m_attachment; }
    InputRole role() const { return m_role; }
    /// Where it stands among its kind, for assistive technology: "2 of 3". Empty: alone.
    void setPlace(const QString &place);

    QSize sizeHint() const override;

signals:
    /// Somebody wants to choose a file for it.
    void chooseRequested();
    void removeRequested(const QString &attachmentId);
    void menuRequested(const facet::client::Attachment &attachment, const QPoint &globalPosition);
    /// By keyboard: to the front (-1) or to the back (1).
    void moveRequested(int step);
    /// Dragged by the mouse, which is here now; `dropped` ends it.
    void dragged(const QPoint &globalPosition, bool dropped);
    /// The drag was given up.
    void dragCancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUp();
    void setNames();
    QString caption() const;
    Icon emptyIcon() const;
    bool isMedia() const { return m_attachment && !m_attachment->isPicture(); }
    void paintEmpty(QPainter &painter) const;
    void paintFile(QPainter &painter) const;
    void paintLabel(QPainter &painter, const QString &text) const;
    void paintMark(QPainter &painter) const;
    void askForMenu();

    Theme &m_theme;
    client::Composer &m_composer;
    InputRole m_role;
    bool m_aside = false;
    std::optional<client::Attachment> m_attachment;
    QString m_place;
    Button *m_remove;
    Button *m_more;
    bool m_dropping = false;
    bool m_dragging = false;
    QPoint m_pressed; ///< where the button went down
};

} // namespace facet::ui
