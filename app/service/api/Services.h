#pragma once

#include "domain/Error.h"
#include "service/api/ServiceData.h"
#include "service/jobs/JobLimits.h"
#include "service/store/Clock.h"
#include "service/store/StoredFile.h"

#include <memory>

namespace facet::service {

class Accounts;
class Connections;
class EngineRegistry;
class GenerationEvents;
class Idempotency;
class Jobs;
class Ledger;
class LedgerClock;
class QuoteService;
class Router;
class Store;

/// Every part of the service that has to do with money and work, made once in main() and handed to whoever
/// needs it. Main thread only.
class Services {
public:
    struct Settings {
        QString dataDir;
        QString planId = QStringLiteral("free"); ///< of a new account
        bool planGiven = false; ///< --plan was said: an existing account changes to it
        ServiceData data;
        QStringList connectable; ///< engines of providers that a user can connect
        qint64 uploadBytes = 0; ///< largest upload, for /v1/service
        int imagesPerMessage = 0;
        std::shared_ptr<Clock> clock; ///< empty: the system's
        std::shared_ptr<EngineRegistry> engines; ///< empty: the draft engine's plugin
        JobLimits jobs;
    };

    /// Opens the database in DIR and brings the account up to date. `uploads` (which usually needs the store
    /// itself) may be given later, before resume().
    static Result<std::unique_ptr<Services>> open(Settings settings);
    ~Services();

    Store &store() const { return *m_store; }
    const Clock &clock() const { return *m_settings.clock; }
    const ServiceData &data() const { return m_settings.data; }
    const Settings &settings() const { return m_settings; }
    Ledger &ledger() const { return *m_ledger; }
    Accounts &accounts() const { return *m_accounts; }
    QuoteService &quotes() const { return *m_quotes; }
    Jobs &jobs() const { return *m_jobs; }
    GenerationEvents &events() const { return *m_events; }
    Idempotency &idempotency() const { return *m_idempotency; }
    Connections &connections() const { return *m_connections; }
    const AssetFiles &assetFiles() const;
    void setUploads(const UploadFiles &uploads);
    const UploadFiles &uploads() const;

    /// Continues what the last stop interrupted: after setUploads().
    Result<void> resume();
    /// SIGTERM: stops the engines; everything else is already on disk.
    void suspend();

private:
    class LaterUploads;

    explicit Services(Settings settings);

    Settings m_settings;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<LaterUploads> m_uploads;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<LedgerClock> m_ledgerClock;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<QuoteService> m_quotes;
    std::unique_ptr<Jobs> m_jobs;
    std::unique_ptr<GenerationEvents> m_events;
    std::unique_ptr<Idempotency> m_idempotency;
    std::unique_ptr<Connections> m_connections;
};

/// /v1/service, account, plans, agents, models, quotes, generations, ledger, top_ups, connections.
void addRestRoutes(Router &router, Services &services);

} // namespace facet::service
