#include "ui/widgets/PosterCache.h"

#include <QImageReader>
#include <QPointer>

#include <algorithm>

namespace facet::ui {

namespace {

constexpr qsizetype mostWaiting = 120;

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
    if (key == m_decoding)
        return {};
    const auto known =
        std::find_if(m_waiting.begin(), m_waiting.end(), [&key](const Job &job) { return job.key == key; });
    if (known != m_waiting.end())
        m_waiting.erase(known);
    m_waiting.append({ key, path, size });
    if (m_waiting.size() > mostWaiting)
        m_waiting.removeFirst();
    decodeNext();
    return {};
}

void PosterCache::decodeNext()
{
    if (!m_decoding.isEmpty() || m_waiting.isEmpty())
        return;
    const Job job = m_waiting.takeLast();
    m_decoding = job.key;
    m_pool.start([self = QPointer<PosterCache>(this), job] {
        const QImage image = decodeCover(job.path, job.size);
        // The destructor waits for the pool, so the object is alive here.
        QMetaObject::invokeMethod(self.data(), [self, job, image] {
            if (!self)
                return;
            self->m_decoding.clear();
            const qsizetype cost = std::max<qsizetype>(image.sizeInBytes(), 1);
            self->m_entries.insert(job.key, new Entry{ job.path, QPixmap::fromImage(image) }, cost);
            self->decodeNext();
            if (!image.isNull())
                emit self->ready(job.path);
        });
    });
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
