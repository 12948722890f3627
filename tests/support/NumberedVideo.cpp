#include "tests/support/NumberedVideo.h"

#include <QProcess>

#include <array>

namespace facet::test {

namespace {
constexpr int bits = 12;
constexpr int longestMs = 120'000;
} // namespace

bool runFfmpeg(const QStringList &arguments, const QByteArray &input)
{
    QProcess ffmpeg;
    ffmpeg.setProcessChannelMode(QProcess::MergedChannels);
    ffmpeg.start(QStringLiteral("ffmpeg"),
        QStringList{ QStringLiteral("-hide_banner"), QStringLiteral("-loglevel"), QStringLiteral("error"),
            QStringLiteral("-y") }
            + arguments);
    if (!ffmpeg.waitForStarted(longestMs))
        return false;
    ffmpeg.write(input);
    ffmpeg.closeWriteChannel();
    const bool done = ffmpeg.waitForFinished(longestMs) && ffmpeg.exitCode() == 0;
    if (!done)
        qWarning("ffmpeg: %s", ffmpeg.readAll().constData());
    return done;
}

QImage NumberedVideo::picture(int number, const QSize &size)
{
    QImage image(size, QImage::Format_RGB888);
    image.fill(QColor(96, 96, 96));
    for (int y = 0; y < size.height() / 2; ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const int bit = x * bits / size.width();
            image.setPixel(x, y, (number >> bit) & 1 ? qRgb(255, 255, 255) : qRgb(0, 0, 0));
        }
    }
    return image;
}

int NumberedVideo::numberIn(const QImage &picture)
{
    if (picture.isNull())
        return -1;
    int number = 0;
    for (int bit = 0; bit < bits; ++bit) {
        const int x = (2 * bit + 1) * picture.width() / (2 * bits);
        const int grey = qGray(picture.pixel(x, picture.height() / 4));
        if (grey > 70 && grey < 180)
            return -1; // neither black nor white: no number, or two of them over each other
        if (grey >= 180)
            number |= 1 << bit;
    }
    return number;
}

bool NumberedVideo::write(const QString &path) const
{
    QByteArray raw;
    raw.reserve(qsizetype(frames) * size.width() * size.height() * 3);
    for (int i = 0; i < frames; ++i) {
        const QImage image = picture(i, size);
        for (int y = 0; y < size.height(); ++y)
            raw.append(reinterpret_cast<const char *>(image.constScanLine(y)), qsizetype(size.width()) * 3);
    }
    QStringList arguments{ QStringLiteral("-f"), QStringLiteral("rawvideo"), QStringLiteral("-pix_fmt"),
        QStringLiteral("rgb24"), QStringLiteral("-s"),
        QStringLiteral("%1x%2").arg(size.width()).arg(size.height()), QStringLiteral("-r"), rate,
        QStringLiteral("-i"), QStringLiteral("-") };
    if (sineSeconds > 0)
        arguments << QStringLiteral("-f") << QStringLiteral("lavfi") << QStringLiteral("-i")
                  << QStringLiteral("sine=frequency=440:duration=%1").arg(sineSeconds);
    if (!filter.isEmpty())
        arguments << QStringLiteral("-vf") << filter;
    arguments << codec << more << path;
    return runFfmpeg(arguments, raw);
}

} // namespace facet::test
