#pragma once

#include "domain/Error.h"

#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <optional>

namespace facet::client {

/// One statement with its values, on the thread of the database. Errors: ErrorKind::File with a sentence
/// that says what to do (room on the disk, rights), SQLite's own words in `detail`.
Result<QSqlQuery> sql(QSqlDatabase &connection, const QString &statement, const QVariantList &values = {});

/// The same where no rows are wanted.
Result<void> execSql(QSqlDatabase &connection, const QString &statement, const QVariantList &values = {});

/// Every row, as `read(connection, query)` reads it; the first error ends it.
template <typename Read>
auto readAll(QSqlDatabase &connection, Result<QSqlQuery> query, Read read)
    -> Result<QList<typename decltype(read(connection, *query))::value_type>>
{
    if (!query)
        return tl::unexpected(query.error());
    QList<typename decltype(read(connection, *query))::value_type> all;
    while (query->next()) {
        auto row = read(connection, *query);
        if (!row)
            return tl::unexpected(row.error());
        all.append(std::move(*row));
    }
    return all;
}

/// The first row likewise, if there is one.
template <typename Read>
auto readFirst(QSqlDatabase &connection, Result<QSqlQuery> query, Read read)
    -> Result<std::optional<typename decltype(read(connection, *query))::value_type>>
{
    using Value = typename decltype(read(connection, *query))::value_type;
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return std::optional<Value>{};
    return read(connection, *query).map([](Value &&value) { return std::optional(std::move(value)); });
}

/// The Error for what SQLite reported.
Error sqlError(const QSqlError &error, const QString &statement = {});

/// SQLite says that the file is damaged (SQLITE_CORRUPT) or is no database at all (SQLITE_NOTADB).
bool isDamage(const QSqlError &error);

/// Empty QDateTime ↔ NULL; milliseconds since 1970, UTC.
QVariant toSqlTime(const QDateTime &time);
QDateTime fromSqlTime(const QVariant &value);

} // namespace facet::client
