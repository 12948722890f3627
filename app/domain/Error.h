#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <tl/expected.hpp>

namespace facet {

/// What went wrong, as far as a program has to know to decide what to do next. Closed on purpose:
/// a switch over it has no default.
enum class ErrorKind {
    Network, ///< the far side could not be reached, or the line was cut
    Tls, ///< reached, but not trusted
    Auth, ///< the token is missing or refused (401)
    Credits, ///< not enough credits, or the price changed (402, 409 price_changed)
    Refused, ///< understood and declined: content, limits, too many running
    Unsupported, ///< an input, option or task that the model or service does not take
    Service, ///< the service or an engine behind it failed (5xx)
    Protocol, ///< an answer that breaks the contract
    File, ///< the local disk: missing, unreadable, full
    Cancelled, ///< somebody asked for it to stop; not a failure
};

/// Why something did not happen. `sentence` is for people, already translated, and says what to do next;
/// the rest is for the "Details" that can be copied.
struct Error {
    ErrorKind kind = ErrorKind::Service;
    QString sentence;
    QString detail; ///< technical text, never translated
    QString code; ///< the contract's problem code, e.g. "insufficient_credits"; "http_404" of an answer
                  ///< without one
    QString requestId; ///< X-Request-Id of the answer, when there was one
    std::optional<std::chrono::seconds> retryAfter; ///< Retry-After of a 429 or 503

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorKind::File, tr("…"))`: an unexpected value that converts to every Result<T>.
inline tl::unexpected<Error> fail(ErrorKind kind, QString sentence, QString detail = {}, QString code = {})
{
    return tl::unexpected<Error>(
        Error{ kind, std::move(sentence), std::move(detail), std::move(code), {}, {} });
}

} // namespace facet
