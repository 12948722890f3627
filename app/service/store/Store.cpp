#include "service/store/Store.h"

#include "service/store/Transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>
#include <QUuid>

namespace facet::service {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("facet::service::Store", text);
}

tl::unexpected<Error> failed(const QSqlError &error)
{
    return fail(ErrorKind::File,
        tr("The service could not read or write its database. Check that the disk has room and that the data "
           "folder can be written."),
        error.text());
}

/// Idle prepared queries kept for the same SQL: one, and one more for a query inside another.
constexpr std::size_t keptPerStatement = 2;

} // namespace

Store::Store()
    : m_connection(QStringLiteral("facet-service-") + QUuid::createUuid().toString(QUuid::Id128))
{
}

Store::~Store()
{
    m_prepared.clear();
    m_db.close();
    m_db = QSqlDatabase();
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Store>> Store::open(const QString &dataDir)
{
    return open(dataDir, migrations());
}

Result<std::unique_ptr<Store>> Store::open(const QString &dataDir, const QList<Migration> &steps)
{
    const QDir dir(dataDir);
    if (!dir.mkpath(QStringLiteral(".")))
        return fail(ErrorKind::File,
            tr("The data folder %1 cannot be made. Choose another one with --data.").arg(dataDir));
    std::unique_ptr<Store> store(new Store);
    return store->connect(dir.filePath(QStringLiteral("facet.db")))
        .and_then([&] { return store->migrate(steps); })
        .map([&] { return std::move(store); });
}

Result<std::unique_ptr<Store>> Store::openInMemory()
{
    std::unique_ptr<Store> store(new Store);
    return store->connect(QStringLiteral(":memory:"))
        .and_then([&] { return store->migrate(migrations()); })
        .map([&] { return std::move(store); });
}

Result<void> Store::connect(const QString &path)
{
    m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_db.setDatabaseName(path);
    if (!m_db.open())
        return failed(m_db.lastError());
    for (const QString &pragma :
        { QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = FULL"),
            QStringLiteral("PRAGMA foreign_keys = ON"), QStringLiteral("PRAGMA busy_timeout = 5000") }) {
        if (auto set = plain(pragma); !set)
            return set;
    }
    return {};
}

Result<void> Store::migrate(const QList<Migration> &steps)
{
    const auto found = number(QStringLiteral("PRAGMA user_version"));
    if (!found)
        return tl::unexpected(found.error());
    const int known = steps.isEmpty() ? 0 : steps.last().number;
    if (*found > known) {
        return fail(ErrorKind::File,
            tr("The data folder was last used by a newer Facet and cannot be opened by this one. Install the "
               "newer version, or choose another folder with --data."),
            QStringLiteral("database version %1, this program knows %2").arg(*found).arg(known));
    }
    for (const Migration &step : steps) {
        if (step.number <= *found)
            continue;
        Transaction transaction(*this);
        for (const QString &sql : step.statements) {
            if (auto done = plain(sql); !done)
                return done;
        }
        if (auto done = plain(QStringLiteral("PRAGMA user_version = %1").arg(step.number)); !done)
            return done;
        if (auto done = transaction.commit(); !done)
            return done;
    }
    return {};
}

Result<void> Store::plain(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        return failed(query.lastError());
    return {};
}

Result<QSqlQuery> Store::start(const QString &sql, const QVariantList &values)
{
    std::vector<QSqlQuery> &idle = m_prepared[sql];
    std::optional<QSqlQuery> query;
    if (!idle.empty()) {
        query = std::move(idle.back());
        idle.pop_back();
    } else {
        query.emplace(m_db);
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            return failed(query->lastError());
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values.at(i));
    if (!query->exec()) {
        auto error = failed(query->lastError());
        query->finish();
        return error;
    }
    return std::move(*query);
}

Result<void> Store::finish(const QString &sql, QSqlQuery query)
{
    const QSqlError error = query.lastError();
    query.finish();
    std::vector<QSqlQuery> &idle = m_prepared[sql];
    if (idle.size() < keptPerStatement)
        idle.push_back(std::move(query));
    if (error.isValid())
        return failed(error);
    return {};
}

Result<int> Store::runBound(const QString &sql, const QVariantList &values)
{
    auto query = start(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    const int changed = query->numRowsAffected();
    return finish(sql, std::move(*query)).map([&] { return changed; });
}

Result<qint64> Store::insertBound(const QString &sql, const QVariantList &values)
{
    auto query = start(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    const qint64 key = query->lastInsertId().toLongLong();
    return finish(sql, std::move(*query)).map([&] { return key; });
}

QVariant Store::bound(const QString &value)
{
    // Qt binds a null string as NULL; here absence is said with std::optional.
    return value.isNull() ? QVariant(QStringLiteral("")) : QVariant(value);
}

QVariant Store::bound(const QByteArray &value)
{
    return value.isNull() ? QVariant(QByteArray("")) : QVariant(value);
}

} // namespace facet::service
