#pragma once

#include "client/store/Database.h"

#include <QTimer>

namespace facet::client {

/// Brings a profile from before there were a library and a full-text index up to date, newest first, a
/// little at a time, so that everything else that asks the database comes in between. A profile that is up
/// to date costs two small queries.
class HistoryBacklog : public QObject {
    Q_OBJECT
public:
    explicit HistoryBacklog(Database &database, QObject *parent = nullptr);

    void start();
    bool hasResults() const { return m_results; }
    bool hasMessages() const { return m_messages; }

signals:
    /// Some more results are in the library.
    void resultsCame();
    void resultsDone();
    void messagesDone();
    /// The disk refused; the rest is taken up at the next start.
    void failed(const facet::Error &error);

private:
    void nextResults();
    void nextMessages();
    void rest(void (HistoryBacklog::*next)());

    Database &m_database;
    bool m_results = false;
    bool m_messages = false;
};

} // namespace facet::client
