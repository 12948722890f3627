#pragma once

#include "service/engines/draft/MediaFile.h"
#include "service/engines/draft/Nv12Picture.h"

struct AVCodecContext;
struct AVFrame;
struct AVPacket;
struct SwsContext;

namespace facet::service::draft {

/// The pictures of a video by their time, upright, resampled with a Lanczos filter to one size.
class VideoReading {
public:
    /// `file` has pictures. Null when they cannot be decoded. Both sides of `size` are even.
    static std::unique_ptr<VideoReading> of(MediaFile &file, QSize size);
    ~VideoReading();

    /// The picture that is shown at `seconds`; times rise from call to call, and the last picture stays after
    /// the end. Null: nothing could be decoded at all.
    const Nv12Picture *at(double seconds);

private:
    VideoReading(MediaFile &file, QSize size);
    bool decodeNext();
    void convert(const AVFrame &frame);

    MediaFile &m_file;
    QSize m_size;
    AVCodecContext *m_codec = nullptr;
    SwsContext *m_scaler = nullptr;
    AVPacket *m_packet = nullptr;
    AVFrame *m_next = nullptr;
    double m_nextAt = 0; ///< seconds
    double m_origin = 0; ///< seconds; where the file's own time begins
    bool m_started = false;
    bool m_hasNext = false;
    bool m_draining = false;
    Nv12Picture m_picture; ///< shown now
};

} // namespace facet::service::draft
