#pragma once

#include <opencv2/core.hpp>

namespace facet::service::draft {

/// A picture as the encoder takes it: BT.709, limited range, full-size luma and half-size interleaved
/// chroma. Everything is warped and blended in this form, which is half the bytes of RGB and needs no
/// conversion per frame. Chroma sits left of its pair of columns and between its two rows (MPEG-2).
struct Nv12Picture {
    cv::Mat luma; ///< CV_8UC1
    cv::Mat chroma; ///< CV_8UC2, Cb and Cr, half as wide and high

    bool empty() const { return luma.empty(); }
    int width() const { return luma.cols; }
    int height() const { return luma.rows; }

    /// Of even size, its pixels not set. A row more than it shows is allocated, so that vector code may
    /// read a few samples past the end.
    static Nv12Picture blank(int width, int height);
};

/// `bgra` is CV_8UC4 with even sides; its alpha is ignored.
Nv12Picture toNv12(const cv::Mat &bgra);

/// One colour in the same form.
struct Nv12Colour {
    uchar y = 16;
    uchar cb = 128;
    uchar cr = 128;
};
Nv12Colour toNv12(int red, int green, int blue);

/// Back to CV_8UC4 of the given size, for posters and tests.
cv::Mat toBgra(const Nv12Picture &picture, cv::Size size);

} // namespace facet::service::draft
