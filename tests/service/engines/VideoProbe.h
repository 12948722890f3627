#pragma once

#include <QByteArray>
#include <QImage>
#include <QMap>
#include <QSize>
#include <QString>

#include <optional>
#include <vector>

#include <opencv2/core.hpp>

namespace facet::test {

/// A video file read back by libavformat and libavcodec, independent of the code that wrote it.
struct VideoProbe {
    QSize size;
    int frames = 0;
    double durationS = 0;
    double fps = 0;
    QString codec;
    bool bt709 = false;
    bool yuv420 = false;
    bool indexFirst = false; ///< moov before mdat
    QMap<QString, QString> tags;
    std::vector<cv::Mat> luma; ///< every frame, CV_8UC1; only when asked for

    /// Empty when the file is no video. With `keep`, the frames' luma is kept.
    static std::optional<VideoProbe> read(const QString &path, bool keep);
};

/// Structural similarity of two CV_8UC1 pictures, 1 being equal (Wang et al. 2004, 11×11 Gaussian).
double ssim(const cv::Mat &a, const cv::Mat &b);

/// BT.709 limited-range luma of an RGB picture, computed in floating point.
cv::Mat lumaOf(const QImage &image);

} // namespace facet::test
