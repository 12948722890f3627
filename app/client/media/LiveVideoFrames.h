#pragma once

#include "client/media/FilmstripFiles.h"
#include "client/media/FrameReader.h"
#include "client/media/VideoFrames.h"

#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <vector>

namespace facet::client {

/// VideoFrames over the readers of MediaLibrary: single frames are read one after the other in one thread,
/// filmstrips in another at low priority, so that a frame that somebody waits for is not behind a strip. The
/// last few files stay open for a while, with what of them was decoded.
class LiveVideoFrames : public VideoFrames {
    Q_OBJECT
public:
    /// `profile`: the folder that filmstrips are kept under.
    explicit LiveVideoFrames(const QString &profile, QObject *parent = nullptr);
    /// What has not begun is dropped; what runs is stopped.
    ~LiveVideoFrames() override;

    QFuture<Result<VideoInfo>> info(const QString &path) override;
    QFuture<Result<QImage>> frame(const QString &path, qint64 index, const QSize &within = {}) override;
    QFuture<Result<QList<QImage>>> strip(const QString &path, int count, int height) override;

private:
    struct Open {
        QString path;
        qint64 bytes = 0; ///< and time: another file of the same name is opened anew
        qint64 modified = 0;
        std::unique_ptr<FrameReader> reader;
    };
    template <typename T>
    QFuture<Result<T>> inBackground(QThreadPool &pool, std::function<Result<T>()> work);
    Result<FrameReader *> readerFor(const QString &path); ///< in the frames' thread only
    Result<QList<QImage>> makeStrip(const QString &path, int count, int height);

    FilmstripFiles m_strips;
    std::atomic_bool m_stop = false;
    std::vector<Open> m_open; ///< the frames' thread's own; most recently used last
    QThreadPool m_frames;
    QThreadPool m_stripMakers;
    QTimer *m_closing;
};

} // namespace facet::client
