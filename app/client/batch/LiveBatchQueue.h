#pragma once

#include "client/batch/BatchQueue.h"
#include "client/composer/Clock.h"
#include "client/store/BatchStore.h"
#include "client/store/ConversationStore.h"

#include <QSet>
#include <QTimer>

namespace facet::client {

class Generations;
class LiveChatRunner;
class Session;
class SpendingLimits;

/// BatchQueue over the runner of messages. What was sent is never told by this queue's own memory but by the
/// runs on disk, so a crash at any moment neither repeats a line nor leaves one out.
class LiveBatchQueue : public BatchQueue {
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        Database &database;
        LiveChatRunner &runner;
        Generations &generations;
        SpendingLimits *limits; ///< null: none are kept
        const Clock &clock;
    };
    explicit LiveBatchQueue(Needs needs, QObject *parent = nullptr);

    /// Reads the queue and goes on with it. After LiveChatRunner::start().
    void start();

    const QList<BatchLine> &lines() const override { return m_lines; }
    std::optional<BatchQuestion> question() const override;
    bool canResume() const override;
    QFuture<Result<void>> add(const QList<TurnRequest> &turns, bool overBudget) override;
    void pause() override;
    void resume() override;
    void cancelRest() override;
    void clear() override;

private:
    // What it does next.
    void pump();
    bool mayPump() const;
    int underWay() const;
    void launch(int row);
    void stop(BatchQuestion::Why why);
    QList<AskReason> budgetReasons(const QString &conversationId, std::optional<Credits> credits) const;
    Quote quoteNow(const TurnRequest &turn) const;
    void requote();
    QList<int> waiting() const;

    // What became of what was sent.
    void reconcile();
    void learn(int row, const BatchStore::Fate &fate);
    void ended(int row, const BatchStore::Fate &fate);
    void failedToSend(int row, const BatchStore::Fate &fate);
    void moved(int row, GenerationState state, const std::optional<Error> &error);
    void generationChanged(const QString &key);
    void returned(const TurnRequest &turn, const Quote &quote);

    void set(int row, BatchLine::State state, const std::optional<Error> &error = {});
    int rowOf(const QString &id) const;
    void save(const QList<int> &rows);
    void check(const Result<void> &saved);

    Needs m_needs;
    BatchStore m_store;
    ConversationStore m_facts;
    QList<BatchLine> m_lines;
    QHash<QString, QString> m_runs; ///< the last run of a line that has to be sent again, by line
    QHash<QString, QString> m_retried; ///< the run of a line that is being sent again: its end is old news
    QSet<QString> m_restored; ///< lines of an earlier start whose fate is not known yet
    QHash<QString, QString> m_keys; ///< the line of a generation, by its key
    QHash<QString, int> m_tries; ///< by line
    QHash<QString, Quote> m_offers; ///< PriceChanged: what waiting lines take now, by line
    std::optional<BatchQuestion::Why> m_stopped;
    QString m_launching; ///< a line that the runner is taking up again; one at a time
    QTimer m_again; ///< the service had no place for one more
    bool m_loaded = false;
};

} // namespace facet::client
