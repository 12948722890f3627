#pragma once

#include "client/composer/Recreation.h"

#include <QObject>

#include <functional>

namespace facet::client {
class DraftSlot;
class Session;
} // namespace facet::client

namespace facet::ui {

/// Puts requests of earlier results into the composer. Sends nothing, and what was in the composer can be
/// put back.
class ComposerFiller : public QObject {
    Q_OBJECT
public:
    /// `drafts` and `recreation` may be null: then nothing is recreated.
    ComposerFiller(client::Session &session, client::Composer &composer, client::DraftSlot *drafts,
        client::Recreation *recreation, QObject *parent = nullptr);

    bool canFill() const { return m_drafts; }
    bool canRecreate() const { return m_drafts && m_recreation; }
    void recreate(const client::GenerationRecord &record);
    /// The request that a file carries. `fileName`: of that file.
    void useTags(const client::ResultTags &tags, const QString &fileName);
    /// A new request with this picture as its start frame, for the model, options and agent of `from`. What
    /// is being written stays; the end frame and the references of the draft go.
    void continueWith(const client::GenerationRecord &from, const QByteArray &png, const QString &fileName);

signals:
    /// `undo` is empty when there was nothing to put back.
    void filled(const QString &sentence, const std::function<void()> &undo);
    void failed(const facet::Error &error);

private:
    void fill(const client::Recreated &made, const QString &done);
    void say(const QString &sentence, const client::TurnRequest &before);
    /// Takes out what this service does not offer; the sentences about it.
    QStringList fitToService(client::TurnRequest &request) const;
    static QString goneWords(const client::Recreated::Gone &gone);

    client::Session &m_session;
    client::Composer &m_composer;
    client::DraftSlot *m_drafts;
    client::Recreation *m_recreation;
};

} // namespace facet::ui
