#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QStringList>
#include <QUrl>

class QMimeData;

namespace facet::client {

/// What is attachable in a drop or a paste. A browser gives a picture in several forms at once: the address
/// of the picture leads to its original bytes and is asked first; encoded bytes or pixels, which the browser
/// made, stand in for it. Where a program offers text and a picture of that text (office programs do), the
/// text is meant and there is no picture.
struct MimeImages {
    QStringList files; ///< local paths: pictures, videos and sounds by their endings, or none
    QList<QUrl> addresses; ///< of one picture, the best first
    QByteArray bytes; ///< an encoded picture
    QImage pixels;

    bool isEmpty() const
    {
        return files.isEmpty() && addresses.isEmpty() && bytes.isEmpty() && pixels.isNull();
    }
    static MimeImages of(const QMimeData *data);
    /// Whether of() would find something, without decoding it.
    static bool in(const QMimeData *data);
    /// Whether a file is a video or a sound, as far as its name says.
    static bool isMediaName(const QString &path);
};

} // namespace facet::client
