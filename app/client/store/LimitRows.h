#pragma once

#include "domain/Budget.h"

#include <QHash>
#include <QSqlDatabase>

namespace facet::client {

/// Limits of spending by conversation, the one for everything under "". On the thread of the database.
Result<QHash<QString, SpendingLimit>> loadLimits(QSqlDatabase &connection);
/// A limit that says nothing is taken away.
Result<void> putLimit(QSqlDatabase &connection, const QString &conversationId, const SpendingLimit &limit);

} // namespace facet::client
