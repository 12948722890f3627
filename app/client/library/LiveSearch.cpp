#include "client/library/LiveSearch.h"

#include "client/library/HistoryBacklog.h"
#include "client/library/Snippet.h"
#include "client/store/SearchRows.h"
#include "client/store/Sql.h"

namespace facet::client {

namespace {

SearchHit::Who whoIs(const QString &kind)
{
    if (kind == QLatin1String("user"))
        return SearchHit::Who::User;
    return kind == QLatin1String("agent") || kind == QLatin1String("approval") ? SearchHit::Who::Agent
                                                                               : SearchHit::Who::Other;
}

} // namespace

LiveSearch::LiveSearch(Database &database, const HistoryBacklog &backlog, QObject *parent)
    : Search(parent)
    , m_database(database)
    , m_backlog(backlog)
{
    connect(&backlog, &HistoryBacklog::messagesDone, this, &Search::completed);
}

bool LiveSearch::isComplete() const
{
    return m_backlog.hasMessages();
}

QFuture<Result<SearchAnswer>> LiveSearch::messages(
    const QString &text, const QString &conversationId, int most)
{
    return m_database.run([terms = SearchTerms::of(text), conversationId, most](
                              QSqlDatabase &connection) -> Result<SearchAnswer> {
        auto found = messagesWith(connection, terms, conversationId, most + 1);
        if (!found)
            return tl::unexpected(found.error());
        SearchAnswer answer;
        answer.more = found->size() > most;
        for (const FoundMessage &message : std::as_const(*found)) {
            if (answer.hits.size() == most)
                break;
            const Snippet snippet = Snippet::of(message.text, terms);
            answer.hits.append({ message.conversationId, message.conversationTitle, message.itemId,
                whoIs(message.kind), message.at, snippet.text, snippet.marks });
        }
        return answer;
    });
}

QFuture<Result<int>> LiveSearch::rowOf(const QString &itemId)
{
    return m_database.run([itemId](QSqlDatabase &connection) -> Result<int> {
        auto query = sql(connection,
            QStringLiteral(
                "SELECT (SELECT COUNT(*) FROM messages b WHERE b.conversation_id = a.conversation_id "
                "AND (b.position, b.seq) < (a.position, a.seq)) FROM messages a WHERE a.id = ?"),
            { itemId });
        if (!query)
            return tl::unexpected(query.error());
        return query->next() ? query->value(0).toInt() : -1;
    });
}

} // namespace facet::client
