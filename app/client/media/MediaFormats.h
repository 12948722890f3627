#pragma once

#include <QByteArray>
#include <QString>

namespace facet::client {

/// A container of video or sound that the service takes, told by a file's first bytes and never by its name.
enum class MediaFormat { Mp4, QuickTime, WebM, Wav, Mp3, Ogg, Unknown };

/// `head`: the first kilobyte. HEIC and AVIF, which are of the family of MP4, are pictures: ImageFormats.
MediaFormat mediaFormatOf(const QByteArray &head);

/// "video/mp4", "audio/mp4", …: a container's name depends on whether there is a picture in it.
QString mimeOf(MediaFormat format, bool hasPicture);
/// Ending for a file of it, without the dot.
QString endingOf(MediaFormat format);

} // namespace facet::client
