#pragma once

#include "client/media/Attachment.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::client {
class Composer;
class Session;
} // namespace facet::client

namespace facet::ui {

class Button;
class FileChooser;
class FrameSlot;

/// Start frame, arrow, end frame; the video and the voice for models that take them; then the reference
/// images in their order, which is changed by dragging them or with Ctrl and the arrow keys. A picture that
/// is dragged onto a frame slot becomes that frame.
class AttachmentRow : public QWidget {
    Q_OBJECT
public:
    AttachmentRow(Theme &theme, client::Composer &composer, client::Session &session, FileChooser &files,
        QWidget *parent = nullptr);

    /// Asks for a file for the slot of `role`.
    void choose(InputRole role);

signals:
    void menuRequested(const facet::client::Attachment &attachment, const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void refreshSlots();
    FrameSlot *addReference();
    QList<FrameSlot *> references() const;
    void tie(FrameSlot *slot);
    void dragTo(FrameSlot *slot, const QPoint &globalPosition, bool dropped);
    void endDrag();
    /// The frame slot below the mouse, other than `slot` itself; null: none.
    FrameSlot *frameAt(const QPoint &position, const FrameSlot *slot) const;
    /// Before which reference image something dropped here goes.
    int placeAt(const QPoint &position) const;
    void moveBy(FrameSlot *slot, int step);

    Theme &m_theme;
    client::Composer &m_composer;
    client::Session &m_session;
    FileChooser &m_files;
    FrameSlot *m_start;
    QWidget *m_swapBox;
    Button *m_swap;
    FrameSlot *m_end;
    FrameSlot *m_video;
    FrameSlot *m_voice;
    std::optional<int> m_mark; ///< while something is dragged: before which reference image it would go
    FrameSlot *m_over = nullptr; ///< while something is dragged: the frame that it would become
};

} // namespace facet::ui
