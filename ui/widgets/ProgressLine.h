#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

/// A thin line that fills from left to right. Without a value it only shows its track: the words beside it
/// say what is going on.
class ProgressLine : public QWidget {
    Q_OBJECT
public:
    enum class Fill { Gradient, Accent };

    explicit ProgressLine(Theme &theme, Fill fill = Fill::Gradient, QWidget *parent = nullptr);

    /// 0..1.
    void setValue(std::optional<double> value);
    std::optional<double> value() const { return m_value; }

    QSize sizeHint() const override { return { 120, 6 }; }
    QSize minimumSizeHint() const override { return { 24, 6 }; }

    static void paint(
        QPainter &painter, const QRectF &rect, const Tokens &tokens, std::optional<double> value, Fill fill);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    Fill m_fill;
    std::optional<double> m_value;
};

} // namespace facet::ui
