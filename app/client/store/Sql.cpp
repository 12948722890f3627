#include "client/store/Sql.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSqlError>

namespace facet::client {

namespace {

// Result codes of sqlite3.h; the low byte is the primary code of an extended one.
constexpr int SqliteReadOnly = 8;
constexpr int SqliteCorrupt = 11;
constexpr int SqliteFull = 13;
constexpr int SqliteNotADatabase = 26;

int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

} // namespace

bool isDamage(const QSqlError &error)
{
    const int code = primaryCode(error);
    return code == SqliteCorrupt || code == SqliteNotADatabase;
}

Error sqlError(const QSqlError &error, const QString &statement)
{
    QString sentence;
    if (primaryCode(error) == SqliteFull) {
        sentence = QCoreApplication::translate("facet::client::Database",
            "The disk is full, so Facet could not save your history. Make room and try again.");
    } else if (primaryCode(error) == SqliteReadOnly) {
        sentence = QCoreApplication::translate("facet::client::Database",
            "Facet may not write to its own folder, so your history is not saved. Check the folder's permissions.");
    } else if (isDamage(error)) {
        sentence = QCoreApplication::translate("facet::client::Database",
            "The file with your history is damaged. Restart Facet: it keeps the damaged file and begins a new one.");
    } else {
        sentence = QCoreApplication::translate("facet::client::Database",
            "Your history could not be read or written. Restart Facet and try again.");
    }
    return { ErrorKind::File, sentence,
        QStringLiteral("SQLite %1: %2 (%3)").arg(error.nativeErrorCode(), error.text(), statement.left(120)),
        {}, {}, {} };
}

Result<QSqlQuery> sql(QSqlDatabase &connection, const QString &statement, const QVariantList &values)
{
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return tl::unexpected(sqlError(query.lastError(), statement));
    for (const QVariant &value : values) {
        // Qt binds a null QString as NULL; here an empty text is meant, and NULL is an invalid QVariant.
        const bool nullText = value.userType() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(nullText ? QVariant(QStringLiteral("")) : value);
    }
    if (!query.exec())
        return tl::unexpected(sqlError(query.lastError(), statement));
    return query;
}

Result<void> execSql(QSqlDatabase &connection, const QString &statement, const QVariantList &values)
{
    return sql(connection, statement, values).map([](const QSqlQuery &) {});
}

QVariant toSqlTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime fromSqlTime(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

} // namespace facet::client
