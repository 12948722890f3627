#pragma once

#include <QStringList>

#include <variant>

namespace facet::service {

/// The command line of facet-service (CONTRACT "facet-service").
struct Arguments {
    QString dataFolder;
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0;
    QString tlsCertificate; ///< both or none
    QString tlsKey;
    QString tokenFile;
    QString planId; ///< empty: not said
    bool exitWithParent = false;
};

/// Text to print before leaving, with the exit code: 0 for --help and --version, 2 for a wrong command line.
struct EarlyExit {
    int code = 0;
    QString text;
};

std::variant<Arguments, EarlyExit> readArguments(const QStringList &commandLine);

} // namespace facet::service
