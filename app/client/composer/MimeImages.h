#pragma once

#include <QByteArray>
#include <QImage>
#include <QStringList>

class QMimeData;

namespace facet::client {

/// The pictures in a drop or a paste: files, else encoded bytes, else pixels. Where a program offers text and
/// a picture of that text (office programs do), the text is meant and there is no picture.
struct MimeImages {
    QStringList files; ///< local paths, with image endings or none
    QByteArray bytes; ///< an encoded picture
    QImage pixels;

    bool isEmpty() const { return files.isEmpty() && bytes.isEmpty() && pixels.isNull(); }
    static MimeImages of(const QMimeData *data);
    /// Whether of() would find something, without decoding it.
    static bool in(const QMimeData *data);
};

} // namespace facet::client
