#pragma once

#include "client/api/GenerationApi.h"

#include <QObject>
#include <QStringList>

namespace facet::client {

/// Looks through the service's newest generations for some that were sent before the line, or the program,
/// ended: by the client_ref that was stored before the first try.
class LostSearch : public QObject {
    Q_OBJECT
public:
    explicit LostSearch(HttpClient &client, QObject *parent = nullptr);

    /// False, and nothing happens, while a search is under way.
    bool start(const QStringList &clientRefs);

signals:
    void found(const QString &clientRef, const facet::Generation &generation);
    /// The search is over; the service has none of these.
    void missing(const QStringList &clientRefs);

private:
    void readPage(const QString &cursor, int pagesLeft);

    GenerationApi m_api;
    QStringList m_wanted;
    bool m_searching = false;
};

} // namespace facet::client
