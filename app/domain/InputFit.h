#pragma once

#include "domain/Model.h"

namespace facet {

/// What exactly keeps a set of inputs from going to a model.
enum class InputProblem {
    NoImages, ///< it takes no pictures at all
    NoReferences, ///< it takes frames, but no reference images
    NoFrames, ///< it takes images, but no start or end frame
    TooManyImages,
    NoAudio,
    NoVideo,
    TwiceTheSame, ///< two start frames, two voices
    NotTogether, ///< each alone would do, but not this mixture
    NeedsImage,
    NeedsVideo,
    NeedsImageOrVideo,
    NeedsFace, ///< lip sync has the voice, but no picture or video of who speaks
    NeedsVoice, ///< lip sync has the face, but nothing to say
    NeedsFaceAndVoice,
};

/// The first thing that is wrong; empty: the model takes these inputs.
std::optional<InputProblem> inputProblem(const QList<InputRole> &inputs, const Model &model);

/// Those of `inputs` that go to `model` together, as indexes, in their order: each is taken in if it fits
/// with what was taken in before it. `model` null: any model would do, and only frames, voices and videos
/// that are there twice are left out.
QList<qsizetype> inputsThatFit(const QList<InputRole> &inputs, const Model *model);

/// Something has to be added, rather than taken away.
bool isMissing(InputProblem problem);

} // namespace facet
