#pragma once

#include "domain/Spending.h"

#include <QSqlDatabase>
#include <QVector>

namespace facet::client {

/// What a book of the ledger (LedgerRows.h) says about spending. On the thread of the database. Models come
/// by id; their names are the catalogue's.

/// `today` ends an open range.
Result<SpendingReport> spendingReport(QSqlDatabase &connection, qint64 book, const SpendingRange &range,
    SpendingGrouping grouping, const QDate &today);

/// The rows that the filter lets through, newest first, by their number in the file. `modelIds`: the models
/// whose names contain the filter's text. A capture that changed no balance is not listed: the hold before
/// it says what was taken.
Result<QVector<qint64>> listedRows(
    QSqlDatabase &connection, qint64 book, const SpendingFilter &filter, const QStringList &modelIds);
/// These rows, in this order; without modelName.
Result<QList<SpendingRow>> rowsByNumber(
    QSqlDatabase &connection, qint64 book, const QVector<qint64> &numbers);

struct SpendingNames {
    QStringList modelIds;
    QList<std::pair<QString, QString>> conversations; ///< id and title, by title; empty: not here any more
};
Result<SpendingNames> namesInLedger(QSqlDatabase &connection, qint64 book);

} // namespace facet::client
