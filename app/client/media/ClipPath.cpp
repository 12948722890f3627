#include "client/media/ClipPath.h"

#include <QUrl>

namespace facet::client {

namespace {

// No path of a file that anybody hands over begins like this: those are absolute.
const QString scheme = QStringLiteral("facet-clips:");
constexpr QChar separator = u'|'; // never in what is percent-encoded

} // namespace

QString clipPath(const QStringList &paths)
{
    QStringList encoded;
    for (const QString &path : paths)
        encoded.append(QString::fromLatin1(QUrl::toPercentEncoding(path)));
    return scheme + encoded.join(separator);
}

std::optional<QStringList> clipsOf(const QString &path)
{
    if (!path.startsWith(scheme))
        return {};
    QStringList paths;
    for (const QString &encoded : path.mid(scheme.size()).split(separator, Qt::SkipEmptyParts))
        paths.append(QUrl::fromPercentEncoding(encoded.toLatin1()));
    return paths;
}

} // namespace facet::client
