#pragma once

#include "ui/theme/Tokens.h"

#include <QRectF>

class QPainter;

namespace facet::ui {

/// Two pixels of accent just inside `rect`: where the keyboard is.
void paintFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const Tokens &tokens);

} // namespace facet::ui
