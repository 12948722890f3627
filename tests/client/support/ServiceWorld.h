#pragma once

#include "client/api/AccountApi.h"
#include "client/api/CatalogueApi.h"
#include "client/generation/LiveGenerations.h"
#include "client/net/HttpClient.h"
#include "client/store/GenerationRecords.h"
#include "client/store/MessageStore.h"
#include "support/ServiceProcess.h"
#include "tests/support/Await.h"
#include "tests/support/FakeSession.h"

namespace facet::test {

constexpr int renderMs = 120'000; // a draft render on a busy machine

/// Where a running service is, and how it is known.
inline client::Endpoint endpointOf(const ServiceProcess &service)
{
    return { service.url(), QString::fromLatin1(service.token()),
        QByteArray::fromHex(service.certificateSha256()), service.certificate() };
}

/// The part of a client that talks to the real facet-service and keeps what it hears in `folder`; made again
/// for a restart of the window. A test adds what it looks at.
struct ServiceWorld {
    ServiceWorld(const QString &folder, FakeSession &fake, const client::Endpoint &endpoint)
        : session(fake)
        , database(folder + QStringLiteral("/facet.db"))
        , messages(&database)
        , records(&database)
        , generations(
              http, records, { folder + QStringLiteral("/results"), folder + QStringLiteral("/posters") })
    {
        http.setEndpoint(endpoint);
    }

    /// Before what depends on it is started, as in the program.
    void startGenerations()
    {
        generations.start();
        generations.serviceReady();
    }
    /// The session says what the service says: models, agents, plans, the account.
    void readService()
    {
        const client::CatalogueApi catalogue(http);
        session.catalogueNow = *await(catalogue.models())->catalogue;
        session.agentsNow = await(catalogue.agents()).value();
        session.plansNow = await(catalogue.plans()).value();
        session.serviceNow.imagesPerMessage = 10;
        readAccount();
        session.sayCatalogue();
    }
    Credits readAccount()
    {
        session.accountNow = await(client::AccountApi(http).get()).value();
        session.sayAccount();
        return session.accountNow.balance.credits;
    }

    client::HttpClient http;
    FakeSession &session;
    client::Database database;
    client::MessageStore messages;
    client::GenerationRecords records;
    client::LiveGenerations generations;
};

} // namespace facet::test
