#pragma once

#include <QAccessibleWidget>

namespace facet::ui {

class SpendingChart;

/// The chart to assistive technology: a chart, whose value is the day that the keyboard is on.
class ChartAccessible : public QAccessibleWidget {
public:
    explicit ChartAccessible(SpendingChart *chart);

    QString text(QAccessible::Text kind) const override;

    /// Makes Qt use this class for charts; as often as one likes.
    static void install();
};

} // namespace facet::ui
