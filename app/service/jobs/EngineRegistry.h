#pragma once

#include "domain/Model.h"
#include "service/api/Problems.h"
#include "service/engines/Engine.h"

#include <functional>
#include <memory>

namespace facet::service {

/// Which engine makes what. Sandbox: the draft engine makes everything; it comes as a plugin beside the
/// program (../lib/facet/libfacet_draft_engine.so, or FACET's build tree) and is loaded with the first
/// render.
class EngineRegistry {
public:
    /// How an engine is had when it is first needed; null when it cannot be had.
    using Maker = std::function<std::unique_ptr<Engine>()>;

    /// Knows the draft engine's plugin, in the first of these folders that has it.
    explicit EngineRegistry(const QStringList &folders = pluginFolders());
    /// Uses this one for every model: tests.
    explicit EngineRegistry(std::unique_ptr<Engine> only);
    ~EngineRegistry();

    /// Beside the program, as it is installed and as it is built.
    static QStringList pluginFolders();

    struct Facts {
        QString name;
        bool makesDrafts = false;
    };
    /// What will make a generation of this model, without loading anything.
    Facts factsFor(const Model &model) const;
    /// engine_unavailable when the engine cannot be loaded.
    Outcome<Engine *> engineFor(const Model &model);

private:
    Facts m_facts;
    Maker m_maker;
    std::unique_ptr<Engine> m_engine;
};

} // namespace facet::service
