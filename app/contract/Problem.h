#pragma once

#include "contract/Json.h"
#include "domain/Quote.h"

namespace facet::contract {

/// The contract's problem codes (CONTRACT "Errors").
namespace problem {
inline constexpr QLatin1String unauthorized("unauthorized");
inline constexpr QLatin1String insufficientCredits("insufficient_credits");
inline constexpr QLatin1String priceChanged("price_changed");
inline constexpr QLatin1String idempotencyConflict("idempotency_conflict");
inline constexpr QLatin1String notFound("not_found");
inline constexpr QLatin1String unsupportedInput("unsupported_input");
inline constexpr QLatin1String unsupportedOption("unsupported_option");
inline constexpr QLatin1String tooLong("too_long");
inline constexpr QLatin1String unsupportedTask("unsupported_task");
inline constexpr QLatin1String tooLarge("too_large");
inline constexpr QLatin1String contentRefused("content_refused");
inline constexpr QLatin1String tooManyRunning("too_many_running");
inline constexpr QLatin1String engineUnavailable("engine_unavailable");
inline constexpr QLatin1String engineFailed("engine_failed");
} // namespace problem

/// RFC 9457 problem details with the contract's codes and typed members (CONTRACT "Errors").
struct Problem {
    QString code; ///< "insufficient_credits", …
    int status = 500;
    QString title;
    QString detail; ///< a sentence for people, in the language of Accept-Language
    QString requestId;
    std::optional<Credits> required; ///< insufficient_credits
    std::optional<Credits> balance; ///< insufficient_credits
    std::optional<Quote> quote; ///< price_changed
    std::optional<QString> field; ///< unsupported_input, unsupported_option, too_long
    QStringList allowed;
    QStringList alternatives; ///< unsupported_task
    std::optional<qint64> limitBytes; ///< too_large
    std::optional<int> limit; ///< too_many_running
    std::optional<QString> engine; ///< engine_unavailable, engine_failed
    std::optional<bool> retryable;
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// The status of a code of the contract; 0 for any other.
int statusOf(QStringView code);

/// A problem with the status and the English title of its code; typed members are the caller's.
Problem makeProblem(const QString &code, const QString &detail);

Json toJson(const Problem &);
/// Never fails: an answer that is no problem document becomes a Problem with the status and no code.
Problem problemFromAnswer(int status, const QByteArray &body);

/// The Error that the window shows for it. `fallbackSentence` is used when the problem has no detail.
Error toError(const Problem &, const QString &fallbackSentence);

} // namespace facet::contract
