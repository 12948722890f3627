#include "service/engines/draft/VideoWriter.h"

#include "service/engines/draft/Sentences.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <new>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
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

EncoderFrame::EncoderFrame(QSize size)
    : m_frame(av_frame_alloc())
{
    if (!m_frame)
        throw std::bad_alloc();
    m_frame->format = AV_PIX_FMT_NV12;
    m_frame->width = size.width();
    m_frame->height = size.height();
    m_frame->color_range = AVCOL_RANGE_MPEG;
    m_frame->color_primaries = AVCOL_PRI_BT709;
    m_frame->color_trc = AVCOL_TRC_BT709;
    m_frame->colorspace = AVCOL_SPC_BT709;
    m_frame->chroma_location = AVCHROMA_LOC_LEFT;
    if (av_frame_get_buffer(m_frame, 0) < 0) {
        av_frame_free(&m_frame);
        throw std::bad_alloc();
    }
}

EncoderFrame::~EncoderFrame()
{
    av_frame_free(&m_frame);
}

EncoderFrame::EncoderFrame(EncoderFrame &&other) noexcept
    : m_frame(std::exchange(other.m_frame, nullptr))
    , m_picture(std::exchange(other.m_picture, {}))
{
}

Nv12Picture &EncoderFrame::picture()
{
    if (av_frame_make_writable(m_frame) < 0)
        throw std::bad_alloc();
    m_picture.luma = cv::Mat(m_frame->height, m_frame->width, CV_8UC1, m_frame->data[0],
        static_cast<size_t>(m_frame->linesize[0]));
    m_picture.chroma = cv::Mat(m_frame->height / 2, m_frame->width / 2, CV_8UC2, m_frame->data[1],
        static_cast<size_t>(m_frame->linesize[1]));
    return m_picture;
}

struct VideoWriter::Parts {
    VideoSettings settings;
    QString partPath;
    AVFormatContext *container = nullptr;
    AVCodecContext *codec = nullptr;
    AVStream *stream = nullptr;
    AVPacket *packet = nullptr;
    int sent = 0;
    int written = 0;
    bool draining = false;
    bool fileOpened = false;
    bool finished = false;

    ~Parts()
    {
        av_packet_free(&packet);
        avcodec_free_context(&codec);
        if (container) {
            if (container->pb)
                avio_closep(&container->pb);
            avformat_free_context(container);
        }
        if (fileOpened && !finished)
            QFile::remove(partPath);
    }

    tl::unexpected<Error> failure(int code) const
    {
        if (isFull(code))
            return sentences::diskFull(settings.korean, described(code));
        return sentences::engineFailed(settings.korean, described(code));
    }

    tl::unexpected<Error> fileFailure(int code) const
    {
        if (isFull(code))
            return sentences::diskFull(settings.korean, described(code));
        return sentences::outputUnwritable(settings.korean, described(code));
    }

    int openCodec()
    {
        const AVCodec *encoder = avcodec_find_encoder_by_name("libx264");
        if (!encoder)
            return AVERROR_ENCODER_NOT_FOUND;
        codec = avcodec_alloc_context3(encoder);
        if (!codec)
            return AVERROR(ENOMEM);
        codec->width = settings.size.width();
        codec->height = settings.size.height();
        codec->pix_fmt = AV_PIX_FMT_NV12;
        codec->time_base = { settings.ratePer, settings.rate };
        codec->framerate = { settings.rate, settings.ratePer };
        codec->sample_aspect_ratio = { 1, 1 };
        // A key frame each second: the preview seeks frame by frame.
        codec->gop_size = std::max(1, settings.rate / settings.ratePer);
        codec->color_range = AVCOL_RANGE_MPEG;
        codec->color_primaries = AVCOL_PRI_BT709;
        codec->color_trc = AVCOL_TRC_BT709;
        codec->colorspace = AVCOL_SPC_BT709;
        codec->chroma_sample_location = AVCHROMA_LOC_LEFT;
        codec->thread_count = 0;
        if (container->oformat->flags & AVFMT_GLOBALHEADER)
            codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        av_opt_set(codec->priv_data, "preset", "veryfast", 0);
        av_opt_set_double(codec->priv_data, "crf", 18, 0);
        return avcodec_open2(codec, encoder, nullptr);
    }

    /// Takes one packet out of the encoder and into the file: 0, AVERROR(EAGAIN), AVERROR_EOF or worse.
    int receive(bool &fileFailed)
    {
        int code = avcodec_receive_packet(codec, packet);
        if (code < 0)
            return code;
        av_packet_rescale_ts(packet, codec->time_base, stream->time_base);
        packet->stream_index = stream->index;
        packet->duration = av_rescale_q(1, codec->time_base, stream->time_base);
        code = av_write_frame(container, packet);
        av_packet_unref(packet);
        // The muxer does not always pass on what the file said.
        if (code >= 0 && container->pb->error < 0)
            code = container->pb->error;
        fileFailed = code < 0;
        if (code >= 0)
            ++written;
        return code;
    }
};

VideoWriter::VideoWriter(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

VideoWriter::~VideoWriter() = default;

Result<std::unique_ptr<VideoWriter>> VideoWriter::open(const VideoSettings &settings)
{
    auto parts = std::make_unique<Parts>();
    parts->settings = settings;
    parts->partPath = settings.path + QStringLiteral(".part");
    const QByteArray path = parts->partPath.toUtf8();

    int code = avformat_alloc_output_context2(&parts->container, nullptr, "mp4", path.constData());
    if (code < 0)
        return parts->failure(code);
    code = parts->openCodec();
    if (code < 0)
        return parts->failure(code);
    parts->stream = avformat_new_stream(parts->container, nullptr);
    parts->packet = av_packet_alloc();
    if (!parts->stream || !parts->packet)
        return parts->failure(AVERROR(ENOMEM));
    parts->stream->time_base = parts->codec->time_base;
    parts->stream->avg_frame_rate = parts->codec->framerate;
    code = avcodec_parameters_from_context(parts->stream->codecpar, parts->codec);
    if (code < 0)
        return parts->failure(code);
    for (auto tag = settings.tags.cbegin(); tag != settings.tags.cend(); ++tag)
        av_dict_set(
            &parts->container->metadata, tag.key().toUtf8().constData(), tag.value().toUtf8().constData(), 0);

    code = avio_open(&parts->container->pb, path.constData(), AVIO_FLAG_WRITE);
    if (code < 0)
        return parts->fileFailure(code);
    parts->fileOpened = true;
    AVDictionary *options = nullptr;
    av_dict_set(&options, "movflags", "+faststart+use_metadata_tags", 0);
    code = avformat_write_header(parts->container, &options);
    av_dict_free(&options);
    if (code < 0)
        return parts->fileFailure(code);
    return std::unique_ptr<VideoWriter>(new VideoWriter(std::move(parts)));
}

Result<void> VideoWriter::write(EncoderFrame &frame)
{
    frame.frame()->pts = m_parts->sent++;
    frame.frame()->pict_type = AV_PICTURE_TYPE_NONE;
    int code = avcodec_send_frame(m_parts->codec, frame.frame());
    if (code < 0)
        return m_parts->failure(code);
    bool fileFailed = false;
    do
        code = m_parts->receive(fileFailed);
    while (code >= 0);
    if (fileFailed)
        return m_parts->fileFailure(code);
    if (code != AVERROR(EAGAIN))
        return m_parts->failure(code);
    return {};
}

Result<bool> VideoWriter::drain()
{
    if (!m_parts->draining) {
        m_parts->draining = true;
        const int code = avcodec_send_frame(m_parts->codec, nullptr);
        if (code < 0)
            return m_parts->failure(code);
    }
    bool fileFailed = false;
    const int code = m_parts->receive(fileFailed);
    if (code == AVERROR_EOF)
        return false;
    if (fileFailed)
        return m_parts->fileFailure(code);
    if (code < 0)
        return m_parts->failure(code);
    return true;
}

Result<void> VideoWriter::finish()
{
    int code = av_write_trailer(m_parts->container);
    if (code >= 0 && m_parts->container->pb->error < 0)
        code = m_parts->container->pb->error;
    const int closed = avio_closep(&m_parts->container->pb);
    if (code >= 0)
        code = closed;
    if (code < 0)
        return m_parts->fileFailure(code);
    QFile::remove(m_parts->settings.path);
    QFile part(m_parts->partPath);
    if (!part.rename(m_parts->settings.path))
        return sentences::outputUnwritable(m_parts->settings.korean, part.errorString());
    m_parts->finished = true;
    return {};
}

int VideoWriter::written() const
{
    return m_parts->written;
}

} // namespace facet::service::draft
