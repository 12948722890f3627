#pragma once

#include "domain/Error.h"
#include "service/store/Migrations.h"
#include "service/store/Row.h"

#include <QList>
#include <QSqlDatabase>

#include <map>
#include <memory>
#include <type_traits>
#include <vector>

namespace facet::service {

/// The service's database, DIR/facet.db: SQLite in WAL mode, every commit synced to disk, foreign keys
/// checked. Belongs to the service's main thread. Values are always bound, never glued into SQL. All errors
/// are ErrorKind::File with SQLite's words in `detail`.
class Store {
public:
    /// Opens or makes DIR/facet.db and brings it up to date. Refuses a database of a newer Facet. That
    /// no other service uses the folder is the business of DataFolder.
    static Result<std::unique_ptr<Store>> open(const QString &dataDir);
    /// The same with other steps, for tests of the steps themselves.
    static Result<std::unique_ptr<Store>> open(const QString &dataDir, const QList<Migration> &steps);
    /// A database without a file, for tests.
    static Result<std::unique_ptr<Store>> openInMemory();
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// INSERT, UPDATE, DELETE: how many rows changed.
    template <typename... Args>
    Result<int> run(const QString &sql, const Args &...args)
    {
        return runBound(sql, { bound(args)... });
    }

    /// INSERT into a table with an integer key: the key of the new row.
    template <typename... Args>
    Result<qint64> insert(const QString &sql, const Args &...args)
    {
        return insertBound(sql, { bound(args)... });
    }

    /// Every row of a SELECT, each turned into a value by `read(const Row &)`.
    template <typename Read, typename... Args>
    auto all(const QString &sql, Read read, const Args &...args)
        -> Result<QList<std::invoke_result_t<Read, const Row &>>>
    {
        QList<std::invoke_result_t<Read, const Row &>> values;
        auto done = each(sql, { bound(args)... }, [&](const Row &row) {
            values.append(read(row));
            return true;
        });
        if (!done)
            return tl::unexpected(done.error());
        return values;
    }

    /// The first row, or nothing.
    template <typename Read, typename... Args>
    auto one(const QString &sql, Read read, const Args &...args)
        -> Result<std::optional<std::invoke_result_t<Read, const Row &>>>
    {
        std::optional<std::invoke_result_t<Read, const Row &>> value;
        auto done = each(sql, { bound(args)... }, [&](const Row &row) {
            value = read(row);
            return false;
        });
        if (!done)
            return tl::unexpected(done.error());
        return value;
    }

    /// The single number of "SELECT COUNT(…)" or "SELECT SUM(…)"; 0 for NULL.
    template <typename... Args>
    Result<qint64> number(const QString &sql, const Args &...args)
    {
        auto value = one(
            sql, [](const Row &row) { return row.integer(0); }, args...);
        if (!value)
            return tl::unexpected(value.error());
        return value->value_or(0);
    }

private:
    friend class Transaction;

    Store();
    Result<void> connect(const QString &path);
    Result<void> migrate(const QList<Migration> &steps);
    Result<void> plain(const QString &sql);

    Result<int> runBound(const QString &sql, const QVariantList &values);
    Result<qint64> insertBound(const QString &sql, const QVariantList &values);
    template <typename Visit>
    Result<void> each(const QString &sql, const QVariantList &values, Visit visit)
    {
        auto query = start(sql, values);
        if (!query)
            return tl::unexpected(query.error());
        while (query->next()) {
            if (!visit(Row(*query)))
                break;
        }
        return finish(sql, std::move(*query));
    }
    /// A prepared query that has been run; taken out of the cache, so that a nested one gets its own.
    Result<QSqlQuery> start(const QString &sql, const QVariantList &values);
    Result<void> finish(const QString &sql, QSqlQuery query);

    static QVariant bound(const QString &value);
    static QVariant bound(const QByteArray &value);
    static QVariant bound(const QDateTime &value) { return value.toMSecsSinceEpoch(); }
    static QVariant bound(bool value) { return value ? 1 : 0; }
    static QVariant bound(int value) { return value; }
    static QVariant bound(quint32 value) { return static_cast<qint64>(value); }
    static QVariant bound(qint64 value) { return value; }
    static QVariant bound(double value) { return value; }
    template <typename T>
    static QVariant bound(const std::optional<T> &value)
    {
        return value ? bound(*value) : QVariant();
    }

    QString m_connection;
    QSqlDatabase m_db;
    std::map<QString, std::vector<QSqlQuery>> m_prepared; ///< idle ones by their SQL
    int m_depth = 0; ///< transactions open inside one another
};

} // namespace facet::service
