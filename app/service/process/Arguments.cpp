#include "service/process/Arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace facet::service {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("facet::service::Arguments", sentence);
}

/// "127.0.0.1:0", "[::1]:8443", "localhost:8443"
bool readListen(const QString &value, Arguments *arguments)
{
    const qsizetype colon = value.lastIndexOf(u':');
    QString host = value.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return false;
    bool isPort = false;
    arguments->port = value.mid(colon + 1).toUShort(&isPort);
    arguments->host = host;
    return colon > 0 && isPort && !host.isEmpty();
}

} // namespace

std::variant<Arguments, EarlyExit> readArguments(const QStringList &commandLine)
{
    const QCommandLineOption data(QStringLiteral("data"),
        text(QT_TRANSLATE_NOOP(
            "facet::service::Arguments", "Folder that holds everything the service keeps.")),
        QStringLiteral("DIR"));
    const QCommandLineOption listen(QStringLiteral("listen"),
        text(QT_TRANSLATE_NOOP(
            "facet::service::Arguments", "Address and port to listen on; port 0 is any free one.")),
        QStringLiteral("HOST:PORT"), QStringLiteral("127.0.0.1:0"));
    const QCommandLineOption tlsCertificate(QStringLiteral("tls-cert"),
        text(QT_TRANSLATE_NOOP(
            "facet::service::Arguments", "Certificate (PEM) to use instead of a self-signed one.")),
        QStringLiteral("FILE"));
    const QCommandLineOption tlsKey(QStringLiteral("tls-key"),
        text(QT_TRANSLATE_NOOP("facet::service::Arguments", "Key (PEM) of that certificate.")),
        QStringLiteral("FILE"));
    const QCommandLineOption tokenFile(QStringLiteral("token-file"),
        text(QT_TRANSLATE_NOOP("facet::service::Arguments",
            "File (mode 0600) with the access token, instead of one made in DIR.")),
        QStringLiteral("FILE"));
    const QCommandLineOption plan(QStringLiteral("plan"),
        text(QT_TRANSLATE_NOOP(
            "facet::service::Arguments", "Plan of the account: free, plus, premium, pro or business.")),
        QStringLiteral("PLAN"));
    const QCommandLineOption exitWithParent(QStringLiteral("exit-with-parent"),
        text(QT_TRANSLATE_NOOP(
            "facet::service::Arguments", "Stop when the program that started this one ends.")));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        text(QT_TRANSLATE_NOOP("facet::service::Arguments", "The generation service of Facet.")));
    parser.addOptions({ data, listen, tlsCertificate, tlsKey, tokenFile, plan, exitWithParent });
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();

    if (!parser.parse(commandLine))
        return EarlyExit{ 2, parser.errorText() };
    if (parser.isSet(help))
        return EarlyExit{ 0, parser.helpText() };
    if (parser.isSet(version))
        return EarlyExit{ 0,
            QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() };
    if (!parser.positionalArguments().isEmpty())
        return EarlyExit{ 2,
            text(QT_TRANSLATE_NOOP("facet::service::Arguments", "Unexpected argument \"%1\": see --help."))
                .arg(parser.positionalArguments().first()) };

    Arguments arguments;
    arguments.dataFolder = parser.value(data);
    if (arguments.dataFolder.isEmpty())
        return EarlyExit{ 2,
            text(QT_TRANSLATE_NOOP("facet::service::Arguments", "Say where to keep data: --data DIR.")) };
    if (!readListen(parser.value(listen), &arguments))
        return EarlyExit{ 2,
            text(
                QT_TRANSLATE_NOOP("facet::service::Arguments",
                    "\"%1\" is no address to listen on: write --listen HOST:PORT, for instance 127.0.0.1:8443."))
                .arg(parser.value(listen)) };
    arguments.tlsCertificate = parser.value(tlsCertificate);
    arguments.tlsKey = parser.value(tlsKey);
    if (arguments.tlsCertificate.isEmpty() != arguments.tlsKey.isEmpty())
        return EarlyExit{ 2,
            text(QT_TRANSLATE_NOOP("facet::service::Arguments", "Give --tls-cert and --tls-key together.")) };
    arguments.tokenFile = parser.value(tokenFile);
    arguments.planId = parser.value(plan);
    arguments.exitWithParent = parser.isSet(exitWithParent);
    return arguments;
}

} // namespace facet::service
