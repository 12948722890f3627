#pragma once

#include <QObject>

namespace facet::client {
class Search;
class Transcript;
} // namespace facet::client

namespace facet::ui {

class TranscriptView;

/// Leads to a message that was found: as soon as its conversation is there and its row is read, however far
/// back it is, the row is in sight and has the keyboard.
class MessageJump : public QObject {
    Q_OBJECT
public:
    MessageJump(
        client::Search &search, client::Transcript &transcript, TranscriptView &view, QObject *parent);

    void to(const QString &conversationId, const QString &itemId);

private:
    void look();

    client::Search &m_search;
    client::Transcript &m_transcript;
    TranscriptView &m_view;
    QString m_conversation;
    QString m_item; ///< empty: nothing is wanted
    int m_row = -1; ///< counted over the whole conversation
};

} // namespace facet::ui
