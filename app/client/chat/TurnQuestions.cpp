#include "client/chat/TurnQuestions.h"

#include "client/chat/RunBody.h"
#include "client/chat/TurnRun.h"
#include "client/net/Then.h"
#include "client/store/MessageStore.h"

#include <algorithm>

namespace facet::client {

TurnQuestions::TurnQuestions(Needs needs, QObject *parent)
    : QObject(parent)
    , m_needs(std::move(needs))
{
}

void TurnQuestions::with(const QString &interruptId, Verb verb, const Use &use)
{
    QList<Job> &jobs = m_jobs[interruptId];
    const bool isKnown =
        std::any_of(jobs.cbegin(), jobs.cend(), [verb](const Job &job) { return job.verb == verb; });
    if (isKnown)
        return; // a double click must not answer twice
    jobs.append({ verb, use });
    if (jobs.size() == 1)
        find(interruptId);
}

void TurnQuestions::find(const QString &interruptId)
{
    then(m_needs.turns.question(interruptId), this,
        [this, interruptId](const Result<std::optional<TurnStore::Question>> &found) {
            QList<Job> &jobs = m_jobs[interruptId];
            const Job job = jobs.takeFirst();
            if (jobs.isEmpty())
                m_jobs.remove(interruptId);
            if (!found)
                m_needs.messages.announceFailure(found.error());
            else if (*found)
                job.use((*found)->asked, (*found)->item);
            if (m_jobs.contains(interruptId))
                find(interruptId);
        });
}

void TurnQuestions::save(const TurnRecord &asked, const StoredItem &question)
{
    m_needs.messages.announce(question);
    m_needs.turns.saveProgress(asked.runId, asked.state, asked.lastEventId, { question });
    m_needs.messages.settle(asked.runId);
}

void TurnQuestions::approve(const QString &interruptId)
{
    with(interruptId, Verb::Approve, [this](const TurnRecord &asked, const StoredItem &question) {
        if (question.item.approval.state == ApprovalRequest::State::Open)
            answer(asked, question);
    });
}

void TurnQuestions::stop(const QString &interruptId)
{
    with(interruptId, Verb::Stop, [this](const TurnRecord &asked, const StoredItem &question) {
        if (question.item.approval.state == ApprovalRequest::State::Open)
            close(asked, question, ApprovalRequest::State::Stopped);
    });
}

void TurnQuestions::change(const QString &interruptId)
{
    with(interruptId, Verb::Change, [this](const TurnRecord &asked, const StoredItem &question) {
        if (question.item.approval.state != ApprovalRequest::State::Open)
            return;
        close(asked, question, ApprovalRequest::State::Changed);
        emit changeWanted(asked.turn);
    });
}

void TurnQuestions::renew(const QString &interruptId)
{
    with(interruptId, Verb::Renew, [this](const TurnRecord &asked, const StoredItem &question) {
        if (question.item.approval.state != ApprovalRequest::State::Open)
            return;
        then(m_needs.askQuote(asked.turn), this, [this, id = question.item.id](const Result<Quote> &quote) {
            if (quote)
                reopen(id, *quote, false);
            else
                m_needs.messages.announceFailure(quote.error());
        });
    });
}

void TurnQuestions::close(const TurnRecord &asked, const StoredItem &question, ApprovalRequest::State state)
{
    // An unanswered question costs nothing, so there is nothing to tell the service.
    StoredItem closed = question;
    closed.item.approval.state = state;
    TurnRecord ended = asked;
    ended.state = TurnRecord::State::Finished;
    save(ended, closed);
}

void TurnQuestions::answer(const TurnRecord &asked, const StoredItem &question)
{
    const auto body = contract::parseJson(asked.input).and_then([](const contract::Json &json) {
        return contract::fromJson<contract::RunAgentInput>(json);
    });
    if (!body) {
        m_needs.messages.announceFailure(body.error());
        return;
    }
    StoredItem approved = question;
    approved.item.approval.state = ApprovalRequest::State::Approved;
    TurnRecord ended = asked;
    ended.state = TurnRecord::State::Finished;
    save(ended, approved);

    TurnRequest turn = asked.turn;
    turn.quote = question.item.approval.quote;
    TurnRecord record = m_needs.newRecord(turn);
    record.messageId = question.item.id;
    record.isAnswer = true;
    record.runUrl = asked.runUrl;
    record.idempotencyKey = m_needs.beginGeneration(record);
    record.input =
        contract::toBytes(contract::toJson(approvalBody(*body, record, question.item.approval.interruptId)));
    TurnRun *run = m_needs.add(record);
    connect(run, &TurnRun::questionPriceChanged, this,
        [this, question](const TurnRequest &again) { priceChanged(question, again); });
    run->scribe().showPending();
    then(m_needs.turns.begin(record, {}, run->scribe().takeUnsaved()), run, [run](const Result<void> &begun) {
        if (begun)
            run->post();
        else
            run->begun(begun, {});
    });
}

void TurnQuestions::answerAgain(const TurnRecord &failed)
{
    with(failed.messageId, Verb::Again,
        [this](const TurnRecord &asked, const StoredItem &question) { answer(asked, question); });
}

void TurnQuestions::priceChanged(const StoredItem &question, const TurnRequest &turn)
{
    reopen(question.item.id, {}, true); // at once: nothing was made, whatever else can be learnt
    then(m_needs.askQuote(turn), this, [this, id = question.item.id](const Result<Quote> &quote) {
        if (quote)
            reopen(id, *quote, true);
    });
}

void TurnQuestions::reopen(const QString &questionId, const std::optional<Quote> &now, bool refused)
{
    then(m_needs.turns.question(questionId), this,
        [this, now, refused](const Result<std::optional<TurnStore::Question>> &found) {
            if (!found || !*found)
                return;
            StoredItem open = (*found)->item;
            ApprovalRequest &approval = open.item.approval;
            // A price that was asked for again is of no use to a question that was answered meanwhile.
            if (!refused && approval.state != ApprovalRequest::State::Open)
                return;
            approval.state = ApprovalRequest::State::Open;
            if (now) {
                // The turn's conversation was taken when it was asked: an approval takes the work alone.
                approval.priceWas = approval.quote.totalCredits;
                approval.quote = *now;
                if (approval.quote.balanceAfter)
                    *approval.quote.balanceAfter += now->conversationCredits;
                approval.quote.conversationCredits = 0;
                approval.quote.totalCredits = now->generationCredits;
            }
            TurnRecord waiting = (*found)->asked;
            waiting.state = TurnRecord::State::Waiting;
            save(waiting, open);
        });
}

} // namespace facet::client
