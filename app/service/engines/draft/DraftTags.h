#pragma once

#include "service/engines/Engine.h"

#include <QMap>

namespace facet::service::draft {

/// What every file of this engine says of itself: title, comment, model, model_id, prompt, seed,
/// options (as in the contract), method, generation_id, take and draft = "true" (PRODUCT: "every asset carries draft in its metadata").
QMap<QString, QString> tagsFor(const EngineJob &job);

} // namespace facet::service::draft
