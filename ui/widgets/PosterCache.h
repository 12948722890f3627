#pragma once

#include <QCache>
#include <QList>
#include <QObject>
#include <QPixmap>
#include <QSize>
#include <QThreadPool>

namespace facet::ui {

/// Pictures from files, decoded off the window's thread and kept while there is room. A painter asks, paints
/// nothing when it is not there yet, and updates on ready(). What was asked for last comes first, and of what
/// waits only the latest is kept: whoever scrolls past a thousand does not wait for them.
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
    struct Job {
        QString key;
        QString path;
        QSize size;
    };
    void decodeNext();

    QCache<QString, Entry> m_entries; ///< cost in bytes
    QList<Job> m_waiting; ///< the last one is next
    QString m_decoding; ///< key
    QThreadPool m_pool;
};

} // namespace facet::ui
