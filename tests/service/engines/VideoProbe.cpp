#include "VideoProbe.h"

#include <QFile>

#include <memory>
#include <opencv2/imgproc.hpp>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace facet::test {

namespace {

struct CloseInput {
    void operator()(AVFormatContext *c) const { avformat_close_input(&c); }
};
struct FreeCodec {
    void operator()(AVCodecContext *c) const { avcodec_free_context(&c); }
};
struct FreePacket {
    void operator()(AVPacket *p) const { av_packet_free(&p); }
};
struct FreeFrame {
    void operator()(AVFrame *f) const { av_frame_free(&f); }
};

} // namespace

std::optional<VideoProbe> VideoProbe::read(const QString &path, bool keep)
{
    AVFormatContext *opened = nullptr;
    if (avformat_open_input(&opened, path.toUtf8().constData(), nullptr, nullptr) < 0)
        return {};
    const std::unique_ptr<AVFormatContext, CloseInput> container(opened);
    if (avformat_find_stream_info(opened, nullptr) < 0)
        return {};
    const AVCodec *decoder = nullptr;
    const int index = av_find_best_stream(opened, AVMEDIA_TYPE_VIDEO, -1, -1, &decoder, 0);
    if (index < 0)
        return {};
    const AVStream *stream = opened->streams[index];

    VideoProbe probe;
    probe.size = { stream->codecpar->width, stream->codecpar->height };
    probe.fps = av_q2d(stream->avg_frame_rate);
    probe.durationS = double(stream->duration) * av_q2d(stream->time_base);
    probe.codec = QString::fromUtf8(decoder->name);
    probe.bt709 = stream->codecpar->color_space == AVCOL_SPC_BT709
        && stream->codecpar->color_trc == AVCOL_TRC_BT709
        && stream->codecpar->color_primaries == AVCOL_PRI_BT709
        && stream->codecpar->color_range == AVCOL_RANGE_MPEG;
    probe.yuv420 = stream->codecpar->format == AV_PIX_FMT_YUV420P;
    const AVDictionaryEntry *entry = nullptr;
    while ((entry = av_dict_get(opened->metadata, "", entry, AV_DICT_IGNORE_SUFFIX)))
        probe.tags.insert(QString::fromUtf8(entry->key), QString::fromUtf8(entry->value));
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray bytes = file.readAll();
        const qsizetype moov = bytes.indexOf("moov");
        probe.indexFirst = moov >= 0 && moov < bytes.indexOf("mdat");
    }

    const std::unique_ptr<AVCodecContext, FreeCodec> codec(avcodec_alloc_context3(decoder));
    avcodec_parameters_to_context(codec.get(), stream->codecpar);
    codec->thread_count = 2;
    if (avcodec_open2(codec.get(), decoder, nullptr) < 0)
        return {};
    const std::unique_ptr<AVPacket, FreePacket> packet(av_packet_alloc());
    const std::unique_ptr<AVFrame, FreeFrame> frame(av_frame_alloc());
    const auto receive = [&] {
        while (avcodec_receive_frame(codec.get(), frame.get()) >= 0) {
            ++probe.frames;
            if (keep)
                probe.luma.push_back(cv::Mat(frame->height, frame->width, CV_8UC1, frame->data[0],
                    static_cast<size_t>(frame->linesize[0]))
                                         .clone());
        }
    };
    while (av_read_frame(opened, packet.get()) >= 0) {
        if (packet->stream_index == index && avcodec_send_packet(codec.get(), packet.get()) >= 0)
            receive();
        av_packet_unref(packet.get());
    }
    avcodec_send_packet(codec.get(), nullptr);
    receive();
    return probe;
}

double ssim(const cv::Mat &a, const cv::Mat &b)
{
    CV_Assert(a.size() == b.size() && a.type() == CV_8UC1 && b.type() == CV_8UC1);
    const double c1 = 6.5025; // (0.01 × 255)²
    const double c2 = 58.5225; // (0.03 × 255)²
    cv::Mat x;
    cv::Mat y;
    a.convertTo(x, CV_32F);
    b.convertTo(y, CV_32F);
    const auto blurred = [](const cv::Mat &m) {
        cv::Mat out;
        cv::GaussianBlur(m, out, cv::Size(11, 11), 1.5);
        return out;
    };
    const cv::Mat mx = blurred(x);
    const cv::Mat my = blurred(y);
    const cv::Mat mxx = mx.mul(mx);
    const cv::Mat myy = my.mul(my);
    const cv::Mat mxy = mx.mul(my);
    const cv::Mat sxx = blurred(x.mul(x)) - mxx;
    const cv::Mat syy = blurred(y.mul(y)) - myy;
    const cv::Mat sxy = blurred(x.mul(y)) - mxy;
    const cv::Mat top = (2 * mxy + c1).mul(2 * sxy + c2);
    const cv::Mat bottom = (mxx + myy + c1).mul(sxx + syy + c2);
    cv::Mat map;
    cv::divide(top, bottom, map);
    return cv::mean(map)[0];
}

cv::Mat lumaOf(const QImage &image)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGB32);
    cv::Mat luma(rgb.height(), rgb.width(), CV_8UC1);
    for (int y = 0; y < rgb.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(rgb.constScanLine(y));
        for (int x = 0; x < rgb.width(); ++x) {
            const double v = 0.2126 * qRed(line[x]) + 0.7152 * qGreen(line[x]) + 0.0722 * qBlue(line[x]);
            luma.at<uchar>(y, x) = cv::saturate_cast<uchar>(16 + v * 219 / 255);
        }
    }
    return luma;
}

} // namespace facet::test
