#include "client/generation/Queue.h"

#include "client/generation/Generations.h"
#include "client/net/Then.h"
#include "client/session/Session.h"

#include <algorithm>
#include <limits>

namespace facet::client {

namespace {

/// Begun or not: a place in the service's queue says that nothing of it was rendered yet.
bool isWaiting(const GenerationRecord &record)
{
    switch (record.state) {
    case GenerationState::Queued:
        return true;
    case GenerationState::Running:
        return record.generation.queuePosition.has_value();
    case GenerationState::Draft:
    case GenerationState::Uploading:
    case GenerationState::Submitting:
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

Queue::Queue(Generations &generations, Session &session, QObject *parent)
    : QObject(parent)
    , m_generations(generations)
    , m_session(session)
{
    connect(&generations, &Generations::changed, this, &Queue::scheduleRefresh);
    connect(&generations, &Generations::finished, this, &Queue::scheduleRefresh);
    connect(&session, &Session::stateChanged, this, &Queue::scheduleRefresh);
    connect(&session, &Session::catalogueChanged, this, &Queue::scheduleRefresh);
    refresh();
}

void Queue::scheduleRefresh()
{
    // One that begins moves all behind it: each says so, and all of them are one change.
    if (std::exchange(m_scheduled, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_scheduled = false;
            refresh();
            emit changed();
        },
        Qt::QueuedConnection);
}

void Queue::refresh()
{
    m_underWay.clear();
    m_waiting.clear();
    const QList<GenerationRecord> running = m_generations.running();
    for (const GenerationRecord &record : running)
        (isWaiting(record) ? m_waiting : m_underWay).append(record);
    // After a move the places arrive one after another; where two say the same, the order asked for holds.
    const auto shownAt = [this](const GenerationRecord &record) {
        const qsizetype at = m_order.indexOf(record.key);
        return at < 0 ? std::numeric_limits<qsizetype>::max() : at;
    };
    const auto place = [this](const GenerationRecord &record) {
        return m_moving > 0 ? 0 : record.generation.queuePosition.value_or(std::numeric_limits<int>::max());
    };
    std::stable_sort(
        m_waiting.begin(), m_waiting.end(), [&](const GenerationRecord &a, const GenerationRecord &b) {
            return std::pair(place(a), shownAt(a)) < std::pair(place(b), shownAt(b));
        });
    m_order.clear();
    for (const GenerationRecord &record : std::as_const(m_waiting))
        m_order.append(record.key);
}

bool Queue::canReorder() const
{
    return m_session.state() == Session::State::Ready && m_session.service().ordersQueue();
}

void Queue::moveTo(const QString &key, qsizetype place)
{
    const qsizetype from = m_order.indexOf(key);
    const qsizetype to = std::clamp(place, qsizetype(0), std::max(m_order.size() - 1, qsizetype(0)));
    if (from < 0 || from == to || !canReorder())
        return;
    m_order.move(from, to);
    ++m_moving;
    then(m_generations.move(key, m_order.value(to + 1)), this, [this](const Result<void> &moved) {
        --m_moving;
        if (!moved) {
            m_order.clear();
            emit failed(moved.error());
        }
        scheduleRefresh();
    });
    refresh();
    emit changed();
}

bool Queue::canCancel(const GenerationRecord &record)
{
    // What is being saved is made and paid for already: stopping it would only lose the file.
    return record.state != GenerationState::Downloading;
}

Queue::CancelAll Queue::cancelAllMeans() const
{
    CancelAll all;
    const QList<GenerationRecord> records = m_underWay + m_waiting;
    for (const GenerationRecord &record : records) {
        if (!canCancel(record))
            continue;
        ++all.count;
        const Generation &generation = record.generation;
        switch (record.state) {
        case GenerationState::Queued:
        case GenerationState::Running: {
            const qsizetype takes = std::max(1, generation.options.count.value_or(1));
            // As the service reckons: what was delivered, rounded down, is taken.
            if (!generation.covered)
                all.back +=
                    generation.quotedCredits - generation.quotedCredits * generation.assets.size() / takes;
            break;
        }
        case GenerationState::Submitting:
        case GenerationState::Unknown:
            all.isLeast = true;
            break;
        case GenerationState::Draft:
        case GenerationState::Uploading:
        case GenerationState::Downloading:
        case GenerationState::Done:
        case GenerationState::Failed:
        case GenerationState::Cancelled:
            break; // nothing is held
        }
    }
    return all;
}

void Queue::cancelAll()
{
    QList<GenerationRecord> records = m_underWay + m_waiting;
    std::reverse(records.begin(), records.end());
    for (const GenerationRecord &record : std::as_const(records)) {
        if (canCancel(record))
            m_generations.cancel(record.key);
    }
}

} // namespace facet::client
