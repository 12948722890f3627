#pragma once

#include "client/media/VideoInfo.h"
#include "client/media/ffmpeg/MediaInput.h"

#include <vector>

namespace facet::client {

/// Every frame that a file shows, in the order in which it is shown, found by reading the packets without
/// decoding them: what makes a frame's number exact, whatever the rate, the order of decoding or an edit
/// list.
class FrameIndex {
public:
    struct Entry {
        int64_t pts = 0; ///< the stream's own clock
        bool key = false; ///< decoding can begin here
    };

    /// Reads `input` from where it is to its end; afterwards it has to be sought. A file without times for
    /// its frames (some AVI) is refused as not read.
    static Result<FrameIndex> of(MediaInput &input);

    /// The frame that is shown from `pts` on; -1: none is.
    qint64 find(int64_t pts) const;
    /// The last frame at or before `index` that decoding can begin with.
    qint64 keyAt(qint64 index) const;
    const Entry &at(qint64 index) const { return m_entries[static_cast<size_t>(index)]; }
    qint64 count() const { return static_cast<qint64>(m_entries.size()); }
    /// What the index says of the file; size, codec and sound are the caller's.
    void describe(const MediaInput &input, VideoInfo *info) const;

private:
    bool isSteady() const;

    std::vector<Entry> m_entries;
    int64_t m_end = 0; ///< when the last frame has been shown
    bool m_complete = true;
};

} // namespace facet::client
