#include "service/engines/draft/Poster.h"

#include <QImageWriter>

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

/// Standard deviation of luma under which a frame is a flat colour or still fading in.
constexpr double flat = 12;

} // namespace

void Poster::offer(const Nv12Picture &frame, bool last)
{
    if (!m_image.isNull())
        return;
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(frame.luma, mean, deviation);
    if (deviation[0] < flat && !last)
        return;
    const int w = std::min(widest, frame.width());
    const int h = std::max(1, static_cast<int>(std::lround(double(frame.height()) * w / frame.width())));
    const cv::Mat bgra = toBgra(frame, cv::Size(w, h));
    m_image = QImage(bgra.data, w, h, static_cast<qsizetype>(bgra.step), QImage::Format_RGB32).copy();
}

bool writePoster(const QImage &image, const QString &path)
{
    QImageWriter writer(path, "jpeg");
    writer.setQuality(85);
    const QImage small = image.width() > Poster::widest
        ? image.scaledToWidth(Poster::widest, Qt::SmoothTransformation)
        : image;
    return writer.write(small);
}

} // namespace facet::service::draft
