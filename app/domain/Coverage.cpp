#include "domain/Quote.h"

#include <algorithm>

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

std::optional<Blocker> inputBlocker(const QList<InputRole> &inputs, const Model &model)
{
    const ImageLimits &images = model.inputs.images;
    const auto isImage = [](InputRole role) {
        return role == InputRole::Reference || role == InputRole::StartFrame || role == InputRole::EndFrame;
    };
    for (const InputRole role : inputs) {
        const bool taken = isImage(role)
            ? images.max > 0 && (images.roles.isEmpty() || images.roles.contains(role))
            : role == InputRole::Audio ? model.inputs.audio
            : role == InputRole::Video ? model.inputs.video
                                       : false;
        if (!taken)
            return Blocker::UnsupportedInput;
    }
    if (std::count_if(inputs.cbegin(), inputs.cend(), isImage) > images.max)
        return Blocker::UnsupportedInput;
    for (const InputRole single :
        { InputRole::StartFrame, InputRole::EndFrame, InputRole::Audio, InputRole::Video }) {
        if (inputs.count(single) > 1)
            return Blocker::UnsupportedInput;
    }
    // Lip sync: a voice alone has no face to move, and a face alone nothing to say (PRODUCT "Catalogue").
    if (model.takes(Method::Audio)) {
        const bool face =
            inputs.contains(InputRole::Video) || std::any_of(inputs.cbegin(), inputs.cend(), isImage);
        return face && inputs.contains(InputRole::Audio) ? std::nullopt
                                                         : std::optional(Blocker::MissingInput);
    }
    const Method method = methodFor(inputs, model);
    if (model.takes(method))
        return std::nullopt;
    return method == Method::Text ? Blocker::MissingInput : Blocker::UnsupportedInput;
}

} // namespace facet
