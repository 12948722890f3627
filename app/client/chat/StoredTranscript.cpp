#include "client/chat/StoredTranscript.h"

#include "client/chat/Conversations.h"
#include "client/generation/Generations.h"
#include "client/net/Then.h"

#include <algorithm>

namespace facet::client {

StoredTranscript::StoredTranscript(
    MessageStore &messages, Conversations &conversations, Generations &generations, QObject *parent)
    : Transcript(parent)
    , m_messages(messages)
    , m_conversations(conversations)
    , m_generations(generations)
{
    connect(&conversations, &Conversations::currentChanged, this, &StoredTranscript::openCurrent);
    connect(&messages, &MessageStore::itemChanged, this, [this](const StoredItem &item) {
        // Rows that change while their conversation is being loaded are live, and taken over then.
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
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant StoredTranscript::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TranscriptItem &item = m_rows.at(index.row()).item;
    switch (role) {
    case ItemRole:
        return QVariant::fromValue(item);
    case KindRole:
        return static_cast<int>(item.kind);
    case IdRole:
        return item.id;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return item.text;
    default: // any other role of any view
        return {};
    }
}

void StoredTranscript::openCurrent()
{
    const QString id = m_conversations.currentId();
    if (id == m_wanted)
        return;
    m_wanted = id;
    if (id.isEmpty()) {
        loaded(id, QList<StoredItem>{});
        return;
    }
    then(m_messages.load(id), this, [this, id](const Result<QList<StoredItem>> &rows) { loaded(id, rows); });
}

void StoredTranscript::loaded(const QString &conversationId, const Result<QList<StoredItem>> &rows)
{
    if (conversationId != m_wanted)
        return;
    beginResetModel();
    m_shown = conversationId;
    m_rows = rows.value_or(QList<StoredItem>{});
    for (StoredItem &row : m_rows)
        withLiveGeneration(row);
    endResetModel();
    const QList<StoredItem> live = m_messages.live(conversationId);
    for (const StoredItem &item : live)
        upsert(item);
    if (!rows)
        m_messages.announceFailure(rows.error());
}

void StoredTranscript::upsert(const StoredItem &stored)
{
    StoredItem row = stored;
    withLiveGeneration(row);
    int at = rowOf(row.item.id);
    if (at >= 0 && m_rows.at(at).position != row.position) {
        // Moved, for instance a card whose place was held open until its generation was known.
        const StoredItem old = m_rows.at(at);
        const bool inPlace = (at == 0 || m_rows.at(at - 1).position <= row.position)
            && (at + 1 == m_rows.size() || m_rows.at(at + 1).position >= row.position);
        if (!inPlace) {
            const int target = placeFor(row.position);
            beginMoveRows({}, at, at, {}, target);
            m_rows.removeAt(at);
            at = target > at ? target - 1 : target;
            m_rows.insert(at, old);
            endMoveRows();
        }
    }
    if (at >= 0) {
        m_rows[at] = row;
        emit dataChanged(index(at), index(at));
        return;
    }
    at = placeFor(row.position);
    beginInsertRows({}, at, at);
    m_rows.insert(at, row);
    endInsertRows();
}

void StoredTranscript::remove(const QString &itemId)
{
    const int at = rowOf(itemId);
    if (at < 0)
        return;
    beginRemoveRows({}, at, at);
    m_rows.removeAt(at);
    endRemoveRows();
}

void StoredTranscript::generationChanged(const QString &key)
{
    for (int at = static_cast<int>(m_rows.size()) - 1; at >= 0; --at) {
        StoredItem &row = m_rows[at];
        if (row.item.kind != TranscriptItem::Kind::Generation || row.item.generation.key != key)
            continue;
        withLiveGeneration(row);
        emit dataChanged(index(at), index(at));
        return;
    }
}

void StoredTranscript::withLiveGeneration(StoredItem &stored) const
{
    if (stored.item.kind != TranscriptItem::Kind::Generation)
        return;
    if (const auto live = m_generations.find(stored.item.generation.key))
        stored.item.generation = *live;
}

int StoredTranscript::rowOf(const QString &itemId) const
{
    // From the end: what changes is nearly always one of the last rows.
    for (int at = static_cast<int>(m_rows.size()) - 1; at >= 0; --at) {
        if (m_rows.at(at).item.id == itemId)
            return at;
    }
    return -1;
}

int StoredTranscript::placeFor(qint64 position) const
{
    const auto after = std::upper_bound(m_rows.begin(), m_rows.end(), position,
        [](qint64 wanted, const StoredItem &row) { return wanted < row.position; });
    return static_cast<int>(after - m_rows.begin());
}

} // namespace facet::client
