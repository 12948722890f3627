#pragma once

#include "domain/Error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

namespace facet::client {

/// One statement with its values, on the thread of the database. Errors: ErrorKind::File with a sentence
/// that says what to do (room on the disk, rights), SQLite's own words in `detail`.
Result<QSqlQuery> sql(QSqlDatabase &connection, const QString &statement, const QVariantList &values = {});

/// The same where no rows are wanted.
Result<void> execSql(QSqlDatabase &connection, const QString &statement, const QVariantList &values = {});

/// The Error for what SQLite reported.
Error sqlError(const QSqlError &error, const QString &statement = {});

/// SQLite says that the file is damaged (SQLITE_CORRUPT) or is no database at all (SQLITE_NOTADB).
bool isDamage(const QSqlError &error);

/// Empty QDateTime ↔ NULL; milliseconds since 1970, UTC.
QVariant toSqlTime(const QDateTime &time);
QDateTime fromSqlTime(const QVariant &value);

} // namespace facet::client
