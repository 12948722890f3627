#pragma once

#include "client/generation/GenerationRecord.h"

#include <QFuture>

namespace facet::client {

/// Where generations outlive the program. Every call is answered on the caller's thread later; saves take
/// effect in the order in which they were called. Errors: ErrorKind::File.
class GenerationStore {
public:
    virtual ~GenerationStore() = default;

    /// Every record whose state is not Done, Failed or Cancelled, oldest first.
    virtual QFuture<Result<QList<GenerationRecord>>> loadUnfinished() = 0;
    virtual QFuture<Result<std::optional<GenerationRecord>>> load(const QString &key) = 0;
    /// Inserts or replaces the whole record by its key. Resolved once it is durable.
    virtual QFuture<Result<void>> save(const GenerationRecord &record) = 0;
    /// The sha256 (hex) of a result's file as it lies here, once it carries its tags (TagFile.h): other than
    /// the service's, which was checked before.
    virtual QFuture<Result<void>> noteFile(const QString &assetId, const QString &sha256, qint64 bytes) = 0;
    /// A turn that came to no generation (only talk, or nothing was ever sent).
    virtual QFuture<Result<void>> remove(const QString &key) = 0;
};

} // namespace facet::client
