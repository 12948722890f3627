#include "client/media/SrgbColours.h"

#include <QColorTransform>

#include <cmath>

namespace facet::client {

namespace {

// Steps of 255: less is not seen, and profiles of sRGB itself differ by so much in rounding.
constexpr int seen = 2;

bool isFar(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) > seen || std::abs(qGreen(a) - qGreen(b)) > seen
        || std::abs(qBlue(a) - qBlue(b)) > seen;
}

} // namespace

bool differsFromSrgb(const QColorSpace &space)
{
    const QColorSpace srgb(QColorSpace::SRgb);
    if (!space.isValid() || space == srgb)
        return false;
    if (space.primaries() == QColorSpace::Primaries::SRgb
        && space.transferFunction() == QColorSpace::TransferFunction::Gamma
        && std::abs(space.gamma() - 2.2F) < 0.05F)
        return false;
    const QColorTransform transform = space.transformationToColorSpace(srgb);
    constexpr int step = 51;
    for (int r = 0; r <= 255; r += step) {
        for (int g = 0; g <= 255; g += step) {
            for (int b = 0; b <= 255; b += step) {
                const QRgb colour = qRgb(r, g, b);
                if (isFar(transform.map(colour), colour))
                    return true;
            }
        }
    }
    return false;
}

QImage inSrgb(const QImage &picture)
{
    if (!differsFromSrgb(picture.colorSpace()))
        return picture;
    QImage converted = picture;
    if (converted.depth() < 24) // palettes and greys: Qt converts pixels of colour only
        converted = converted.convertToFormat(
            converted.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    converted.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    return converted;
}

} // namespace facet::client
