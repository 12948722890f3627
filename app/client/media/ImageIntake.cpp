#include "client/media/ImageIntake.h"

#include "client/media/MediaReading.h"
#include "client/media/PictureReading.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QPromise>

namespace facet::client {

namespace {

// Qt refuses pictures of more than 256 MB in memory; 100 megapixels of 16 bits a channel are 800 MB.
constexpr int decodeLimitMb = 1024;
// Two, so that a pair of frames is quick; more would multiply the memory of the largest pictures.
constexpr int readersAtOnce = 2;
constexpr qint64 headBytes = 1024;

} // namespace

ImageIntake::ImageIntake(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_megapixels(std::make_shared<QSemaphore>(PictureReading::megapixelsAtOnce))
{
    m_pool.setMaxThreadCount(readersAtOnce);
    if (QImageReader::allocationLimit() < decodeLimitMb)
        QImageReader::setAllocationLimit(decodeLimitMb);
}

ImageIntake::~ImageIntake()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QFuture<Result<Attachment>> ImageIntake::inBackground(std::function<Result<Attachment>()> work)
{
    // Finished on this object's thread, and dropped instead of cancelled at the end: see Database::run().
    auto *promise = new QPromise<Result<Attachment>>;
    promise->start();
    QFuture<Result<Attachment>> future = promise->future();
    m_pool.start([this, promise, work = std::move(work)] {
        QMetaObject::invokeMethod(
            this,
            [promise, result = work()] {
                promise->addResult(result);
                promise->finish();
                delete promise;
            },
            Qt::QueuedConnection);
    });
    return future;
}

QFuture<Result<Attachment>> ImageIntake::readFile(const QString &path, const PictureWork &work)
{
    const QString name = QFileInfo(path).fileName();
    return inBackground([picture = PictureReading({ m_folder, m_limits, m_megapixels }, name),
                            media = MediaReading(m_folder, m_limits, name), path, work] {
        QFile file(path);
        const QByteArray head =
            QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) ? file.read(headBytes) : QByteArray();
        if (imageFormatOf(head) == ImageFormat::Unknown && MediaReading::isMedia(head))
            return media.fromFile(path);
        return picture.fromFile(path, work);
    });
}

QFuture<Result<Attachment>> ImageIntake::readBytes(
    const QByteArray &bytes, const QString &fileName, const PictureWork &work)
{
    return inBackground([reading = PictureReading({ m_folder, m_limits, m_megapixels }, fileName), bytes,
                            work] { return reading.fromBytes(bytes, work); });
}

QFuture<Result<Attachment>> ImageIntake::readPixels(
    const QImage &image, const QString &fileName, const PictureWork &work)
{
    return inBackground([reading = PictureReading({ m_folder, m_limits, m_megapixels }, fileName), image,
                            work] { return reading.fromPixels(image, work); });
}

QFuture<Result<Attachment>> ImageIntake::rework(
    const Attachment &attachment, const PictureWork &work, const QImage &pixels)
{
    return inBackground([reading = PictureReading({ m_folder, m_limits, m_megapixels }, attachment.fileName),
                            attachment, work, pixels] { return reading.again(attachment, work, pixels); });
}

} // namespace facet::client
