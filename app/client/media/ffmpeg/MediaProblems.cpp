#include "client/media/ffmpeg/MediaProblems.h"

#include <QFileInfo>
#include <QLocale>

extern "C" {
#include <libavutil/error.h>
}

#include <array>

namespace facet::client {

namespace {

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

QString wordOf(int code)
{
    if (code >= 0)
        return {};
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return QString::fromUtf8(text.data());
}

} // namespace

tl::unexpected<Error> MediaProblems::damaged(const QString &path, int code)
{
    return fail(ErrorKind::File,
        tr("“%1” is damaged or was not copied completely. Fetch it again, or choose another file.")
            .arg(nameOf(path)),
        wordOf(code));
}

tl::unexpected<Error> MediaProblems::notAVideo(const QString &path, int code)
{
    return fail(ErrorKind::Unsupported,
        tr("“%1” cannot be played here: it is no video, picture or sound that Facet reads, or it is damaged. "
           "Show it in its folder to open it with another program.")
            .arg(nameOf(path)),
        wordOf(code));
}

tl::unexpected<Error> MediaProblems::noPicture(const QString &path)
{
    return fail(
        ErrorKind::Unsupported, tr("“%1” holds sound and no picture. Choose a video.").arg(nameOf(path)));
}

tl::unexpected<Error> MediaProblems::codecMissing(const QString &path, const QString &codec)
{
    return fail(ErrorKind::Unsupported,
        tr("“%1” is written in a way that this computer cannot read (%2). Convert it to H.264 and try again.")
            .arg(nameOf(path), codec));
}

tl::unexpected<Error> MediaProblems::tooLarge(const QString &path, int width, int height)
{
    return fail(ErrorKind::Unsupported,
        tr("“%1” is %2 × %3 pixels, more than can be shown here. Show it in its folder to open it with "
           "another program.")
            .arg(nameOf(path))
            .arg(width)
            .arg(height),
        {}, QStringLiteral("too_large"));
}

tl::unexpected<Error> MediaProblems::tooLong(const QString &path)
{
    return fail(ErrorKind::Unsupported,
        tr("“%1” has more frames than can be counted here. Cut it shorter and try again.").arg(nameOf(path)),
        {}, QStringLiteral("too_large"));
}

tl::unexpected<Error> MediaProblems::noSuchFrame(const QString &path, qint64 index, qint64 frames)
{
    return fail(ErrorKind::File,
        tr("“%1” has no frame %2: it has %3.")
            .arg(nameOf(path), QLocale().toString(index + 1), QLocale().toString(frames)));
}

tl::unexpected<Error> MediaProblems::frameDamaged(const QString &path, qint64 index)
{
    return fail(ErrorKind::File,
        tr("Frame %1 of “%2” is damaged. Choose another frame, or fetch the file again.")
            .arg(QLocale().toString(index + 1), nameOf(path)));
}

tl::unexpected<Error> MediaProblems::stopped()
{
    return fail(ErrorKind::Cancelled, tr("Stopped."));
}

} // namespace facet::client
