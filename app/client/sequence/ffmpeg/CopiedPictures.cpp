#include "client/sequence/ffmpeg/CopiedPictures.h"

#include "client/sequence/ffmpeg/ExportErrors.h"
#include "client/sequence/ffmpeg/Mp4File.h"

#include <limits>

namespace facet::client::sequence {

namespace {

/// The earliest time at which a picture of the clip is shown. Found by reading its packets, as the first one
/// that is stored need not be the first one that is shown.
Result<int64_t> firstShown(const QString &path)
{
    const auto opened = MediaInput::open(path, nullptr);
    if (!opened)
        return tl::unexpected(opened.error());
    MediaInput &clip = **opened;
    constexpr int enough = 64; // packets; a reordering reaches 16 pictures at most
    const PacketPtr packet(av_packet_alloc());
    int64_t first = std::numeric_limits<int64_t>::max();
    for (int n = 0; n < enough && clip.read(packet.get(), clip.video()) >= 0; ++n) {
        if (packet->pts != AV_NOPTS_VALUE)
            first = std::min(first, packet->pts);
        av_packet_unref(packet.get());
    }
    if (first == std::numeric_limits<int64_t>::max())
        return ExportErrors::unreadable(path, QStringLiteral("no times"));
    return first;
}

} // namespace

CopiedPictures::CopiedPictures(const ExportPlan &plan)
    : m_paths(plan.paths)
    , m_packet(av_packet_alloc())
    , m_step{ plan.rate.seconds, plan.rate.frames }
{
}

Result<void> CopiedPictures::openNext()
{
    const QString path = m_paths.takeFirst();
    auto clip = MediaInput::open(path, nullptr);
    if (!clip)
        return tl::unexpected(clip.error());
    (*clip)->readOnly((*clip)->video());
    const auto first = firstShown(path);
    if (!first)
        return tl::unexpected(first.error());
    m_shift = *first;
    m_clip = std::move(*clip);
    m_framesBefore += m_frames;
    m_frames = 0;
    return {};
}

Result<void> CopiedPictures::add(Mp4File &file)
{
    if (auto opened = openNext(); !opened)
        return opened;
    const AVStream &from = *m_clip->video();
    m_stream = file.addStream();
    if (!m_stream || !m_packet || avcodec_parameters_copy(m_stream->codecpar, from.codecpar) < 0)
        return ExportErrors::encoder(QStringLiteral("no memory"));
    m_stream->codecpar->codec_tag = 0; // as MP4 calls it
    m_stream->time_base = from.time_base;
    m_stream->avg_frame_rate = av_inv_q(m_step);
    return {};
}

Result<bool> CopiedPictures::step(Mp4File &file)
{
    int code = m_clip->read(m_packet.get(), m_clip->video());
    while (code == AVERROR_EOF && !m_paths.isEmpty()) {
        if (auto opened = openNext(); !opened)
            return tl::unexpected(opened.error());
        code = m_clip->read(m_packet.get(), m_clip->video());
    }
    if (code == AVERROR_EOF)
        return false;
    if (code < 0)
        return ExportErrors::unreadable(QString(), ExportErrors::words(code));
    ++m_frames;
    const AVRational own = m_clip->video()->time_base;
    const int64_t offset = av_rescale_q(m_framesBefore, m_step, own) - m_shift;
    m_packet->pts += offset;
    m_packet->dts += offset;
    if (m_packet->duration <= 0)
        m_packet->duration = av_rescale_q(1, m_step, own);
    m_packet->stream_index = m_stream->index;
    m_seconds = static_cast<double>(m_packet->dts) * av_q2d(own);
    if (auto written = file.write(m_packet.get(), own); !written)
        return tl::unexpected(written.error());
    return true;
}

} // namespace facet::client::sequence
