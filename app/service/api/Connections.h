#pragma once

#include "contract/Codecs.h"
#include "service/api/Problems.h"
#include "service/api/ServiceData.h"
#include "service/store/Clock.h"

#include <map>

namespace facet::service {

/// Providers that the user has connected, in DIR/secrets.json (0600). Secrets go in and never come out: they
/// are read by engines only.
class Connections {
public:
    /// `known`: engines that can be connected; every other one is not_found.
    Connections(const QString &dataDir, QStringList known, const Clock &clock);
    /// ErrorKind::File when the file is there and cannot be read.
    Result<void> load();

    QList<contract::Connection> all() const;
    Outcome<contract::Connection> find(const QString &engine) const;
    /// Needs a secret or an https address.
    Outcome<contract::Connection> connect(const QString &engine, const contract::ConnectionBody &body);
    Outcome<void> disconnect(const QString &engine);

    /// For the engine itself.
    std::optional<QString> secret(const QString &engine) const;

private:
    struct Entry {
        std::optional<QString> secret;
        std::optional<QString> baseUrl;
        QDateTime connectedAt;
    };
    using Entries = std::map<QString, Entry>;

    Result<void> save(const Entries &entries) const;
    contract::Connection shown(const QString &engine) const;

    QString m_path;
    QStringList m_known;
    const Clock &m_clock;
    Entries m_entries;
};

} // namespace facet::service
