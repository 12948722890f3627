#include "client/session/SessionCache.h"

#include "contract/Codecs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace facet::client {

using contract::Json;

namespace {

constexpr qint64 maxBytes = 4 * 1024 * 1024;
constexpr int formatVersion = 1;

template <typename T>
Json listJson(const QList<T> &values)
{
    Json list = Json::array();
    for (const T &value : values)
        list.push_back(contract::toJson(value));
    return list;
}

template <typename T>
std::optional<QList<T>> listFrom(const Json &json, const char *name)
{
    const auto it = json.find(name);
    if (it == json.end() || !it->is_array())
        return {};
    QList<T> values;
    for (const Json &one : *it) {
        auto value = contract::fromJson<T>(one);
        if (!value)
            return {};
        values.append(std::move(*value));
    }
    return values;
}

} // namespace

SessionCache::SessionCache(QString path, QString serviceKey)
    : m_path(std::move(path))
    , m_serviceKey(std::move(serviceKey))
{
}

std::optional<Remembered> SessionCache::load() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxBytes)
        return {};
    const Result<Json> json = contract::parseJson(file.readAll());
    if (!json || !json->is_object() || json->value("version", Json()) != Json(formatVersion)
        || json->value("service_key", Json()) != Json(m_serviceKey.toStdString()))
        return {};
    const auto service = contract::fromJson<ServiceInfo>(json->value("service", Json()));
    const auto account = contract::fromJson<Account>(json->value("account", Json()));
    auto models = listFrom<Model>(*json, "models");
    auto plans = listFrom<Plan>(*json, "plans");
    auto agents = listFrom<AgentInfo>(*json, "agents");
    const Json etag = json->value("models_etag", Json());
    if (!service || !account || !models || !plans || !agents || !etag.is_string())
        return {};
    return Remembered{ *service, *account, Catalogue(std::move(*models)),
        QByteArray::fromStdString(etag.get<std::string>()), std::move(*plans), std::move(*agents) };
}

void SessionCache::save(const Remembered &remembered)
{
    m_strand.run([path = m_path, key = m_serviceKey, remembered] {
        const Json json = { { "version", formatVersion }, { "service_key", key.toStdString() },
            { "service", contract::toJson(remembered.service) },
            { "account", contract::toJson(remembered.account) },
            { "models", listJson(remembered.catalogue.models()) },
            { "models_etag", remembered.modelsEtag.toStdString() }, { "plans", listJson(remembered.plans) },
            { "agents", listJson(remembered.agents) } };
        QDir().mkpath(QFileInfo(path).path());
        // Losing this copy costs a second at the next start; not worth a word to anybody.
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(contract::toBytes(json));
            file.commit();
        }
    });
}

} // namespace facet::client
