#pragma once

#include "domain/Error.h"

namespace facet::service::draft {

/// The engine answers in the language of the request, not of the process: `korean` is EngineJob::korean.
/// Each returns a ready Error whose sentence says what happened and what to do.
namespace sentences {

tl::unexpected<Error> cancelled(bool korean);
tl::unexpected<Error> inputMissing(bool korean, const QString &detail);
tl::unexpected<Error> inputBroken(bool korean, const QString &detail);
tl::unexpected<Error> inputTooLarge(bool korean, qint64 pixels, qint64 limit);
tl::unexpected<Error> noPicture(bool korean);
tl::unexpected<Error> noVoice(bool korean);
/// A video or a sound that cannot be decoded.
tl::unexpected<Error> inputUnplayable(bool korean, const QString &detail);
tl::unexpected<Error> inputTooLong(bool korean, double seconds, int most);
tl::unexpected<Error> optionUnknown(bool korean, const QString &field, const QString &value);
tl::unexpected<Error> taskUnsupported(bool korean, const QString &detail);
tl::unexpected<Error> diskFull(bool korean, const QString &detail);
tl::unexpected<Error> outputUnwritable(bool korean, const QString &detail);
tl::unexpected<Error> engineFailed(bool korean, const QString &detail);

} // namespace sentences

} // namespace facet::service::draft
