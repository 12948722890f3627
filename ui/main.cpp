#include "ui/start/CommandLine.h"
#include "ui/start/EarlyFonts.h"
#include "ui/start/Program.h"
#include "ui/start/SingleInstance.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

using namespace facet::ui;

namespace {

int print(const CommandLine &options)
{
    const QByteArray text = options.text().toLocal8Bit();
    const bool refused = options.action() == CommandLine::Action::Refuse;
    std::fprintf(refused ? stderr : stdout, "%s\n", text.constData());
    return refused ? 2 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    // The first frame is there three times sooner than with GStreamer, and it needs no further package.
    if (qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    Q_INIT_RESOURCE(samples);
    Q_INIT_RESOURCE(facet_translations);
    QCoreApplication::setApplicationName(QStringLiteral("facet"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FACET_VERSION));

    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    {
        // Before any window: --help and --version answer without a display.
        int count = 1;
        const QCoreApplication names(count, argv);
        const CommandLine options(arguments);
        if (options.action() != CommandLine::Action::Run)
            return print(options);
    }

    EarlyFonts fonts;
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Facet"));
    QGuiApplication::setDesktopFileName(QStringLiteral("facet"));
    const CommandLine options(arguments);
    if (!QDir().mkpath(options.profileFolder())) {
        std::fprintf(stderr, "%s\n",
            qPrintable(QCoreApplication::translate(
                "main", "The folder %1 cannot be made. Choose another with --profile.")
                           .arg(options.profileFolder())));
        return 1;
    }
    SingleInstance instance(options.profileFolder());
    if (!instance.claim())
        return 0;
    Program program(application, options);
    QObject::connect(&instance, &SingleInstance::startedAgain, &program, &Program::show);
    fonts.wait();
    program.open();
    return QApplication::exec();
}
