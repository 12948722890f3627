#pragma once

#include "client/media/Attachment.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::client {
class Composer;
class Session;
} // namespace facet::client

namespace facet::ui {

class AsideRow;
class AttachmentNote;
class AttachmentRow;
class FileChooser;
class OriginalPopover;

/// Everything that is attached to the message: what goes with it, a word about what was done to it, and what
/// is kept aside.
class AttachmentArea : public QWidget {
    Q_OBJECT
public:
    AttachmentArea(Theme &theme, client::Composer &composer, client::Session &session, FileChooser &files,
        QWidget *parent = nullptr);

    /// Asks for a file for a frame slot.
    void chooseFrame(InputRole role);

private:
    void openMenu(const client::Attachment &attachment, const QPoint &globalPosition);
    void showOriginal(const QString &attachmentId);

    Theme &m_theme;
    client::Composer &m_composer;
    AttachmentRow *m_row;
    AttachmentNote *m_note;
    AsideRow *m_aside;
    OriginalPopover *m_original = nullptr;
};

} // namespace facet::ui
