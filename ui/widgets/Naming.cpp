#include "ui/widgets/Naming.h"

#include <QWidget>

namespace facet::ui {

void setName(QWidget *widget, const QString &englishName)
{
    widget->setAccessibleName(englishName);
    widget->setObjectName(objectNameFor(englishName));
}

QString objectNameFor(QStringView englishName)
{
    QString result;
    bool upperNext = false;
    for (const QChar c : englishName) {
        if (!c.isLetterOrNumber()) {
            upperNext = upperNext || c.isSpace();
            continue;
        }
        result += upperNext && !result.isEmpty() ? c.toUpper() : (result.isEmpty() ? c.toLower() : c);
        upperNext = false;
    }
    return result;
}

} // namespace facet::ui
