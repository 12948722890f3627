#include "ui/sidebar/FoundMessages.h"

#include "client/chat/Conversations.h"
#include "client/net/Then.h"

namespace facet::ui {

FoundMessages::FoundMessages(client::Search &search, client::Conversations &conversations, QObject *parent)
    : QAbstractListModel(parent)
    , m_search(search)
    , m_conversations(conversations)
{
    connect(&m_search, &client::Search::completed, this, &FoundMessages::ask);
    connect(&m_conversations, &client::Conversations::removedChanged, this, &FoundMessages::ask);
}

void FoundMessages::look(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    ask();
}

void FoundMessages::ask()
{
    const int round = ++m_round;
    if (m_text.isEmpty()) {
        take({});
        return;
    }
    client::then(m_search.messages(m_text), this, [this, round](const Result<client::SearchAnswer> &answer) {
        if (round != m_round)
            return; // something else is looked for now
        if (answer)
            take(*answer);
        else
            emit failed(answer.error());
    });
}

void FoundMessages::take(const client::SearchAnswer &answer)
{
    beginResetModel();
    m_answer = answer;
    endResetModel();
    emit answered();
}

int FoundMessages::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_answer.hits.size());
}

QVariant FoundMessages::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const client::SearchHit &hit = m_answer.hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return hit.snippet;
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "chat, what was said").arg(hit.conversationTitle, hit.snippet);
    default: // any other role of any view
        return {};
    }
}

} // namespace facet::ui
