#pragma once

#include "ui/spending/ChartData.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

/// Credits by day as stacked columns, with their legend. The arrow keys go from day to day, Home and End to
/// the ends; what a day is made of shows beside it and is said to assistive technology.
class SpendingChart : public QWidget {
    Q_OBJECT
public:
    explicit SpendingChart(Theme &theme, QWidget *parent = nullptr);

    void present(const ChartData &shown);
    const ChartData &content() const { return m_data; }
    /// The day that the keyboard or the mouse is on; -1: none.
    int currentColumn() const { return m_current; }

    QSize sizeHint() const override { return { 480, 240 }; }
    QSize minimumSizeHint() const override { return { 240, 160 }; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF slot(int column) const;
    int columnAt(double x) const;
    void measure();
    void setCurrent(int column);
    QColor colourOf(const ChartData::Layer &layer) const;
    int layOutLegend(QPainter *painter) const;
    void paintScale(QPainter &painter) const;
    void paintColumns(QPainter &painter) const;
    void paintDays(QPainter &painter) const;
    void paintNote(QPainter &painter) const;

    Theme &m_theme;
    ChartData m_data;
    QRectF m_plot; ///< where the columns stand, below the legend
    int m_current = -1;
};

} // namespace facet::ui
