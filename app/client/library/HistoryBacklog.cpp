#include "client/library/HistoryBacklog.h"

#include "client/net/Then.h"
#include "client/store/ResultRows.h"
#include "client/store/SearchRows.h"

namespace facet::client {

namespace {
// Each keeps the database for about 20 ms.
constexpr int resultsAtATime = 100;
constexpr int messagesAtATime = 150;
constexpr int restMs = 5;
} // namespace

HistoryBacklog::HistoryBacklog(Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
}

void HistoryBacklog::start()
{
    nextResults();
}

void HistoryBacklog::nextResults()
{
    then(m_database.run(
             [](QSqlDatabase &connection) { return adoptOlderResults(connection, resultsAtATime); }),
        this, [this](const Result<int> &count) {
            if (!count) {
                emit failed(count.error());
                return;
            }
            if (*count > 0) {
                emit resultsCame();
                rest(&HistoryBacklog::nextResults);
                return;
            }
            m_results = true;
            emit resultsDone();
            nextMessages();
        });
}

void HistoryBacklog::nextMessages()
{
    then(m_database.run(
             [](QSqlDatabase &connection) { return indexOlderMessages(connection, messagesAtATime); }),
        this, [this](const Result<int> &count) {
            if (!count) {
                emit failed(count.error());
                return;
            }
            if (*count > 0) {
                rest(&HistoryBacklog::nextMessages);
                return;
            }
            m_messages = true;
            emit messagesDone();
        });
}

void HistoryBacklog::rest(void (HistoryBacklog::*next)())
{
    QTimer::singleShot(restMs, this, next);
}

} // namespace facet::client
