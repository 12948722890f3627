#include "service/ledger/Idempotency.h"

#include "service/store/Store.h"
#include "service/store/Transaction.h"

#include <QCryptographicHash>

namespace facet::service {

namespace {

constexpr qint64 keptDays = 30;
constexpr qsizetype longestKey = 255;

} // namespace

Idempotency::Idempotency(Store &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

Outcome<std::optional<Idempotency::Answer>> Idempotency::find(
    const QString &key, const QByteArray &requestHash) const
{
    struct Kept {
        QByteArray hash;
        Answer answer;
    };
    const auto kept = m_store.one(
        QStringLiteral("SELECT request_hash, status, body FROM answers WHERE key = ?"),
        [](const Row &row) {
            return Kept{ row.bytes(0), { row.small(1), row.bytes(2) } };
        },
        key);
    if (!kept)
        return tl::unexpected(problem::internal(kept.error()));
    if (!*kept)
        return std::nullopt;
    if ((*kept)->hash != requestHash)
        return tl::unexpected(problem::idempotencyConflict());
    return (*kept)->answer;
}

Result<void> Idempotency::keep(const QString &key, const QByteArray &requestHash, const Answer &answer)
{
    const QDateTime now = m_clock.now();
    return m_store.run(QStringLiteral("DELETE FROM answers WHERE at < ?"), now.addDays(-keptDays))
        .and_then([&](int) {
            return m_store.run(
                QStringLiteral(
                    "INSERT INTO answers(key, request_hash, status, body, at) VALUES (?, ?, ?, ?, ?)"),
                key, requestHash, answer.status, answer.body, now);
        })
        .map([](int) {});
}

QByteArray Idempotency::hashOf(const HttpRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.method);
    hash.addData(QByteArrayView(" "));
    hash.addData(request.path.toUtf8());
    hash.addData(QByteArrayView("\n"));
    hash.addData(request.body);
    return hash.result();
}

HttpResponse Idempotency::once(const HttpRequest &request, const std::function<Outcome<Answer>()> &work)
{
    const QString key = QString::fromUtf8(request.header("idempotency-key"));
    if (key.isEmpty() || key.size() > longestKey)
        return refuse(problem::badRequest(QStringLiteral("Idempotency-Key")), request);
    const QByteArray hash = hashOf(request);
    const auto respond = [](const Answer &answer) {
        return HttpResponse{ answer.status, { { "Content-Type", "application/json" } }, answer.body };
    };
    const auto kept = find(key, hash);
    if (!kept)
        return refuse(kept.error(), request);
    if (*kept)
        return respond(**kept);

    Transaction transaction(m_store);
    const auto answer = work();
    if (!answer)
        return refuse(answer.error(), request);
    auto done = keep(key, hash, *answer).and_then([&] { return transaction.commit(); });
    if (!done)
        return refuse(problem::internal(done.error()), request);
    return respond(*answer);
}

} // namespace facet::service
