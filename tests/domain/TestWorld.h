#pragma once

#include "domain/Quote.h"

/// The bundled catalogue, plans and agents as files, and requests against them.
namespace facet::test {

struct World {
    Catalogue catalogue;
    QList<AgentInfo> agents;
    QList<Plan> plans;

    /// Reads resources/catalogue; aborts the test program when that fails.
    static const World &bundled();

    const Plan &plan(const QString &id) const;
    /// An account on that plan with `credits` to spend.
    Account account(const QString &planId, Credits credits) const;
    Quote quote(const QuoteRequest &request, const Account &account) const;
    Quote quote(const QuoteRequest &request, const QString &planId, Credits credits) const;
};

/// "reference,start_frame" → roles; empty → none.
QList<InputRole> rolesFrom(const QString &text);

/// The moment of every test: 2026-11-23 00:00 UTC.
QDateTime testNow();

} // namespace facet::test
