#pragma once

#include "client/generation/GenerationRecord.h"

#include <QFuture>
#include <QObject>

namespace facet::client {

/// Every generation of every conversation, and the only place that changes a generation's state. Follows
/// running ones over their event streams, fetches results, and takes all of it up again after a restart.
class Generations : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual std::optional<GenerationRecord> find(const QString &key) const = 0;
    /// Not final yet, oldest first.
    virtual QList<GenerationRecord> running() const = 0;
    virtual void cancel(const QString &key) = 0;
    /// Fetches a missing or stopped download again.
    virtual void fetchAgain(const QString &key) = 0;
    /// Somebody else put the file of a result to another place, and wrote that to the store.
    virtual void fileMoved(const QString &key, const QString &assetId, const QString &filePath) = 0;
    /// Has the service begin one that waits before another one, or after all of them (`beforeKey` empty).
    /// Only where ServiceInfo::ordersQueue().
    virtual QFuture<Result<void>> move(const QString &key, const QString &beforeKey) = 0;

signals:
    void changed(const QString &key);
    /// A result of this generation is on disk, verified.
    void finished(const QString &key);
};

} // namespace facet::client
