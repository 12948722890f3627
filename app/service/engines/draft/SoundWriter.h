#pragma once

#include "domain/Error.h"
#include "service/engines/draft/JobMonitor.h"
#include "service/engines/draft/SoundSynth.h"

#include <QMap>

namespace facet::service::draft {

/// Writes `seconds` of `synth` as AAC in MP4 (.m4a), stereo, 48 kHz. Errors as VideoWriter's; nothing is
/// left on disk then.
Result<void> writeSound(SoundSynth &synth, int seconds, const QString &path,
    const QMap<QString, QString> &tags, JobMonitor &monitor, bool korean);

} // namespace facet::service::draft
