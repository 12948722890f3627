#include "client/media/ffmpeg/FrameIndex.h"

#include "client/media/VideoFrames.h"
#include "client/media/ffmpeg/MediaProblems.h"

extern "C" {
#include <libavcodec/packet.h>
#include <libavformat/avformat.h>
}

#include <algorithm>

namespace facet::client {

namespace {

constexpr AVRational microseconds{ 1, 1'000'000 };

struct PacketFree {
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
};

FrameRate rateFrom(AVRational rate)
{
    return { rate.num, std::max(1, rate.den) };
}

} // namespace

Result<FrameIndex> FrameIndex::of(MediaInput &input)
{
    const AVStream *stream = input.video();
    input.readOnly(stream);
    const std::unique_ptr<AVPacket, PacketFree> packet(av_packet_alloc());
    FrameIndex index;
    int64_t seen = 0;
    int code = 0;
    while ((code = input.read(packet.get(), stream)) >= 0) {
        ++seen;
        const bool shown = (packet->flags & (AV_PKT_FLAG_DISCARD | AV_PKT_FLAG_CORRUPT)) == 0;
        if (packet->flags & AV_PKT_FLAG_CORRUPT)
            index.m_complete = false;
        // A container without times of its own: decoding order is the order of showing, for what it can hold.
        const int64_t pts = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (shown && pts != AV_NOPTS_VALUE) {
            index.m_entries.push_back({ pts, (packet->flags & AV_PKT_FLAG_KEY) != 0 });
            index.m_end = std::max(index.m_end, pts + std::max<int64_t>(packet->duration, 0));
        }
        av_packet_unref(packet.get());
        if (input.isStopped())
            return MediaProblems::stopped();
        if (index.count() > VideoFrames::maxFrames)
            return MediaProblems::tooLong(input.path());
    }
    if (index.m_entries.empty())
        return MediaProblems::damaged(input.path(), code == AVERROR_EOF ? 0 : code);
    if (code != AVERROR_EOF || (stream->nb_frames > 0 && seen < stream->nb_frames))
        index.m_complete = false;
    std::stable_sort(index.m_entries.begin(), index.m_entries.end(),
        [](const Entry &a, const Entry &b) { return a.pts < b.pts; });
    const auto same = std::unique(index.m_entries.begin(), index.m_entries.end(),
        [](const Entry &a, const Entry &b) { return a.pts == b.pts; });
    index.m_entries.erase(same, index.m_entries.end());
    return index;
}

qint64 FrameIndex::find(int64_t pts) const
{
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), pts,
        [](const Entry &entry, int64_t time) { return entry.pts < time; });
    return at != m_entries.end() && at->pts == pts ? std::distance(m_entries.begin(), at) : -1;
}

qint64 FrameIndex::keyAt(qint64 index) const
{
    while (index > 0 && !at(index).key)
        --index;
    return index;
}

bool FrameIndex::isSteady() const
{
    const int64_t each = m_entries.size() > 1 ? m_entries[1].pts - m_entries[0].pts : 0;
    for (size_t i = 2; i < m_entries.size(); ++i) {
        if (m_entries[i].pts - m_entries[i - 1].pts != each)
            return false;
    }
    return true;
}

void FrameIndex::describe(const MediaInput &input, VideoInfo *info) const
{
    const AVStream *stream = input.video();
    const AVRational base = stream->time_base;
    const int64_t first = m_entries.front().pts;
    const int64_t last = m_entries.back().pts;
    info->frames = count();
    info->complete = m_complete;
    info->startsUs.reserve(count());
    for (const Entry &entry : m_entries)
        info->startsUs.append(av_rescale_q(entry.pts - first, base, microseconds));

    const AVRational said = stream->avg_frame_rate;
    const bool isSaid = said.num > 0 && said.den > 0;
    int64_t end = m_end;
    if (count() > 1 && isSteady()) {
        const int64_t each = m_entries[1].pts - first;
        AVRational rate{ 0, 1 };
        av_reduce(&rate.num, &rate.den, base.den, base.num * each, INT32_MAX);
        info->rate = rateFrom(rate);
        end = last + each;
    } else {
        if (end <= last)
            end = last + (count() > 1 ? (last - first) / (count() - 1) : 1);
        const double mean = static_cast<double>(count()) / (static_cast<double>(end - first) * av_q2d(base));
        // Times of whole milliseconds (Matroska) jitter around a rate that the file names.
        const double tick = av_q2d(base) * 1.01;
        bool jitter = isSaid;
        for (size_t i = 0; jitter && i < m_entries.size(); ++i) {
            const double ideal = static_cast<double>(i) / av_q2d(said);
            const double real = static_cast<double>(m_entries[i].pts - first) * av_q2d(base);
            jitter = std::abs(real - ideal) <= tick;
        }
        info->constantRate = jitter || count() == 1;
        info->rate = jitter ? rateFrom(said) : rateFrom(av_d2q(mean, 100'000));
    }
    info->durationUs = std::max<qint64>(info->durationUs, av_rescale_q(end - first, base, microseconds));
}

} // namespace facet::client
