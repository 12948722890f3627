#pragma once

#include "ui/theme/Theme.h"

#include <QFrame>

namespace facet::ui {

/// A rounded box in one of the theme's fills, with a line around unless it is a band.
class Card : public QFrame {
    Q_OBJECT
public:
    enum class Fill { Raised, Surface, GoodTint, WarningTint, BadTint, AccentTint };

    Card(Theme &theme, Fill fill, int radius = Theme::cardRadius, QWidget *parent = nullptr);

    void setFill(Fill fill);
    void setLined(bool lined);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    Fill m_fill;
    int m_radius;
    bool m_lined = true;
};

} // namespace facet::ui
