#pragma once

#include "domain/Error.h"
#include "service/engines/draft/JobMonitor.h"

#include <QMap>

namespace facet::service::draft {

/// Puts the sound of one file under the pictures of another.
struct SoundJoin {
    QString video; ///< of VideoWriter; goes away
    QString sound; ///< any file with sound
    QString path; ///< the finished file, MP4; written as path + ".part" and renamed last
    double seconds = 0; ///< longer sound is cut there
    QMap<QString, QString> tags;
    bool korean = false;
};

/// Pictures are copied. So is sound that MP4 takes as it is (AAC, MP3, Opus); other sound becomes AAC.
/// Errors: Cancelled, Unsupported for sound that cannot be decoded, File, Service; nothing is left then.
Result<void> joinSound(const SoundJoin &join, JobMonitor &monitor);

} // namespace facet::service::draft
