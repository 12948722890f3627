// The part of LiveGenerations that takes up what a restart or a cut line interrupted.
#include "client/generation/GenerationFollower.h"
#include "client/generation/GenerationMachine.h"
#include "client/generation/LiveGenerations.h"
#include "client/net/Then.h"

namespace facet::client {

void LiveGenerations::start()
{
    then(m_store.loadUnfinished(), this, [this](const Result<QList<GenerationRecord>> &loaded) {
        m_loaded = true;
        if (!loaded) {
            emit storeFailed(loaded.error());
            return;
        }
        for (const GenerationRecord &record : *loaded) {
            if (entry(record.key))
                continue;
            const EntryPtr made = insert(record);
            made->restored = true;
            if (record.state == GenerationState::Draft || record.state == GenerationState::Uploading) {
                failNow(made,
                    { ErrorKind::Network,
                        tr("Facet was closed before this was sent, so nothing was taken. Send it again."),
                        QStringLiteral("not sent"), QStringLiteral("not_sent"), {}, {} });
                continue;
            }
            if (record.state == GenerationState::Submitting) {
                GenerationMachine::move(made->record, GenerationState::Unknown);
                persist(*made);
            }
            emit changed(record.key);
        }
        if (m_online)
            serviceReady();
    });
}

void LiveGenerations::serviceReady()
{
    m_online = true;
    if (!m_loaded)
        return;
    for (const QString &key : QStringList(m_order)) {
        if (const EntryPtr one = entry(key))
            pickUp(one);
    }
}

void LiveGenerations::serviceLost(const Error &error)
{
    m_online = false;
    m_lostTimer.stop();
    for (const QString &key : QStringList(m_order)) {
        const EntryPtr one = entry(key);
        if (!one || one->record.generation.id.isEmpty()
            || (one->record.state != GenerationState::Queued
                && one->record.state != GenerationState::Running))
            continue;
        GenerationMachine::move(one->record, GenerationState::Unknown);
        one->record.error = error;
        delete one->follower;
        one->follower = nullptr;
        persist(*one);
        emit changed(key);
    }
}

/// Sent, as far as anybody knows, and no word from the service yet.
bool LiveGenerations::isLost(const Entry &entry) const
{
    return entry.record.state == GenerationState::Unknown && entry.record.generation.id.isEmpty();
}

void LiveGenerations::findLost()
{
    QStringList lost;
    for (const QString &key : std::as_const(m_order)) {
        if (isLost(*entry(key)))
            lost.append(key);
    }
    if (m_online && !m_search.start(lost))
        m_lostTimer.start();
}

void LiveGenerations::giveUp(const QStringList &keys)
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addMSecs(-m_lostAfterMs);
    for (const QString &key : keys) {
        const EntryPtr one = entry(key);
        if (!one || !isLost(*one))
            continue;
        if (one->record.generation.createdAt > limit) {
            m_lostTimer.start(); // the agent may only be about to begin it
            continue;
        }
        failNow(one,
            { ErrorKind::Network,
                tr("The service started nothing for this message, so nothing was taken for it. Send it again."),
                QStringLiteral("no generation with client_ref ") + key, QStringLiteral("not_sent"), {}, {} });
    }
}

} // namespace facet::client
