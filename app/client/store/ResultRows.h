#pragma once

#include "client/generation/GenerationRecord.h"
#include "client/library/LibraryResult.h"

#include <QSqlDatabase>
#include <QVector>

namespace facet::client {

/// Results on disk, a row for each, kept beside the generations that made them. On the thread of the
/// database. Models come by id; their names are the catalogue's.

/// Brings the rows of a generation up to date with its record. What was favoured or deleted stays so, but a
/// file that arrives anew is there again.
Result<void> putResults(QSqlDatabase &connection, const GenerationRecord &record);
/// The next older generations of a profile from before there were such rows. Answers how many were looked
/// at; 0: there are no more.
Result<int> adoptOlderResults(QSqlDatabase &connection, int most);

struct ListedResult {
    qint64 number = 0;
    qint64 atMs = 0; ///< since 1970, UTC
    friend bool operator==(const ListedResult &, const ListedResult &) = default;
};
/// `modelsNamed`: the models whose names contain a term of the text, per term.
Result<QVector<ListedResult>> listedResults(QSqlDatabase &connection, const LibraryFilter &filter,
    LibrarySort sort, const QHash<QString, QStringList> &modelsNamed);
/// These, in this order; without modelName. What is not there any more is left out.
Result<QList<LibraryResult>> resultsByNumber(QSqlDatabase &connection, const QVector<qint64> &numbers);
/// The numbers of a generation's results that are listed.
Result<QVector<qint64>> resultsOf(QSqlDatabase &connection, const QString &generationKey);

struct ResultTotals {
    int results = 0; ///< without a filter
    QStringList modelIds; ///< that occur
};
Result<ResultTotals> resultTotals(QSqlDatabase &connection);

Result<void> setFavourite(QSqlDatabase &connection, const QVector<qint64> &numbers, bool favourite);

/// A result in the trash.
struct TrashedResult {
    qint64 number = 0;
    QString generationKey;
    QString assetId;
    QString filePath; ///< where it was
    QString trashPath; ///< where it is now; empty: there was no file, or it never got there
};
/// Takes results out of the list; those still being fetched stay. Answers the ones taken.
Result<QList<TrashedResult>> markTrashed(
    QSqlDatabase &connection, const QVector<qint64> &numbers, const QDateTime &now);
Result<void> setTrashPath(QSqlDatabase &connection, qint64 number, const QString &trashPath);
/// Back in the list; `filePath` is where the file is now.
Result<void> unmarkTrashed(QSqlDatabase &connection, qint64 number, const QString &filePath);
/// What went into the trash last, all at the same time, no earlier than `since`.
Result<QList<TrashedResult>> lastTrashed(QSqlDatabase &connection, const QDateTime &since);
/// What can no longer be undone: everything before `until`.
Result<void> forgetTrashed(QSqlDatabase &connection, const QDateTime &until);

} // namespace facet::client
