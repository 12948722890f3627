#pragma once

#include "client/generation/GenerationRecord.h"

namespace facet::ui {

/// One of the two that are compared: take `take` (0-based) of a finished generation.
struct CompareItem {
    client::GenerationRecord record;
    int take = 0;

    QString path() const { return record.assets.value(take).filePath; }
};

} // namespace facet::ui
