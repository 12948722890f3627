#pragma once

#include "client/media/Attachment.h"
#include "ui/theme/Theme.h"

#include <QSet>
#include <QWidget>

namespace facet::client {
class Composer;
class Session;
} // namespace facet::client

namespace facet::ui {

class Button;
class Label;

/// One line below the attachments about what was done to one of them, or can be: resized (with undo), too
/// large after an undo, transparent (with the colours to put it on), converted. The most urgent first; each
/// is gone when it is dismissed or followed.
class AttachmentNote : public QWidget {
    Q_OBJECT
public:
    AttachmentNote(
        Theme &theme, client::Composer &composer, client::Session &session, QWidget *parent = nullptr);

    QString sentence() const;

signals:
    void originalRequested(const QString &attachmentId);

private:
    enum class Kind { TooLarge, Resized, Transparent, Done };
    void refresh();
    QString sentenceFor(Kind kind, const client::Attachment &attachment) const;
    bool applies(Kind kind, const client::Attachment &attachment) const;
    QString mark(Kind kind, const client::Attachment &attachment) const;
    void offer(Kind kind, const client::Attachment &attachment);
    static bool isEdited(const client::Attachment &attachment);
    void undo();
    Button *link(const char *name);

    Theme &m_theme;
    client::Composer &m_composer;
    client::Session &m_session;
    client::Attachment m_shown;
    Kind m_kind = Kind::Done;
    QSet<QString> m_dismissed;
    Label *m_text;
    Button *m_undo;
    Button *m_resize;
    Button *m_white;
    Button *m_black;
    Button *m_other;
    Button *m_original;
    Button *m_close;
};

} // namespace facet::ui
