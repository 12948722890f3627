#pragma once

#include "client/batch/BatchLine.h"
#include "client/store/Database.h"
#include "client/store/TurnStore.h"

#include <QHash>

namespace facet::client {

/// The batch queue on disk.
class BatchStore {
public:
    explicit BatchStore(Database *database)
        : m_database(database)
    {
    }

    /// Every line in its order. The states Sent and Running are as of their last change: see fates().
    QFuture<Result<QList<BatchLine>>> load();
    /// In one transaction: `gone` lines away, the others at the end.
    QFuture<Result<void>> add(const QList<BatchLine> &lines, const QStringList &gone);
    QFuture<Result<void>> update(const QList<BatchLine> &lines);
    QFuture<Result<void>> remove(const QStringList &ids);

    /// What became of a line that was sent, by the last run of its message.
    struct Fate {
        QString runId;
        TurnRecord::State run = TurnRecord::State::Sending;
        QString generationKey;
        std::optional<GenerationState> generation; ///< empty: it has none
        std::optional<Error> error; ///< what is said in the transcript, or on the generation's card
    };
    /// By id; a line without a run was never sent, or came back.
    QFuture<Result<QHash<QString, Fate>>> fates(const QStringList &ids);

private:
    Database *m_database;
};

} // namespace facet::client
