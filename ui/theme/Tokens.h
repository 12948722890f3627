#pragma once

#include <QColor>

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
    QColor onAccent; ///< text and icons on `accent`
    QColor scrim; ///< behind text on pictures
    bool dark = true;
};

Tokens darkTokens();
Tokens lightTokens();

} // namespace facet::ui
