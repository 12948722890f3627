#pragma once

#include "service/engines/draft/StopFlag.h"

#include <QSize>
#include <QString>

#include <memory>
#include <optional>

struct AVFormatContext;
struct AVStream;

namespace facet::service::draft {

/// A video or sound file of somebody else's, opened to be read. Reading ends early when `stop` says so.
class MediaFile {
public:
    /// Null when it cannot be opened or holds nothing that is understood. `stop` outlives it.
    static std::unique_ptr<MediaFile> open(const QString &path, const StopFlag &stop);
    ~MediaFile();

    AVFormatContext *context() const { return m_context; }
    AVStream *videoStream() const { return m_video; } ///< null: no pictures
    AVStream *audioStream() const { return m_audio; } ///< null: no sound
    double seconds() const; ///< 0: not known
    /// Pixels upright, as it is to be shown.
    QSize size() const;
    /// Quarter turns clockwise from the pictures as they are stored to upright.
    int quarterTurns() const;

private:
    MediaFile() = default;

    AVFormatContext *m_context = nullptr;
    AVStream *m_video = nullptr;
    AVStream *m_audio = nullptr;
};

} // namespace facet::service::draft
