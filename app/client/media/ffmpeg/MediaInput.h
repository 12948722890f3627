#pragma once

#include "domain/Error.h"

#include <QSize>

#include <atomic>
#include <cstdint>
#include <memory>

struct AVFormatContext;
struct AVPacket;
struct AVStream;

namespace facet::client {

/// A local video or sound file, opened to be read: somebody else's bytes, so only known containers, nothing
/// that leads to another file, and bounds on pixels and streams.
class MediaInput {
public:
    static Result<std::unique_ptr<MediaInput>> open(const QString &path, const std::atomic_bool *stop);
    ~MediaInput();
    Q_DISABLE_COPY_MOVE(MediaInput)

    AVFormatContext *context() const { return m_context; }
    AVStream *video() const { return m_video; } ///< null: no pictures
    AVStream *audio() const { return m_audio; } ///< null: no sound
    /// The next packet of `stream`; 0, or FFmpeg's error number. Those of the others are stepped over.
    int read(AVPacket *packet, const AVStream *stream);
    /// Only the packets of `stream` are fetched from the disk.
    void readOnly(const AVStream *stream);

    /// How the pictures are turned to be shown: FFmpeg's nine numbers; null: as they are stored.
    const int32_t *displayMatrix() const;
    /// Pixels, upright and square.
    QSize size() const;
    /// Quarter turns clockwise from the pictures as they are stored to upright.
    int quarterTurns() const;
    QString path() const { return m_path; }
    bool isStopped() const { return m_stop && m_stop->load(std::memory_order_relaxed); }

private:
    MediaInput() = default;

    QString m_path;
    const std::atomic_bool *m_stop = nullptr;
    AVFormatContext *m_context = nullptr;
    AVStream *m_video = nullptr;
    AVStream *m_audio = nullptr;
};

} // namespace facet::client
