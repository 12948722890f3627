#include "ui/widgets/ScrollAreaAccessible.h"

#include <QAbstractScrollArea>

namespace facet::ui {

namespace {

/// Asked for every class that an object has, the narrowest first: lists and texts keep what they have.
QAccessibleInterface *make(const QString &className, QObject *object)
{
    if (className != QLatin1String("QScrollArea") && className != QLatin1String("QAbstractScrollArea"))
        return nullptr;
    auto *area = qobject_cast<QAbstractScrollArea *>(object);
    return area ? new ScrollAreaAccessible(area) : nullptr;
}

} // namespace

ScrollAreaAccessible::ScrollAreaAccessible(QAbstractScrollArea *area)
    : QAccessibleWidget(area, QAccessible::Client)
{
}

void ScrollAreaAccessible::install()
{
    QAccessible::installFactory(make); // one that is there already stays the only one
}

} // namespace facet::ui
