#include "client/sequence/ffmpeg/Mp4File.h"

#include "client/sequence/ffmpeg/ExportErrors.h"

#include <QFile>

namespace facet::client::sequence {

Mp4File::Mp4File(const QString &path)
    : m_path(path)
{
    avformat_alloc_output_context2(&m_container, nullptr, "mp4", path.toUtf8().constData());
}

Mp4File::~Mp4File()
{
    if (m_container) {
        if (m_container->pb)
            avio_closep(&m_container->pb);
        avformat_free_context(m_container);
    }
    if (m_opened && !m_finished)
        QFile::remove(m_path);
}

AVStream *Mp4File::addStream()
{
    return m_container ? avformat_new_stream(m_container, nullptr) : nullptr;
}

Result<void> Mp4File::checked(int code) const
{
    // The muxer does not always pass on what the file said.
    if (code >= 0 && m_container->pb && m_container->pb->error < 0)
        code = m_container->pb->error;
    if (code < 0)
        return ExportErrors::unwritable(m_path, code);
    return {};
}

Result<void> Mp4File::begin(const QMap<QString, QString> &tags)
{
    if (!m_container)
        return ExportErrors::unwritable(m_path, AVERROR(ENOMEM));
    for (auto tag = tags.cbegin(); tag != tags.cend(); ++tag)
        av_dict_set(
            &m_container->metadata, tag.key().toUtf8().constData(), tag.value().toUtf8().constData(), 0);
    int code = avio_open(&m_container->pb, m_path.toUtf8().constData(), AVIO_FLAG_WRITE);
    m_opened = code >= 0;
    if (code >= 0) {
        AVDictionary *options = nullptr;
        av_dict_set(&options, "movflags", "+faststart+use_metadata_tags", 0);
        code = avformat_write_header(m_container, &options);
        av_dict_free(&options);
    }
    return checked(code);
}

Result<void> Mp4File::write(AVPacket *packet, AVRational from)
{
    av_packet_rescale_ts(packet, from, m_container->streams[packet->stream_index]->time_base);
    packet->pos = -1;
    return checked(av_interleaved_write_frame(m_container, packet));
}

Result<void> Mp4File::finish()
{
    if (auto written = checked(av_write_trailer(m_container)); !written)
        return written;
    const int closed = avio_closep(&m_container->pb);
    if (closed < 0)
        return ExportErrors::unwritable(m_path, closed);
    m_finished = true;
    return {};
}

} // namespace facet::client::sequence
