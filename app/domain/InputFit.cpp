#include "domain/InputFit.h"

#include "domain/Quote.h"

#include <algorithm>

namespace facet {

namespace {

bool isFrame(InputRole role)
{
    return role == InputRole::StartFrame || role == InputRole::EndFrame;
}

bool isImage(InputRole role)
{
    return role == InputRole::Reference || isFrame(role);
}

/// At most one of it in a message.
bool isSingle(InputRole role)
{
    return isFrame(role) || role == InputRole::Audio || role == InputRole::Video;
}

std::optional<InputProblem> notTaken(InputRole role, const Model &model)
{
    const ImageLimits &images = model.inputs.images;
    if (isImage(role)) {
        if (images.max <= 0)
            return InputProblem::NoImages;
        if (images.roles.isEmpty() || images.roles.contains(role))
            return std::nullopt;
        return isFrame(role) ? InputProblem::NoFrames : InputProblem::NoReferences;
    }
    if (role == InputRole::Audio)
        return model.inputs.audio ? std::nullopt : std::optional(InputProblem::NoAudio);
    if (role == InputRole::Video)
        return model.inputs.video ? std::nullopt : std::optional(InputProblem::NoVideo);
    return InputProblem::NotTogether;
}

/// Lip sync: a voice alone has no face to move, and a face alone nothing to say (PRODUCT "Catalogue").
std::optional<InputProblem> missingForLipSync(const QList<InputRole> &inputs)
{
    const bool face =
        inputs.contains(InputRole::Video) || std::any_of(inputs.cbegin(), inputs.cend(), isImage);
    const bool voice = inputs.contains(InputRole::Audio);
    if (face && voice)
        return std::nullopt;
    return face ? InputProblem::NeedsVoice
        : voice ? InputProblem::NeedsFace
                : InputProblem::NeedsFaceAndVoice;
}

InputProblem missingFor(const Model &model)
{
    const bool image = model.takes(Method::Image) || model.takes(Method::StartEnd);
    if (model.takes(Method::Video))
        return image ? InputProblem::NeedsImageOrVideo : InputProblem::NeedsVideo;
    return InputProblem::NeedsImage;
}

} // namespace

std::optional<InputProblem> inputProblem(const QList<InputRole> &inputs, const Model &model)
{
    for (const InputRole role : inputs) {
        if (const auto problem = notTaken(role, model))
            return problem;
    }
    if (std::count_if(inputs.cbegin(), inputs.cend(), isImage) > model.inputs.images.max)
        return InputProblem::TooManyImages;
    for (const InputRole single :
        { InputRole::StartFrame, InputRole::EndFrame, InputRole::Audio, InputRole::Video }) {
        if (inputs.count(single) > 1)
            return InputProblem::TwiceTheSame;
    }
    if (model.takes(Method::Audio))
        return missingForLipSync(inputs);
    const Method method = methodFor(inputs, model);
    if (model.takes(method))
        return std::nullopt;
    switch (method) {
    case Method::Text:
        return missingFor(model);
    case Method::Image:
        return model.takes(Method::StartEnd) ? InputProblem::NoReferences : InputProblem::NoImages;
    case Method::StartEnd:
        return InputProblem::NoFrames;
    case Method::Audio:
        return InputProblem::NoAudio;
    case Method::Video:
        return InputProblem::NoVideo;
    case Method::Other:
        return InputProblem::NotTogether;
    }
    return InputProblem::NotTogether;
}

QList<qsizetype> inputsThatFit(const QList<InputRole> &inputs, const Model *model)
{
    QList<qsizetype> kept;
    QList<InputRole> together;
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        const InputRole role = inputs.at(i);
        if (isSingle(role) && together.contains(role))
            continue;
        together.append(role);
        const auto problem = model ? inputProblem(together, *model) : std::nullopt;
        if (problem && !isMissing(*problem))
            together.removeLast();
        else
            kept.append(i);
    }
    return kept;
}

bool isMissing(InputProblem problem)
{
    switch (problem) {
    case InputProblem::NeedsImage:
    case InputProblem::NeedsVideo:
    case InputProblem::NeedsImageOrVideo:
    case InputProblem::NeedsFace:
    case InputProblem::NeedsVoice:
    case InputProblem::NeedsFaceAndVoice:
        return true;
    case InputProblem::NoImages:
    case InputProblem::NoReferences:
    case InputProblem::NoFrames:
    case InputProblem::TooManyImages:
    case InputProblem::NoAudio:
    case InputProblem::NoVideo:
    case InputProblem::TwiceTheSame:
    case InputProblem::NotTogether:
        return false;
    }
    return false;
}

std::optional<Blocker> inputBlocker(const QList<InputRole> &inputs, const Model &model)
{
    const auto problem = inputProblem(inputs, model);
    if (!problem)
        return std::nullopt;
    return isMissing(*problem) ? Blocker::MissingInput : Blocker::UnsupportedInput;
}

} // namespace facet
