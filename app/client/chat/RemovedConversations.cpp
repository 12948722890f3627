#include "client/chat/RemovedConversations.h"

#include "client/generation/Generations.h"
#include "client/net/Then.h"

#include <algorithm>

namespace facet::client {

namespace {

constexpr int purgeRestMs = 2000; // what ended writes its last words first

} // namespace

RemovedConversations::RemovedConversations(
    ConversationStore &store, Generations &generations, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_lapse.setSingleShot(true);
    connect(&m_lapse, &QTimer::timeout, this, &RemovedConversations::lapse);
    m_purgeLater.setSingleShot(true);
    m_purgeLater.setInterval(purgeRestMs);
    connect(&m_purgeLater, &QTimer::timeout, this, &RemovedConversations::purge);
    // One that was kept for what ran in it may be free now.
    connect(&generations, &Generations::changed, &m_purgeLater, qOverload<>(&QTimer::start));
}

void RemovedConversations::start()
{
    readAgain();
    m_purgeLater.start();
}

void RemovedConversations::readAgain()
{
    then(m_store.deleted(), this, [this](const Result<QList<DeletedConversation>> &all) {
        if (!all) {
            emit failed({}, all.error());
            return;
        }
        m_removed = *all;
        lapse();
        emit changed();
    });
}

void RemovedConversations::lapse()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const qsizetype before = m_removed.size();
    m_removed.removeIf([&](const DeletedConversation &one) { return one.at.addMSecs(m_undoMs) <= now; });
    if (!m_removed.isEmpty())
        m_lapse.start(static_cast<int>(
            std::clamp(now.msecsTo(m_removed.first().at) + m_undoMs + 1, qint64(1), qint64(m_undoMs))));
    if (m_removed.size() == before)
        return;
    emit changed();
    purge();
}

void RemovedConversations::remove(const QString &id)
{
    then(m_store.setDeleted(id, QDateTime::currentDateTimeUtc()), this, [this, id](const Result<void> &done) {
        if (done)
            readAgain();
        else
            emit failed(id, done.error());
    });
}

void RemovedConversations::bringBack(const QString &id)
{
    if (!has(id))
        return;
    m_removed.removeIf([&](const DeletedConversation &one) { return one.id == id; });
    emit changed();
    then(m_store.setDeleted(id, {}), this, [this, id](const Result<void> &done) {
        if (done) {
            emit broughtBack(id);
            return;
        }
        emit failed({}, done.error());
        readAgain();
    });
}

std::optional<RemovedConversation> RemovedConversations::last() const
{
    if (m_removed.isEmpty())
        return {};
    const DeletedConversation &one = m_removed.last();
    return RemovedConversation{ one.id, one.title, one.files, one.underWay };
}

bool RemovedConversations::has(const QString &id) const
{
    return std::any_of(
        m_removed.begin(), m_removed.end(), [&](const DeletedConversation &one) { return one.id == id; });
}

void RemovedConversations::purge()
{
    if (m_purging)
        return;
    m_purging = true;
    const QDateTime before = QDateTime::currentDateTimeUtc().addMSecs(-m_undoMs);
    then(m_store.purgeSome(before), this, [this](const Result<bool> &more) {
        m_purging = false;
        if (!more)
            emit failed({}, more.error());
        else if (*more)
            purge();
    });
}

} // namespace facet::client
