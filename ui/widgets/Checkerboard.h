#pragma once

class QPainter;
class QRectF;

namespace facet::ui {

class Theme;

/// What is seen through a picture's transparency: squares of 8 pixels in two of the theme's greys.
void paintCheckerboard(QPainter &painter, const QRectF &rect, const Theme &theme);

} // namespace facet::ui
