#include "service/api/Services.h"

#include "service/api/Accounts.h"
#include "service/api/Connections.h"
#include "service/api/GenerationEvents.h"
#include "service/api/QuoteService.h"
#include "service/jobs/EngineRegistry.h"
#include "service/jobs/Jobs.h"
#include "service/ledger/Idempotency.h"
#include "service/ledger/Ledger.h"
#include "service/ledger/LedgerClock.h"
#include "service/store/Store.h"

namespace facet::service {

/// Stands in for the uploads, which need the store and so come after it.
class Services::LaterUploads final : public UploadFiles {
public:
    std::optional<StoredFile> upload(const QString &id) const override
    {
        return m_real ? m_real->upload(id) : std::nullopt;
    }
    void set(const UploadFiles &real) { m_real = &real; }

private:
    const UploadFiles *m_real = nullptr;
};

Services::Services(Settings settings)
    : m_settings(std::move(settings))
    , m_uploads(std::make_unique<LaterUploads>())
{
    if (!m_settings.clock)
        m_settings.clock = std::make_shared<SystemClock>();
    if (!m_settings.engines)
        m_settings.engines = std::make_shared<EngineRegistry>();
}

Services::~Services() = default;

Result<std::unique_ptr<Services>> Services::open(Settings settings)
{
    std::unique_ptr<Services> all(new Services(std::move(settings)));
    const Settings &s = all->m_settings;
    auto store = Store::open(s.dataDir);
    if (!store)
        return tl::unexpected(store.error());
    all->m_store = std::move(*store);
    all->m_ledger = std::make_unique<Ledger>(*all->m_store, *s.clock, s.data.plans);
    if (auto opened = all->m_ledger->open(s.planId); !opened)
        return tl::unexpected(opened.error());
    if (s.planGiven) {
        if (auto changed = all->m_ledger->changePlan(s.planId); !changed)
            return fail(
                ErrorKind::Unsupported, sentenceFor(changed.error(), false), {}, changed.error().code);
    }
    all->m_connections = std::make_unique<Connections>(s.dataDir, s.connectable, *s.clock);
    if (auto loaded = all->m_connections->load(); !loaded)
        return tl::unexpected(loaded.error());
    all->m_ledgerClock = std::make_unique<LedgerClock>(*all->m_ledger, *s.clock);
    all->m_accounts = std::make_unique<Accounts>(*all->m_ledger);
    all->m_quotes = std::make_unique<QuoteService>(s.data, *all->m_accounts, *s.clock);
    all->m_idempotency = std::make_unique<Idempotency>(*all->m_store, *s.clock);
    all->m_jobs = std::make_unique<Jobs>(Jobs::Needs{ *all->m_store, *s.clock, *all->m_ledger, *all->m_quotes,
                                             s.data, *s.engines, *all->m_uploads, s.dataDir },
        s.jobs);
    all->m_accounts->setRunning([jobs = all->m_jobs.get()] { return jobs->concurrency().running; });
    all->m_events = std::make_unique<GenerationEvents>(*all->m_jobs);
    return all;
}

const AssetFiles &Services::assetFiles() const
{
    return m_jobs->assetFiles();
}

void Services::setUploads(const UploadFiles &uploads)
{
    m_uploads->set(uploads);
}

const UploadFiles &Services::uploads() const
{
    return *m_uploads;
}

Result<void> Services::resume()
{
    m_ledgerClock->start();
    return m_jobs->resume();
}

void Services::suspend()
{
    m_jobs->suspend();
}

} // namespace facet::service
