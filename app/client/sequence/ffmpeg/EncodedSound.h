#pragma once

#include "client/media/SoundReader.h"
#include "client/sequence/ffmpeg/Handles.h"
#include "client/sequence/ffmpeg/Track.h"

#include <QtGlobal>

namespace facet::client::sequence {

/// The clips' sound as one AAC stream, 48 kHz stereo, exactly as long as the pictures. Joined copies would
/// repeat each encoder's lead-in: a gap of some 20 ms at every cut.
class EncodedSound : public Track {
public:
    EncodedSound(SoundReader &sound, qint64 durationUs);

    Result<void> add(Mp4File &file) override;
    Result<bool> step(Mp4File &file) override;
    double seconds() const override;

private:
    Result<void> encode(const AVFrame *frame, Mp4File &file);

    SoundReader &m_sound;
    qint64 m_samples; ///< of the whole, each for both ears
    qint64 m_done = 0;
    CodecPtr m_codec;
    FramePtr m_frame;
    PacketPtr m_packet;
    AVStream *m_stream = nullptr;
};

} // namespace facet::client::sequence
