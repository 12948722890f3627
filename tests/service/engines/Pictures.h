#pragma once

#include <QImage>
#include <QPointF>

namespace facet::test {

/// A textured background that looks different everywhere, the same for the same seed.
QImage texture(QSize size, quint32 seed);

/// `background` with a bright, patterned disc around `middle`.
QImage withDisc(const QImage &background, QPointF middle, double radius);

} // namespace facet::test
