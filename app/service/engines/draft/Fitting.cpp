#include "service/engines/draft/Fitting.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

int rounded(double value)
{
    return static_cast<int>(std::lround(value));
}

void resizeInto(const cv::Mat &from, cv::Mat to)
{
    const bool smaller = to.cols <= from.cols && to.rows <= from.rows;
    cv::resize(from, to, to.size(), 0, 0, smaller ? cv::INTER_AREA : cv::INTER_CUBIC);
}

} // namespace

Fitting fittingFrom(const Options &options)
{
    Fitting fitting;
    fitting.mode = options.fit.value_or(FitMode::Fit);
    const QColor colour(options.background.value_or(QStringLiteral("#000000")));
    if (colour.isValid())
        fitting.background = colour;
    return fitting;
}

cv::Mat asMat(const QImage &image)
{
    // OpenCV has no matrix of constant pixels; the callers only read.
    return cv::Mat(image.height(), image.width(), CV_8UC4, const_cast<uchar *>(image.constBits()),
        static_cast<size_t>(image.bytesPerLine()));
}

cv::Mat fitted(const QImage &image, QSize size, const Fitting &fitting)
{
    const cv::Mat from = asMat(image);
    const double across = double(size.width()) / from.cols;
    const double down = double(size.height()) / from.rows;
    const bool nearlyTheShape = std::min(across, down) / std::max(across, down) > 0.99;

    cv::Mat canvas(size.height(), size.width(), CV_8UC4);
    if (fitting.mode == FitMode::Crop || nearlyTheShape) {
        const double scale = std::max(across, down);
        const int w = std::clamp(rounded(size.width() / scale), 1, from.cols);
        const int h = std::clamp(rounded(size.height() / scale), 1, from.rows);
        resizeInto(from(cv::Rect((from.cols - w) / 2, (from.rows - h) / 2, w, h)), canvas);
        return canvas;
    }

    canvas.setTo(
        cv::Scalar(fitting.background.blue(), fitting.background.green(), fitting.background.red(), 255));
    const double scale = std::min(across, down);
    const int w = std::clamp(rounded(from.cols * scale), 1, size.width());
    const int h = std::clamp(rounded(from.rows * scale), 1, size.height());
    resizeInto(from, canvas(cv::Rect((size.width() - w) / 2, (size.height() - h) / 2, w, h)));
    return canvas;
}

} // namespace facet::service::draft
