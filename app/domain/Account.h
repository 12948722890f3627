#pragma once

#include "domain/Credits.h"
#include "domain/Enums.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace facet {

/// A plan's right to a model without deduction, for named methods only (PRODUCT rule 2). Data of the
/// service: the client never decides what is covered.
struct Benefit {
    QString modelId;
    QList<Method> methods;
    std::optional<QDateTime> until; ///< UTC; empty: no end
    friend bool operator==(const Benefit &, const Benefit &) = default;
};

/// How often a plan's model can be used with its credits alone (PRODUCT rule 9).
struct PlanUse {
    QString modelId;
    std::optional<qint64> generationsAtDefault; ///< empty: unlimited, or a price that is not known
    bool unlimited = false;
    friend bool operator==(const PlanUse &, const PlanUse &) = default;
};

struct Plan {
    QString id;
    QString name;
    std::optional<double> priceUsdMonth; ///< empty: not known, shown as "—"
    Credits credits = 0; ///< granted each period
    QString period; ///< "day" or "month"
    int concurrency = 1; ///< generations at once
    QList<Benefit> benefits;
    QList<PlanUse> uses;
    friend bool operator==(const Plan &, const Plan &) = default;
};

struct BalancePart {
    Credits credits = 0;
    std::optional<QDateTime> expiresAt; ///< UTC
    friend bool operator==(const BalancePart &, const BalancePart &) = default;
};

struct Balance {
    Credits credits = 0; ///< what can be spent now: held credits are already taken off
    Credits held = 0; ///< reserved for generations under way
    QList<BalancePart> parts; ///< first to expire first
    friend bool operator==(const Balance &, const Balance &) = default;
};

struct Concurrency {
    int limit = 1;
    int running = 0;
    friend bool operator==(const Concurrency &, const Concurrency &) = default;
};

struct Account {
    QString id;
    QString name;
    Plan plan; ///< without `uses`
    Balance balance;
    std::optional<QDateTime> renewsAt; ///< UTC
    QList<Benefit> benefits;
    Concurrency concurrency;
    friend bool operator==(const Account &, const Account &) = default;
};

struct AgentInfo {
    AgentVersion version = AgentVersion::V1;
    QString name;
    Credits conversationCredits = 0; ///< taken each turn (PRODUCT rules 4 and 5)
    QString defaultVideoModelId;
    QString defaultImageModelId;
    QString runUrl; ///< absolute, or relative to the service
    friend bool operator==(const AgentInfo &, const AgentInfo &) = default;
};

struct LedgerEntry {
    QString id;
    QDateTime at; ///< UTC
    LedgerKind kind = LedgerKind::Other;
    Credits credits = 0; ///< signed: what this row adds to the balance
    Credits balanceAfter = 0;
    std::optional<QString> generationId;
    std::optional<QString> runId;
    QString note;
    friend bool operator==(const LedgerEntry &, const LedgerEntry &) = default;
};

} // namespace facet
