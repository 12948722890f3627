#include "client/chat/StoredTranscript.h"

#include "client/chat/Conversations.h"
#include "client/generation/Generations.h"
#include "client/net/Then.h"

#include <algorithm>
#include <array>
#include <utility>

namespace facet::client {

namespace {

using Kind = TranscriptItem::Kind;

constexpr int tailRows = 80; ///< more than any window shows
constexpr int outlineRows = 20'000; ///< in one job of the database: some tens of milliseconds
constexpr int around = 40; ///< read before and after what was asked for
constexpr int mostAtOnce = 240;
constexpr int mostHeld = 800;
constexpr int keptAround = 200; ///< of what was looked at last

/// What stands for a row that was not read.
const TranscriptItem &unread(Kind kind)
{
    static const std::array<TranscriptItem, 5> items = [] {
        std::array<TranscriptItem, 5> all;
        for (size_t i = 0; i < all.size(); ++i)
            all[i].kind = static_cast<Kind>(i);
        return all;
    }();
    return items[static_cast<size_t>(kind)];
}

} // namespace

StoredTranscript::StoredTranscript(
    MessageStore &messages, Conversations &conversations, Generations &generations, QObject *parent)
    : Transcript(parent)
    , m_messages(messages)
    , m_conversations(conversations)
    , m_generations(generations)
    , m_search(messages, m_rows)
{
    connect(&conversations, &Conversations::currentChanged, this, &StoredTranscript::openCurrent);
    connect(&messages, &MessageStore::itemChanged, this, [this](const StoredItem &item) {
        // Rows that change while their conversation is being opened are live, and taken over then.
        if (item.conversationId == m_shown && m_shown == m_wanted)
            upsert(item);
    });
    connect(&messages, &MessageStore::itemRemoved, this,
        [this](const QString &conversationId, const QString &itemId) {
            if (conversationId == m_shown)
                remove(itemId);
        });
    connect(&generations, &Generations::changed, this, &StoredTranscript::generationChanged);
    openCurrent();
}

int StoredTranscript::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.count();
}

const TranscriptItem &StoredTranscript::item(int row) const
{
    const StoredItem *read = m_rows.item(row);
    return read ? read->item : unread(m_rows.kind(row));
}

QVariant StoredTranscript::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TranscriptItem &shown = item(index.row());
    switch (role) {
    case ItemRole:
        return QVariant::fromValue(shown);
    case KindRole:
        return static_cast<int>(shown.kind);
    case IdRole:
        return shown.id;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return shown.text;
    default: // any other role of any view
        return {};
    }
}

// ---- opening ------------------------------------------------------------------------------------------

void StoredTranscript::openCurrent()
{
    const QString id = m_conversations.currentId();
    if (id == m_wanted)
        return;
    m_wanted = id;
    if (id.isEmpty()) {
        opened(id, TranscriptTail{});
        return;
    }
    then(m_messages.tail(id, tailRows), this,
        [this, id](const Result<TranscriptTail> &tail) { opened(id, tail); });
}

void StoredTranscript::opened(const QString &conversationId, const Result<TranscriptTail> &tail)
{
    if (conversationId != m_wanted)
        return;
    TranscriptTail rows = tail.value_or(TranscriptTail{});
    for (StoredItem &row : rows.rows)
        withLiveGeneration(row);
    beginResetModel();
    m_shown = conversationId;
    m_early.clear();
    m_waiting.clear();
    m_asked = m_lookedAt = {};
    m_rows.reset(std::max<int>(0, rows.count - static_cast<int>(rows.rows.size())), rows.rows);
    m_search.setConversation(conversationId);
    endResetModel();
    const QList<StoredItem> live = m_messages.live(conversationId);
    for (const StoredItem &item : live)
        upsert(item);
    if (!tail)
        m_messages.announceFailure(tail.error());
    readOutline();
}

void StoredTranscript::readOutline()
{
    const int known = m_rows.firstKnown();
    if (known == 0) {
        outlineIsComplete();
        return;
    }
    const qint64 before =
        known < m_rows.count() ? m_rows.position(known) : std::numeric_limits<qint64>::max();
    then(m_messages.outline(m_shown, before, outlineRows), this,
        [this, shown = m_shown](const Result<QVector<OutlineRow>> &rows) {
            if (shown != m_shown || shown != m_wanted)
                return;
            if (rows)
                tookOutline(*rows, rows->size() < outlineRows);
            else
                m_messages.announceFailure(rows.error());
        });
}

void StoredTranscript::tookOutline(const QVector<OutlineRow> &rows, bool isLastPart)
{
    for (const OutlineRow &row : rows) {
        if (m_rows.firstKnown() > 0) {
            m_rows.learn(row);
            continue;
        }
        beginInsertRows({}, 0, 0);
        m_rows.insert(0, row);
        endInsertRows();
    }
    if (!isLastPart) {
        readOutline();
        return;
    }
    if (const int gone = m_rows.firstKnown(); gone > 0) {
        beginRemoveRows({}, 0, gone - 1);
        for (int row = gone - 1; row >= 0; --row)
            m_rows.remove(row);
        endRemoveRows();
    }
    outlineIsComplete();
}

void StoredTranscript::outlineIsComplete()
{
    const QList<StoredItem> early = std::exchange(m_early, {});
    for (const StoredItem &row : early)
        upsert(row);
    for (const auto &promise : std::exchange(m_waiting, {}))
        promise->finish();
    m_search.placesKnown();
    read();
}

// ---- reading what is looked at ------------------------------------------------------------------------

void StoredTranscript::prepare(int first, int last)
{
    first = std::max(first, 0);
    last = std::min(last, m_rows.count() - 1);
    m_lookedAt = { first, last };
    m_asked = {};
    for (int row = first; row <= last; ++row) {
        if (m_rows.item(row))
            continue;
        m_asked = { row, last };
        break;
    }
    read();
}

void StoredTranscript::read()
{
    const Range asked = m_asked;
    if (m_reading || asked.last < asked.first || m_shown != m_wanted)
        return; // what was asked for last is read after what is being read
    if (asked.first < m_rows.firstKnown())
        return; // as soon as it is known where they are
    m_asked = {};
    int first = std::max(asked.first - around, m_rows.firstKnown());
    int last = std::min({ asked.last + around, m_rows.count() - 1, first + mostAtOnce });
    while (first < last && m_rows.item(first))
        ++first;
    while (last > first && m_rows.item(last))
        --last;
    if (last < first || m_rows.item(first))
        return;
    m_reading = true;
    const qint64 from = m_rows.position(first);
    const qint64 to = m_rows.position(last);
    then(m_messages.between(m_shown, from, to), this,
        [this, shown = m_shown, from, to](const Result<QList<StoredItem>> &rows) {
            m_reading = false;
            if (shown == m_shown) {
                if (rows)
                    tookRows(from, to, *rows);
                else
                    m_messages.announceFailure(rows.error());
            }
            read();
        });
}

void StoredTranscript::tookRows(qint64 first, qint64 last, const QList<StoredItem> &rows)
{
    int changedFrom = m_rows.count();
    int changedTo = -1;
    for (StoredItem row : rows) {
        if (m_rows.rowOf(row.item.id) >= 0)
            continue; // it changed meanwhile, and what is there is newer
        withLiveGeneration(row);
        const int at = m_rows.rowAt(row.position);
        if (at < 0 || m_rows.item(at)) {
            insertRow(row);
            continue;
        }
        m_rows.put(at, row);
        changedFrom = std::min(changedFrom, at);
        changedTo = std::max(changedTo, at);
    }
    // What the database did not have is not there any more.
    for (int at = m_rows.placeFor(last) - 1; at >= 0 && m_rows.position(at) >= first; --at) {
        if (m_rows.item(at))
            continue;
        removeRow(at);
        changedTo = at < changedTo ? changedTo - 1 : changedTo;
    }
    if (changedFrom <= changedTo)
        emit dataChanged(index(changedFrom), index(std::min(changedTo, m_rows.count() - 1)));
    letGo();
}

void StoredTranscript::letGo()
{
    if (m_rows.readCount() <= mostHeld)
        return;
    const int from = m_lookedAt.first - keptAround;
    const int to = m_lookedAt.last + keptAround;
    const int tail = m_rows.count() - tailRows;
    const QList<int> read = m_rows.readRows();
    for (const int row : read) {
        if ((row >= from && row <= to) || row >= tail || m_messages.isLive(m_rows.item(row)->item.id))
            continue;
        m_rows.forget(row);
        emit dataChanged(index(row), index(row));
    }
}

QFuture<int> StoredTranscript::rowOfGeneration(const QString &generationKey)
{
    // From the end: it is nearly always one of the last rows.
    for (int row = m_rows.count() - 1; row >= std::max(0, m_rows.count() - tailRows); --row) {
        const StoredItem *read = m_rows.item(row);
        if (read && read->item.kind == Kind::Generation && read->item.generation.key == generationKey)
            return QtFuture::makeReadyFuture(row);
    }
    auto found = std::make_shared<QPromise<int>>();
    found->start();
    then(m_messages.positionOf(m_shown, generationKey), this,
        [this, shown = m_shown, found](const Result<std::optional<qint64>> &position) {
            const auto say = [this, shown, found, position = position.value_or(std::nullopt)] {
                found->addResult(position && shown == m_shown ? m_rows.rowAt(*position) : -1);
                found->finish();
            };
            if (m_rows.firstKnown() == 0 || shown != m_shown) {
                say();
                return;
            }
            const auto known = std::make_shared<QPromise<void>>();
            known->start();
            m_waiting.append(known);
            auto *watcher = new QFutureWatcher<void>(this);
            connect(watcher, &QFutureWatcherBase::finished, this, [watcher, say] {
                watcher->deleteLater();
                say();
            });
            watcher->setFuture(known->future());
        });
    return found->future();
}

QFuture<Result<QStringList>> StoredTranscript::texts(int first, int last)
{
    if (first < 0 || last >= m_rows.count() || first > last)
        return QtFuture::makeReadyFuture(Result<QStringList>(QStringList()));
    return m_messages.texts(m_shown, m_rows.position(first), m_rows.position(last));
}

// ---- what goes on -------------------------------------------------------------------------------------

void StoredTranscript::upsert(const StoredItem &stored)
{
    StoredItem row = stored;
    withLiveGeneration(row);
    int at = m_rows.rowOf(row.item.id);
    if (at >= 0 && m_rows.position(at) != row.position) {
        // Moved, for instance a card whose place was held open until its generation was known.
        removeRow(at);
        at = -1;
    }
    if (at < 0) {
        const int unread = m_rows.rowAt(row.position);
        if (unread >= 0 && !m_rows.item(unread))
            at = unread;
    }
    if (at >= 0) {
        m_rows.put(at, row);
        m_search.look(row);
        emit dataChanged(index(at), index(at));
        return;
    }
    const int known = m_rows.firstKnown();
    if (known > 0 && (known == m_rows.count() || row.position < m_rows.position(known))) {
        m_early.append(row);
        return;
    }
    insertRow(row);
}

void StoredTranscript::insertRow(const StoredItem &row)
{
    const int at = m_rows.placeFor(row.position);
    beginInsertRows({}, at, at);
    m_rows.insert(at, row);
    endInsertRows();
    m_search.look(row);
}

void StoredTranscript::removeRow(int at)
{
    const qint64 position = m_rows.position(at);
    beginRemoveRows({}, at, at);
    m_rows.remove(at);
    endRemoveRows();
    m_search.forget(position);
}

void StoredTranscript::remove(const QString &itemId)
{
    m_early.removeIf([&itemId](const StoredItem &row) { return row.item.id == itemId; });
    // A row that is not read is missed when it is looked at, and goes then.
    if (const int at = m_rows.rowOf(itemId); at >= 0)
        removeRow(at);
}

void StoredTranscript::generationChanged(const QString &key)
{
    const QList<int> read = m_rows.readRows();
    for (const int row : read) {
        const StoredItem *stored = m_rows.item(row);
        if (stored->item.kind != Kind::Generation || stored->item.generation.key != key)
            continue;
        StoredItem now = *stored;
        withLiveGeneration(now);
        m_rows.put(row, now);
        emit dataChanged(index(row), index(row));
        return;
    }
}

void StoredTranscript::withLiveGeneration(StoredItem &stored) const
{
    if (stored.item.kind != Kind::Generation)
        return;
    if (const auto live = m_generations.find(stored.item.generation.key))
        stored.item.generation = *live;
}

} // namespace facet::client
