#pragma once

#include "client/generation/Generations.h"

namespace facet::test {

/// Generations as a test says they are.
class FakeGenerations : public client::Generations {
public:
    std::optional<client::GenerationRecord> find(const QString &key) const override
    {
        return records.contains(key) ? std::optional(records.value(key)) : std::nullopt;
    }
    QList<client::GenerationRecord> running() const override
    {
        QList<client::GenerationRecord> all;
        for (const client::GenerationRecord &record : records) {
            if (record.state != client::GenerationState::Done
                && record.state != client::GenerationState::Failed
                && record.state != client::GenerationState::Cancelled)
                all.append(record);
        }
        return all;
    }
    void cancel(const QString &) override { }
    void fetchAgain(const QString &key) override { fetched.append(key); }
    void fileMoved(const QString &, const QString &, const QString &) override { }
    QFuture<Result<void>> move(const QString &, const QString &) override
    {
        return QtFuture::makeReadyFuture(Result<void>());
    }

    void say(const client::GenerationRecord &record)
    {
        records.insert(record.key, record);
        emit changed(record.key);
    }

    QHash<QString, client::GenerationRecord> records;
    QStringList fetched;
};

} // namespace facet::test
