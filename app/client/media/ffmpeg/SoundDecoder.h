#pragma once

#include "client/media/SoundReader.h"
#include "client/media/ffmpeg/MediaInput.h"

#include <vector>

struct AVCodecContext;
struct AVFilterContext;
struct AVFilterGraph;
struct AVFrame;

namespace facet::client {

/// A file's sound by FFmpeg: decoded, stretched to the speed in its own pitch, and resampled in one chain of
/// filters.
class SoundDecoder : public SoundReader {
public:
    /// Null when `input` has no sound that is understood.
    static std::unique_ptr<SoundDecoder> of(std::unique_ptr<MediaInput> input);
    ~SoundDecoder() override;

    Result<void> start(qint64 us, double speed) override;
    qint64 read(float *samples, qint64 frames) override;

private:
    explicit SoundDecoder(std::unique_ptr<MediaInput> input);
    bool makeChain(double seconds, double speed);
    bool pull(); ///< the next piece of the chain's end into m_pending; false: it is over
    bool push(); ///< the next decoded piece into the chain's beginning; false: none is left

    std::unique_ptr<MediaInput> m_input;
    AVCodecContext *m_codec = nullptr;
    AVPacket *m_packet = nullptr;
    AVFrame *m_frame = nullptr;
    AVFilterGraph *m_graph = nullptr;
    AVFilterContext *m_source = nullptr;
    AVFilterContext *m_sink = nullptr;
    std::vector<float> m_pending; ///< interleaved
    size_t m_taken = 0; ///< of m_pending
    qint64 m_silence = 0; ///< frames before a sound that begins later
    bool m_over = false;
};

} // namespace facet::client
