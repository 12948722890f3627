#pragma once

#include "domain/Generation.h"
#include "domain/Model.h"
#include "tests/support/ScriptedServer.h"

namespace facet::test {

/// What a service says of itself when everything is well, over a ScriptedServer.
struct SampleService {
    ServiceInfo service;
    Account account;
    QList<Model> models;
    QByteArray modelsEtag = "\"m1\"";
    QList<Plan> plans;
    QList<AgentInfo> agents;
    QByteArray token = "right"; ///< another one is answered with 401

    SampleService();
    /// Routes GET of service, account, models, plans and agents.
    void serve(ScriptedServer &server);
};

} // namespace facet::test
