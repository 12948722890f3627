#include "client/api/RunApi.h"

#include "client/api/Decode.h"

namespace facet::client {

QUrl RunApi::eventsUrl(const AgentInfo &agent, const QString &runId)
{
    QUrl url(agent.runUrl);
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    while (path.endsWith('/'))
        path.chop(1);
    url.setPath(
        QString::fromLatin1(path + '/' + QUrl::toPercentEncoding(runId) + "/events"), QUrl::StrictMode);
    return url;
}

SseStream *RunApi::post(const AgentInfo &agent, const contract::RunAgentInput &input,
    const QString &idempotencyKey, QObject *parent) const
{
    HttpRequest request = jsonRequest("POST", QUrl(agent.runUrl), contract::toJson(input));
    request.addHeader("Idempotency-Key", idempotencyKey.toUtf8());
    auto *stream = new SseStream(m_client, request, parent);
    stream->setResumeUrl(eventsUrl(agent, input.runId));
    return stream;
}

SseStream *RunApi::resume(
    const AgentInfo &agent, const QString &runId, const QByteArray &lastEventId, QObject *parent) const
{
    HttpRequest request;
    request.url = eventsUrl(agent, runId);
    auto *stream = new SseStream(m_client, request, parent);
    stream->setLastEventId(lastEventId);
    return stream;
}

} // namespace facet::client
