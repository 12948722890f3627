#include "ui/settings/Languages.h"

namespace facet::ui {

QList<Languages::Language> Languages::all()
{
    return {
        { QString(), tr("System"), QStringLiteral("System") },
        { QStringLiteral("en"), QStringLiteral("English"), QStringLiteral("English") },
        { QStringLiteral("ko"), QStringLiteral("한국어"), QStringLiteral("Korean") },
    };
}

QString Languages::effective(const QString &choice)
{
    if (choice == QLatin1String("en") || choice == QLatin1String("ko"))
        return choice;
    return QLocale::system().language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

QLocale Languages::locale(const QString &language)
{
    const QLocale system = QLocale::system();
    const QLocale wanted(language);
    if (system.language() == wanted.language() && system.territory() != QLocale::AnyTerritory)
        return system;
    return wanted;
}

} // namespace facet::ui
