#pragma once

#include "client/net/Strand.h"
#include "domain/Generation.h"
#include "domain/Model.h"

namespace facet::client {

/// What a service last said of itself.
struct Remembered {
    ServiceInfo service;
    Account account;
    Catalogue catalogue;
    QByteArray modelsEtag;
    QList<Plan> plans;
    QList<AgentInfo> agents;
};

/// A small JSON file of the profile with what the service last said, so that a start shows it at once. Only
/// a copy: a file that is missing, damaged or of another service counts as none. Holds no secrets.
class SessionCache {
public:
    /// `serviceKey`: the service's URL, or "bundled".
    SessionCache(QString path, QString serviceKey);

    std::optional<Remembered> load() const;
    /// Written away from the window's thread, in order, each whole or not at all.
    void save(const Remembered &remembered);

private:
    QString m_path;
    QString m_serviceKey;
    Strand m_strand;
};

} // namespace facet::client
