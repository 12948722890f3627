#pragma once

#include "contract/Codecs.h"
#include "domain/Quote.h"
#include "service/api/ServiceData.h"
#include "service/store/Clock.h"

namespace facet::service {

class Accounts;

/// Prices with the shared rules of app/domain, for this account, now. A quote holds for five minutes in the
/// sense of its `max_credits`: what the service takes is never more than that, or it refuses.
class QuoteService {
public:
    QuoteService(const ServiceData &data, const Accounts &accounts, const Clock &clock);

    /// What sending this message would take. Never fails: what blocks it is in the quote.
    /// `hasVideoToEdit`: the conversation holds a finished video.
    Quote quote(const contract::QuoteBody &body, bool hasVideoToEdit) const;
    /// What one generation would take, without an agent and without reading the prompt: the options are
    /// taken as they are.
    Quote quoteExact(const contract::GenerationBody &body, const Model &model) const;

private:
    void sign(Quote &quote, const QDateTime &now) const;

    const ServiceData &m_data;
    const Accounts &m_accounts;
    const Clock &m_clock;
};

} // namespace facet::service
