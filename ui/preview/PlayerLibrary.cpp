#include "ui/preview/PlayerLibrary.h"

#include "ui/preview/PlayerPlugin.h"

#include <QCoreApplication>
#include <QDir>
#include <QPluginLoader>

namespace facet::ui {

std::unique_ptr<Player> loadPlayer(QWidget &stage, QString *problem)
{
    const QString bin = QCoreApplication::applicationDirPath();
    // As it is installed and as it is built; or all in one folder.
    for (const QString &folder : { QDir::cleanPath(bin + QStringLiteral("/../lib/facet")), bin }) {
        QPluginLoader loader(QDir(folder).filePath(QStringLiteral("libfacet_player")));
        // Threads of the media library may end after its last player.
        loader.setLoadHints(QLibrary::PreventUnloadHint);
        if (auto *plugin = qobject_cast<PlayerPlugin *>(loader.instance()))
            return plugin->create(stage);
        if (problem->isEmpty())
            *problem = loader.errorString();
    }
    return nullptr;
}

} // namespace facet::ui
