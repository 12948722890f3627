#pragma once

#include "client/generation/GenerationRecord.h"

#include <QSqlDatabase>

namespace facet::client {

/// Inserts or replaces the whole record and its assets. On the thread of the database.
Result<void> putGeneration(QSqlDatabase &connection, const GenerationRecord &record);
Result<std::optional<GenerationRecord>> generationByKey(QSqlDatabase &connection, const QString &key);
/// Every record whose state is not Done, Failed or Cancelled, oldest first.
Result<QList<GenerationRecord>> unfinishedGenerations(QSqlDatabase &connection);

} // namespace facet::client
