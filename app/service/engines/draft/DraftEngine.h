#pragma once

#include "service/engines/Engine.h"

namespace facet::service::draft {

/// The built-in engine: useful videos and pictures without AI (PRODUCT "draft render").
class DraftEngine : public Engine {
public:
    DraftEngine();

    QString name() const override { return QStringLiteral("draft"); }
    bool makesDrafts() const override { return true; }
    std::unique_ptr<EngineRun> start(const EngineJob &job) override;
};

} // namespace facet::service::draft
