#include "client/sequence/ffmpeg/EncodedPictures.h"

#include "client/sequence/ffmpeg/ExportErrors.h"
#include "client/sequence/ffmpeg/Mp4File.h"

extern "C" {
#include <libavutil/opt.h>
}

namespace facet::client::sequence {

EncodedPictures::EncodedPictures(const SequencePlugin::Job &job)
    : m_job(job)
    , m_frame(av_frame_alloc())
    , m_packet(av_packet_alloc())
{
}

double EncodedPictures::seconds() const
{
    return static_cast<double>(m_next) / m_job.plan.rate.value();
}

Result<void> EncodedPictures::add(Mp4File &file)
{
    const AVCodec *encoder = avcodec_find_encoder_by_name("libx264");
    m_codec.reset(encoder ? avcodec_alloc_context3(encoder) : nullptr);
    m_stream = file.addStream();
    if (!m_codec || !m_stream || !m_frame || !m_packet)
        return ExportErrors::encoder(QStringLiteral("libx264"));
    const ExportPlan &plan = m_job.plan;
    m_codec->width = plan.size.width();
    m_codec->height = plan.size.height();
    m_codec->pix_fmt = AV_PIX_FMT_YUV420P;
    m_codec->time_base = { plan.rate.seconds, plan.rate.frames };
    m_codec->framerate = { plan.rate.frames, plan.rate.seconds };
    m_codec->sample_aspect_ratio = { 1, 1 };
    m_codec->gop_size = std::max(1, static_cast<int>(plan.rate.value())); // a key frame each second
    m_codec->color_range = AVCOL_RANGE_MPEG;
    m_codec->color_primaries = AVCOL_PRI_BT709;
    m_codec->color_trc = AVCOL_TRC_BT709;
    m_codec->colorspace = AVCOL_SPC_BT709;
    m_codec->thread_count = 0;
    m_codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    av_opt_set(m_codec->priv_data, "preset", "veryfast", 0);
    av_opt_set_double(m_codec->priv_data, "crf", 17, 0);
    int code = avcodec_open2(m_codec.get(), encoder, nullptr);
    if (code >= 0)
        code = avcodec_parameters_from_context(m_stream->codecpar, m_codec.get());
    m_frame->format = AV_PIX_FMT_YUV420P;
    m_frame->width = m_codec->width;
    m_frame->height = m_codec->height;
    m_frame->color_range = m_codec->color_range;
    m_frame->colorspace = m_codec->colorspace;
    if (code >= 0)
        code = av_frame_get_buffer(m_frame.get(), 0);
    if (code < 0)
        return ExportErrors::encoder(ExportErrors::words(code));
    m_stream->time_base = m_codec->time_base;
    m_stream->avg_frame_rate = m_codec->framerate;
    return {};
}

Result<void> EncodedPictures::fill(qint64 index)
{
    const auto picture = m_job.frames->frame({ index, {}, 0 });
    if (!picture)
        return tl::unexpected(picture.error());
    const QImage image = picture->convertToFormat(QImage::Format_RGB32);
    if (!m_scaler || m_scaledFrom != image.size()) {
        m_scaledFrom = image.size();
        m_scaler.reset(sws_getContext(image.width(), image.height(), AV_PIX_FMT_BGR0, m_frame->width,
            m_frame->height, AV_PIX_FMT_YUV420P, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP, nullptr,
            nullptr, nullptr));
        if (m_scaler)
            sws_setColorspaceDetails(m_scaler.get(), sws_getCoefficients(SWS_CS_DEFAULT), 1,
                sws_getCoefficients(SWS_CS_ITU709), 0, 0, 1 << 16, 1 << 16);
    }
    if (!m_scaler || av_frame_make_writable(m_frame.get()) < 0)
        return ExportErrors::encoder(QStringLiteral("no memory"));
    const uint8_t *rows[4] = { image.constBits(), nullptr, nullptr, nullptr };
    const int strides[4] = { static_cast<int>(image.bytesPerLine()), 0, 0, 0 };
    sws_scale(m_scaler.get(), rows, strides, 0, image.height(), m_frame->data, m_frame->linesize);
    m_filled = index;
    return {};
}

Result<void> EncodedPictures::encode(const AVFrame *frame, Mp4File &file)
{
    int code = avcodec_send_frame(m_codec.get(), frame);
    while (code >= 0) {
        code = avcodec_receive_packet(m_codec.get(), m_packet.get());
        if (code < 0)
            break;
        m_packet->stream_index = m_stream->index;
        m_packet->duration = 1;
        if (auto written = file.write(m_packet.get(), m_codec->time_base); !written)
            return written;
    }
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
        return {};
    return ExportErrors::encoder(ExportErrors::words(code));
}

Result<bool> EncodedPictures::step(Mp4File &file)
{
    if (m_next >= m_job.plan.frames) {
        if (auto drained = encode(nullptr, file); !drained)
            return tl::unexpected(drained.error());
        return false;
    }
    const FrameRate &rate = m_job.plan.rate;
    const qint64 middle = (2 * m_next + 1) * 500'000 * rate.seconds / rate.frames;
    const qint64 index = std::max<qint64>(0, m_job.info.frameAt(middle));
    if (index != m_filled) {
        if (auto filled = fill(index); !filled)
            return tl::unexpected(filled.error());
    } else if (av_frame_make_writable(m_frame.get()) < 0) {
        return ExportErrors::encoder(QStringLiteral("no memory"));
    }
    m_frame->pts = m_next++;
    if (auto encoded = encode(m_frame.get(), file); !encoded)
        return tl::unexpected(encoded.error());
    return true;
}

} // namespace facet::client::sequence
