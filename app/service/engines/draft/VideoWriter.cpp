#include "service/engines/draft/VideoWriter.h"

#include "service/engines/draft/Mp4Output.h"

#include <algorithm>
#include <new>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
}

namespace facet::service::draft {

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
    explicit Parts(const VideoSettings &wanted)
        : settings(wanted)
        , output(wanted.path, wanted.korean)
    {
    }
    ~Parts()
    {
        av_packet_free(&packet);
        avcodec_free_context(&codec);
    }
    Parts(const Parts &) = delete;
    Parts &operator=(const Parts &) = delete;

    VideoSettings settings;
    Mp4Output output;
    AVCodecContext *codec = nullptr;
    AVStream *stream = nullptr;
    AVPacket *packet = nullptr;
    int sent = 0;
    int written = 0;
    bool draining = false;

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
        if (output.container()->oformat->flags & AVFMT_GLOBALHEADER)
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
        code = output.write(packet);
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
    auto parts = std::make_unique<Parts>(settings);
    Mp4Output &output = parts->output;
    if (!output.container())
        return output.engineFailure(AVERROR(ENOMEM));
    int code = parts->openCodec();
    if (code < 0)
        return output.engineFailure(code);
    parts->stream = avformat_new_stream(output.container(), nullptr);
    parts->packet = av_packet_alloc();
    if (!parts->stream || !parts->packet)
        return output.engineFailure(AVERROR(ENOMEM));
    parts->stream->time_base = parts->codec->time_base;
    parts->stream->avg_frame_rate = parts->codec->framerate;
    code = avcodec_parameters_from_context(parts->stream->codecpar, parts->codec);
    if (code < 0)
        return output.engineFailure(code);
    code = output.begin(settings.tags);
    if (code < 0)
        return output.fileFailure(code);
    return std::unique_ptr<VideoWriter>(new VideoWriter(std::move(parts)));
}

Result<void> VideoWriter::write(EncoderFrame &frame)
{
    frame.frame()->pts = m_parts->sent++;
    frame.frame()->pict_type = AV_PICTURE_TYPE_NONE;
    int code = avcodec_send_frame(m_parts->codec, frame.frame());
    if (code < 0)
        return m_parts->output.engineFailure(code);
    bool fileFailed = false;
    do
        code = m_parts->receive(fileFailed);
    while (code >= 0);
    if (fileFailed)
        return m_parts->output.fileFailure(code);
    if (code != AVERROR(EAGAIN))
        return m_parts->output.engineFailure(code);
    return {};
}

Result<bool> VideoWriter::drain()
{
    if (!m_parts->draining) {
        m_parts->draining = true;
        const int code = avcodec_send_frame(m_parts->codec, nullptr);
        if (code < 0)
            return m_parts->output.engineFailure(code);
    }
    bool fileFailed = false;
    const int code = m_parts->receive(fileFailed);
    if (code == AVERROR_EOF)
        return false;
    if (fileFailed)
        return m_parts->output.fileFailure(code);
    if (code < 0)
        return m_parts->output.engineFailure(code);
    return true;
}

Result<void> VideoWriter::finish()
{
    return m_parts->output.finish();
}

int VideoWriter::written() const
{
    return m_parts->written;
}

} // namespace facet::service::draft
