#include "service/http/PrivateFile.h"

#include <QFile>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace facet::service {

bool writePrivateFile(const QString &path, const QByteArray &bytes)
{
    // QSaveFile would make it readable by all for a moment.
    const QByteArray target = QFile::encodeName(path);
    const QByteArray temporary = target + ".new";
    ::unlink(temporary.constData());
    const int file =
        ::open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return false;
    const bool written =
        ::write(file, bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size()
        && ::fsync(file) == 0;
    const bool done =
        ::close(file) == 0 && written && std::rename(temporary.constData(), target.constData()) == 0;
    if (!done)
        ::unlink(temporary.constData());
    return done;
}

} // namespace facet::service
