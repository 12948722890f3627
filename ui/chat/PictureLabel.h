#pragma once

#include "ui/theme/Theme.h"

class QPainter;

namespace facet::ui {

/// A dark label over a picture with one of its bottom corners at `corner`.
void paintPictureLabel(
    QPainter &painter, const Theme &theme, const QPoint &corner, Qt::Alignment side, const QString &text);

} // namespace facet::ui
