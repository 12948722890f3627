#pragma once

#include "client/generation/GenerationStore.h"

#include <QHash>
#include <QPromise>

namespace facet::test {

/// A GenerationStore in memory that remembers every save, and can keep them waiting or refuse them.
class MemoryGenerations : public client::GenerationStore {
public:
    QFuture<Result<QList<client::GenerationRecord>>> loadUnfinished() override
    {
        QList<client::GenerationRecord> records;
        for (const QString &key : m_order) {
            using S = client::GenerationState;
            const S state = m_records[key].state;
            if (state != S::Done && state != S::Failed && state != S::Cancelled)
                records.append(m_records[key]);
        }
        return QtFuture::makeReadyFuture(Result<QList<client::GenerationRecord>>(records));
    }
    QFuture<Result<std::optional<client::GenerationRecord>>> load(const QString &key) override
    {
        return QtFuture::makeReadyFuture(Result<std::optional<client::GenerationRecord>>(
            m_records.contains(key) ? std::optional(m_records[key]) : std::nullopt));
    }
    QFuture<Result<void>> save(const client::GenerationRecord &record) override
    {
        if (!m_records.contains(record.key))
            m_order.append(record.key);
        m_records.insert(record.key, record);
        if (saves.isEmpty() || saves.last().key != record.key || saves.last().state != record.state)
            saves.append(record);
        if (refuse)
            return QtFuture::makeReadyFuture(
                Result<void>(facet::fail(ErrorKind::File, QStringLiteral("The history cannot be written."))));
        if (hold) {
            auto promise = std::make_shared<QPromise<Result<void>>>();
            promise->start();
            m_waiting.append(promise);
            return promise->future();
        }
        return QtFuture::makeReadyFuture(Result<void>());
    }
    QFuture<Result<void>> noteFile(const QString &assetId, const QString &sha256, qint64) override
    {
        noted.insert(assetId, sha256);
        return QtFuture::makeReadyFuture(Result<void>());
    }
    QFuture<Result<void>> remove(const QString &key) override
    {
        m_records.remove(key);
        m_order.removeOne(key);
        return QtFuture::makeReadyFuture(Result<void>());
    }

    /// Answers the saves that were kept waiting.
    void release()
    {
        for (const auto &promise : std::exchange(m_waiting, {})) {
            promise->addResult(Result<void>());
            promise->finish();
        }
    }
    bool contains(const QString &key) const { return m_records.contains(key); }
    client::GenerationRecord record(const QString &key) const { return m_records.value(key); }
    QList<client::GenerationState> states(const QString &key) const
    {
        QList<client::GenerationState> states;
        for (const client::GenerationRecord &record : saves) {
            if (record.key == key && (states.isEmpty() || states.last() != record.state))
                states.append(record.state);
        }
        return states;
    }

    bool hold = false;
    bool refuse = false;
    QList<client::GenerationRecord> saves; ///< one for each new state
    QHash<QString, QString> noted; ///< asset → sha256 of its file

private:
    QHash<QString, client::GenerationRecord> m_records;
    QStringList m_order;
    QList<std::shared_ptr<QPromise<Result<void>>>> m_waiting;
};

} // namespace facet::test
