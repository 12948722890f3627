#include "domain/QuoteDifference.h"

namespace facet {

namespace {

using Cause = QuoteDifference::Cause;

bool sameOption(const auto &own, const auto &service)
{
    return !own || !service || *own == *service; // what one of them does not say is no contradiction
}

/// Only options that a price can depend on.
bool samePriced(const Options &own, const Options &service)
{
    return sameOption(own.durationS, service.durationS) && sameOption(own.resolution, service.resolution)
        && sameOption(own.count, service.count) && sameOption(own.audio, service.audio);
}

std::optional<Cause> coverCause(const Quote &own, const Quote &service)
{
    if (own.covered == service.covered)
        return std::nullopt;
    if (service.covered)
        return Cause::BenefitGained;
    return service.reason == CoverReason::BenefitEnded ? Cause::BenefitEnded : Cause::BenefitLost;
}

std::optional<Cause> sendingCause(const Quote &own, const Quote &service)
{
    if (own.sendable == service.sendable)
        return std::nullopt;
    const Quote &blocked = own.sendable ? service : own;
    if (blockedForCredits(blocked))
        return Cause::BalanceChanged;
    return service.sendable ? Cause::NowPossible : Cause::NoLongerPossible;
}

} // namespace

std::optional<QuoteDifference> quoteDifference(const Quote &own, const Quote &service)
{
    QuoteDifference difference{ {}, own.totalCredits, service.totalCredits };
    const bool sameModel = own.modelId == service.modelId;
    if (!sameModel)
        difference.causes.append(Cause::ModelChanged);
    if (const auto cause = coverCause(own, service))
        difference.causes.append(*cause);
    // Another model has other options and rates by itself; those explain nothing further.
    if (sameModel) {
        const bool sameOptions = samePriced(own.options, service.options);
        if (!sameOptions)
            difference.causes.append(Cause::OptionsChanged);
        else if (own.covered == service.covered && own.generationCredits != service.generationCredits)
            difference.causes.append(Cause::PriceChanged);
    }
    if (own.conversationCredits != service.conversationCredits)
        difference.causes.append(Cause::ConversationChanged);
    if (difference.causes.isEmpty() && difference.changesTotal())
        difference.causes.append(Cause::PriceChanged);
    // A figure that differs says enough about whether it can be paid.
    if (const auto cause = sendingCause(own, service);
        cause && !(difference.changesTotal() && cause == Cause::BalanceChanged))
        difference.causes.append(*cause);
    if (difference.causes.isEmpty())
        return std::nullopt;
    return difference;
}

} // namespace facet
