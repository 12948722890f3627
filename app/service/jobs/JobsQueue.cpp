// The part of Jobs that keeps the order of what waits.
#include "service/jobs/GenerationTable.h"
#include "service/jobs/Jobs.h"
#include "service/jobs/RunningGeneration.h"
#include "service/store/Transaction.h"

#include <QHash>

#include <algorithm>

namespace facet::service {

std::vector<RunningGeneration *> Jobs::runningInOrder() const
{
    std::vector<RunningGeneration *> all;
    for (const auto &[seq, running] : m_running)
        all.push_back(running.get());
    std::stable_sort(all.begin(), all.end(),
        [](const RunningGeneration *a, const RunningGeneration *b) { return a->row.order < b->row.order; });
    return all;
}

const QStringList &Jobs::waiting() const
{
    if (!m_waiting) {
        QStringList ids;
        for (const RunningGeneration *running : runningInOrder()) {
            if (running->isUntouched())
                ids.append(running->row.generation.id);
        }
        const auto queue = m_table->queue().value_or(QList<GenerationTable::Queued>());
        for (const GenerationTable::Queued &queued : queue)
            ids.append(queued.id);
        m_waiting = ids;
    }
    return *m_waiting;
}

void Jobs::announcePlaces()
{
    const QStringList before = std::exchange(m_placesSaid, waiting());
    for (qsizetype i = 0; i < m_placesSaid.size(); ++i) {
        if (before.value(i) != m_placesSaid.at(i))
            announce(m_placesSaid.at(i), true);
    }
}

Outcome<Generation> Jobs::move(const QString &id, const std::optional<QString> &before)
{
    const auto row = m_table->find(id);
    if (!row)
        return tl::unexpected(problem::internal(row.error()));
    const auto other = before ? m_table->find(*before) : row;
    if (!other)
        return tl::unexpected(problem::internal(other.error()));
    if (!*row || !*other)
        return tl::unexpected(problem::notFound());

    QStringList wanted = waiting();
    if (wanted.contains(id) && before != id) {
        wanted.removeOne(id);
        wanted.insert(before ? qMax(qsizetype(0), wanted.indexOf(*before)) : wanted.size(), id);
        if (wanted != waiting()) {
            if (auto done = reorder(wanted); !done)
                return tl::unexpected(problem::internal(done.error()));
        }
    }
    return *find(id);
}

/// The places that these have are handed out anew among them, so what comes later stays behind them.
Result<void> Jobs::reorder(const QStringList &wanted)
{
    const auto queue = m_table->queue();
    if (!queue)
        return tl::unexpected(queue.error());
    QList<qint64> places;
    QHash<QString, RunningGeneration *> begun;
    for (const GenerationTable::Queued &queued : *queue)
        places.append(queued.order);
    for (RunningGeneration *running : runningInOrder()) {
        if (running->isUntouched()) {
            places.append(running->row.order);
            begun.insert(running->row.generation.id, running);
        }
    }
    std::sort(places.begin(), places.end());
    // Several that were interrupted by a stop of the service share a place.
    for (qsizetype i = 1; i < places.size(); ++i)
        places[i] = qMax(places.at(i), places.at(i - 1) + 1);

    Transaction transaction(m_needs.store);
    QList<RunningGeneration *> takenBack;
    Result<void> done;
    bool behindQueued = false;
    for (qsizetype i = 0; i < wanted.size() && done; ++i) {
        const QString &id = wanted.at(i);
        done = m_table->setOrder(id, places.value(i));
        RunningGeneration *running = begun.value(id);
        behindQueued = behindQueued || !running;
        // It was begun, but another one is to be begun first.
        if (done && running && behindQueued) {
            done = m_table->takeBack(id);
            takenBack.append(running);
        }
    }
    if (done)
        done = transaction.commit();
    if (!done)
        return done;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (RunningGeneration *running = begun.value(wanted.at(i)))
            running->row.order = places.value(i);
    }
    for (const RunningGeneration *running : std::as_const(takenBack))
        m_running.erase(running->row.seq);
    schedule();
    return {};
}

} // namespace facet::service
