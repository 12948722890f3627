#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

/// A plain area in the window's or the surface's colour, with a line along chosen edges.
class Fill : public QWidget {
    Q_OBJECT
public:
    enum class Ground { Window, Surface };

    Fill(Theme &theme, Ground ground, Qt::Edges lines = {}, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    Ground m_ground;
    Qt::Edges m_lines;
};

} // namespace facet::ui
