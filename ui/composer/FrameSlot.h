#pragma once

#include "client/media/Attachment.h"
#include "ui/theme/Theme.h"

#include <QPushButton>

namespace facet::client {
class Composer;
}

namespace facet::ui {

class Button;

/// One picture of the composer: the start frame, the end frame, or a reference image. Empty frame slots are
/// there to be clicked or dropped upon; filled ones show the picture and can be cleared or replaced.
class FrameSlot : public QPushButton {
    Q_OBJECT
public:
    FrameSlot(Theme &theme, client::Composer &composer, InputRole role, QWidget *parent = nullptr);

    void present(const std::optional<client::Attachment> &attachment);
    bool isFilled() const { return m_attachment.has_value(); }
    InputRole role() const { return m_role; }

    QSize sizeHint() const override;

signals:
    /// Somebody wants to choose a file for it.
    void chooseRequested();
    void removeRequested(const QString &attachmentId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString caption() const;

    Theme &m_theme;
    client::Composer &m_composer;
    InputRole m_role;
    std::optional<client::Attachment> m_attachment;
    Button *m_remove;
    bool m_dropping = false;
};

} // namespace facet::ui
