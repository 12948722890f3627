#pragma once

#include "client/store/TurnStore.h"
#include "contract/AgUi.h"

#include <QMap>

namespace facet::client {

class LiveGenerations;
class MessageStore;

/// Turns what a run says (AG-UI events) into rows of its conversation, and tells Generations of what it
/// makes. Rows have ids that follow from the run's, so hearing an event twice changes nothing.
class RunScribe : public QObject {
    Q_OBJECT
public:
    /// `record` outlives this. `generationKey`: the record that was begun for this turn; empty: none.
    RunScribe(const TurnRecord &record, const QString &generationKey, LiveGenerations &generations,
        MessageStore &messages, QObject *parent = nullptr);

    /// The rows that an earlier start of the program wrote, to go on from.
    void restore(const QList<StoredItem> &rows);
    /// The card of a generation that the agent has not begun yet. Its place is kept below the agent's words.
    void showPending();
    /// Takes the card away when nothing came of it.
    void withdrawPending();
    void hear(const contract::AgUiEvent &event);
    /// What the conversation of this turn took; shown with its first answer, as soon as there is one.
    void setConversationCharge(Credits credits);
    bool knowsConversationCharge() const;
    void addProblem(const Error &error);
    bool removeProblem(); ///< false: there was none
    /// Nothing is being written any more, whatever happens next.
    void stopStreaming();

    /// Rows that changed since the last call.
    QList<StoredItem> takeUnsaved();
    bool hasUnsaved() const { return !m_unsaved.isEmpty(); }
    static QString problemId(const QString &runId) { return runId + QStringLiteral("/problem"); }
    static QString cardId(const QString &generationKey)
    {
        return QStringLiteral("generation/") + generationKey;
    }
    /// Where a turn's rows are in the order of the conversation: rank 0 is its message.
    static qint64 position(const QDateTime &startedAt, int rank);

signals:
    void balanceSaid(facet::Credits credits);
    /// The run has said its last word: no interrupts, an open question, or an error.
    void finished();
    void asked();
    void failed(const facet::Error &error);

private:
    StoredItem newRow(const QString &id, TranscriptItem::Kind kind, int rank) const;
    void put(const StoredItem &row);
    void write(const QString &messageId, const QString &delta, bool start, bool end);
    void snapshot(const contract::ActivitySnapshot &activity);
    /// Puts the card of a generation where the agent tells of it.
    void place(StoredItem card);
    void delta(const contract::ActivityDelta &activity);
    void state(const contract::Json &state);
    void ask(const contract::Interrupt &interrupt);

    const TurnRecord &m_record;
    QString m_generationKey;
    bool m_pending = false; ///< its card is shown, and the agent has not begun it
    LiveGenerations &m_generations;
    MessageStore &m_messages;
    QHash<QString, StoredItem> m_rows; ///< of this run, by item id
    QMap<qint64, StoredItem> m_unsaved; ///< by position
    QHash<QString, contract::Json> m_activities; ///< by message id
    contract::Json m_state = contract::Json::object();
    std::optional<Credits> m_conversationCharge; ///< known, and not with an answer yet
    int m_nextRank = 1;
};

} // namespace facet::client
