#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace facet::service {

/// An upload as the database knows it. Complete once its content has been looked at.
struct UploadRecord {
    QString id;
    qint64 length = 0; ///< bytes, of the whole
    QByteArray metadata; ///< Upload-Metadata as it came
    QString name; ///< of the file, as the client calls it
    QString declaredSha256; ///< hex; empty when the client named none
    QDateTime createdAt; ///< UTC
    std::optional<QDateTime> expiresAt; ///< UTC; empty when complete

    // Of the content; empty until complete.
    QString sha256; ///< hex
    QString mime;
    int width = 0; ///< pixels, upright
    int height = 0;
    std::optional<double> durationS; ///< of a video or a sound

    bool isComplete() const { return !sha256.isEmpty(); }
};

} // namespace facet::service
