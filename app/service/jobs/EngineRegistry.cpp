#include "service/jobs/EngineRegistry.h"

#include <QCoreApplication>
#include <QDir>
#include <QPluginLoader>

namespace facet::service {

namespace {

const QString draftName = QStringLiteral("draft");

std::unique_ptr<Engine> loadDraftEngine(const QStringList &folders)
{
    QString problems;
    for (const QString &folder : folders) {
        QPluginLoader loader(QDir(folder).filePath(QStringLiteral("libfacet_draft_engine")));
        // OpenCV and FFmpeg do not survive being unloaded while their threads end: it stays to the end.
        loader.setLoadHints(QLibrary::PreventUnloadHint);
        if (auto *plugin = qobject_cast<EnginePlugin *>(loader.instance()))
            return plugin->create();
        problems += folder + QStringLiteral(": ") + loader.errorString() + u'\n';
    }
    qCritical().noquote() << "facet-service: the draft engine cannot be loaded:" << problems;
    return nullptr;
}

} // namespace

EngineRegistry::EngineRegistry(const QStringList &folders)
    : m_facts{ draftName, true }
    , m_maker([folders] { return loadDraftEngine(folders); })
{
}

EngineRegistry::EngineRegistry(std::unique_ptr<Engine> only)
    : m_facts{ only->name(), only->makesDrafts() }
    , m_engine(std::move(only))
{
}

EngineRegistry::~EngineRegistry() = default;

QStringList EngineRegistry::pluginFolders()
{
    const QString bin = QCoreApplication::applicationDirPath();
    return { QDir::cleanPath(bin + QStringLiteral("/../lib/facet")), bin };
}

EngineRegistry::Facts EngineRegistry::factsFor(const Model &) const
{
    return m_facts;
}

Outcome<Engine *> EngineRegistry::engineFor(const Model &)
{
    if (!m_engine && m_maker)
        m_engine = m_maker();
    if (!m_engine)
        return tl::unexpected(problem::engineUnavailable(m_facts.name));
    return m_engine.get();
}

} // namespace facet::service
