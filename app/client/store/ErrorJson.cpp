#include "client/store/ErrorJson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace facet::client {

namespace {

// The order of this list is the form on disk: kinds are kept by name, so that it may change.
struct KindName {
    ErrorKind kind;
    QLatin1String name;
};
constexpr KindName kindNames[] = {
    { ErrorKind::Network, QLatin1String("network") },
    { ErrorKind::Tls, QLatin1String("tls") },
    { ErrorKind::Auth, QLatin1String("auth") },
    { ErrorKind::Credits, QLatin1String("credits") },
    { ErrorKind::Refused, QLatin1String("refused") },
    { ErrorKind::Unsupported, QLatin1String("unsupported") },
    { ErrorKind::Service, QLatin1String("service") },
    { ErrorKind::Protocol, QLatin1String("protocol") },
    { ErrorKind::File, QLatin1String("file") },
    { ErrorKind::Cancelled, QLatin1String("cancelled") },
};

} // namespace

QString errorToText(const std::optional<Error> &error)
{
    if (!error)
        return {};
    QString kind;
    for (const KindName &name : kindNames) {
        if (name.kind == error->kind)
            kind = name.name;
    }
    QJsonObject object{ { QStringLiteral("kind"), kind }, { QStringLiteral("sentence"), error->sentence },
        { QStringLiteral("detail"), error->detail }, { QStringLiteral("code"), error->code },
        { QStringLiteral("request_id"), error->requestId } };
    if (error->retryAfter)
        object.insert(QStringLiteral("retry_after_s"), static_cast<qint64>(error->retryAfter->count()));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<Error> errorFromText(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString kind = object.value(QStringLiteral("kind")).toString();
    for (const KindName &name : kindNames) {
        if (name.name != kind)
            continue;
        Error error{ name.kind, object.value(QStringLiteral("sentence")).toString(),
            object.value(QStringLiteral("detail")).toString(),
            object.value(QStringLiteral("code")).toString(),
            object.value(QStringLiteral("request_id")).toString(), {} };
        const QJsonValue retry = object.value(QStringLiteral("retry_after_s"));
        if (retry.isDouble())
            error.retryAfter = std::chrono::seconds(retry.toInteger());
        return error;
    }
    return {};
}

} // namespace facet::client
