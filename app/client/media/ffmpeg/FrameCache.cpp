#include "client/media/ffmpeg/FrameCache.h"

extern "C" {
#include <libavutil/frame.h>
}

#include <algorithm>

namespace facet::client {

namespace {

qint64 bytesOf(const AVFrame &frame)
{
    qint64 bytes = 0;
    for (const AVBufferRef *buffer : frame.buf) {
        if (buffer)
            bytes += static_cast<qint64>(buffer->size);
    }
    return std::max<qint64>(1, bytes);
}

} // namespace

void FrameFree::operator()(AVFrame *frame) const
{
    av_frame_free(&frame);
}

FrameCache::FrameCache(qint64 limitBytes)
    : m_limit(limitBytes)
{
}

const AVFrame *FrameCache::find(qint64 index) const
{
    const auto at = m_frames.find(index);
    return at == m_frames.end() ? nullptr : at->second.get();
}

void FrameCache::put(qint64 index, FramePointer frame, qint64 centre)
{
    const auto old = m_frames.find(index);
    if (old != m_frames.end()) {
        m_bytes -= bytesOf(*old->second);
        m_frames.erase(old);
    }
    m_bytes += bytesOf(*frame);
    m_frames.emplace(index, std::move(frame));
    while (m_bytes > m_limit && m_frames.size() > 1) {
        const auto first = m_frames.begin();
        const auto last = std::prev(m_frames.end());
        const auto far = std::abs(first->first - centre) >= std::abs(last->first - centre) ? first : last;
        m_bytes -= bytesOf(*far->second);
        m_frames.erase(far);
    }
}

void FrameCache::clear()
{
    m_frames.clear();
    m_bytes = 0;
}

qint64 FrameCache::room(const AVFrame &frame, qint64 limitBytes)
{
    return limitBytes / bytesOf(frame);
}

} // namespace facet::client
