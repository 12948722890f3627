#include "client/generation/LostSearch.h"

#include "client/net/Then.h"

namespace facet::client {

namespace {
constexpr int pageSize = 50;
constexpr int maxPages = 4; ///< what was sent lately is among the newest
} // namespace

LostSearch::LostSearch(HttpClient &client, QObject *parent)
    : QObject(parent)
    , m_api(client)
{
}

bool LostSearch::start(const QStringList &clientRefs)
{
    if (m_searching)
        return false;
    if (clientRefs.isEmpty())
        return true;
    m_searching = true;
    m_wanted = clientRefs;
    readPage({}, maxPages);
    return true;
}

void LostSearch::readPage(const QString &cursor, int pagesLeft)
{
    then(m_api.list(cursor, pageSize), this,
        [this, pagesLeft](const Result<contract::Page<Generation>> &page) {
            if (!page) {
                m_searching = false;
                return; // whoever hears that the service is back starts over
            }
            for (const Generation &generation : page->items) {
                if (m_wanted.removeOne(generation.clientRef))
                    emit found(generation.clientRef, generation);
            }
            if (page->nextCursor && pagesLeft > 1 && !m_wanted.isEmpty())
                return readPage(*page->nextCursor, pagesLeft - 1);
            m_searching = false;
            emit missing(m_wanted);
        });
}

} // namespace facet::client
