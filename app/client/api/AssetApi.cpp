#include "client/api/AssetApi.h"

#include "client/api/ResourceUrl.h"

namespace facet::client {

QUrl AssetApi::contentUrl(const QString &assetId)
{
    return resourceUrl(QLatin1String("/v1/assets"), assetId, QLatin1String("/content"));
}

QUrl AssetApi::posterUrl(const QString &assetId)
{
    return resourceUrl(QLatin1String("/v1/assets"), assetId, QLatin1String("/content?variant=poster"));
}

} // namespace facet::client
