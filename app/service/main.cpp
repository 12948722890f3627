#include "service/agents/AgentRoutes.h"
#include "service/agents/AgentRunner.h"
#include "service/api/Services.h"
#include "service/assets/AssetRoutes.h"
#include "service/catalogue/CatalogueLoader.h"
#include "service/http/AccessToken.h"
#include "service/http/Server.h"
#include "service/http/TlsIdentity.h"
#include "service/process/Arguments.h"
#include "service/process/DataFolder.h"
#include "service/process/ParentWatch.h"
#include "service/process/StopSignals.h"
#include "service/uploads/TusRoutes.h"
#include "service/uploads/Uploads.h"

#include <QFile>
#include <QGuiApplication>
#include <QLoggingCategory>

#include <cstdio>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace facet;
using namespace facet::service;

namespace {

constexpr UploadLimits uploadLimits;
constexpr int imagesPerMessage = 10;

int failed(const QString &sentence, int code = 1)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    return code;
}

/// The sentence, and what the system said, on one line.
int failed(const Error &error)
{
    return failed(
        error.detail.isEmpty() ? error.sentence : error.sentence + QStringLiteral(" (%1)").arg(error.detail));
}

/// Every connection is a descriptor, and the usual limit of 1,024 is as many as there may be connections.
void raiseDescriptorLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 4096);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

Result<ServerOptions> serverOptions(
    const Arguments &arguments, const QString &folder, const TlsIdentity &identity)
{
    auto token = arguments.tokenFile.isEmpty() ? ownToken(folder) : readToken(arguments.tokenFile);
    if (!token)
        return tl::unexpected(token.error());
    ServerOptions options;
    options.host = arguments.host;
    options.port = arguments.port;
    options.certificatePath = identity.certificatePath;
    options.keyPath = identity.keyPath;
    options.token = *token;
    return options;
}

Result<std::unique_ptr<Services>> openServices(const Arguments &arguments, const QString &folder)
{
    auto data = loadBundledServiceData();
    if (!data)
        return tl::unexpected(data.error());
    Services::Settings settings;
    settings.dataDir = folder;
    // A new sandbox begins with the plan whose benefit it is there to try; any other is one click away.
    settings.planId = QStringLiteral("premium");
    if (!arguments.planId.isEmpty()) {
        settings.planId = arguments.planId;
        settings.planGiven = true;
        if (!data->plan(arguments.planId))
            return fail(ErrorKind::Unsupported,
                QCoreApplication::translate("facet::service",
                    "There is no plan \"%1\": give free, plus, premium, pro or business with --plan.")
                    .arg(arguments.planId));
    }
    settings.data = std::move(*data);
    settings.uploadBytes = uploadLimits.bytes;
    settings.imagesPerMessage = imagesPerMessage;
    return Services::open(std::move(settings));
}

/// One JSON line for whoever started this program. False when nobody can read it any more.
bool sayReady(const ServerOptions &options, quint16 port, const TlsIdentity &identity)
{
    QString host = options.host;
    if (host == QLatin1String("0.0.0.0"))
        host = QStringLiteral("127.0.0.1");
    else if (host == QLatin1String("::"))
        host = QStringLiteral("::1");
    if (host.contains(u':'))
        host = u'[' + host + u']';
    const QString url = QStringLiteral("https://%1:%2").arg(host).arg(port);
    const QByteArray line =
        contract::toBytes({ { "url", url.toStdString() }, { "token", options.token.toStdString() },
            { "certificate_sha256", identity.sha256.toStdString() },
            { "certificate", identity.certificate.toStdString() } })
        + '\n';
    return ::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) == line.size();
}

int run(const Arguments &arguments)
{
    const auto folder = DataFolder::open(arguments.dataFolder);
    if (!folder)
        return failed(folder.error());
    const auto identity = arguments.tlsCertificate.isEmpty()
        ? ownIdentity(folder->path())
        : givenIdentity(arguments.tlsCertificate, arguments.tlsKey);
    if (!identity)
        return failed(identity.error());
    const auto options = serverOptions(arguments, folder->path(), *identity);
    if (!options)
        return failed(options.error());

    const auto services = openServices(arguments, folder->path());
    if (!services)
        return failed(services.error());

    const auto uploads =
        Uploads::open((*services)->store(), (*services)->clock(), folder->path(), uploadLimits);
    if (!uploads)
        return failed(uploads.error());
    (*services)->setUploads(**uploads);
    AgentRunner agents(**services);

    Router router;
    addRestRoutes(router, **services);
    addAgentRoutes(router, agents);
    addUploadRoutes(router, **uploads);
    addAssetRoutes(router, (*services)->assetFiles());

    Server server(router, *options);
    const auto port = server.start();
    if (!port)
        return failed(port.error());

    StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::received, &server, [&] {
        (*services)->suspend();
        server.stop();
    });
    QObject::connect(&server, &Server::stopped, qApp, &QCoreApplication::quit);

    if (const auto resumed = (*services)->resume().and_then([&] { return agents.resume(); }); !resumed)
        return failed(resumed.error());
    if (!sayReady(*options, *port, *identity))
        return failed(
            QStringLiteral("Nobody reads the ready line: the program that started this one has ended."));
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    StopSignals::block();
    ::umask(077); // everything it writes is for its owner
    raiseDescriptorLimit();
    QCoreApplication::setApplicationName(QStringLiteral("facet-service"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FACET_VERSION));
    QStringList commandLine;
    for (int i = 0; i < argc; ++i)
        commandLine.append(QString::fromLocal8Bit(argv[i]));
    const auto arguments = readArguments(commandLine);
    if (const auto *exit = std::get_if<EarlyExit>(&arguments)) {
        std::fprintf(exit->code == 0 ? stdout : stderr, "%s\n", qUtf8Printable(exit->text));
        return exit->code;
    }

    // Title cards need fonts and text layout, which are Qt Gui's; a screen is never needed. Nor is a folder
    // for sockets, whose absence (as a system's service) Qt would report at every start.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    const QGuiApplication application(argc, argv);
    QLoggingCategory::setFilterRules({});

    const auto &given = std::get<Arguments>(arguments);
    if (given.exitWithParent && !exitWithParent())
        return failed(QStringLiteral("The program that started this one has ended."));
    return run(given);
}
