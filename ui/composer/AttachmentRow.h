#pragma once

#include "domain/Enums.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::client {
class Composer;
}

namespace facet::ui {

class Button;
class FileChooser;
class FrameSlot;

/// Start frame, arrow, end frame, and the reference images after them.
class AttachmentRow : public QWidget {
    Q_OBJECT
public:
    AttachmentRow(Theme &theme, client::Composer &composer, FileChooser &files, QWidget *parent = nullptr);

    /// Asks for a file for the first empty frame slot.
    void chooseFrame(InputRole role);

private:
    void refresh();

    Theme &m_theme;
    client::Composer &m_composer;
    FileChooser &m_files;
    FrameSlot *m_start;
    Button *m_swap;
    FrameSlot *m_end;
};

} // namespace facet::ui
