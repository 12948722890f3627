#pragma once

#include "client/composer/Recreation.h"

namespace facet::client {

class Database;

/// Recreation from the profile's history.
class StoredRecreation : public Recreation {
public:
    explicit StoredRecreation(Database *database)
        : m_database(database)
    {
    }

    QFuture<Result<Recreated>> of(const GenerationRecord &record) override;
    QFuture<Result<Recreated>> ofTags(const ResultTags &tags) override;

private:
    Database *m_database;
};

} // namespace facet::client
