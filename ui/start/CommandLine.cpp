#include "ui/start/CommandLine.h"

#include "ui/theme/Theme.h"

#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>
#include <QUrl>

namespace facet::ui {

CommandLine::CommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Make videos with an agent, and see what they cost before sending."));
    const QCommandLineOption profile(QStringLiteral("profile"),
        tr("Keep everything of this start in DIR: history, settings, the bundled service's data."),
        QStringLiteral("DIR"));
    const QCommandLineOption service(QStringLiteral("service"),
        tr("Use the generation service at URL (https) instead of the bundled one."), QStringLiteral("URL"));
    const QCommandLineOption language(
        QStringLiteral("lang"), tr("Language of the window: en or ko."), QStringLiteral("LANG"));
    const QCommandLineOption theme(
        QStringLiteral("theme"), tr("Colours: light, dark or system."), QStringLiteral("THEME"));
    parser.addOptions({ profile, service, language, theme });
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();

    if (!parser.parse(arguments)) {
        refuse(parser.errorText());
        return;
    }
    if (parser.isSet(help)) {
        m_action = Action::ShowHelp;
        m_text = parser.helpText();
        return;
    }
    if (parser.isSet(version)) {
        m_action = Action::ShowVersion;
        m_text = QStringLiteral("facet %1").arg(QCoreApplication::applicationVersion());
        return;
    }
    if (!parser.positionalArguments().isEmpty()) {
        refuse(tr("Facet does not know what to do with “%1”.").arg(parser.positionalArguments().first()));
        return;
    }
    m_profile =
        QDir(parser.isSet(profile) ? parser.value(profile)
                                   : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
            .absolutePath();
    if (parser.isSet(service)) {
        const QUrl url(parser.value(service), QUrl::StrictMode);
        if (!url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty()) {
            refuse(tr("--service needs an https address, as in https://facet.example.com"));
            return;
        }
        m_service = url.toString(QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    }
    if (parser.isSet(language)) {
        m_language = parser.value(language);
        if (*m_language != QLatin1String("en") && *m_language != QLatin1String("ko"))
            refuse(tr("--lang takes en or ko."));
    }
    if (parser.isSet(theme)) {
        m_theme = parser.value(theme);
        if (!themeModeFromName(*m_theme))
            refuse(tr("--theme takes light, dark or system."));
    }
}

void CommandLine::refuse(const QString &text)
{
    m_action = Action::Refuse;
    m_text = text;
}

} // namespace facet::ui
