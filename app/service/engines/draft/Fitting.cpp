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

QRect fittedRect(QSize picture, QSize frame, const Fitting &fitting)
{
    const double across = double(frame.width()) / picture.width();
    const double down = double(frame.height()) / picture.height();
    const QRect all({ 0, 0 }, frame);
    if (fitting.mode == FitMode::Crop || std::min(across, down) / std::max(across, down) > 0.99)
        return all;
    const double scale = std::min(across, down);
    const auto even = [](double value) { return static_cast<int>(std::lround(value / 2)) * 2; };
    const int w = std::clamp(even(picture.width() * scale), 2, frame.width());
    const int h = std::clamp(even(picture.height() * scale), 2, frame.height());
    return { (frame.width() - w) / 4 * 2, (frame.height() - h) / 4 * 2, w, h };
}

cv::Mat fitted(const QImage &image, QSize size, const Fitting &fitting)
{
    const cv::Mat from = asMat(image);
    cv::Mat canvas(size.height(), size.width(), CV_8UC4);
    const QRect place = fittedRect(image.size(), size, fitting);
    if (place.size() != size) {
        canvas.setTo(
            cv::Scalar(fitting.background.blue(), fitting.background.green(), fitting.background.red(), 255));
        resizeInto(from, canvas(cv::Rect(place.x(), place.y(), place.width(), place.height())));
        return canvas;
    }
    const double scale = std::max(double(size.width()) / from.cols, double(size.height()) / from.rows);
    const int w = std::clamp(rounded(size.width() / scale), 1, from.cols);
    const int h = std::clamp(rounded(size.height() / scale), 1, from.rows);
    resizeInto(from(cv::Rect((from.cols - w) / 2, (from.rows - h) / 2, w, h)), canvas);
    return canvas;
}

} // namespace facet::service::draft
