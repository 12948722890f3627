#pragma once

#include "domain/Model.h"
#include "service/engines/Engine.h"
#include "service/store/Clock.h"

namespace facet::service {

class GenerationTable;
class Ledger;
class Store;
struct GenerationRow;

/// What the end of a take, or of a generation, means in the database and in the ledger: both in one
/// transaction, so that credits and results never disagree. Taken is what was delivered, item by item; the
/// rest of what was held goes back (PRODUCT rule 7). What follows a generation gets its result with it, or
/// ends with it, its credits given back.
class Settlement {
public:
    Settlement(
        Store &store, const Clock &clock, Ledger &ledger, const Catalogue &catalogue, GenerationTable &table);

    /// Records the take; the last one of its generation also makes its status final.
    Result<void> recordTake(const GenerationRow &row, int take, const Result<EngineOutput> &output);
    Result<void> cancel(const GenerationRow &row);
    /// It took the service down with it each time it was begun.
    Result<void> giveUp(const GenerationRow &row);

private:
    Result<void> closeByDelivery(const QString &id);
    Result<void> close(
        const GenerationRow &row, GenerationStatus status, const std::optional<GenerationError> &error = {});
    Result<void> passOn(const GenerationRow &row, GenerationStatus status);

    Store &m_store;
    const Clock &m_clock;
    Ledger &m_ledger;
    const Catalogue &m_catalogue;
    GenerationTable &m_table;
};

} // namespace facet::service
