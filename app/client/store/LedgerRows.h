#pragma once

#include "domain/Account.h"
#include "domain/Spending.h"

#include <QSqlDatabase>

namespace facet::client {

/// The copy of a service's ledger in the profile, one book for each account of each service, so that two
/// never mix. All functions run on the thread of the database.

/// The book, made when it is new. Days are of the computer's time zone: in another zone than last time they
/// are reckoned again.
Result<qint64> openBook(QSqlDatabase &connection, const QString &service, const QString &account);

/// Forgets rows that were on their way.
Result<void> clearIncoming(QSqlDatabase &connection);
/// Takes rows, newest first, up to the first one that the book has just so. Answers that one's position;
/// empty: none is known, so there is more to fetch.
Result<std::optional<qint64>> stageRows(
    QSqlDatabase &connection, qint64 book, const QList<LedgerEntry> &newestFirst);
/// Makes what was staged the end of the book, after the row at `met`. What the book had after it was undone
/// by the service and goes; without `met` the whole book is another one now. True: something changed.
Result<bool> adoptRows(QSqlDatabase &connection, qint64 book, std::optional<qint64> met);

/// Id of the newest row; empty: there is none.
Result<QString> newestRow(QSqlDatabase &connection, qint64 book);
/// How the rows add up: `rows`, `sumOfRows`, `brokenRows`, `firstBrokenRow`.
Result<LedgerCheck> sumUp(QSqlDatabase &connection, qint64 book);

struct LedgerChecks {
    LedgerCheck last;
    std::optional<LedgerCheck> difference; ///< the last one that did not come out even
};
Result<LedgerChecks> loadChecks(QSqlDatabase &connection, qint64 book);
Result<void> saveCheck(QSqlDatabase &connection, qint64 book, const LedgerCheck &check);

/// The day of the user's calendar, as a Julian day.
qint64 localDay(const QDateTime &at);

} // namespace facet::client
