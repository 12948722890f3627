#include "client/media/StillReader.h"

#include "client/media/VideoFrames.h"

#include <QFileInfo>
#include <QImageReader>

namespace facet::client {

StillReader::StillReader(const QString &path)
    : m_path(path)
{
}

Result<void> StillReader::decode()
{
    if (!m_picture.isNull())
        return {};
    const QString name = QFileInfo(m_path).fileName();
    QImageReader reader(m_path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > VideoFrames::maxPixels) {
        return fail(ErrorKind::Unsupported,
            tr("“%1” is %2 × %3 pixels, more than can be shown here. Show it in its folder to open it with "
               "another program.")
                .arg(name)
                .arg(size.width())
                .arg(size.height()),
            {}, QStringLiteral("too_large"));
    }
    if (!reader.read(&m_picture)) {
        return fail(ErrorKind::File,
            tr("“%1” is damaged or was not copied completely. Fetch it again, or choose another file.")
                .arg(name),
            reader.errorString());
    }
    m_picture.convertTo(m_picture.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    m_format = QString::fromLatin1(reader.format());
    return {};
}

Result<QImage> StillReader::first(const QSize &within)
{
    return frame({ 0, within, 0 });
}

Result<VideoInfo> StillReader::info()
{
    if (auto done = decode(); !done)
        return tl::unexpected(done.error());
    VideoInfo info;
    info.size = m_picture.size();
    info.frames = 1;
    info.codec = m_format;
    info.hasAlpha = m_picture.hasAlphaChannel();
    info.startsUs = { 0 };
    return info;
}

Result<QImage> StillReader::frame(const Request &request)
{
    if (auto done = decode(); !done)
        return tl::unexpected(done.error());
    const QSize within = request.within;
    if (within.isEmpty() || (m_picture.width() <= within.width() && m_picture.height() <= within.height()))
        return m_picture;
    return m_picture.scaled(within, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace facet::client
