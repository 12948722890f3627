#pragma once

#include "domain/Budget.h"
#include "domain/Error.h"

#include <QDate>
#include <QHash>
#include <QSqlDatabase>

namespace facet::client {

/// What was spent out of a book of the ledger (LedgerRows.h), for budgets.
struct SpentDays {
    QHash<QString, QHash<QDate, Credits>> byConversation; ///< the one that is not known: ""
    QHash<QString, Credits> byRun; ///< of the runs that were asked about

    SpentSoFar everywhere(const QDate &today) const;
    SpentSoFar in(const QString &conversationId, const QDate &today) const;
};
/// From that day on. On the thread of the database.
Result<SpentDays> spentSince(
    QSqlDatabase &connection, qint64 book, const QDate &from, const QStringList &runIds);

} // namespace facet::client
