#include "ui/composer/InputWords.h"

namespace facet::ui {

QString InputWords::problem(InputProblem problem, const Model &model)
{
    switch (problem) {
    case InputProblem::NoImages:
        return tr("Takes no images");
    case InputProblem::NoReferences:
        return tr("Takes frames, not reference images");
    case InputProblem::NoFrames:
        return tr("Takes no start or end frame");
    case InputProblem::TooManyImages:
        return tr("Takes up to %n image(s)", nullptr, model.inputs.images.max);
    case InputProblem::NoAudio:
        return tr("Takes no audio");
    case InputProblem::NoVideo:
        return tr("Takes no video");
    case InputProblem::TwiceTheSame:
        return tr("Takes only one of each");
    case InputProblem::NotTogether:
        return tr("Does not take these together");
    case InputProblem::NeedsImage:
        return tr("Needs an image");
    case InputProblem::NeedsVideo:
        return tr("Needs a video");
    case InputProblem::NeedsImageOrVideo:
        return tr("Needs an image or a video");
    case InputProblem::NeedsFace:
        return tr("Needs an image or a video of who speaks");
    case InputProblem::NeedsVoice:
        return tr("Needs a voice recording");
    case InputProblem::NeedsFaceAndVoice:
        return tr("Needs a face and a voice recording");
    }
    return {};
}

QString InputWords::remedy(InputProblem problem, const Model &model)
{
    switch (problem) {
    case InputProblem::NoImages:
        return tr("Remove the images, or choose another model.");
    case InputProblem::NoReferences:
        return tr("Use frames instead of reference images, or choose another model.");
    case InputProblem::NoFrames:
        return tr("Remove the frames, or choose another model.");
    case InputProblem::TooManyImages:
        return tr("Keep up to %n image(s), or choose another model.", nullptr, model.inputs.images.max);
    case InputProblem::NoAudio:
        return tr("Remove the audio, or choose another model.");
    case InputProblem::NoVideo:
        return tr("Remove the video, or choose another model.");
    case InputProblem::TwiceTheSame:
    case InputProblem::NotTogether:
        return tr("Remove one of them, or choose another model.");
    case InputProblem::NeedsImage:
        return tr("Add an image.");
    case InputProblem::NeedsVideo:
        return tr("Add a video.");
    case InputProblem::NeedsImageOrVideo:
        return tr("Add an image or a video.");
    case InputProblem::NeedsFace:
        return tr("Add an image or a video of who speaks.");
    case InputProblem::NeedsVoice:
        return tr("Add a voice recording.");
    case InputProblem::NeedsFaceAndVoice:
        return tr("Add an image or a video of who speaks, and a voice recording.");
    }
    return {};
}

} // namespace facet::ui
