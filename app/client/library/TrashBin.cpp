#include "client/library/TrashBin.h"

#include "client/generation/Generations.h"
#include "client/net/Then.h"

#include <QFileInfo>

namespace facet::client {

struct TrashBin::Taking {
    QPromise<Result<Library::Trashed>> promise;
    Library::Trashed outcome;
    QList<TrashedResult> left;
};

struct TrashBin::PuttingBack {
    QPromise<Result<int>> promise;
    int back = 0;
    QList<TrashedResult> left;
};

TrashBin::TrashBin(Needs needs, QObject *parent)
    : QObject(parent)
    , m_needs(std::move(needs))
{
    m_lapse.setSingleShot(true);
    m_lapse.setInterval(undoMs);
    connect(&m_lapse, &QTimer::timeout, this, &TrashBin::readLast);
}

void TrashBin::start()
{
    readLast();
}

void TrashBin::readLast()
{
    const QDateTime since = m_needs.clock.now().addMSecs(-undoMs);
    then(m_needs.database.run([since](QSqlDatabase &connection) -> Result<QList<TrashedResult>> {
        if (auto done = forgetTrashed(connection, since); !done)
            return tl::unexpected(done.error());
        return lastTrashed(connection, since);
    }),
        this, [this](const Result<QList<TrashedResult>> &last) {
            if (!last) {
                emit failed(last.error());
                return;
            }
            m_last = *last;
            if (!m_last.isEmpty())
                m_lapse.start();
            emit undoableChanged();
        });
}

QFuture<Result<Library::Trashed>> TrashBin::take(const QVector<qint64> &numbers)
{
    auto taking = std::make_shared<Taking>();
    taking->promise.start();
    then(m_needs.database.run([numbers, now = m_needs.clock.now()](QSqlDatabase &connection) {
        return markTrashed(connection, numbers, now);
    }),
        this, [this, taking, asked = numbers.size()](const Result<QList<TrashedResult>> &marked) {
            if (!marked) {
                taking->promise.addResult(Result<Library::Trashed>(tl::unexpected(marked.error())));
                taking->promise.finish();
                return;
            }
            taking->outcome.running = static_cast<int>(asked - marked->size());
            taking->left = *marked;
            emit changed();
            takeNext(taking);
        });
    return taking->promise.future();
}

void TrashBin::takeNext(const std::shared_ptr<Taking> &taking)
{
    if (taking->left.isEmpty()) {
        readLast();
        if (!taking->outcome.errors.isEmpty())
            emit changed();
        taking->promise.addResult(Result<Library::Trashed>(taking->outcome));
        taking->promise.finish();
        return;
    }
    const TrashedResult one = taking->left.takeFirst();
    then(m_strand.run([trash = m_needs.trash, path = one.filePath]() -> Result<QString> {
        // A result whose file is missing only leaves the list.
        return path.isEmpty() || !QFileInfo::exists(path) ? Result<QString>(QString()) : trash->take(path);
    }),
        this, [this, taking, one](const Result<QString> &taken) {
            if (taken)
                ++taking->outcome.moved;
            else
                taking->outcome.errors.append(taken.error());
            const auto written = m_needs.database.run([one, taken](QSqlDatabase &connection) {
                return taken ? setTrashPath(connection, one.number, *taken)
                             : unmarkTrashed(connection, one.number, one.filePath);
            });
            then(written, this, [this, taking](const Result<void> &done) {
                if (!done)
                    emit failed(done.error());
                takeNext(taking);
            });
        });
}

QFuture<Result<int>> TrashBin::undo()
{
    auto putting = std::make_shared<PuttingBack>();
    putting->promise.start();
    putting->left = std::exchange(m_last, {});
    m_lapse.stop();
    emit undoableChanged();
    putBackNext(putting);
    return putting->promise.future();
}

void TrashBin::putBackNext(const std::shared_ptr<PuttingBack> &putting)
{
    if (putting->left.isEmpty()) {
        readLast(); // what was deleted before that
        emit changed();
        putting->promise.addResult(Result<int>(putting->back));
        putting->promise.finish();
        return;
    }
    const TrashedResult one = putting->left.takeFirst();
    then(m_strand.run([trash = m_needs.trash, one]() -> Result<QString> {
        // Its file never went there: it was missing, or the program ended before that.
        if (one.trashPath.isEmpty())
            return one.filePath;
        return trash->putBack(one.trashPath, one.filePath);
    }),
        this, [this, putting, one](const Result<QString> &where) {
            // Without its file it comes back as a missing one, which can be fetched again.
            ++putting->back;
            if (!where)
                emit failed(where.error());
            const QString path = where.value_or(one.filePath);
            const auto written = m_needs.database.run([one, path](QSqlDatabase &connection) {
                return unmarkTrashed(connection, one.number, path);
            });
            then(written, this, [this, putting, one, path](const Result<void> &done) {
                if (!done)
                    emit failed(done.error());
                if (path != one.filePath)
                    m_needs.generations.fileMoved(one.generationKey, one.assetId, path);
                putBackNext(putting);
            });
        });
}

} // namespace facet::client
