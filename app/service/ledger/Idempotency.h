#pragma once

#include "service/api/Problems.h"
#include "service/store/Clock.h"

#include <functional>

namespace facet::service {

class Store;

/// Requests that can spend, done at most once (IETF draft "The Idempotency-Key HTTP Header Field"). The
/// answer of one that succeeded is kept in the same transaction as what it changed, so after a crash either
/// both are there or neither is. A refusal changes nothing and is not kept: the same key may try again.
class Idempotency {
public:
    Idempotency(Store &store, const Clock &clock);

    struct Answer {
        int status = 200;
        QByteArray body; ///< JSON
    };

    /// The kept answer for this key and body; nothing when the key is new; idempotency_conflict when the key
    /// came with another body.
    Outcome<std::optional<Answer>> find(const QString &key, const QByteArray &requestHash) const;
    Result<void> keep(const QString &key, const QByteArray &requestHash, const Answer &answer);
    /// Method, path and body as one hash.
    static QByteArray hashOf(const HttpRequest &request);

    /// Answers a spending request: 400 without a key, 409 for another body, the kept answer for a known key,
    /// and otherwise what `work` says, run and kept in one transaction.
    HttpResponse once(const HttpRequest &request, const std::function<Outcome<Answer>()> &work);

private:
    Store &m_store;
    const Clock &m_clock;
};

} // namespace facet::service
