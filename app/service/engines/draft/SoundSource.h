#pragma once

#include "service/engines/draft/MediaFile.h"

struct AVAudioFifo;
struct AVCodecContext;
struct AVCodecParameters;
struct AVFrame;
struct AVPacket;
struct SwrContext;

namespace facet::service::draft {

/// The sound of a file as packets for MP4: copied where MP4 takes it, else made AAC.
class SoundSource {
public:
    /// Null: no sound, or none that can be decoded.
    static std::unique_ptr<SoundSource> of(MediaFile &file);
    ~SoundSource();

    /// For the stream of the new file: codec parameters and time base.
    const AVCodecParameters *parameters() const { return m_parameters; }
    std::pair<int, int> timeBase() const; ///< numerator, denominator
    /// The next packet, from time 0; false at the end. Times in timeBase().
    bool next(AVPacket &packet);

private:
    explicit SoundSource(MediaFile &file);
    bool openCoder();
    bool copyNext(AVPacket &packet);
    bool codeNext(AVPacket &packet);
    bool fill(); ///< decodes some more into the fifo; false at the end
    void keep(const AVFrame *frame);

    MediaFile &m_file;
    AVCodecParameters *m_parameters = nullptr;
    AVCodecContext *m_decoder = nullptr; ///< null: packets are copied
    AVCodecContext *m_encoder = nullptr;
    SwrContext *m_resampler = nullptr;
    AVAudioFifo *m_fifo = nullptr;
    AVFrame *m_frame = nullptr;
    AVPacket *m_packet = nullptr;
    int64_t m_origin = 0;
    int64_t m_samples = 0;
    bool m_started = false;
    bool m_decoded = false;
    bool m_flushed = false;
};

} // namespace facet::service::draft
