#pragma once

#include "domain/Options.h"

#include <QColor>
#include <QImage>
#include <QRect>
#include <QSize>

#include <opencv2/core.hpp>

namespace facet::service::draft {

/// How pictures of another shape get into the frame (PRODUCT: "fit with a chosen background or crop").
struct Fitting {
    FitMode mode = FitMode::Fit;
    QColor background = Qt::black;
};

/// From the options; an unreadable colour counts as black.
Fitting fittingFrom(const Options &options);

/// Where a picture of size `picture` lies in a frame, in even pixels: all of the frame unless it is fitted
/// and bars of at least one hundredth of the frame remain.
QRect fittedRect(QSize picture, QSize frame, const Fitting &fitting);

/// `image` (Format_RGB32) on a canvas of `size`, CV_8UC4. Fit keeps all of it, centred; bars under one
/// hundredth of the frame are cropped away, being a rounding of the shape and not a wish. Crop
/// fills the frame and cuts the middle out.
cv::Mat fitted(const QImage &image, QSize size, const Fitting &fitting);

/// The same pixels without a copy; valid as long as `image` lives.
cv::Mat asMat(const QImage &image);

} // namespace facet::service::draft
