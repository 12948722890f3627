#pragma once

#include "client/generation/GenerationStore.h"
#include "client/store/Database.h"

namespace facet::client {

/// Generations in the profile's database.
class GenerationRecords : public GenerationStore {
public:
    explicit GenerationRecords(Database *database)
        : m_database(database)
    {
    }

    QFuture<Result<QList<GenerationRecord>>> loadUnfinished() override;
    QFuture<Result<std::optional<GenerationRecord>>> load(const QString &key) override;
    QFuture<Result<void>> save(const GenerationRecord &record) override;
    QFuture<Result<void>> noteFile(const QString &assetId, const QString &sha256, qint64 bytes) override;
    QFuture<Result<void>> remove(const QString &key) override;

private:
    Database *m_database;
};

} // namespace facet::client
