#pragma once

#include "client/generation/Generations.h"

#include <QStringList>

namespace facet::ui::test {

class FakeGenerations : public client::Generations {
public:
    std::optional<client::GenerationRecord> find(const QString &key) const override
    {
        for (const client::GenerationRecord &r : records)
            if (r.key == key)
                return r;
        return {};
    }
    QList<client::GenerationRecord> running() const override
    {
        QList<client::GenerationRecord> result;
        for (const client::GenerationRecord &r : records) {
            using State = client::GenerationState;
            if (r.state != State::Done && r.state != State::Failed && r.state != State::Cancelled)
                result.append(r);
        }
        return result;
    }
    void cancel(const QString &key) override { cancelled.append(key); }
    void fetchAgain(const QString &key) override { fetched.append(key); }
    void fileMoved(const QString &, const QString &, const QString &) override { }

    QFuture<Result<void>> move(const QString &key, const QString &beforeKey) override
    {
        moves.append({ key, beforeKey });
        if (moveError)
            return QtFuture::makeReadyFuture(Result<void>(tl::unexpected(*moveError)));
        // As the service does: everything that waits has a new place.
        QStringList order;
        for (int place = 1; place <= records.size(); ++place) {
            for (const client::GenerationRecord &r : std::as_const(records))
                if (r.generation.queuePosition == place)
                    order.append(r.key);
        }
        order.removeOne(key);
        order.insert(beforeKey.isEmpty() ? order.size() : order.indexOf(beforeKey), key);
        for (client::GenerationRecord &r : records) {
            if (order.contains(r.key))
                r.generation.queuePosition = static_cast<int>(order.indexOf(r.key)) + 1;
            emit changed(r.key);
        }
        return QtFuture::makeReadyFuture(Result<void>());
    }

    void put(const client::GenerationRecord &record)
    {
        for (client::GenerationRecord &r : records) {
            if (r.key == record.key) {
                r = record;
                emit changed(record.key);
                return;
            }
        }
        records.append(record);
        emit changed(record.key);
    }

    QList<client::GenerationRecord> records;
    QStringList cancelled;
    QStringList fetched;
    QList<std::pair<QString, QString>> moves; ///< key, and what it goes before
    std::optional<Error> moveError;
};

} // namespace facet::ui::test
