#pragma once

#include "service/http/Http.h"

namespace facet::service {

/// A file to answer with.
struct ServedFile {
    QString path;
    QByteArray contentType;
    QByteArray sha256; ///< hex, of the whole content: its strong ETag is "sha256-…"
    QString name; ///< for Content-Disposition
};

/// The file, or the part that the request wants (RFC 9110): If-None-Match → 304; Range, a single one, → 206,
/// or 416 when nothing of it exists; If-Range of another content, several ranges or a range that cannot be
/// read → all of it; 404 when the file is gone.
HttpResponse fileResponse(const ServedFile &file, const HttpRequest &request);

struct ByteRange {
    enum class Kind {
        Whole, ///< none asked for, or one that is to be ignored
        Part,
        Unsatisfiable,
    };
    Kind kind = Kind::Whole;
    qint64 offset = 0; ///< bytes
    qint64 length = 0; ///< bytes
};

/// The value of a Range field for a content of `size` bytes.
ByteRange readRange(const QByteArray &field, qint64 size);

} // namespace facet::service
