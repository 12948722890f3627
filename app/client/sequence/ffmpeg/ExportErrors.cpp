#include "client/sequence/ffmpeg/ExportErrors.h"

#include <QDir>
#include <QFileInfo>

extern "C" {
#include <libavutil/error.h>
}

#include <cerrno>

namespace facet::client::sequence {

QString ExportErrors::words(int code)
{
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    return QString::fromUtf8(text);
}

tl::unexpected<Error> ExportErrors::unreadable(const QString &path, const QString &detail)
{
    return fail(ErrorKind::File,
        tr("“%1” cannot be read. Take it out of the sequence, or fetch it again in the preview.")
            .arg(QFileInfo(path).fileName()),
        detail);
}

tl::unexpected<Error> ExportErrors::unwritable(const QString &path, int code)
{
    const QString folder = QDir::toNativeSeparators(QFileInfo(path).path());
    if (code == AVERROR(ENOSPC) || code == AVERROR(EFBIG) || code == AVERROR(EDQUOT))
        return fail(ErrorKind::File,
            tr("There is not enough room in %1. Free some space, then export again. The clips are as they were.")
                .arg(folder),
            words(code), QStringLiteral("disk_full"));
    return fail(ErrorKind::File,
        tr("The sequence cannot be written to %1. Check that the folder can be written to, or choose another "
           "results folder in Settings.")
            .arg(folder),
        words(code));
}

tl::unexpected<Error> ExportErrors::encoder(const QString &detail)
{
    return fail(ErrorKind::Unsupported,
        tr("The clips cannot be encoded on this computer. Export fewer of them, or clips of one size."),
        detail);
}

tl::unexpected<Error> ExportErrors::cancelled()
{
    return fail(ErrorKind::Cancelled, tr("The export was cancelled. Nothing was written."));
}

tl::unexpected<Error> ExportErrors::damaged(const QString &detail)
{
    return fail(ErrorKind::File,
        tr("The exported file did not read back as it should, so it was not kept. Export again."), detail);
}

} // namespace facet::client::sequence
