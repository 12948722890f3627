#include "service/api/Connections.h"

#include "service/http/PrivateFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUrl>

namespace facet::service {

namespace {

using contract::Json;

constexpr qsizetype longestSecret = 8'192; // characters

Json orNull(const std::optional<QString> &text)
{
    return text ? Json(text->toStdString()) : Json(nullptr);
}

std::optional<QString> textOf(const Json &json, const char *name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string()
        ? std::optional(QString::fromStdString(found->get<std::string>()))
        : std::nullopt;
}

} // namespace

Connections::Connections(const QString &dataDir, QStringList known, const Clock &clock)
    : m_path(QDir(dataDir).filePath(QStringLiteral("secrets.json")))
    , m_known(std::move(known))
    , m_clock(clock)
{
}

Result<void> Connections::load()
{
    QFile file(m_path);
    if (!file.exists())
        return {};
    const auto unreadable = [&](const QString &why) {
        return fail(ErrorKind::File,
            QCoreApplication::translate("facet::service::Connections",
                "The connected providers in %1 cannot be read. Repair or remove the file, then start the service "
                "again.")
                .arg(m_path),
            why);
    };
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    const auto json = contract::parseJson(file.readAll());
    if (!json || !json->is_object())
        return unreadable(QStringLiteral("not a JSON object"));
    m_entries.clear();
    for (const auto &[engine, value] : json->items()) {
        if (!value.is_object())
            return unreadable(QStringLiteral("an entry is not an object"));
        const auto at = contract::fromWireTime(textOf(value, "connected_at").value_or(QString()));
        m_entries[QString::fromStdString(engine)] = { textOf(value, "secret"), textOf(value, "base_url"),
            at.value_or(m_clock.now()) };
    }
    return {};
}

QList<contract::Connection> Connections::all() const
{
    QList<contract::Connection> connections;
    for (const QString &engine : m_known)
        connections.append(shown(engine));
    return connections;
}

Outcome<contract::Connection> Connections::find(const QString &engine) const
{
    if (!m_known.contains(engine))
        return tl::unexpected(problem::notFound());
    return shown(engine);
}

Outcome<contract::Connection> Connections::connect(
    const QString &engine, const contract::ConnectionBody &body)
{
    if (!m_known.contains(engine))
        return tl::unexpected(problem::notFound());
    const QString secret = body.secret.value_or(QString()).trimmed();
    if (secret.isEmpty() && !body.baseUrl)
        return tl::unexpected(problem::badRequest(QStringLiteral("secret")));
    if (secret.size() > longestSecret)
        return tl::unexpected(problem::tooLong(QStringLiteral("secret")));
    if (body.baseUrl) {
        const QUrl url(*body.baseUrl, QUrl::StrictMode);
        if (!url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty()
            || !url.userInfo().isEmpty())
            return tl::unexpected(problem::badRequest(QStringLiteral("base_url")));
    }
    Entries entries = m_entries;
    entries[engine] = { secret.isEmpty() ? std::nullopt : std::optional(secret), body.baseUrl,
        m_clock.now() };
    if (auto saved = save(entries); !saved)
        return tl::unexpected(problem::internal(saved.error()));
    m_entries = std::move(entries);
    return shown(engine);
}

Outcome<void> Connections::disconnect(const QString &engine)
{
    if (!m_known.contains(engine))
        return tl::unexpected(problem::notFound());
    Entries entries = m_entries;
    entries.erase(engine);
    if (auto saved = save(entries); !saved)
        return tl::unexpected(problem::internal(saved.error()));
    m_entries = std::move(entries);
    return {};
}

std::optional<QString> Connections::secret(const QString &engine) const
{
    const auto found = m_entries.find(engine);
    return found == m_entries.end() ? std::nullopt : found->second.secret;
}

Result<void> Connections::save(const Entries &entries) const
{
    Json json = Json::object();
    for (const auto &[engine, entry] : entries) {
        json[engine.toStdString()] = { { "secret", orNull(entry.secret) },
            { "base_url", orNull(entry.baseUrl) },
            { "connected_at", contract::toWireTime(entry.connectedAt).toStdString() } };
    }
    if (!writePrivateFile(m_path, contract::toBytes(json)))
        return fail(ErrorKind::File, {}, QStringLiteral("secrets.json cannot be written"));
    return {};
}

contract::Connection Connections::shown(const QString &engine) const
{
    contract::Connection connection;
    connection.engine = engine;
    if (const auto found = m_entries.find(engine); found != m_entries.end()) {
        connection.connected = true;
        connection.baseUrl = found->second.baseUrl;
        connection.connectedAt = found->second.connectedAt;
    }
    return connection;
}

} // namespace facet::service
