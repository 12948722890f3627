#pragma once

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QSize>
#include <QThreadPool>

namespace facet::ui {

/// Pictures from files, decoded off the window's thread and kept while there is room. A painter asks, paints
/// nothing when it is not there yet, and updates on ready().
class PosterCache : public QObject {
    Q_OBJECT
public:
    /// `limitBytes`: decoded pixels kept in memory.
    explicit PosterCache(qsizetype limitBytes = 48 * 1024 * 1024, QObject *parent = nullptr);
    ~PosterCache() override;

    /// The file scaled to cover `size` (device pixels), cropped to it in the middle. Null until it is
    /// decoded, and for good when the file cannot be read.
    QPixmap cover(const QString &path, const QSize &size);
    /// The file as it is now is read again.
    void forget(const QString &path);

signals:
    void ready(const QString &path);

private:
    struct Entry {
        QString path;
        QPixmap pixmap;
    };

    QCache<QString, Entry> m_entries; ///< cost in bytes
    QSet<QString> m_pending;
    QThreadPool m_pool;
};

} // namespace facet::ui
