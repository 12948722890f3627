#pragma once

#include "client/media/FrameReader.h"
#include "client/media/ffmpeg/FrameCache.h"
#include "client/media/ffmpeg/FrameIndex.h"
#include "client/media/ffmpeg/PictureMaker.h"

struct AVCodecContext;
struct AVPacket;

namespace facet::client {

/// A video file's frames by FFmpeg, each exactly the one that was asked for: decoding begins at the key frame
/// before it and goes on until the picture with that very time comes out.
class FfmpegFrames : public FrameReader {
public:
    explicit FfmpegFrames(std::unique_ptr<MediaInput> input);
    ~FfmpegFrames() override;

    Result<QImage> first(const QSize &within) override;
    Result<VideoInfo> info() override;
    Result<QImage> frame(const Request &request) override;

private:
    enum class Out { Found, Passed, End };

    Result<void> openCodec();
    Result<QImage> picture(const AVFrame &frame, const QSize &within, bool best = false);
    bool rewind();
    /// From the key frame of `from` on. False: the container cannot be sought.
    bool seekTo(qint64 from);
    /// Decodes until `index` is out; frames before `keepFrom` that nothing depends on are not decoded.
    Result<Out> decodeTo(qint64 index, qint64 keepFrom);
    bool feed(int64_t keepPts); ///< false: there is nothing more to feed
    FramePointer receive(int *code);

    std::unique_ptr<MediaInput> m_input;
    AVCodecContext *m_codec = nullptr;
    AVPacket *m_packet = nullptr;
    std::unique_ptr<PictureMaker> m_maker;
    std::optional<FrameIndex> m_index;
    VideoInfo m_info;
    FrameCache m_cache;
    FramePointer m_first; ///< until the index says where it belongs
    qint64 m_next = -1; ///< the frame that comes out when decoding goes on; -1: it has to be sought
    bool m_draining = false;
    bool m_opened = false;
};

} // namespace facet::client
