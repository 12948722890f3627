#include "domain/Quote.h"

namespace facet {

CoverReason coverage(const QList<Benefit> &benefits, QStringView modelId, Method method, const QDateTime &now)
{
    if (benefits.isEmpty())
        return CoverReason::PlanHasNoBenefit;
    CoverReason reason = CoverReason::ModelNotCovered;
    for (const Benefit &benefit : benefits) {
        if (benefit.modelId != modelId)
            continue;
        if (benefit.until && *benefit.until <= now) {
            if (reason == CoverReason::ModelNotCovered)
                reason = CoverReason::BenefitEnded;
        } else if (benefit.methods.contains(method)) {
            return CoverReason::Covered;
        } else {
            reason = CoverReason::MethodNotCovered;
        }
    }
    return reason;
}

Method methodFor(const QList<InputRole> &inputs, const Model &)
{
    if (inputs.contains(InputRole::Audio))
        return Method::Audio;
    if (inputs.contains(InputRole::Video))
        return Method::Video;
    if (inputs.contains(InputRole::StartFrame) || inputs.contains(InputRole::EndFrame))
        return Method::StartEnd;
    if (inputs.contains(InputRole::Reference))
        return Method::Image;
    return inputs.isEmpty() ? Method::Text : Method::Other;
}

} // namespace facet
