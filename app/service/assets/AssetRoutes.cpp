#include "service/assets/AssetRoutes.h"

#include "service/api/Problems.h"
#include "service/http/FileResponse.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace facet::service {

namespace {

/// Posters are small (960 pixels wide at most), so their hash is taken when they are asked for.
QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (file.open(QIODevice::ReadOnly))
        hash.addData(&file);
    return hash.result().toHex();
}

HttpResponse content(const AssetFiles &assets, const HttpRequest &request)
{
    const auto asset = assets.asset(request.params.value(QStringLiteral("id")));
    const QString variant = request.query.queryItemValue(QStringLiteral("variant"));
    const bool poster = variant == QLatin1String("poster");
    if (!variant.isEmpty() && !poster)
        return refuse(
            problem::unsupportedOption(QStringLiteral("variant"), { QStringLiteral("poster") }), request);
    if (!asset || (poster && asset->posterPath.isEmpty()))
        return refuse(problem::notFound(), request);
    if (!poster)
        return fileResponse(
            { asset->path, asset->mime.toLatin1(), asset->sha256.toLatin1(), asset->name }, request);
    const QString name = QFileInfo(asset->name).completeBaseName() + QStringLiteral(".jpg");
    return fileResponse({ asset->posterPath, "image/jpeg", hashOf(asset->posterPath), name }, request);
}

} // namespace

void addAssetRoutes(Router &router, const AssetFiles &assets)
{
    router.add("GET", QStringLiteral("/v1/assets/{id}/content"),
        [&assets](const HttpRequest &request, const Reply &reply) { reply(content(assets, request)); });
}

} // namespace facet::service
