#include "client/batch/LiveBatchQueue.h"

#include "client/chat/LiveChatRunner.h"
#include "client/composer/TurnQuote.h"
#include "client/generation/Generations.h"
#include "client/net/Then.h"
#include "client/session/Session.h"
#include "client/spending/SpendingLimits.h"

#include <algorithm>
#include <utility>

namespace facet::client {

namespace {

constexpr int againMs = 3000;
const QString pausedName = QStringLiteral("batch_paused");

/// Before this the service has not made it yet, or makes it now: one of those that the plan lets run at once.
bool takesPlace(GenerationState state)
{
    switch (state) {
    case GenerationState::Draft:
    case GenerationState::Uploading:
    case GenerationState::Submitting:
    case GenerationState::Queued:
    case GenerationState::Running:
        return true;
    case GenerationState::Downloading:
    case GenerationState::Done:
    case GenerationState::Failed:
    case GenerationState::Cancelled:
    case GenerationState::Unknown:
        return false;
    }
    return false;
}

} // namespace

LiveBatchQueue::LiveBatchQueue(Needs needs, QObject *parent)
    : BatchQueue(parent)
    , m_needs(needs)
    , m_store(&needs.database)
    , m_facts(&needs.database)
{
    m_again.setSingleShot(true);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &LiveBatchQueue::pump);
    connect(&needs.runner, &LiveChatRunner::turnBegan, this, [this] { m_launching.clear(); });
    // Later: the turn is on its way to the disk then, and says which generation is the line's.
    connect(
        &needs.runner, &LiveChatRunner::turnBegan, this, &LiveBatchQueue::reconcile, Qt::QueuedConnection);
    connect(&needs.runner, &LiveChatRunner::turnEnded, this, &LiveBatchQueue::reconcile);
    connect(&needs.runner, &ChatRunner::returned, this, &LiveBatchQueue::returned);
    connect(&needs.generations, &Generations::changed, this, &LiveBatchQueue::generationChanged);
    connect(&needs.generations, &Generations::finished, this, &LiveBatchQueue::generationChanged);
    const auto world = [this] {
        if (m_stopped == BatchQuestion::Why::PriceChanged)
            requote();
        if (m_stopped)
            emit changed();
        pump();
    };
    connect(&needs.session, &Session::stateChanged, this, world);
    connect(&needs.session, &Session::accountChanged, this, world);
    connect(&needs.session, &Session::catalogueChanged, this, world);
    if (needs.limits)
        connect(needs.limits, &SpendingLimits::changed, this, world);
}

void LiveBatchQueue::start()
{
    then(m_facts.remembered(pausedName), this, [this](const Result<QString> &paused) {
        if (paused && !paused->isEmpty())
            m_stopped = BatchQuestion::Why::Paused;
    });
    then(m_store.load(), this, [this](const Result<QList<BatchLine>> &lines) {
        m_loaded = true;
        if (!lines) {
            emit failed(lines.error());
            return;
        }
        for (const BatchLine &line : *lines) {
            if (!line.isFinal())
                m_restored.insert(line.turn.messageId);
        }
        m_lines = *lines + m_lines;
        emit changed();
        reconcile(); // also lines that are Waiting: the end may have come before they were called Sent
    });
}

int LiveBatchQueue::rowOf(const QString &id) const
{
    const auto at = std::find_if(
        m_lines.cbegin(), m_lines.cend(), [&id](const BatchLine &line) { return line.turn.messageId == id; });
    return at == m_lines.cend() ? -1 : static_cast<int>(at - m_lines.cbegin());
}

QList<int> LiveBatchQueue::waiting() const
{
    QList<int> rows;
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines.at(row).state == BatchLine::State::Waiting)
            rows.append(row);
    }
    return rows;
}

void LiveBatchQueue::save(const QList<int> &rows)
{
    QList<BatchLine> lines;
    for (const int row : rows)
        lines.append(m_lines.at(row));
    then(m_store.update(lines), this, [this](const Result<void> &saved) { check(saved); });
}

void LiveBatchQueue::check(const Result<void> &saved)
{
    if (!saved)
        emit failed(saved.error());
}

void LiveBatchQueue::set(int row, BatchLine::State state, const std::optional<Error> &error)
{
    BatchLine &line = m_lines[row];
    if (line.state == state && line.error.has_value() == error.has_value())
        return;
    line.state = state;
    line.error = error;
    line.progress.reset();
    save({ row });
    emit lineChanged(row);
    emit changed();
}

QFuture<Result<void>> LiveBatchQueue::add(const QList<TurnRequest> &turns, bool overBudget)
{
    if (waiting().isEmpty() && m_stopped) { // what it stood still for is over
        m_stopped.reset();
        m_facts.remember(pausedName, {});
    }
    QStringList gone;
    QList<BatchLine> lines;
    for (const BatchLine &line : std::as_const(m_lines)) {
        if (line.isFinal())
            gone.append(line.turn.messageId);
        else
            lines.append(line);
    }
    QList<BatchLine> added;
    for (const TurnRequest &turn : turns) {
        BatchLine line;
        line.turn = turn;
        line.overBudget = overBudget;
        added.append(line);
    }
    m_lines = lines + added;
    emit changed();
    // On disk first; only then is anything sent.
    return then(m_store.add(added, gone), this, [this, added](const Result<void> &stored) {
        if (stored) {
            pump();
            return stored;
        }
        for (const BatchLine &line : added) {
            if (const int row = rowOf(line.turn.messageId); row >= 0)
                m_lines.removeAt(row);
        }
        emit changed();
        return stored;
    });
}

// ---- what it does next --------------------------------------------------------------------------------

bool LiveBatchQueue::mayPump() const
{
    return m_loaded && m_restored.isEmpty() && !m_stopped && m_launching.isEmpty() && !m_again.isActive()
        && m_needs.session.state() == Session::State::Ready
        && !m_needs.session.catalogue().models().isEmpty();
}

int LiveBatchQueue::underWay() const
{
    int places = 0;
    const QList<GenerationRecord> running = m_needs.generations.running();
    for (const GenerationRecord &record : running)
        places += !m_keys.contains(record.key) && takesPlace(record.state) ? 1 : 0;
    for (const BatchLine &line : m_lines) {
        if (line.state == BatchLine::State::Sent || line.state == BatchLine::State::Running)
            ++places;
    }
    return places;
}

void LiveBatchQueue::pump()
{
    while (mayPump()) {
        const QList<int> rows = waiting();
        const int places = std::max(1, m_needs.session.account().concurrency.limit);
        if (rows.isEmpty() || underWay() >= places)
            return;
        const int row = rows.constFirst();
        const TurnRequest &turn = m_lines.at(row).turn;
        const Quote now = quoteNow(turn);
        const std::optional<Credits> lock = turn.quote.totalCredits;
        if (now.totalCredits && lock && *now.totalCredits > *lock) {
            requote();
            stop(BatchQuestion::Why::PriceChanged);
        } else if (lock && *lock > m_needs.session.account().balance.credits) {
            stop(BatchQuestion::Why::Credits);
        } else if (!m_lines.at(row).overBudget && !budgetReasons(turn.conversationId, lock).isEmpty()) {
            stop(BatchQuestion::Why::Budget);
        } else {
            launch(row);
        }
    }
}

void LiveBatchQueue::launch(int row)
{
    const TurnRequest turn = m_lines.at(row).turn;
    const QString run = m_runs.take(turn.messageId);
    set(row, BatchLine::State::Sent);
    // It was asked about with the whole batch: the agent need not ask again.
    if (m_needs.limits)
        m_needs.limits->allowOnce(turn);
    if (run.isEmpty()) {
        m_needs.runner.send(turn);
        return;
    }
    // Its message is in the conversation already; the runner finds it on disk.
    m_launching = turn.messageId;
    m_retried.insert(turn.messageId, run);
    m_needs.runner.retry(RunScribe::problemId(run));
}

void LiveBatchQueue::stop(BatchQuestion::Why why)
{
    m_stopped = why;
    emit changed();
}

QList<AskReason> LiveBatchQueue::budgetReasons(
    const QString &conversationId, std::optional<Credits> credits) const
{
    if (!m_needs.limits)
        return {};
    QList<AskReason> reasons = m_needs.limits->check(conversationId, credits).reasons;
    // "Ask above" was asked about the whole batch when it was accepted.
    reasons.removeIf([](const AskReason &reason) {
        return reason.kind == AskReason::Kind::AskAbove || reason.standing != BudgetStanding::Stop;
    });
    return reasons;
}

Quote LiveBatchQueue::quoteNow(const TurnRequest &turn) const
{
    return quoteOf(turn, m_needs.session, m_needs.clock.now());
}

/// What every waiting line takes now. The service's own word for one of them stays as it was said.
void LiveBatchQueue::requote()
{
    for (const int row : waiting()) {
        const TurnRequest &turn = m_lines.at(row).turn;
        if (m_offers.value(turn.messageId).quoteId.isEmpty())
            m_offers.insert(turn.messageId, quoteNow(turn));
    }
}

std::optional<BatchQuestion> LiveBatchQueue::question() const
{
    const QList<int> rows = waiting();
    if (!m_stopped || rows.isEmpty())
        return {};
    BatchQuestion question;
    question.why = *m_stopped;
    question.left = static_cast<int>(rows.size());
    question.balance = m_needs.session.account().balance.credits;
    question.needed = 0;
    question.shown = 0;
    for (const int row : rows) {
        const TurnRequest &turn = m_lines.at(row).turn;
        const auto add = [](std::optional<Credits> &sum, const std::optional<Credits> &more) {
            sum = sum && more ? std::optional(*sum + *more) : std::nullopt;
        };
        const auto offer = m_offers.constFind(turn.messageId);
        add(question.needed, offer == m_offers.cend() ? turn.quote.totalCredits : offer->totalCredits);
        add(question.shown, turn.quote.totalCredits);
    }
    const TurnRequest &next = m_lines.at(rows.constFirst()).turn;
    if (question.why == BatchQuestion::Why::Budget || question.why == BatchQuestion::Why::PriceChanged)
        question.reasons = budgetReasons(next.conversationId, question.needed);
    return question;
}

bool LiveBatchQueue::canResume() const
{
    const std::optional<BatchQuestion> open = question();
    if (!open)
        return false;
    switch (open->why) {
    case BatchQuestion::Why::Paused:
    case BatchQuestion::Why::Budget:
        return true;
    case BatchQuestion::Why::PriceChanged:
        return open->needed.has_value();
    case BatchQuestion::Why::Credits:
        break;
    }
    const TurnRequest &next = m_lines.at(waiting().constFirst()).turn;
    return next.quote.totalCredits.value_or(0) <= open->balance;
}

void LiveBatchQueue::pause()
{
    if (m_stopped)
        return;
    m_facts.remember(pausedName, QStringLiteral("1"));
    stop(BatchQuestion::Why::Paused);
}

void LiveBatchQueue::resume()
{
    const std::optional<BatchQuestion> answered = question();
    if (!answered || !canResume())
        return;
    const QList<int> rows = waiting();
    for (const int row : rows) {
        BatchLine &line = m_lines[row];
        if (const auto offer = m_offers.constFind(line.turn.messageId); offer != m_offers.cend())
            line.turn.quote = *offer; // as shown: the lock from here on
        line.overBudget = line.overBudget || !answered->reasons.isEmpty();
    }
    m_offers.clear();
    m_stopped.reset();
    m_facts.remember(pausedName, {});
    save(rows);
    emit changed();
    pump();
}

void LiveBatchQueue::cancelRest()
{
    const QList<int> rows = waiting();
    for (const int row : rows)
        m_lines[row].state = BatchLine::State::Cancelled;
    save(rows);
    m_offers.clear();
    m_stopped.reset();
    m_facts.remember(pausedName, {});
    for (const int row : rows)
        emit lineChanged(row);
    emit changed();
}

void LiveBatchQueue::clear()
{
    QStringList ids;
    for (const BatchLine &line : std::as_const(m_lines)) {
        if (!line.isFinal())
            return;
        ids.append(line.turn.messageId);
    }
    m_lines.clear();
    m_keys.clear();
    m_tries.clear();
    then(m_store.remove(ids), this, [this](const Result<void> &removed) { check(removed); });
    emit changed();
}

} // namespace facet::client
