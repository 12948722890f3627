#include "client/generation/GenerationFollower.h"

#include "client/net/SseStream.h"
#include "client/net/Then.h"
#include "contract/JsonPatch.h"

namespace facet::client {

using contract::Json;

GenerationFollower::GenerationFollower(HttpClient &client, QString generationId, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_api(client)
    , m_id(std::move(generationId))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &GenerationFollower::ask);
}

void GenerationFollower::start()
{
    if (m_active)
        return;
    m_active = true;
    m_dry = 0;
    ask();
}

void GenerationFollower::ask()
{
    then(m_api.get(m_id), this, [this](const Result<Generation> &generation) {
        if (!m_active)
            return;
        if (!generation) {
            m_active = false;
            if (generation.error().code == QLatin1String("not_found"))
                emit gone(generation.error());
            else
                emit lost(generation.error());
            return;
        }
        const QPointer<GenerationFollower> self(this);
        takeDocument(contract::toJson(*generation));
        if (self && m_active)
            listen();
    });
}

void GenerationFollower::listen()
{
    if (m_stream)
        m_stream->deleteLater();
    m_stream = m_api.events(m_id, this);
    connect(m_stream, &SseStream::received, this, &GenerationFollower::take);
    connect(m_stream, &SseStream::ended, this, [this](const std::optional<Error> &error) {
        m_stream->deleteLater();
        m_stream.clear();
        if (!m_active)
            return;
        if (error && error->code != QLatin1String("not_found"))
            return stopped(*error);
        // The service has nothing more to say here, and it was not final: ask for the state itself, more
        // and more seldom.
        m_again.start(m_client.delayBefore(++m_dry, {}));
    });
    m_stream->start();
}

void GenerationFollower::take(const contract::SseEvent &event)
{
    const Result<Json> json = contract::parseJson(event.data);
    const auto unfit = [this] {
        // Events missing, or of another kind: the whole resource settles it.
        m_document = nullptr;
        m_stream->close();
    };
    if (!json)
        return unfit();
    Json body = *json;
    if (body.is_object() && body.contains("type") && body["type"].is_string()) {
        const std::string type = body["type"].get<std::string>();
        if (type == "ACTIVITY_SNAPSHOT" && body.contains("content"))
            body = Json(body["content"]);
        else if (type == "ACTIVITY_DELTA" && body.contains("patch"))
            body = Json(body["patch"]);
        else
            return;
    }
    if (body.is_array()) {
        Result<Json> patched = contract::applyPatch(m_document, body);
        if (!patched)
            return unfit();
        return takeDocument(std::move(*patched));
    }
    if (!body.is_object() || !body.contains("id"))
        return;
    takeDocument(std::move(body));
}

void GenerationFollower::takeDocument(Json document)
{
    const Result<Generation> generation = contract::fromJson<Generation>(document);
    if (!generation || generation->id != m_id)
        return;
    if (document != m_document)
        m_dry = 0;
    m_document = std::move(document);
    if (generation->isFinal()) {
        m_active = false;
        m_again.stop();
        if (m_stream)
            m_stream->close();
    }
    emit said(*generation);
}

void GenerationFollower::stopped(const Error &error)
{
    m_active = false;
    emit lost(error);
}

} // namespace facet::client
