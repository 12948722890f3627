#pragma once

#include "client/chat/ChatRunner.h"
#include "client/composer/SendQuestion.h"

#include <QHash>
#include <QSet>

namespace facet::client {

class SpendingLimits;
class Transcript;

/// Between the window and the runner: everything that spends and that a person set in motion passes here, and
/// what a person should decide first waits here as a question: a price that rose on the way, an "ask above",
/// a budget. A message that waits is in the composer's draft, so nothing can happen to it; whatever is
/// answered, it is sent once or not at all.
class SendGate : public ChatRunner {
    Q_OBJECT
public:
    struct Needs {
        Composer &composer;
        ChatRunner &runner;
        Transcript &transcript; ///< for what an approval would take
        SpendingLimits *limits; ///< null: none are kept
    };
    explicit SendGate(const Needs &needs, QObject *parent = nullptr);

    /// Sends the draft, or asks first: see question(). Does nothing while a question is open.
    void sendDraft();
    /// What is asked in the open conversation; null: nothing.
    const SendQuestion *question() const;
    /// Whether accept() can do anything now: the service is there, and what it would take can be paid.
    bool canAccept() const;
    /// "Send": past what was asked, this once.
    void accept();
    /// "Don't send": a message stays in the composer.
    void decline();
    /// Budgets of which 80 % or more are spent with this draft: worth a line, not a question.
    QList<AskReason> warnings() const;

    void send(const TurnRequest &turn) override { m_needs.runner.send(turn); }
    void approve(const QString &interruptId) override;
    void stop(const QString &interruptId) override { m_needs.runner.stop(interruptId); }
    void change(const QString &interruptId) override { m_needs.runner.change(interruptId); }
    void renew(const QString &interruptId) override { m_needs.runner.renew(interruptId); }
    void retry(const QString &transcriptItemId) override;
    QFuture<std::optional<TurnRequest>> turnToRetry(const QString &transcriptItemId) override
    {
        return m_needs.runner.turnToRetry(transcriptItemId);
    }

signals:
    void questionChanged();
    void limitsChanged(); ///< warnings() may be others

private:
    void ask(const SendQuestion &question);
    void priceHasChanged(const TurnRequest &turn, const Quote &newQuote);
    void draftHasChanged();
    void quoteHasChanged();
    void askAboutOldPrice();
    void deliverDraft(const SendQuestion &answered);
    QList<AskReason> reasonsFor(const QString &conversationId, std::optional<Credits> total) const;

    Needs m_needs;
    QHash<QString, SendQuestion> m_questions; ///< by conversation
    QSet<QString> m_awaited; ///< conversations whose message came back; the runner tells the price next
    QSet<QString> m_busyItems; ///< rows whose button was pressed and is being seen to
};

} // namespace facet::client
