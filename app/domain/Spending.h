#pragma once

#include "domain/Account.h"
#include "domain/Options.h"

#include <QDate>

namespace facet {

/// Days of the user's own calendar, both included. An invalid date leaves that end open.
struct SpendingRange {
    QDate from;
    QDate to;
    friend bool operator==(const SpendingRange &, const SpendingRange &) = default;
};

enum class SpendingGrouping { Model, Conversation, Agent, Method };

/// What one model (conversation, agent, method) took. Conversation charges are kept apart from generations.
struct SpendingGroup {
    QString id; ///< model id, conversation id, wireName of agent or method; empty: not known
    QString name; ///< model's name, conversation's title; empty for agents, methods, and what is not known
    Credits generationCredits = 0;
    Credits conversationCredits = 0; ///< by conversation and by agent only
    int generations = 0; ///< with at least one row in the ledger, or covered
    QList<Credits> perDay; ///< generationCredits, one value for each of SpendingReport::days
    friend bool operator==(const SpendingGroup &, const SpendingGroup &) = default;
};

/// What was taken within a range. A generation's credits count on the day on which they were first held, so
/// what comes back later lowers that day and no day is below zero.
struct SpendingReport {
    SpendingRange range; ///< as asked
    SpendingGrouping grouping = SpendingGrouping::Model;
    QList<QDate> days; ///< every day of the range, without gaps; of an open range: from the first row on
    Credits spent = 0; ///< generations and conversation, less what came back; what is held now included
    Credits generationCredits = 0;
    Credits conversationCredits = 0;
    QList<Credits> conversationPerDay; ///< the chart's last layer, for every grouping
    QList<SpendingGroup> groups; ///< most credits first
    Credits savedByUnlimited = 0; ///< list price of covered generations that succeeded
    int savedGenerations = 0; ///< how many those were
    int savedWithoutPrice = 0; ///< of these, how many have no known list price and count as 0
    Credits returnedAfterFailures = 0; ///< what generations of these days gave back because they failed
    int failures = 0; ///< generations that gave something back because they failed
    Credits added = 0; ///< grants and top-ups
    friend bool operator==(const SpendingReport &, const SpendingReport &) = default;
};

/// What a row of the list is about.
enum class SpendingRowKind {
    Grant,
    TopUp,
    Expiry,
    Hold, ///< credits reserved for a generation; when it succeeds this is what it took
    Capture,
    Release, ///< credits that came back: failed, cancelled, or less than was held
    Refund,
    Conversation,
    Covered, ///< a generation that took nothing thanks to the benefit; not a row of the service's ledger
    Other,
};

/// One row: of the service's ledger, or a covered generation among them.
struct SpendingRow {
    QString id; ///< the service's row id; of a Covered row: the generation's id
    SpendingRowKind kind = SpendingRowKind::Other;
    QDateTime at; ///< UTC
    Credits credits = 0; ///< signed: what it added to the balance
    std::optional<Credits> balanceAfter;
    QString note; ///< the service's: a plan's name of a grant
    std::optional<AgentVersion> agent;

    // Of generations; empty or default elsewhere, and until their facts are known.
    QString generationId;
    QString generationKey; ///< leads to it (Generations::find); empty: it was not made in this profile
    QString modelId;
    QString modelName; ///< the id where the catalogue does not have it (any more)
    std::optional<Method> method;
    Options options;
    std::optional<GenerationStatus> status;

    QString conversationId; ///< empty: not known, or none
    QString conversationTitle; ///< empty: it is not in this profile (any more)
    friend bool operator==(const SpendingRow &, const SpendingRow &) = default;
};

/// Which rows are listed. Empty members let everything through.
struct SpendingFilter {
    std::optional<SpendingRowKind> kind;
    QString modelId;
    QString conversationId;
    QString text; ///< in the prompt, model, conversation's title, note or ids; case does not matter
    SpendingRange range;
    friend bool operator==(const SpendingFilter &, const SpendingFilter &) = default;
};

/// Whether the ledger kept here is the service's, to the credit (asked at each connect and after changes).
struct LedgerCheck {
    enum class State {
        NotYet, ///< not compared since the service is there; `at` may tell of an earlier time
        Agrees,
        Differs, ///< see the figures: shown, never hidden
        Failed, ///< the service could not be asked: see Spending::error()
    };
    State state = State::NotYet;
    QDateTime at; ///< UTC
    int rows = 0; ///< of the ledger
    Credits sumOfRows = 0;
    Credits balance = 0; ///< the service's: what can be spent, held credits taken off
    int brokenRows = 0; ///< whose balance_after is not the one before plus their credits
    QString firstBrokenRow; ///< id of the oldest of them

    Credits difference() const { return balance - sumOfRows; }
    friend bool operator==(const LedgerCheck &, const LedgerCheck &) = default;
};

} // namespace facet
