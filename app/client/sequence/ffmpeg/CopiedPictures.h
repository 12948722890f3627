#pragma once

#include "client/media/ffmpeg/MediaInput.h"
#include "client/sequence/ExportPlan.h"
#include "client/sequence/ffmpeg/Handles.h"
#include "client/sequence/ffmpeg/Track.h"

namespace facet::client::sequence {

/// The packets of several clips, one clip after another in one stream, as they are.
class CopiedPictures : public Track {
public:
    explicit CopiedPictures(const ExportPlan &plan);

    Result<void> add(Mp4File &file) override;
    Result<bool> step(Mp4File &file) override;
    double seconds() const override { return m_seconds; }

private:
    Result<void> openNext();

    QStringList m_paths; ///< of the clips that are still to come
    std::unique_ptr<MediaInput> m_clip;
    PacketPtr m_packet;
    AVStream *m_stream = nullptr;
    AVRational m_step; ///< seconds of one frame, the same in all of them
    int64_t m_framesBefore = 0; ///< of the clips before this one
    int64_t m_frames = 0; ///< of this one so far
    int64_t m_shift = 0; ///< what its times begin with, in its own time base
    double m_seconds = 0;
};

} // namespace facet::client::sequence
