#include "ui/start/Translations.h"

#include "ui/settings/Languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace facet::ui {

void Translations::use(const QString &language)
{
    m_language = language;
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale::setDefault(Languages::locale(language));
    // English has a file too: its plurals.
    if (m_program.load(QLatin1String(":/i18n/facet_") + language + QLatin1String(".qm")))
        QCoreApplication::installTranslator(&m_program);
    if (m_qt.load(QLatin1String("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

QByteArray Translations::acceptLanguage() const
{
    return m_language == QLatin1String("en") ? QByteArrayLiteral("en") : m_language.toLatin1() + ", en;q=0.5";
}

} // namespace facet::ui
