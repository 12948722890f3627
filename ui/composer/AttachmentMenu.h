#pragma once

#include "client/media/Attachment.h"
#include "ui/theme/Theme.h"

#include <QMenu>

#include <functional>

namespace facet::client {
class Composer;
}

namespace facet::ui {

/// What can be done with one attachment. Goes away by itself when it is closed.
class AttachmentMenu : public QMenu {
    Q_OBJECT
public:
    AttachmentMenu(const Theme &theme, client::Composer &composer, const client::Attachment &attachment,
        QWidget *parent);

    /// Asks for a colour without blocking, and fills the picture's transparent parts with it.
    static void chooseBackground(
        client::Composer &composer, const client::Attachment &attachment, QWidget *parent);

signals:
    void originalRequested(const QString &attachmentId);

private:
    QAction *add(const char *name, const QString &text, const std::function<void()> &act);
    void addUses();
    void addBackground(const Theme &theme);
    void addUndo();
    void addMoves();

    client::Composer &m_composer;
    client::Attachment m_attachment;
};

} // namespace facet::ui
