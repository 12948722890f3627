#pragma once

#include "service/engines/Engine.h"

#include <QObject>

namespace facet::service::draft {

/// What the service loads with its first draft.
class DraftPlugin : public QObject, public EnginePlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "facet.EnginePlugin/1")
    Q_INTERFACES(facet::service::EnginePlugin)
public:
    std::unique_ptr<Engine> create() override;
};

} // namespace facet::service::draft
