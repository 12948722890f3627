#pragma once

#include "client/media/ImageIntake.h"

#include <QCoreApplication>

class QFile;

namespace facet::client {

/// One video's or sound's way in, on whatever thread it is called: copied under the profile while it is
/// hashed, then opened by FFmpeg (a plugin) for its size and length. See ImageIntake for the errors.
class MediaReading {
    Q_DECLARE_TR_FUNCTIONS(facet::client::ImageIntake)
public:
    MediaReading(const QString &folder, const IntakeLimits &limits, const QString &fileName);

    /// Whether the file's first bytes are those of a video or a sound that is taken.
    static bool isMedia(const QByteArray &head);
    Result<Attachment> fromFile(const QString &path) const;

private:
    struct Kept {
        QString path;
        QString sha256;
    };
    /// `ending` is of the name of the copy.
    Result<Kept> keep(QFile &file, const QString &ending) const;
    Result<void> readFacts(Attachment &attachment, const QByteArray &head) const;
    tl::unexpected<Error> noRoom(const QString &detail) const;

    QString m_folder;
    IntakeLimits m_limits;
    QString m_name; ///< NFC
};

} // namespace facet::client
