#pragma once

#include "client/sequence/SequencePlugin.h"
#include "client/sequence/ffmpeg/Handles.h"
#include "client/sequence/ffmpeg/Track.h"

namespace facet::client::sequence {

/// The clips' pictures, decoded and encoded anew: H.264 by libx264 (CRF 17), 4:2:0, BT.709, at the plan's
/// size and rate. Each picture of the result is the one that is on screen in the middle of its time.
class EncodedPictures : public Track {
public:
    explicit EncodedPictures(const SequencePlugin::Job &job);

    Result<void> add(Mp4File &file) override;
    Result<bool> step(Mp4File &file) override;
    double seconds() const override;

private:
    Result<void> encode(const AVFrame *frame, Mp4File &file);
    Result<void> fill(qint64 index);

    const SequencePlugin::Job &m_job;
    CodecPtr m_codec;
    ScalerPtr m_scaler;
    QSize m_scaledFrom;
    FramePtr m_frame;
    PacketPtr m_packet;
    AVStream *m_stream = nullptr;
    qint64 m_next = 0; ///< frame of the result
    qint64 m_filled = -1; ///< frame of the clips that m_frame holds
};

} // namespace facet::client::sequence
