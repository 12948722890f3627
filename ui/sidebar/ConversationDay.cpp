#include "ui/sidebar/ConversationDay.h"

#include <QLocale>

namespace facet::ui {

QString ConversationDay::heading(const QDate &day, const QDate &today)
{
    const qint64 ago = day.daysTo(today);
    if (ago <= 0)
        return tr("Today");
    if (ago == 1)
        return tr("Yesterday");
    if (ago <= 7)
        return tr("Previous 7 days");
    if (ago <= 30)
        return tr("Previous 30 days");
    return QLocale().toString(day, tr("MMMM yyyy", "month and year"));
}

} // namespace facet::ui
