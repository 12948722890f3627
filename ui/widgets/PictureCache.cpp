#include "ui/widgets/PictureCache.h"

#include <QFile>
#include <QFuture>
#include <QImageReader>
#include <QPromise>
#include <QThreadPool>

namespace facet::ui {

namespace {

QImage readScaled(const QString &path, int longSide)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > longSide || size.height() > longSide))
        reader.setScaledSize(size.scaled(longSide, longSide, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

PictureCache::PictureCache(int longSidePixels, QObject *parent)
    : QObject(parent)
    , m_longSide(longSidePixels)
    , m_pictures(200)
{
}

QImage PictureCache::picture(const QString &path)
{
    if (path.isEmpty())
        return {};
    if (const QImage *known = m_pictures.object(path))
        return *known;
    if (m_underWay.contains(path))
        return {};
    m_underWay.insert(path);
    auto promise = std::make_shared<QPromise<QImage>>();
    promise->future().then(this, [this, path](const QImage &image) {
        m_underWay.remove(path);
        m_pictures.insert(path, new QImage(image));
        if (!image.isNull())
            emit loaded(path);
    });
    QThreadPool::globalInstance()->start([promise, path, longSide = m_longSide] {
        promise->start();
        promise->addResult(readScaled(path, longSide));
        promise->finish();
    });
    return {};
}

} // namespace facet::ui
