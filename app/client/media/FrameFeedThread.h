#pragma once

#include "client/media/FrameReader.h"

#include <QElapsedTimer>
#include <QMap>
#include <QMutex>
#include <QSet>
#include <QThread>
#include <QWaitCondition>

#include <atomic>
#include <functional>

namespace facet::client {

/// The decoding half of FrameFeed: one file at a time, the newest wish first, and what will be wished next
/// when there is nothing else to do.
class FrameFeedThread : public QThread {
public:
    static constexpr int aheadFrames = 4; ///< ready before they are wanted, while it plays
    /// Pictures of the open file that are kept, in the size they are shown in: the whole of a short clip in
    /// the pane, so that looking for a frame, and playing again, decode nothing.
    static constexpr qint64 shelfBytes = 64 * 1024 * 1024;

    struct Wish {
        quint64 file = 0; ///< which open() it belongs to
        quint64 serial = 0; ///< which want(); 0: the first frame, which nobody asked for
        QString path;
        QSize box;
        qint64 index = -1;
        int ahead = 0; ///< +1, -1: playing on from there; 0: standing there
        bool pending = false; ///< the picture of `index` is still owed
    };
    /// What it says, in its own thread.
    struct Answers {
        std::function<void(quint64 file, const Result<VideoInfo> &info)> opened;
        std::function<void(const Wish &wish, qint64 index, const Result<QImage> &picture)> arrived;
    };
    explicit FrameFeedThread(Answers answers);
    ~FrameFeedThread() override;

    quint64 open(const QString &path);
    void setBox(const QSize &within);
    /// A picture that is ready is given at once; else it is answered with the same `serial`.
    QImage want(qint64 index, int ahead, quint64 serial);

protected:
    void run() override;

private:
    void openFile(const Wish &wish);
    void fetch(const Wish &wish, qint64 index);
    // Under the lock.
    std::optional<qint64> nextAhead() const; ///< is needed soon
    std::optional<qint64> nextSpare() const; ///< may be needed, and there is time and room
    void keep(qint64 index, const QImage &picture);
    void emptyShelf();

    Answers m_answers;
    QMutex m_lock;
    QWaitCondition m_changed;
    Wish m_wish;
    QMap<qint64, QImage> m_shelf; ///< of m_wish's file and box
    qint64 m_shelved = 0; ///< bytes
    QSet<qint64> m_damaged; ///< not tried again unless wanted
    qint64 m_frames = 0; ///< of the open file; 0: not known yet
    QElapsedTimer m_quiet; ///< since the newest wish
    bool m_fresh = false; ///< m_wish names another file than the reader's
    bool m_end = false;
    std::atomic_bool m_stop = false;

    std::unique_ptr<FrameReader> m_reader; ///< the thread's own
};

} // namespace facet::client
