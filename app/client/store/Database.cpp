#include "client/store/Database.h"

#include "client/store/Migrations.h"
#include "client/store/Sql.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace facet::client {

namespace {

/// Moves the file and SQLite's two companions out of the way; the new path, or empty when that failed.
QString moveAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString kept = QStringLiteral("%1.damaged-%2").arg(path, stamp);
    for (int n = 2; QFile::exists(kept); ++n)
        kept = QStringLiteral("%1.damaged-%2-%3").arg(path, stamp).arg(n);
    if (!QFile::rename(path, kept))
        return {};
    for (const QString &companion : { QStringLiteral("-wal"), QStringLiteral("-shm") }) {
        if (QFile::exists(path + companion))
            QFile::rename(path + companion, kept + companion);
    }
    return kept;
}

/// Whether SQLite can work with the file. An error that is not damage (rights, disk) is an error here.
Result<bool> isSound(QSqlDatabase &connection)
{
    QSqlQuery query(connection);
    if (!query.exec(QStringLiteral("PRAGMA quick_check(1)"))) {
        if (isDamage(query.lastError()))
            return false;
        return tl::unexpected(sqlError(query.lastError(), QStringLiteral("PRAGMA quick_check")));
    }
    return query.next() && query.value(0).toString() == QLatin1String("ok");
}

} // namespace

Database::Database(const QString &filePath, QObject *parent)
    : QObject(parent)
    , m_path(filePath)
    , m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("facet-database"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();

    auto *promise = new QPromise<Result<Opened>>;
    promise->start();
    m_opened = promise->future();
    inWorker([this, promise] {
        const Result<Opened> opened = openHere();
        if (!opened)
            m_refused = opened.error();
        inCaller([promise, opened] {
            promise->addResult(opened);
            promise->finish();
            delete promise;
        });
    });
}

Database::~Database()
{
    // Queued behind everything else, so that the last draft is written before the program ends.
    inWorker([this] {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
        m_thread.quit();
    });
    m_thread.wait();
}

QFuture<Result<Database::Opened>> Database::open()
{
    return m_opened;
}

Result<Database::Opened> Database::openHere()
{
    const QFileInfo file(m_path);
    if (!QDir().mkpath(file.absolutePath())) {
        return fail(ErrorKind::File,
            tr("Facet cannot make its folder %1. Check that you may write there.").arg(file.absolutePath()));
    }
    Opened opened;
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    connection.setDatabaseName(m_path);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    const auto openFile = [this, &connection]() -> Result<void> {
        if (connection.open())
            return {};
        return fail(ErrorKind::File,
            tr("Facet cannot open %1, where it keeps your history. Check that you may write there.")
                .arg(m_path),
            connection.lastError().text());
    };
    if (auto done = openFile(); !done)
        return tl::unexpected(done.error());
    const Result<bool> sound = isSound(connection);
    if (!sound)
        return tl::unexpected(sound.error());
    if (!*sound) {
        connection.close();
        const QString kept = moveAside(m_path);
        if (kept.isEmpty()) {
            return fail(ErrorKind::File,
                tr("Your history in %1 is damaged and could not be moved aside. Move the file away and restart Facet.")
                    .arg(m_path));
        }
        opened.notice = Error{ ErrorKind::File,
            tr("Your history was damaged, so Facet began a new one. The damaged file is kept as %1; your videos are "
               "where they were.")
                .arg(QDir::toNativeSeparators(kept)),
            {}, QStringLiteral("history_moved_aside"), {}, {} };
        if (auto done = openFile(); !done)
            return tl::unexpected(done.error());
    }
    // WAL lets a cut of power lose nothing that was committed; NORMAL is safe with it (sqlite.org/wal.html).
    for (const QString &pragma : { QStringLiteral("PRAGMA journal_mode = WAL"),
             QStringLiteral("PRAGMA synchronous = NORMAL"), QStringLiteral("PRAGMA foreign_keys = ON") }) {
        if (auto done = execSql(connection, pragma); !done)
            return tl::unexpected(done.error());
    }
    if (auto done = migrate(connection); !done)
        return tl::unexpected(done.error());
    return opened;
}

Result<void> Database::begin(QSqlDatabase &connection)
{
    if (!connection.transaction())
        return tl::unexpected(sqlError(connection.lastError(), QStringLiteral("BEGIN")));
    return {};
}

Result<void> Database::end(QSqlDatabase &connection, bool commit)
{
    if (!commit) {
        connection.rollback();
        return {};
    }
    if (!connection.commit()) {
        const Error error = sqlError(connection.lastError(), QStringLiteral("COMMIT"));
        connection.rollback();
        return tl::unexpected(error);
    }
    return {};
}

} // namespace facet::client
