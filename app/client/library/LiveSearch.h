#pragma once

#include "client/library/Search.h"
#include "client/store/Database.h"

namespace facet::client {

class HistoryBacklog;

/// Search over the profile's full-text index.
class LiveSearch : public Search {
    Q_OBJECT
public:
    LiveSearch(Database &database, const HistoryBacklog &backlog, QObject *parent = nullptr);

    QFuture<Result<SearchAnswer>> messages(
        const QString &text, const QString &conversationId = {}, int most = 100) override;
    QFuture<Result<int>> rowOf(const QString &itemId) override;
    bool isComplete() const override;

private:
    Database &m_database;
    const HistoryBacklog &m_backlog;
};

} // namespace facet::client
