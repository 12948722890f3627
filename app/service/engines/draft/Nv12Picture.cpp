#include "service/engines/draft/Nv12Picture.h"

#include <cmath>

extern "C" {
#include <libswscale/swscale.h>
}

#include <memory>

namespace facet::service::draft {

namespace {

struct FreeScaler {
    void operator()(SwsContext *context) const { sws_freeContext(context); }
};
using Scaler = std::unique_ptr<SwsContext, FreeScaler>;

void tagBt709(SwsContext *context, bool limitedIn, bool limitedOut)
{
    const int *table = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(
        context, table, limitedIn ? 0 : 1, table, limitedOut ? 0 : 1, 0, 1 << 16, 1 << 16);
}

uchar rounded(double value)
{
    return static_cast<uchar>(std::lround(value));
}

} // namespace

Nv12Picture Nv12Picture::blank(int width, int height)
{
    Nv12Picture picture;
    picture.luma = cv::Mat(height + 1, width, CV_8UC1).rowRange(0, height);
    picture.chroma = cv::Mat(height / 2 + 1, width / 2, CV_8UC2).rowRange(0, height / 2);
    return picture;
}

Nv12Picture toNv12(const cv::Mat &bgra)
{
    CV_Assert(bgra.type() == CV_8UC4 && bgra.cols % 2 == 0 && bgra.rows % 2 == 0);
    Nv12Picture picture = Nv12Picture::blank(bgra.cols, bgra.rows);
    const Scaler scaler(sws_getContext(bgra.cols, bgra.rows, AV_PIX_FMT_BGR0, bgra.cols, bgra.rows,
        AV_PIX_FMT_NV12, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP, nullptr, nullptr, nullptr));
    tagBt709(scaler.get(), false, true);
    const uint8_t *const from[4] = { bgra.data, nullptr, nullptr, nullptr };
    const int fromStride[4] = { static_cast<int>(bgra.step), 0, 0, 0 };
    uint8_t *const to[4] = { picture.luma.data, picture.chroma.data, nullptr, nullptr };
    const int toStride[4] = { static_cast<int>(picture.luma.step), static_cast<int>(picture.chroma.step), 0,
        0 };
    sws_scale(scaler.get(), from, fromStride, 0, bgra.rows, to, toStride);
    return picture;
}

Nv12Colour toNv12(int red, int green, int blue)
{
    const double r = red / 255.0;
    const double g = green / 255.0;
    const double b = blue / 255.0;
    const double luma = 0.2126 * r + 0.7152 * g + 0.0722 * b; // ITU-R BT.709, 3.2
    return { rounded(16 + 219 * luma), rounded(128 + 224 * (b - luma) / 1.8556),
        rounded(128 + 224 * (r - luma) / 1.5748) };
}

cv::Mat toBgra(const Nv12Picture &picture, cv::Size size)
{
    cv::Mat bgra(size, CV_8UC4);
    const Scaler scaler(
        sws_getContext(picture.width(), picture.height(), AV_PIX_FMT_NV12, size.width, size.height,
            AV_PIX_FMT_BGRA, SWS_AREA | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
    tagBt709(scaler.get(), true, false);
    const uint8_t *const from[4] = { picture.luma.data, picture.chroma.data, nullptr, nullptr };
    const int fromStride[4] = { static_cast<int>(picture.luma.step), static_cast<int>(picture.chroma.step), 0,
        0 };
    uint8_t *const to[4] = { bgra.data, nullptr, nullptr, nullptr };
    const int toStride[4] = { static_cast<int>(bgra.step), 0, 0, 0 };
    sws_scale(scaler.get(), from, fromStride, 0, picture.height(), to, toStride);
    return bgra;
}

} // namespace facet::service::draft
