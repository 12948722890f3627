#pragma once

#include "domain/Quote.h"

namespace facet {

/// What the service's quote says otherwise than the one computed here with the catalogue and account as
/// they were last read. The service's word wins; this is the reason to show with it.
struct QuoteDifference {
    enum class Cause {
        ModelChanged, ///< another model would make it
        BenefitEnded,
        BenefitLost, ///< covered here, not there: the plan or the terms of the benefit are others now
        BenefitGained, ///< covered there, not here
        OptionsChanged, ///< another length, resolution, count or sound
        PriceChanged, ///< the same work at another rate
        ConversationChanged, ///< the agent's own charge
        BalanceChanged, ///< the figures agree, but not whether they can be paid
        NoLongerPossible, ///< the service would refuse for another reason than credits
        NowPossible,
    };

    QList<Cause> causes; ///< never empty; the one that explains most first
    std::optional<Credits> own; ///< total as computed here; empty: not known
    std::optional<Credits> service; ///< total as the service says; empty: not known

    /// The figure itself is another one, not only what surrounds it.
    bool changesTotal() const { return own != service; }
    friend bool operator==(const QuoteDifference &, const QuoteDifference &) = default;
};

/// Empty when both come to the same thing. Wording, ids, suggestions and times are not compared.
std::optional<QuoteDifference> quoteDifference(const Quote &own, const Quote &service);

} // namespace facet
