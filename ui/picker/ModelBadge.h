#pragma once

#include "domain/Model.h"
#include "ui/theme/Theme.h"

#include <QRectF>

class QPainter;

namespace facet::ui {

/// The coloured square with a model's first letter; ✨ for Automatic (null). The colour follows the model's
/// place in the catalogue, so it is the same everywhere.
void paintModelBadge(QPainter &painter, const QRectF &rect, const Theme &theme, const Catalogue &catalogue,
    const Model *model);

} // namespace facet::ui
