#pragma once

#include "domain/Generation.h"
#include "service/store/StoredFile.h"

#include <QDir>
#include <QSet>

namespace facet::service {

class Row;
class Store;

/// A generation with what the wire does not show.
struct GenerationRow {
    Generation generation; ///< stage, progress and ETA are not kept
    qint64 seq = 0; ///< order of submission
    qint64 order = 0; ///< the lower one is begun first, of the same the earlier one; 0: it was begun
    int takes = 1;
    int attempts = 0; ///< times it was begun and neither finished nor stopped in good order
    bool korean = false;
    QString follows; ///< the generation whose first result it works on; empty: none
    InputRole takesAs = InputRole::Reference; ///< what that result is for
    bool waiting = false; ///< for that result
};

/// Generations and their results in the database. Callers bring the transaction.
class GenerationTable final : public AssetFiles {
public:
    GenerationTable(Store &store, const QString &dataDir);

    Result<void> insert(const GenerationRow &row);
    Result<std::optional<GenerationRow>> find(const QString &id) const;
    Result<std::optional<GenerationRow>> findByClientRef(const QString &clientRef) const;
    Result<std::optional<GenerationRow>> firstQueued() const; ///< of those that wait for no other
    Result<QList<GenerationRow>> followers(const QString &id) const;
    Result<QList<GenerationRow>> unfinished() const; ///< oldest first
    /// `limit` generations below `beforeSeq`, newest first; of one conversation if `threadId` is not empty.
    Result<QList<GenerationRow>> newest(qint64 beforeSeq, int limit, const QString &threadId) const;
    Result<int> queued() const;
    struct Queued {
        QString id;
        qint64 order = 0;
    };
    /// What waits to be begun, the next one first.
    Result<QList<Queued>> queue() const;
    Result<bool> hasFinishedVideo(const QString &threadId) const;

    /// What it waited for is there: its inputs are complete now.
    Result<void> release(const QString &id, const QList<InputRef> &inputs);
    Result<void> begin(const QString &id, const QDateTime &at);
    Result<void> setOrder(const QString &id, qint64 order);
    /// Begun, with nothing rendered yet: it waits again, and that start does not count.
    Result<void> takeBack(const QString &id);
    /// Running ones wait again. After a stop in good order their attempts start anew.
    Result<void> queueAgain(bool inGoodOrder);
    Result<void> finish(const QString &id, GenerationStatus status, Credits charged,
        const std::optional<GenerationError> &error, const QDateTime &at);

    /// `file.path` and `file.posterPath` lie under the data folder.
    Result<void> addAsset(const QString &generationId, int take, const Asset &asset, const StoredFile &file);
    Result<void> addFailedTake(const QString &generationId, int take, const GenerationError &error);
    Result<QSet<int>> settledTakes(const QString &generationId) const;
    Result<std::optional<GenerationError>> lastFailedTake(const QString &generationId) const;

    std::optional<StoredFile> asset(const QString &id) const override;

private:
    GenerationRow read(const Row &row) const;
    Result<std::optional<GenerationRow>> withAssets(Result<std::optional<GenerationRow>> row) const;
    Result<QList<GenerationRow>> withAssets(Result<QList<GenerationRow>> rows) const;
    Result<QList<Asset>> assetsOf(const QString &generationId) const;

    Store &m_store;
    QDir m_dir;
};

} // namespace facet::service
