#include "service/api/QuoteService.h"

#include "service/api/Accounts.h"

#include <QUuid>

namespace facet::service {

namespace {

constexpr qint64 validSeconds = 5 * 60;

QList<InputRole> rolesOf(const QList<InputRef> &inputs)
{
    QList<InputRole> roles;
    for (const InputRef &input : inputs)
        roles.append(input.role);
    return roles;
}

} // namespace

QuoteService::QuoteService(const ServiceData &data, const Accounts &accounts, const Clock &clock)
    : m_data(data)
    , m_accounts(accounts)
    , m_clock(clock)
{
}

Quote QuoteService::quote(const contract::QuoteBody &body, bool hasVideoToEdit) const
{
    const QuoteRequest request{ body.agent, body.modelId, body.prompt, rolesOf(body.inputs), body.options,
        hasVideoToEdit };
    const Account account = m_accounts.account();
    const QDateTime now = m_clock.now();
    Quote quote = makeQuote(request, { m_data.catalogue, m_data.agents, account, m_data.plans, now });
    sign(quote, now);
    return quote;
}

Quote QuoteService::quoteExact(const contract::GenerationBody &body, const Model &model) const
{
    const Account account = m_accounts.account();
    const QDateTime now = m_clock.now();
    Quote quote;
    quote.modelId = model.id;
    quote.modelChosenBy = ModelChoice::Picker;
    quote.method = methodFor(rolesOf(body.inputs), model);
    quote.options = resolveOptions(model, body.options, &quote.adjustments);
    const auto price = generationPrice(model, quote.options);
    quote.listCredits = price.value_or(0);
    quote.reason = coverage(account.benefits, model.id, quote.method, now);
    quote.covered = quote.reason == CoverReason::Covered;
    quote.generationCredits = quote.covered ? Credits(0) : price;
    quote.totalCredits = quote.generationCredits;
    if (!quote.totalCredits || !isUsable(model))
        quote.blockedBy = Blocker::ModelUnavailable;
    else if (const auto blocker = inputBlocker(rolesOf(body.inputs), model))
        quote.blockedBy = blocker;
    else if (*quote.totalCredits > account.balance.credits)
        quote.blockedBy = Blocker::GenerationCredits;
    else
        quote.balanceAfter = account.balance.credits - *quote.totalCredits;
    quote.sendable = !quote.blockedBy;
    sign(quote, now);
    return quote;
}

void QuoteService::sign(Quote &quote, const QDateTime &now) const
{
    quote.quoteId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    quote.validUntil = now.addSecs(validSeconds);
}

} // namespace facet::service
