#include "ui/widgets/PosterCache.h"

#include <QImageReader>
#include <QPointer>

namespace facet::ui {

namespace {

QString keyFor(const QString &path, const QSize &size)
{
    return QStringLiteral("%1x%2 %3").arg(size.width()).arg(size.height()).arg(path);
}

QImage decodeCover(const QString &path, const QSize &size)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize stored = reader.size();
    if (stored.isValid()) {
        // Decoding at the size needed is several times sooner than scaling afterwards, for JPEG most of all.
        const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
        const QSize target = turned ? size.transposed() : size;
        reader.setScaledSize(stored.scaled(target, Qt::KeepAspectRatioByExpanding));
    }
    QImage image = reader.read();
    if (image.isNull())
        return {};
    if (image.width() < size.width() || image.height() < size.height())
        image = image.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    QRect middle(QPoint(), size);
    middle.moveCenter(image.rect().center());
    return image.copy(middle);
}

} // namespace

PosterCache::PosterCache(qsizetype limitBytes, QObject *parent)
    : QObject(parent)
    , m_entries(limitBytes)
{
    m_pool.setMaxThreadCount(1);
}

PosterCache::~PosterCache()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QPixmap PosterCache::cover(const QString &path, const QSize &size)
{
    if (path.isEmpty() || size.isEmpty())
        return {};
    const QString key = keyFor(path, size);
    if (const Entry *entry = m_entries.object(key))
        return entry->pixmap;
    if (m_pending.contains(key))
        return {};
    m_pending.insert(key);
    m_pool.start([self = QPointer<PosterCache>(this), key, path, size] {
        const QImage image = decodeCover(path, size);
        // The destructor waits for the pool, so the object is alive here.
        QMetaObject::invokeMethod(self.data(), [self, key, path, image] {
            if (!self)
                return;
            self->m_pending.remove(key);
            const qsizetype cost = std::max<qsizetype>(image.sizeInBytes(), 1);
            self->m_entries.insert(key, new Entry{ path, QPixmap::fromImage(image) }, cost);
            if (!image.isNull())
                emit self->ready(path);
        });
    });
    return {};
}

void PosterCache::forget(const QString &path)
{
    const QList<QString> keys = m_entries.keys();
    for (const QString &key : keys) {
        if (m_entries.object(key)->path == path)
            m_entries.remove(key);
    }
}

} // namespace facet::ui
