#include "ui/theme/Tokens.h"

#include <algorithm>
#include <cmath>

namespace facet::ui {

namespace {

/// Deep enough for white letters in both themes.
QList<QColor> modelTints()
{
    return {
        QColor(0x74, 0x5D, 0xF2),
        QColor(0x14, 0x80, 0x5E),
        QColor(0x0F, 0x76, 0x6E),
        QColor(0xC2, 0x4E, 0x22),
        QColor(0x2D, 0x6B, 0xE4),
        QColor(0x52, 0x5B, 0x70),
        QColor(0x8E, 0x4A, 0xC6),
        QColor(0xB8, 0x3B, 0x78),
    };
}

double luminance(const QColor &colour)
{
    const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

} // namespace

Tokens darkTokens()
{
    return {
        .window = QColor(0x0F, 0x10, 0x14),
        .surface = QColor(0x15, 0x17, 0x1D),
        .raised = QColor(0x1C, 0x1F, 0x27),
        .hover = QColor(0x26, 0x2A, 0x35),
        .line = QColor(0x2A, 0x2E, 0x39),
        .text1 = QColor(0xEC, 0xEE, 0xF3),
        .text2 = QColor(0xA4, 0xAA, 0xBA),
        .text3 = QColor(0x6D, 0x74, 0x86),
        .accent = QColor(0x8F, 0x7B, 0xFF),
        .accentTint = QColor(0x2A, 0x24, 0x50),
        .onTint = QColor(0xC9, 0xBF, 0xFF),
        .good = QColor(0x3D, 0xD6, 0x8C),
        .goodTint = QColor(0x12, 0x30, 0x1F),
        .warning = QColor(0xF5, 0xB8, 0x3D),
        .warningTint = QColor(0x33, 0x27, 0x0E),
        .bad = QColor(0xF2, 0x77, 0x7A),
        .badTint = QColor(0x3A, 0x1B, 0x1F),
        .accentFill = QColor(0x74, 0x5D, 0xF2),
        .accentFillHover = QColor(0x6A, 0x54, 0xE4),
        .onAccent = QColor(0xFF, 0xFF, 0xFF),
        .onGoodTint = QColor(0x3D, 0xD6, 0x8C),
        .onWarningTint = QColor(0xF5, 0xB8, 0x3D),
        .onBadTint = QColor(0xF2, 0x77, 0x7A),
        .field = QColor(0x0F, 0x10, 0x14),
        .segment = QColor(0x1C, 0x1F, 0x27),
        .progressEnd = QColor(0x4F, 0xD1, 0xC5),
        .scrim = QColor(0, 0, 0, 160),
        .onPicture = QColor(0xFF, 0xFF, 0xFF),
        .shadow = QColor(0, 0, 0, 120),
        .modelTints = modelTints(),
        .dark = true,
    };
}

Tokens lightTokens()
{
    return {
        .window = QColor(0xF6, 0xF6, 0xF9),
        .surface = QColor(0xFF, 0xFF, 0xFF),
        .raised = QColor(0xFF, 0xFF, 0xFF),
        .hover = QColor(0xEE, 0xEF, 0xF4),
        .line = QColor(0xE2, 0xE4, 0xEB),
        .text1 = QColor(0x17, 0x19, 0x20),
        .text2 = QColor(0x5B, 0x62, 0x74),
        .text3 = QColor(0x8B, 0x92, 0xA3),
        .accent = QColor(0x6A, 0x54, 0xF0),
        .accentTint = QColor(0xEC, 0xE8, 0xFF),
        .onTint = QColor(0x54, 0x40, 0xD6),
        .good = QColor(0x12, 0x8A, 0x55),
        .goodTint = QColor(0xE1, 0xF6, 0xEA),
        .warning = QColor(0x9A, 0x64, 0x00),
        .warningTint = QColor(0xFF, 0xF3, 0xD9),
        .bad = QColor(0xC6, 0x35, 0x3B),
        .badTint = QColor(0xFD, 0xE8, 0xE9),
        .accentFill = QColor(0x6A, 0x54, 0xF0),
        .accentFillHover = QColor(0x5A, 0x45, 0xDC),
        .onAccent = QColor(0xFF, 0xFF, 0xFF),
        .onGoodTint = QColor(0x0B, 0x6E, 0x42),
        .onWarningTint = QColor(0x8A, 0x59, 0x00),
        .onBadTint = QColor(0xB5, 0x2A, 0x31),
        .field = QColor(0xF6, 0xF6, 0xF9),
        .segment = QColor(0xEE, 0xEF, 0xF4),
        .progressEnd = QColor(0x3F, 0xC9, 0xBC),
        .scrim = QColor(0, 0, 0, 160),
        .onPicture = QColor(0xFF, 0xFF, 0xFF),
        .shadow = QColor(0x17, 0x19, 0x20, 56),
        .modelTints = modelTints(),
        .dark = false,
    };
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace facet::ui
