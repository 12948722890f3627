#pragma once

#include "client/store/TurnStore.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace facet::client {

class MessageStore;
class TurnRun;

/// The questions that agents have asked before they spend: answered, closed, and asked again at another
/// price. One thing after the other for each question, and nothing twice.
class TurnQuestions : public QObject {
    Q_OBJECT
public:
    struct Needs {
        TurnStore &turns;
        MessageStore &messages;
        /// What the work of a turn takes now.
        std::function<QFuture<Result<Quote>>(const TurnRequest &)> askQuote;
        /// A record for a new turn, with its key.
        std::function<TurnRecord(const TurnRequest &)> newRecord;
        std::function<QString(const TurnRecord &)> beginGeneration;
        /// Follows a turn from now on.
        std::function<TurnRun *(const TurnRecord &)> add;
    };

    explicit TurnQuestions(Needs needs, QObject *parent = nullptr);

    void approve(const QString &interruptId);
    void stop(const QString &interruptId);
    /// Closes it at no cost; changeWanted() brings its message.
    void change(const QString &interruptId);
    /// Asks the service what it takes now, and puts that to the user.
    void renew(const QString &interruptId);
    /// Sends an answer again that failed.
    void answerAgain(const TurnRecord &failed);

signals:
    void changeWanted(const facet::client::TurnRequest &turn);

private:
    enum class Verb { Approve, Stop, Change, Renew, Again };
    using Use = std::function<void(const TurnRecord &asked, const StoredItem &question)>;
    struct Job {
        Verb verb = Verb::Approve;
        Use use;
    };

    /// Finds the row of a question with its turn, then does `use`. What is wanted of the same question
    /// meanwhile waits, unless it is the same again.
    void with(const QString &interruptId, Verb verb, const Use &use);
    void find(const QString &interruptId);
    void save(const TurnRecord &asked, const StoredItem &question);
    /// Ends an open question without an answer.
    void close(const TurnRecord &asked, const StoredItem &question, ApprovalRequest::State state);
    void answer(const TurnRecord &asked, const StoredItem &question);
    void priceChanged(const StoredItem &question, const TurnRequest &turn);
    /// Puts what the work takes `now` to the user again; empty: at the old figures. `refused`: its approval
    /// was.
    void reopen(const QString &questionId, const std::optional<Quote> &now, bool refused);

    Needs m_needs;
    QHash<QString, QList<Job>> m_jobs; ///< by question; the first one is being seen to
};

} // namespace facet::client
