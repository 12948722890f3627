#pragma once

#include "contract/Json.h"
#include "domain/Quote.h"

namespace facet::contract {

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

Json toJson(const Problem &);
/// Never fails: an answer that is no problem document becomes a Problem with the status and no code.
Problem problemFromAnswer(int status, const QByteArray &body);

/// The Error that the window shows for it. `fallbackSentence` is used when the problem has no detail.
Error toError(const Problem &, const QString &fallbackSentence);

} // namespace facet::contract
