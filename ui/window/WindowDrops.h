#pragma once

#include "domain/Error.h"

#include <QObject>

class QMimeData;

namespace facet::client {
class Composer;
class Session;
} // namespace facet::client

namespace facet::ui {

class ComposerFiller;
class FileDrop;
class NoticeArea;
class Pages;

/// What becomes of a thing that is dropped onto the window: an input of the message, the request that a
/// result's file carries, or a batch.
class WindowDrops : public QObject {
    Q_OBJECT
public:
    WindowDrops(client::Session &session, client::Composer &composer, ComposerFiller &filler, Pages &pages,
        NoticeArea &notices, QObject *parent = nullptr);

    bool accepts(const QMimeData *data) const;
    /// What is not accepted stays where it is.
    void take(const QMimeData *data);

signals:
    /// The message has it now.
    void inputTaken();

private:
    QString listIn(const QMimeData *data) const;

    client::Session &m_session;
    client::Composer &m_composer;
    Pages &m_pages;
    FileDrop *m_files;
};

} // namespace facet::ui
