#pragma once

#include "client/net/SseStream.h"
#include "contract/AgUi.h"
#include "domain/Account.h"

namespace facet::client {

/// Agent runs (AG-UI). A run lives on the service, not on the connection.
class RunApi {
public:
    explicit RunApi(HttpClient &client)
        : m_client(client)
    {
    }

    /// POSTs the run once, under `idempotencyKey` (props.clientRef), and goes on at
    /// `{run_url}/{run_id}/events` when the line is cut. Not started yet. Each event's data is one AG-UI
    /// event: contract::agUiEventFromJson.
    SseStream *post(const AgentInfo &agent, const contract::RunAgentInput &input,
        const QString &idempotencyKey, QObject *parent) const;
    /// Replays a run after `lastEventId` (empty: from its start). 404 (ErrorKind::Refused, code "not_found")
    /// tells that the service never received it. Not started yet.
    SseStream *resume(
        const AgentInfo &agent, const QString &runId, const QByteArray &lastEventId, QObject *parent) const;

private:
    static QUrl eventsUrl(const AgentInfo &agent, const QString &runId);
    HttpClient &m_client;
};

} // namespace facet::client
