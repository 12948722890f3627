#pragma once

#include <QtGlobal>

#include <map>
#include <memory>

struct AVFrame;

namespace facet::client {

struct FrameFree {
    void operator()(AVFrame *frame) const;
};
using FramePointer = std::unique_ptr<AVFrame, FrameFree>;

/// Decoded frames around the one that is looked at, as many as fit: a step back must not decode from the last
/// key frame again.
class FrameCache {
public:
    explicit FrameCache(qint64 limitBytes);

    /// Null when it is not there.
    const AVFrame *find(qint64 index) const;
    /// What is furthest from `centre` goes when there is no room.
    void put(qint64 index, FramePointer frame, qint64 centre);
    void clear();
    /// How many frames of this kind fit.
    static qint64 room(const AVFrame &frame, qint64 limitBytes);
    qint64 limitBytes() const { return m_limit; }

private:
    qint64 m_limit;
    qint64 m_bytes = 0;
    std::map<qint64, FramePointer> m_frames;
};

} // namespace facet::client
