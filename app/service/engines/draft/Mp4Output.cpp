#include "service/engines/draft/Mp4Output.h"

#include "service/engines/draft/Sentences.h"

#include <QFile>

#include <cerrno>

extern "C" {
#include <libavformat/avformat.h>
}

namespace facet::service::draft {

namespace {

QString described(int code)
{
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    return QString::fromUtf8(text);
}

bool isFull(int code)
{
    return code == AVERROR(ENOSPC) || code == AVERROR(EFBIG) || code == AVERROR(EDQUOT);
}

} // namespace

Mp4Output::Mp4Output(const QString &path, bool korean)
    : m_path(path)
    , m_partPath(path + QStringLiteral(".part"))
    , m_korean(korean)
{
    avformat_alloc_output_context2(&m_container, nullptr, "mp4", m_partPath.toUtf8().constData());
}

Mp4Output::~Mp4Output()
{
    if (m_container) {
        if (m_container->pb)
            avio_closep(&m_container->pb);
        avformat_free_context(m_container);
    }
    if (m_opened && !m_finished)
        QFile::remove(m_partPath);
}

int Mp4Output::begin(const QMap<QString, QString> &tags)
{
    for (auto tag = tags.cbegin(); tag != tags.cend(); ++tag)
        av_dict_set(
            &m_container->metadata, tag.key().toUtf8().constData(), tag.value().toUtf8().constData(), 0);
    int code = avio_open(&m_container->pb, m_partPath.toUtf8().constData(), AVIO_FLAG_WRITE);
    if (code < 0)
        return code;
    m_opened = true;
    AVDictionary *options = nullptr;
    av_dict_set(&options, "movflags", "+faststart+use_metadata_tags", 0);
    code = avformat_write_header(m_container, &options);
    av_dict_free(&options);
    return code;
}

int Mp4Output::write(AVPacket *packet)
{
    const int code = av_write_frame(m_container, packet);
    av_packet_unref(packet);
    // The muxer does not always pass on what the file said.
    return code >= 0 && m_container->pb->error < 0 ? m_container->pb->error : code;
}

Result<void> Mp4Output::finish()
{
    int code = av_write_trailer(m_container);
    if (code >= 0 && m_container->pb->error < 0)
        code = m_container->pb->error;
    const int closed = avio_closep(&m_container->pb);
    if (code >= 0)
        code = closed;
    if (code < 0)
        return fileFailure(code);
    QFile::remove(m_path);
    QFile part(m_partPath);
    if (!part.rename(m_path))
        return sentences::outputUnwritable(m_korean, part.errorString());
    m_finished = true;
    return {};
}

tl::unexpected<Error> Mp4Output::fileFailure(int code) const
{
    return isFull(code) ? sentences::diskFull(m_korean, described(code))
                        : sentences::outputUnwritable(m_korean, described(code));
}

tl::unexpected<Error> Mp4Output::engineFailure(int code) const
{
    return isFull(code) ? sentences::diskFull(m_korean, described(code))
                        : sentences::engineFailed(m_korean, described(code));
}

} // namespace facet::service::draft
