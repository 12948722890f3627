#pragma once

#include <QColor>
#include <QList>

namespace facet::ui {

/// The colours of DESIGN "Tokens". The only place in the program with colour literals is Tokens.cpp.
struct Tokens {
    QColor window, surface, raised, hover;
    QColor line;
    QColor text1, text2, text3; ///< text3 only for what is also said elsewhere
    QColor accent, accentTint, onTint;
    QColor good, goodTint;
    QColor warning, warningTint;
    QColor bad, badTint;
    QColor accentFill, accentFillHover; ///< the accent where text stands on it: deep enough for 4.5:1
    QColor onAccent; ///< text and icons on `accentFill`
    QColor onGoodTint, onWarningTint,
        onBadTint; ///< text on the tints: the colour itself, or deeper for 4.5:1
    QColor field; ///< inside of line edits
    QColor segment; ///< behind the parts of a segmented toggle
    QColor progressEnd; ///< where the progress line's gradient ends
    QColor scrim, onPicture; ///< behind text on pictures, and that text
    QColor shadow; ///< below popovers, at its strongest
    QList<QColor> modelTints; ///< one per model's letter badge, by its place in the catalogue
    QList<QColor> series; ///< layers of a chart on `raised`, each at 3:1 at least; the last: all others
    QColor seriesConversation; ///< the agent's own charges in a chart
    bool dark = true;
};

Tokens darkTokens();
Tokens lightTokens();

/// Contrast of two opaque colours, 1..21 (WCAG 2.2, "contrast ratio").
double contrastRatio(const QColor &a, const QColor &b);

} // namespace facet::ui
