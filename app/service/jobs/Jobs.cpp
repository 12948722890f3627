#include "service/jobs/Jobs.h"

#include "service/api/PageCursor.h"
#include "service/api/QuoteService.h"
#include "service/jobs/EngineRegistry.h"
#include "service/jobs/GenerationTable.h"
#include "service/jobs/RunningGeneration.h"
#include "service/jobs/Settlement.h"
#include "service/jobs/SubmissionCheck.h"
#include "service/ledger/Ledger.h"
#include "service/store/Store.h"
#include "service/store/Transaction.h"

#include <QRandomGenerator>
#include <QUuid>

namespace facet::service {

namespace {

constexpr int progressMs = 100; // between two changes of nothing but progress

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

Jobs::Jobs(const Needs &needs, const JobLimits &limits, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_limits(limits)
    , m_table(std::make_unique<GenerationTable>(needs.store, needs.dataDir))
    , m_check(std::make_unique<SubmissionCheck>(needs.data, needs.quotes, needs.uploads, *m_table))
    , m_settlement(std::make_unique<Settlement>(
          needs.store, needs.clock, needs.ledger, needs.data.catalogue, *m_table))
{
    m_announce.setSingleShot(true);
    connect(&m_announce, &QTimer::timeout, this, [this] {
        const QSet<QString> dirty = std::exchange(m_dirty, {});
        for (const QString &id : dirty)
            emit changed(id);
    });
    // A larger plan lets more run at once.
    connect(&needs.ledger, &Ledger::changed, this, &Jobs::schedule);
}

Jobs::~Jobs()
{
    suspend();
}

Outcome<Generation> Jobs::submit(const Submission &submission)
{
    const bool follows = !submission.follows.isEmpty();
    const auto passed =
        m_check->check(submission.body, follows ? std::optional(submission.takesAs) : std::nullopt);
    if (!passed)
        return tl::unexpected(passed.error());
    const auto queued = m_table->queued();
    if (!queued)
        return tl::unexpected(problem::internal(queued.error()));
    const int limit = concurrency().limit;
    const int free = qMax(0, limit - static_cast<int>(m_running.size()));
    if (*queued >= m_limits.queued + free)
        return tl::unexpected(problem::tooManyRunning(limit));

    const auto engine = m_needs.engines.factsFor(*passed->model);
    GenerationRow row;
    row.korean = submission.korean;
    row.follows = submission.follows;
    row.takesAs = submission.takesAs;
    row.waiting = follows;
    row.takes = qMax(1, passed->quote.options.count.value_or(1));
    Generation &g = row.generation;
    g.id = newId();
    g.clientRef = submission.body.clientRef;
    g.agent = submission.body.agent;
    g.modelId = passed->model->id;
    g.engine = engine.name;
    g.draft = engine.makesDrafts;
    g.prompt = submission.body.prompt;
    g.inputs = submission.body.inputs;
    g.options = passed->quote.options;
    g.seed = g.options.seed.value_or(QRandomGenerator::global()->generate());
    g.method = passed->quote.method;
    g.quotedCredits = passed->quote.totalCredits.value_or(0);
    g.covered = passed->quote.covered;
    g.createdAt = m_needs.clock.now();
    g.threadId = submission.body.threadId.value_or(QString());
    g.runId = submission.runId;

    Transaction transaction(m_needs.store);
    if (auto held = m_needs.ledger.hold(g.quotedCredits, { g.id, g.runId, passed->model->name }); !held)
        return tl::unexpected(held.error());
    auto done = m_table->insert(row).and_then([&] { return transaction.commit(); });
    if (!done)
        return tl::unexpected(problem::internal(done.error()));
    announce(g.id, true);
    schedule();
    return find(g.id).value_or(g);
}

Outcome<Generation> Jobs::cancel(const QString &id)
{
    const auto row = m_table->find(id);
    if (!row)
        return tl::unexpected(problem::internal(row.error()));
    if (!*row)
        return tl::unexpected(problem::notFound());
    if ((*row)->generation.isFinal())
        return (*row)->generation;
    if (auto done = m_settlement->cancel(**row); !done)
        return tl::unexpected(problem::internal(done.error()));

    const auto running = m_running.find((*row)->seq);
    if (running != m_running.end()) {
        if (auto run = std::move(running->second->run)) {
            // It counts as rendering until it has really stopped.
            run->disconnect(this);
            connect(run.get(), &TakeRun::finished, this, [this, stopped = run.get()] {
                for (auto it = m_stopping.begin(); it != m_stopping.end(); ++it) {
                    if (it->get() == stopped) {
                        it->release()->deleteLater();
                        m_stopping.erase(it);
                        break;
                    }
                }
                schedule();
            });
            m_stopping.push_back(std::move(run));
            m_stopping.back()->cancel();
        }
        m_running.erase(running);
    }
    announce(id, true);
    announceFollowers(id);
    schedule();
    return *find(id);
}

std::optional<Generation> Jobs::find(const QString &id) const
{
    const auto row = m_table->find(id);
    return row && *row ? std::optional(shown(**row)) : std::nullopt;
}

std::optional<Generation> Jobs::findByClientRef(const QString &clientRef) const
{
    const auto row = m_table->findByClientRef(clientRef);
    return row && *row ? std::optional(shown(**row)) : std::nullopt;
}

Outcome<contract::Page<Generation>> Jobs::list(
    const QString &cursor, int limit, const QString &threadId) const
{
    auto before = rowsBelow(cursor);
    if (!before)
        return tl::unexpected(before.error());
    const auto rows = m_table->newest(*before, limit + 1, threadId);
    if (!rows)
        return tl::unexpected(problem::internal(rows.error()));
    contract::Page<Generation> page;
    for (const GenerationRow &row : *rows) {
        if (page.items.size() == limit) {
            page.nextCursor = QString::number(*before);
            break;
        }
        page.items.append(shown(row));
        *before = row.seq;
    }
    return page;
}

QList<Generation> Jobs::unfinished() const
{
    QList<Generation> generations;
    for (const GenerationRow &row : m_table->unfinished().value_or(QList<GenerationRow>()))
        generations.append(shown(row));
    return generations;
}

bool Jobs::hasFinishedVideo(const QString &threadId) const
{
    return !threadId.isEmpty() && m_table->hasFinishedVideo(threadId).value_or(false);
}

Concurrency Jobs::concurrency() const
{
    return { qMax(1, m_needs.ledger.plan().concurrency), static_cast<int>(m_running.size()) };
}

const AssetFiles &Jobs::assetFiles() const
{
    return *m_table;
}

Result<void> Jobs::resume()
{
    if (auto queued = m_table->queueAgain(false); !queued)
        return queued;
    const auto rows = m_table->unfinished();
    if (!rows)
        return tl::unexpected(rows.error());
    for (const GenerationRow &row : *rows) {
        if (row.attempts < m_limits.attempts)
            continue;
        if (auto done = m_settlement->giveUp(row); !done)
            return done;
        announce(row.generation.id, true);
        announceFollowers(row.generation.id);
    }
    m_suspended = false;
    schedule();
    return {};
}

void Jobs::suspend()
{
    if (m_suspended)
        return;
    m_suspended = true;
    // All of them first, so that they stop side by side; then each is waited for.
    for (const auto &[seq, running] : m_running) {
        if (running->run) {
            running->run->disconnect(this);
            running->run->cancel();
        }
    }
    m_running.clear();
    m_stopping.clear();
    m_waiting.reset();
    if (auto done = m_table->queueAgain(true); !done)
        qCritical().noquote() << "facet-service:" << done.error().detail;
}

Generation Jobs::shown(const GenerationRow &row) const
{
    Generation generation = row.generation;
    if (generation.isFinal())
        return generation;
    if (const qsizetype place = waiting().indexOf(generation.id); place >= 0)
        generation.queuePosition = static_cast<int>(place) + 1;
    const auto found = m_running.find(row.seq);
    if (generation.status != GenerationStatus::Running || found == m_running.end())
        return generation;
    found->second->showIn(generation);
    return generation;
}

void Jobs::schedule()
{
    m_waiting.reset();
    if (m_scheduled)
        return;
    m_scheduled = true;
    // From the event loop: submit() may be a part of a transaction that is not closed yet.
    QMetaObject::invokeMethod(this, &Jobs::advance, Qt::QueuedConnection);
}

void Jobs::advance()
{
    m_scheduled = false;
    if (m_suspended)
        return;
    m_waiting.reset();
    while (static_cast<int>(m_running.size()) < concurrency().limit) {
        const auto next = m_table->firstQueued();
        if (!next || !*next || !begin(**next))
            break;
    }
    for (RunningGeneration *running : runningInOrder()) {
        if (rendering() >= m_limits.engineJobsAtOnce)
            break;
        if (!running->run && !running->recording)
            render(*running);
    }
    announcePlaces();
}

bool Jobs::begin(const GenerationRow &row)
{
    const auto settled = m_table->settledTakes(row.generation.id);
    const QDateTime now = m_needs.clock.now();
    if (!settled || !m_table->begin(row.generation.id, now)) {
        QTimer::singleShot(m_limits.tryAgainMs, this, &Jobs::schedule);
        return false;
    }
    auto running = std::make_unique<RunningGeneration>();
    running->row = row;
    running->settled = *settled;
    m_running.emplace(row.seq, std::move(running));
    m_waiting.reset();
    announce(row.generation.id, true);
    return true;
}

/// They may have got what they waited for, or have ended with it.
void Jobs::announceFollowers(const QString &id)
{
    const auto followers = m_table->followers(id).value_or(QList<GenerationRow>());
    for (const GenerationRow &next : followers) {
        announce(next.generation.id, true);
        announceFollowers(next.generation.id);
    }
}

void Jobs::announce(const QString &id, bool atOnce)
{
    m_dirty.insert(id);
    if (atOnce)
        m_announce.start(0);
    else if (!m_announce.isActive())
        m_announce.start(progressMs);
}

} // namespace facet::service
