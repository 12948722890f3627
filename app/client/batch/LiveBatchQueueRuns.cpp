// The part of LiveBatchQueue that learns what became of the lines that were sent.
#include "client/batch/LiveBatchQueue.h"

#include "client/chat/LiveChatRunner.h"
#include "client/generation/Generations.h"
#include "client/net/Then.h"

namespace facet::client {

namespace {
constexpr int mostTries = 3; // of a line that did not reach the service
}

void LiveBatchQueue::reconcile()
{
    if (!m_loaded)
        return;
    QStringList open;
    for (const BatchLine &line : std::as_const(m_lines)) {
        if (!line.isFinal() && !m_runs.contains(line.turn.messageId))
            open.append(line.turn.messageId);
    }
    if (open.isEmpty())
        return;
    then(m_store.fates(open), this, [this](const Result<QHash<QString, BatchStore::Fate>> &fates) {
        if (!fates) {
            emit failed(fates.error());
            return;
        }
        m_launching.clear();
        for (auto fate = fates->cbegin(); fate != fates->cend(); ++fate) {
            const int row = rowOf(fate.key());
            if (row >= 0 && !m_lines.at(row).isFinal() && !m_runs.contains(fate.key()))
                learn(row, fate.value());
        }
        // Sent as far as is known here, and nobody heard of it: the end of the program came in between.
        for (int row = 0; row < m_lines.size(); ++row) {
            const BatchLine &line = m_lines.at(row);
            if (line.state == BatchLine::State::Sent && m_restored.contains(line.turn.messageId)
                && !fates->contains(line.turn.messageId))
                set(row, BatchLine::State::Waiting);
        }
        m_restored.clear();
        pump();
    });
}

void LiveBatchQueue::learn(int row, const BatchStore::Fate &fate)
{
    if (m_retried.value(m_lines.at(row).turn.messageId) == fate.runId)
        return;
    m_keys.insert(fate.generationKey, m_lines.at(row).turn.messageId);
    switch (fate.run) {
    case TurnRecord::State::Sending:
    case TurnRecord::State::Streaming:
    case TurnRecord::State::Lost:
        if (m_lines.at(row).state == BatchLine::State::Waiting)
            set(row, BatchLine::State::Sent);
        // A failure is told in the run's own words, once it has ended.
        if (const auto live = m_needs.generations.find(fate.generationKey);
            live && live->state != GenerationState::Failed)
            moved(row, live->state, live->error);
        return;
    case TurnRecord::State::Waiting:
        set(row, BatchLine::State::Answered);
        return;
    case TurnRecord::State::Finished:
    case TurnRecord::State::Failed:
        ended(row, fate);
        return;
    }
}

void LiveBatchQueue::ended(int row, const BatchStore::Fate &fate)
{
    if (fate.generation) {
        const auto live = m_needs.generations.find(fate.generationKey);
        moved(row, live ? live->state : *fate.generation, live ? live->error : fate.error);
        if (m_lines.at(row).isFinal() || fate.run == TurnRecord::State::Finished)
            return;
    }
    if (fate.run == TurnRecord::State::Failed)
        failedToSend(row, fate);
    else
        set(row, BatchLine::State::Answered);
}

void LiveBatchQueue::failedToSend(int row, const BatchStore::Fate &fate)
{
    const QString id = m_lines.at(row).turn.messageId;
    const QString code = fate.error ? fate.error->code : QString();
    const auto again = [&] {
        m_runs.insert(id, fate.runId);
        set(row, BatchLine::State::Waiting);
    };
    if (code == QLatin1String("insufficient_credits")) {
        again();
        stop(BatchQuestion::Why::Credits);
    } else if (code == QLatin1String("too_many_running")) {
        again();
        m_again.start();
    } else if (code == QLatin1String("not_sent") && ++m_tries[id] < mostTries) {
        again();
    } else {
        set(row, BatchLine::State::Failed, fate.error);
    }
}

void LiveBatchQueue::moved(int row, GenerationState state, const std::optional<Error> &error)
{
    switch (state) {
    case GenerationState::Draft:
    case GenerationState::Uploading:
    case GenerationState::Submitting:
    case GenerationState::Unknown:
        return;
    case GenerationState::Queued:
    case GenerationState::Running:
        set(row, BatchLine::State::Running);
        return;
    case GenerationState::Downloading:
    case GenerationState::Done:
        set(row, BatchLine::State::Done);
        return;
    case GenerationState::Failed:
        if (!error || error->code != QLatin1String("not_sent"))
            set(row, BatchLine::State::Failed, error);
        return;
    case GenerationState::Cancelled:
        set(row, BatchLine::State::Cancelled);
        return;
    }
}

void LiveBatchQueue::generationChanged(const QString &key)
{
    const QString id = m_keys.value(key);
    const int row = id.isEmpty() ? -1 : rowOf(id);
    const auto record = m_needs.generations.find(key);
    if (row < 0 || !record) {
        if (!m_stopped)
            pump(); // another one may have left its place
        return;
    }
    const BatchLine::State before = m_lines.at(row).state;
    if (m_lines.at(row).isFinal())
        return;
    if (record->state == GenerationState::Failed) {
        reconcile();
        return;
    }
    moved(row, record->state, record->error);
    BatchLine &line = m_lines[row];
    if (line.state == BatchLine::State::Running && line.progress != record->generation.progress) {
        line.progress = record->generation.progress;
        emit lineChanged(row);
    }
    if (line.state == before)
        return;
    pump();
}

void LiveBatchQueue::returned(const TurnRequest &turn, const Quote &quote)
{
    const int row = rowOf(turn.messageId);
    if (row < 0)
        return;
    m_runs.remove(turn.messageId); // it is out of the conversation: sent anew, as a whole
    set(row, BatchLine::State::Waiting);
    if (quote.totalCredits)
        m_offers.insert(turn.messageId, quote);
    requote();
    stop(BatchQuestion::Why::PriceChanged);
}

} // namespace facet::client
