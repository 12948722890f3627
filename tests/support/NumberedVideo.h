#pragma once

#include <QImage>
#include <QStringList>

namespace facet::test {

/// Videos whose every picture says which one it is, made by ffmpeg's program: twelve bars on its upper half,
/// black or white, are the number in binary, so that a test can tell exactly which frame it was given, after
/// compression and scaling too.
class NumberedVideo {
public:
    int frames = 60;
    QSize size{ 192, 108 };
    QString rate = QStringLiteral("24"); ///< as ffmpeg takes it: "30000/1001"
    QStringList codec{ QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-preset"),
        QStringLiteral("veryfast"), QStringLiteral("-crf"), QStringLiteral("20"), QStringLiteral("-pix_fmt"),
        QStringLiteral("yuv420p") };
    QString filter; ///< -vf
    double sineSeconds = 0; ///< with a tone so long; 0: no sound
    QStringList more; ///< before the output's name

    /// Writes `path`; false, with ffmpeg's words printed, when it could not.
    bool write(const QString &path) const;

    static QImage picture(int number, const QSize &size);
    /// -1: it says no number.
    static int numberIn(const QImage &picture);
};

/// ffmpeg with these arguments, its output overwritten. False, with its words printed, when it failed.
bool runFfmpeg(const QStringList &arguments, const QByteArray &input = {});

} // namespace facet::test
