#pragma once

#include "service/engines/Engine.h"

#include <QPointer>
#include <QVector>

/// An engine whose jobs do exactly what a test says.
class FakeRun final : public facet::service::EngineRun {
    Q_OBJECT
public:
    explicit FakeRun(const facet::service::EngineJob &forJob)
        : job(forJob)
    {
    }

    void cancel() override;
    void progress(const char *stage, std::optional<double> share, std::optional<double> etaS = {});
    void succeed(const QByteArray &bytes = "video");
    void fail(const QString &sentence = QStringLiteral("The fake engine failed."));

    const facet::service::EngineJob job;
    bool cancelled = false;
    /// Takes no notice of cancel() until succeed() or fail().
    bool deaf = false;
};

class FakeEngine final : public facet::service::Engine {
public:
    QString name() const override { return QStringLiteral("draft"); }
    bool makesDrafts() const override { return true; }
    std::unique_ptr<facet::service::EngineRun> start(const facet::service::EngineJob &job) override;

    /// Those that have neither ended nor been deleted, in the order they were started.
    QList<FakeRun *> running() const;
    QList<facet::service::EngineJob> started;

private:
    QList<QPointer<FakeRun>> m_runs;
};
