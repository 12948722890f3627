#pragma once

#include <QImage>
#include <QList>
#include <QMutex>
#include <QString>

namespace facet::client {

/// Filmstrips on disk: all frames of one beside each other in one JPEG under the profile, named by the
/// video's path, size and time, so that a file that was written again has none yet. The oldest go when there
/// are too many. From any thread.
class FilmstripFiles {
public:
    static constexpr int mostFiles = 4000; ///< about 20 kB each

    /// `folder`: <profile>/filmstrips; made when needed.
    explicit FilmstripFiles(const QString &folder);

    /// Empty when there is none.
    QList<QImage> read(const QString &path, int count, int height) const;
    /// A strip that cannot be written is made again the next time; nothing else depends on it.
    void write(const QString &path, const QList<QImage> &frames, int height);

private:
    QString fileFor(const QString &path, int count, int height) const;
    void prune();

    QString m_folder;
    QMutex m_pruning;
    int m_written = 0; ///< since the last pruning
};

} // namespace facet::client
