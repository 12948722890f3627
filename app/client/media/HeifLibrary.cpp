#include "client/media/HeifLibrary.h"

#include "client/media/MediaLibrary.h"

namespace facet::client {

tl::expected<const HeifPlugin *, QString> heifLibrary()
{
    QString problem;
    QObject *root = loadPlugin(QStringLiteral("facet_heif"), &problem);
    if (const auto *plugin = qobject_cast<HeifPlugin *>(root))
        return plugin;
    return tl::unexpected(problem.isEmpty() ? QStringLiteral("facet_heif is no HeifPlugin") : problem);
}

} // namespace facet::client
