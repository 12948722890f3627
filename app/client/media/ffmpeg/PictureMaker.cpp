#include "client/media/ffmpeg/PictureMaker.h"

#include <QTransform>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/mem.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

namespace facet::client {

namespace {

constexpr int smallestHd = 720; // lines

int matrixOf(const AVFrame &frame)
{
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
        return SWS_CS_ITU709;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return SWS_CS_BT2020;
    case AVCOL_SPC_UNSPECIFIED:
        return frame.height >= smallestHd ? SWS_CS_ITU709 : SWS_CS_ITU601;
    default:
        return SWS_CS_ITU601;
    }
}

} // namespace

PictureMaker::PictureMaker(const QSize &size, int quarterTurns)
    : m_size(size)
    , m_turns(quarterTurns)
{
}

PictureMaker::~PictureMaker()
{
    sws_freeContext(m_scaler);
}

QImage PictureMaker::picture(const AVFrame &frame, const QSize &within, bool best)
{
    QSize upright = m_size;
    const bool smaller =
        !within.isEmpty() && (upright.width() > within.width() || upright.height() > within.height());
    if (smaller)
        upright = upright.scaled(within, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    const QSize target = m_turns % 2 == 1 ? upright.transposed() : upright;
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const AVPixFmtDescriptor *description = av_pix_fmt_desc_get(format);
    if (!description || frame.width <= 0 || frame.height <= 0)
        return {};
    const bool alpha = description->flags & AV_PIX_FMT_FLAG_ALPHA;
    const int filter = best ? SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT : SWS_BILINEAR;
    m_scaler = sws_getCachedContext(m_scaler, frame.width, frame.height, format, target.width(),
        target.height(), alpha ? AV_PIX_FMT_BGRA : AV_PIX_FMT_BGR0, filter, nullptr, nullptr, nullptr);
    if (!m_scaler)
        return {};
    const int *matrix = sws_getCoefficients(matrixOf(frame));
    const bool full = frame.color_range == AVCOL_RANGE_JPEG;
    constexpr int one = 1 << 16;
    sws_setColorspaceDetails(
        m_scaler, matrix, full ? 1 : 0, sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, one, one);

    // Its vector code writes whole blocks of pixels, past the end of a row whose width is no multiple of them:
    // every row, and the last one too, has room for that.
    constexpr qsizetype room = 128; // bytes
    const qsizetype stride = (qsizetype(target.width()) * 4 + room - 1) / room * room;
    auto *pixels = static_cast<uchar *>(av_malloc(static_cast<size_t>(stride * target.height() + room)));
    if (!pixels)
        return {};
    QImage image(pixels, target.width(), target.height(), stride,
        alpha ? QImage::Format_ARGB32 : QImage::Format_RGB32, [](void *bytes) { av_free(bytes); }, pixels);
    if (image.isNull()) {
        av_free(pixels);
        return {};
    }
    uint8_t *lines[4] = { image.bits(), nullptr, nullptr, nullptr };
    const int strides[4] = { static_cast<int>(image.bytesPerLine()), 0, 0, 0 };
    if (sws_scale(m_scaler, frame.data, frame.linesize, 0, frame.height, lines, strides) != target.height())
        return {};
    if (m_turns != 0)
        image = image.transformed(QTransform().rotate(90.0 * m_turns));
    return image;
}

} // namespace facet::client
