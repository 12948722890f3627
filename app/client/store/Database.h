#pragma once

#include "domain/Error.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QSqlDatabase>
#include <QThread>

#include <type_traits>

namespace facet::client {

/// The profile's SQLite file (<profile>/facet.db, WAL) on a thread of its own, so that nothing of it runs on
/// the window's thread. Jobs run one after another in the order in which they were asked for.
///
/// A file that a newer Facet made is refused and left alone; a damaged one is moved aside, kept, and a fresh
/// one begun. Both are said by `notice()` of open().
class Database : public QObject {
    Q_OBJECT
public:
    /// What opening had to do that a person should know.
    struct Opened {
        std::optional<Error> notice; ///< a damaged file was moved aside: where it is now
    };

    /// Starts the thread and opens the file at once; open() tells how that went.
    explicit Database(const QString &filePath, QObject *parent = nullptr);
    /// Finishes every job asked for before, then closes.
    ~Database() override;

    /// ErrorKind::File: the folder cannot be written, or the file is a newer Facet's. Every run() then fails
    /// with the same error.
    QFuture<Result<Opened>> open();

    /// Runs `work(QSqlDatabase &)`, which returns a Result<T>, on the thread of the database, inside one
    /// transaction: rolled back when the result is an error. The future finishes on this object's thread,
    /// from its event loop.
    template <typename Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work &, QSqlDatabase &>>
    {
        using R = std::invoke_result_t<Work &, QSqlDatabase &>;
        // Owned by the jobs below. At the end of the program the last answers are dropped, not cancelled:
        // until Qt 6.5 a continuation of a future whose context is gone fails an assertion when it is
        // cancelled.
        auto *promise = new QPromise<R>;
        promise->start();
        QFuture<R> future = promise->future();
        inWorker([this, promise, work = std::move(work)]() mutable {
            inCaller([promise, result = inTransaction<R>(work)] {
                promise->addResult(result);
                promise->finish();
                delete promise;
            });
        });
        return future;
    }

private:
    template <typename R, typename Work>
    R inTransaction(Work &work)
    {
        if (m_refused)
            return tl::unexpected(*m_refused);
        QSqlDatabase connection = QSqlDatabase::database(m_connection, false);
        if (auto begun = begin(connection); !begun)
            return tl::unexpected(begun.error());
        R result = work(connection);
        if (auto ended = end(connection, result.has_value()); !ended)
            return tl::unexpected(ended.error());
        return result;
    }

    template <typename Job>
    void inWorker(Job job)
    {
        QMetaObject::invokeMethod(m_worker, std::move(job), Qt::QueuedConnection);
    }
    template <typename Job>
    void inCaller(Job job)
    {
        QMetaObject::invokeMethod(this, std::move(job), Qt::QueuedConnection);
    }

    static Result<void> begin(QSqlDatabase &connection);
    static Result<void> end(QSqlDatabase &connection, bool commit);
    Result<Opened> openHere();

    QString m_path;
    QString m_connection;
    QThread m_thread;
    QObject *m_worker;
    std::optional<Error> m_refused; ///< touched by the worker only
    QFuture<Result<Opened>> m_opened;
};

} // namespace facet::client
