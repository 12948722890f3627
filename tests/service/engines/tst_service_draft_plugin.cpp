#include "service/engines/Engine.h"

#include <QPluginLoader>
#include <QTest>

using namespace facet::service;
using Qt::StringLiterals::operator""_s;

/// The plugin as the service finds it: by its folder, its id and its interface.
class TestDraftPlugin : public QObject {
    Q_OBJECT

private slots:
    void loads()
    {
        QPluginLoader loader(QStringLiteral(FACET_ENGINE_PLUGIN));
        QCOMPARE(loader.metaData().value(u"IID"_s).toString(), u"facet.EnginePlugin/1"_s);
        auto *plugin = qobject_cast<EnginePlugin *>(loader.instance());
        QVERIFY2(plugin, qPrintable(loader.errorString()));
        const std::unique_ptr<Engine> engine = plugin->create();
        QVERIFY(engine);
        QCOMPARE(engine->name(), u"draft"_s);
        QVERIFY(engine->makesDrafts());

        // Signals cross the border between program and plugin.
        EngineJob job;
        job.model.kind = facet::ModelKind::Other;
        const std::unique_ptr<EngineRun> run = engine->start(job);
        int finished = 0;
        QObject context;
        QObject::connect(run.get(), &EngineRun::finished, &context,
            [&](const facet::Result<EngineOutput> &output) { finished += output ? 10 : 1; });
        QTRY_COMPARE(finished, 1);
    }
};

QTEST_MAIN(TestDraftPlugin)
#include "tst_service_draft_plugin.moc"
