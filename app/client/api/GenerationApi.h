#pragma once

#include "client/net/HttpClient.h"
#include "contract/Codecs.h"

namespace facet::client {

class SseStream;

/// /v1/generations.
class GenerationApi {
public:
    explicit GenerationApi(HttpClient &client)
        : m_client(client)
    {
    }
    /// Newest first.
    QFuture<Result<contract::Page<Generation>>> list(const QString &cursor = {}, int limit = 50) const;
    QFuture<Result<Generation>> get(const QString &id) const;
    /// Spends: `idempotencyKey` was made and stored before the first try. Never retried by itself.
    QFuture<Result<Generation>> create(
        const contract::GenerationBody &body, const QString &idempotencyKey) const;
    /// The generation as it stands after asking; the held credits come back once it is cancelled.
    QFuture<Result<Generation>> cancel(const QString &id) const;
    /// Has it begun before `before`, or after all that wait; the generation as it stands then.
    QFuture<Result<Generation>> move(const QString &id, const std::optional<QString> &before) const;
    /// Its changes, not started yet. Events hold the whole resource or a JSON Patch of it.
    SseStream *events(const QString &id, QObject *parent) const;

private:
    HttpClient &m_client;
};

} // namespace facet::client
