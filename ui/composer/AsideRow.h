#pragma once

#include "client/media/Attachment.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::client {
class Composer;
class Session;
} // namespace facet::client

namespace facet::ui {

class FrameSlot;
class Label;

/// What was attached and the chosen model does not take: small pictures and a sentence that says why. They
/// are not sent, and come back with a model that takes them, or by a click.
class AsideRow : public QWidget {
    Q_OBJECT
public:
    AsideRow(Theme &theme, client::Composer &composer, client::Session &session, QWidget *parent = nullptr);

    QString sentence() const;

signals:
    void menuRequested(const facet::client::Attachment &attachment, const QPoint &globalPosition);

private:
    void refresh();

    Theme &m_theme;
    client::Composer &m_composer;
    client::Session &m_session;
    QWidget *m_pictures;
    Label *m_text;
};

} // namespace facet::ui
