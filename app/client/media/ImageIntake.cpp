#include "client/media/ImageIntake.h"

#include "client/media/PictureReading.h"

#include <QFileInfo>
#include <QImageReader>
#include <QPromise>

namespace facet::client {

namespace {

// Qt refuses pictures of more than 256 MB in memory; 100 megapixels of 16 bits a channel are 800 MB.
constexpr int decodeLimitMb = 1024;
// Two, so that a pair of frames is quick; more would multiply the memory of the largest pictures.
constexpr int readersAtOnce = 2;

} // namespace

ImageIntake::ImageIntake(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
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

QFuture<Result<Attachment>> ImageIntake::readFile(const QString &path)
{
    return inBackground([reading = PictureReading(m_folder, m_limits, QFileInfo(path).fileName()), path] {
        return reading.fromFile(path);
    });
}

QFuture<Result<Attachment>> ImageIntake::readBytes(const QByteArray &bytes, const QString &fileName)
{
    return inBackground(
        [reading = PictureReading(m_folder, m_limits, fileName), bytes] { return reading.fromBytes(bytes); });
}

QFuture<Result<Attachment>> ImageIntake::readPixels(const QImage &image, const QString &fileName)
{
    return inBackground([reading = PictureReading(m_folder, m_limits, fileName), image] {
        return reading.fromPixels(image);
    });
}

} // namespace facet::client
