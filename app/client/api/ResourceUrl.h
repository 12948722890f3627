#pragma once

#include <QString>
#include <QUrl>

namespace facet::client {

/// "/v1/generations/{id}/cancel" with an id that may hold anything: ids are opaque (CONTRACT "General").
inline QUrl resourceUrl(QLatin1String collection, const QString &id, QLatin1String rest = {})
{
    return QUrl::fromEncoded(QByteArray(collection.data(), collection.size()) + '/'
        + QUrl::toPercentEncoding(id) + QByteArray(rest.data(), rest.size()));
}

} // namespace facet::client
