#pragma once

#include "contract/Problem.h"
#include "service/http/Problems.h"

namespace facet::service {

/// What the service's own parts answer: a value, or the problem that goes to the caller. The sentences of a
/// problem are added at the end, by refuse(), in the caller's language; until then only `code`,
/// `status` and the typed members are set.
template <typename T>
using Outcome = tl::expected<T, contract::Problem>;

/// The problems of CONTRACT "Errors", and three more: bad_request (400), not_allowed (405) and internal
/// (500).
namespace problem {

/// 400. `what` names the header or field that is missing or cannot be read.
contract::Problem badRequest(const QString &what);
contract::Problem notFound();
contract::Problem insufficientCredits(Credits required, Credits balance);
contract::Problem priceChanged(const Quote &now);
contract::Problem idempotencyConflict();
contract::Problem unsupportedInput(const QString &field, const QStringList &allowed = {});
contract::Problem unsupportedOption(const QString &field, const QStringList &allowed);
contract::Problem tooLong(const QString &field, const QStringList &allowed = {});
contract::Problem unsupportedTask(const QStringList &alternatives);
contract::Problem contentRefused();
/// 429; `limit` generations may run at once and the queue behind them is full.
contract::Problem tooManyRunning(int limit);
contract::Problem engineUnavailable(const QString &engine);
contract::Problem engineFailed(const QString &engine, bool retryable);
/// 500: the database or the disk. The technical words go to the log, not to the caller.
contract::Problem internal(const Error &error);

} // namespace problem

/// A failure of the database or the disk, as what the caller hears of it.
template <typename T>
Outcome<T> outcome(Result<T> result)
{
    if (!result)
        return tl::unexpected(problem::internal(result.error()));
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return std::move(*result);
}

/// The sentence for people that goes with a problem of these parts: the one place that holds them.
QString sentenceFor(const contract::Problem &problem, bool korean);

/// problemResponse() of service/http with the sentence added: application/problem+json in the language of the
/// request, with its id.
HttpResponse refuse(contract::Problem problem, const HttpRequest &request);

} // namespace facet::service
