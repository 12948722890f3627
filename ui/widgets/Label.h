#pragma once

#include "ui/theme/Theme.h"

#include <QLabel>

namespace facet::ui {

/// Which of the theme's text colours a label takes.
enum class TextTone { Text1, Text2, Text3, OnTint, Good, OnGoodTint, Warning, OnWarningTint, Bad, OnBadTint };

QColor toneColour(const Tokens &tokens, TextTone tone);

/// A label with the theme's font and colour that follows it at run time. Plain text unless told otherwise.
class Label : public QLabel {
    Q_OBJECT
public:
    Label(Theme &theme, TextRole role, TextTone tone, const QString &text = {}, QWidget *parent = nullptr);

    void setRole(TextRole role);
    void setTone(TextTone tone);

private:
    void refresh();

    Theme &m_theme;
    TextRole m_role;
    TextTone m_tone;
};

} // namespace facet::ui
