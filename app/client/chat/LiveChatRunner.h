#pragma once

#include "client/chat/ChatRunner.h"
#include "client/chat/TurnCharges.h"
#include "client/chat/TurnQuestions.h"
#include "client/chat/TurnRun.h"

#include <QSet>

#include <functional>

namespace facet::client {

/// ChatRunner over a service and the profile's database. After a restart, and whenever the service is there
/// again, it takes up every turn that had not ended.
class LiveChatRunner : public ChatRunner {
    Q_OBJECT
public:
    struct Needs {
        HttpClient &http;
        Session &session;
        LiveGenerations &generations;
        Database &database;
        MessageStore &messages;
        /// The credits above which the agent asks before it spends on this turn (SpendingLimits); asked once
        /// for every send. Empty function or answer: it need not.
        std::function<std::optional<Credits>(const TurnRequest &)> confirmAbove = {};
    };

    explicit LiveChatRunner(Needs needs, QObject *parent = nullptr);
    ~LiveChatRunner() override;

    /// Takes up what was not finished, as soon as the service is there. After LiveGenerations::start().
    void start();

    void send(const TurnRequest &turn) override;
    void approve(const QString &interruptId) override;
    void stop(const QString &interruptId) override;
    void change(const QString &interruptId) override;
    void renew(const QString &interruptId) override;
    void retry(const QString &transcriptItemId) override;
    QFuture<std::optional<TurnRequest>> turnToRetry(const QString &transcriptItemId) override;

    int turnsUnderWay() const { return static_cast<int>(m_runs.size()); }

signals:
    /// A run that may take up to `most` credits (the price lock; 0 when it is not known) is on its way, or
    /// was taken up again after a restart. Exactly one turnEnded follows while this object lives.
    void turnBegan(const QString &runId, const QString &conversationId, facet::Credits most);
    void turnEnded(const QString &runId);

private:
    std::optional<Credits> askAboveFor(const TurnRequest &turn) const;
    void pickUp();
    TurnRun *add(const TurnRecord &record);
    TurnRecord newRecord(const TurnRequest &turn);
    QString beginGeneration(const TurnRecord &record);
    void sendAgain(const TurnRecord &record, const QString &failedCard = {});
    /// It was ordered anew, and that order is under way: another press would be a second order.
    bool isTriedAgain(const QString &transcriptItemId) const;
    void priceHasChanged(const TurnRequest &turn);
    QFuture<Result<Quote>> askQuote(const TurnRequest &turn) const;

    Needs m_needs;
    TurnStore m_turns;
    TurnCharges m_charges;
    TurnQuestions m_questions;
    QHash<QString, TurnRun *> m_runs; ///< by run id
    QHash<QString, TurnRecord> m_unstored; ///< by the id of the problem's row: the disk refused these
    struct Order {
        QString runId;
        QString generationKey;
    };
    QHash<QString, Order>
        m_triedAgain; ///< by the card of the failed generation that was ordered anew, the last
    QSet<QString> m_busyItems; ///< rows whose button was pressed and is being seen to
    QDateTime m_lastMoment;
};

} // namespace facet::client
