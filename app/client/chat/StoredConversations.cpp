#include "client/chat/StoredConversations.h"

#include "client/generation/Generations.h"
#include "client/net/Then.h"
#include "client/session/Session.h"
#include "client/store/MessageStore.h"

#include <QUuid>

#include <algorithm>

namespace facet::client {

namespace {

const QString openName = QStringLiteral("open_conversation");

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool isEarlierInList(const ConversationSummary &a, const ConversationSummary &b)
{
    if (a.archived != b.archived)
        return b.archived;
    if (a.isPinned() != b.isPinned())
        return a.isPinned();
    // What was pinned stays where it is, whatever is said in it.
    if (a.isPinned() && a.pinnedAt != b.pinnedAt)
        return a.pinnedAt < b.pinnedAt;
    return a.updatedAt != b.updatedAt ? a.updatedAt > b.updatedAt : a.id < b.id;
}

} // namespace

StoredConversations::StoredConversations(Database *database, MessageStore &messages, Generations &generations,
    const Session &session, QObject *parent)
    : Conversations(parent)
    , m_database(database)
    , m_store(database)
    , m_removed(m_store, generations)
    , m_drafts(database)
    , m_generations(generations)
    , m_session(session)
    , m_new(newId())
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(150);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        for (const QString &id : std::exchange(m_stale, {}))
            refresh(id);
    });
    connect(&messages, &MessageStore::conversationChanged, this, &StoredConversations::refresh);
    connect(&messages, &MessageStore::failed, this, &Conversations::storeFailed);
    connect(&generations, &Generations::changed, this, &StoredConversations::generationChanged);
    connect(&generations, &Generations::finished, this, &StoredConversations::generationChanged);
    connect(&m_removed, &RemovedConversations::changed, this, &Conversations::removedChanged);
    connect(&m_removed, &RemovedConversations::broughtBack, this, [this](const QString &id) {
        refresh(id);
        if (std::exchange(m_openedOnReturn, {}) == id)
            open(id);
    });
    connect(&m_removed, &RemovedConversations::failed, this, [this](const QString &id, const Error &error) {
        emit storeFailed(error);
        if (!id.isEmpty())
            refresh(id);
    });
    connect(&session, &Session::catalogueChanged, this, &StoredConversations::nameModels);
}

void StoredConversations::start()
{
    then(m_store.all(), this, [this](const Result<QList<ConversationSummary>> &all) { listed(all); });
    // The two answers come in this order, after the list: jobs of the database are done one after another.
    then(m_drafts.newestWithoutConversation(), this, [this](const Result<std::optional<QString>> &draft) {
        if (draft && *draft && !m_all.contains(**draft))
            m_new = **draft;
    });
    then(m_store.remembered(openName), this, [this](const Result<QString> &id) {
        if (!m_current.isEmpty())
            return; // somebody was quicker
        if (id && m_all.contains(*id))
            open(*id);
        else
            openNew();
    });
    m_removed.start();
}

void StoredConversations::listed(const Result<QList<ConversationSummary>> &all)
{
    if (!all) {
        emit storeFailed(all.error());
        return;
    }
    beginResetModel();
    m_all.clear();
    m_rows.clear();
    for (const ConversationSummary &summary : *all) {
        m_all.insert(summary.id, summary);
        if (isShown(summary))
            m_rows.append(decorated(summary));
    }
    std::sort(m_rows.begin(), m_rows.end(), isEarlierInList);
    endResetModel();
    emit archiveChanged();
}

int StoredConversations::rowOf(const QString &conversationId) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == conversationId)
            return row;
    }
    return -1;
}

QString StoredConversations::currentTitle() const
{
    return m_all.value(m_current).title;
}

void StoredConversations::open(const QString &conversationId)
{
    if (conversationId.isEmpty() || conversationId == m_current || m_removed.has(conversationId))
        return;
    m_current = conversationId;
    m_store.remember(openName, conversationId);
    emit currentChanged();
}

void StoredConversations::openNew()
{
    open(m_new);
}

void StoredConversations::setFilter(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_filter)
        return;
    m_filter = wanted;
    applyFilter();
}

void StoredConversations::applyFilter()
{
    const int round = ++m_filterRound;
    const auto apply = [this, round](const std::optional<QSet<QString>> &matching) {
        if (round != m_filterRound)
            return;
        m_matching = matching;
        showWhatMatches();
    };
    if (m_filter.isEmpty()) {
        apply({});
        return;
    }
    then(m_store.containing(m_filter), this, [this, apply](const Result<QSet<QString>> &ids) {
        if (ids)
            apply(*ids);
        else
            emit storeFailed(ids.error());
    });
}

bool StoredConversations::isShown(const ConversationSummary &summary) const
{
    return m_matching ? m_matching->contains(summary.id) : summary.archived == m_archivedShown;
}

void StoredConversations::showWhatMatches()
{
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (!isShown(m_rows.at(row)))
            takeOut(m_rows.at(row).id);
    }
    for (const ConversationSummary &summary : std::as_const(m_all)) {
        if (isShown(summary) && rowOf(summary.id) < 0)
            put(decorated(summary));
    }
}

int StoredConversations::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant StoredConversations::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationSummary &summary = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return summary.id;
    case SummaryRole:
        return QVariant::fromValue(summary);
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::AccessibleTextRole:
        return summary.title;
    default: // any other role of any view
        return {};
    }
}

void StoredConversations::refresh(const QString &id)
{
    then(m_store.one(id), this,
        [this, id](const Result<std::optional<ConversationSummary>> &summary) { refreshed(id, summary); });
}

void StoredConversations::refreshed(
    const QString &id, const Result<std::optional<ConversationSummary>> &summary)
{
    if (!summary) {
        emit storeFailed(summary.error());
        return;
    }
    if (!*summary) { // its only message was taken back, or it was removed
        gone(id);
        if (id == m_current && !m_removed.has(id))
            m_new = id;
        return;
    }
    const bool isNew = !m_all.contains(id);
    const bool archiveMoved = m_all.value(id).archived != (*summary)->archived;
    m_all.insert(id, **summary);
    if (id == m_new)
        m_new = newId();
    if (isNew && m_matching)
        applyFilter();
    else if (isShown(**summary))
        put(decorated(**summary));
    else
        takeOut(id);
    if (archiveMoved)
        emit archiveChanged();
    if (isNew && id == m_current)
        emit currentChanged(); // it has a title now
}

void StoredConversations::generationChanged(const QString &key)
{
    const auto record = m_generations.find(key);
    if (!record || !m_all.contains(record->conversationId))
        return;
    const QString id = record->conversationId;
    if (const int row = rowOf(id); row >= 0) {
        const ConversationSummary before = m_rows.at(row);
        const ConversationSummary now = decorated(m_all.value(id));
        m_rows[row].running = now.running;
        m_rows[row].progress = now.progress;
        if (before.running != now.running || before.progress != now.progress)
            emit dataChanged(index(row), index(row));
    }
    switch (record->state) {
    case GenerationState::Draft:
    case GenerationState::Uploading:
    case GenerationState::Submitting:
    case GenerationState::Queued:
    case GenerationState::Running:
        return;
    case GenerationState::Downloading:
    case GenerationState::Done:
    case GenerationState::Failed:
    case GenerationState::Cancelled:
    case GenerationState::Unknown:
        break;
    }
    // Counts and poster come from the disk; a download that reports every block asks a few times a second.
    m_stale.insert(id);
    m_refresh.start();
}

void StoredConversations::nameModels()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const ConversationSummary now = decorated(m_all.value(m_rows.at(row).id));
        if (now.subtitleModel == m_rows.at(row).subtitleModel)
            continue;
        m_rows[row] = now;
        emit dataChanged(index(row), index(row));
    }
}

ConversationSummary StoredConversations::decorated(ConversationSummary summary) const
{
    if (const Model *model = m_session.catalogue().find(summary.subtitleModel))
        summary.subtitleModel = model->name;
    summary.running = 0;
    double sum = 0;
    const QList<GenerationRecord> running = m_generations.running();
    for (const GenerationRecord &record : running) {
        if (record.conversationId != summary.id)
            continue;
        ++summary.running;
        sum += record.generation.progress.value_or(0);
    }
    summary.progress.reset();
    if (summary.running > 0)
        summary.progress = sum / summary.running;
    return summary;
}

void StoredConversations::put(const ConversationSummary &summary)
{
    const int at = rowOf(summary.id);
    const bool staysThere =
        at >= 0 && !isEarlierInList(m_rows.at(at), summary) && !isEarlierInList(summary, m_rows.at(at));
    if (staysThere) {
        m_rows[at] = summary;
        emit dataChanged(index(at), index(at));
        return;
    }
    const int target = placeFor(summary);
    if (at < 0) {
        beginInsertRows({}, target, target);
        m_rows.insert(target, summary);
        endInsertRows();
        return;
    }
    if (target != at && target != at + 1) {
        beginMoveRows({}, at, at, {}, target);
        m_rows.move(at, target > at ? target - 1 : target);
        endMoveRows();
    }
    const int now = rowOf(summary.id);
    m_rows[now] = summary;
    emit dataChanged(index(now), index(now));
}

void StoredConversations::takeOut(const QString &id)
{
    const int at = rowOf(id);
    if (at < 0)
        return;
    beginRemoveRows({}, at, at);
    m_rows.removeAt(at);
    endRemoveRows();
}

int StoredConversations::placeFor(const ConversationSummary &summary) const
{
    const auto at = std::upper_bound(m_rows.begin(), m_rows.end(), summary, isEarlierInList);
    return static_cast<int>(at - m_rows.begin());
}

} // namespace facet::client
