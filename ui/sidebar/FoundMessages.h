#pragma once

#include "client/library/Search.h"

#include <QAbstractListModel>
#include <QTimer>

namespace facet::client {
class Conversations;
}

namespace facet::ui {

/// The messages that have what is looked for, newest first; of the text that was asked for last.
class FoundMessages : public QAbstractListModel {
    Q_OBJECT
public:
    FoundMessages(client::Search &search, client::Conversations &conversations, QObject *parent = nullptr);

    void look(const QString &text);
    QString text() const { return m_text; }
    const client::SearchHit &hit(int row) const { return m_answer.hits.at(row); }
    bool hasMore() const { return m_answer.more; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    void answered();
    void failed(const facet::Error &error);

private:
    void ask();
    void take(const client::SearchAnswer &answer);

    client::Search &m_search;
    client::Conversations &m_conversations;
    QString m_text;
    client::SearchAnswer m_answer;
    int m_round = 0;
};

} // namespace facet::ui
