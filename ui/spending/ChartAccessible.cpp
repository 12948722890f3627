#include "ui/spending/ChartAccessible.h"

#include "ui/spending/SpendingChart.h"

namespace facet::ui {

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *chart = qobject_cast<SpendingChart *>(object);
    return chart ? new ChartAccessible(chart) : nullptr;
}

} // namespace

ChartAccessible::ChartAccessible(SpendingChart *chart)
    : QAccessibleWidget(chart, QAccessible::Chart)
{
}

QString ChartAccessible::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? widget()->accessibleDescription() : QAccessibleWidget::text(kind);
}

void ChartAccessible::install()
{
    QAccessible::installFactory(make); // one that is there already stays the only one
}

} // namespace facet::ui
