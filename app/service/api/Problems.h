#pragma once

#include "contract/Problem.h"
#include "service/http/Http.h"

namespace facet::service {

/// What the service's own parts answer: a value, or the problem that goes to the caller. The sentences of a
/// problem are added at the end, by problemResponse(), in the caller's language; until then only `code`,
/// `status` and the typed members are set.
template <typename T>
using Outcome = tl::expected<T, contract::Problem>;

/// The problems of CONTRACT "Errors", and three more: bad_request (400), not_allowed (405) and internal
/// (500).
namespace problem {

/// 400. `what` names the header or field that is missing or cannot be read.
contract::Problem badRequest(const QString &what);
contract::Problem unauthorized();
contract::Problem notFound();
contract::Problem notAllowed();
contract::Problem insufficientCredits(Credits required, Credits balance);
contract::Problem priceChanged(const Quote &now);
contract::Problem idempotencyConflict();
contract::Problem unsupportedInput(const QString &field, const QStringList &allowed = {});
contract::Problem unsupportedOption(const QString &field, const QStringList &allowed);
contract::Problem tooLong(const QString &field, const QStringList &allowed = {});
contract::Problem unsupportedTask(const QStringList &alternatives);
contract::Problem tooLarge(qint64 limitBytes);
contract::Problem contentRefused();
/// 429. The answer carries Retry-After.
contract::Problem tooManyRunning(int limit);
contract::Problem engineUnavailable(const QString &engine);
contract::Problem engineFailed(const QString &engine, bool retryable);
/// 500: the database or the disk. The technical words go to the log, not to the caller.
contract::Problem internal(const Error &error);

} // namespace problem

/// Fills `title` and `detail` where they are empty: the one place that holds these sentences.
void describe(contract::Problem &problem, bool korean);
/// The one sentence for people that describe() would set.
QString sentenceFor(const contract::Problem &problem, bool korean);

/// application/problem+json in the language of the request, with its id and, for 429 and 503, Retry-After.
HttpResponse problemResponse(contract::Problem problem, const HttpRequest &request);

} // namespace facet::service
