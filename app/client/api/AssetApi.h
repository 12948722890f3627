#pragma once

#include <QUrl>

namespace facet::client {

/// /v1/assets/{id}/content, fetched with net/Download.
class AssetApi {
public:
    /// Relative to the service.
    static QUrl contentUrl(const QString &assetId);
    static QUrl posterUrl(const QString &assetId);
};

} // namespace facet::client
