#pragma once

#include "client/media/VideoInfo.h"
#include "domain/Error.h"

#include <QImage>
#include <QObject>

#include <memory>

namespace facet::client {

class FrameFeedThread;

/// One local file's frames for whoever shows them one after the other: a player, a comparison. It is told
/// which frame is wanted now and answers with exactly that one, decoded in a thread of its own; the newest
/// wish wins, so a mouse that is dragged never queues up, and while it plays the next few frames are ready
/// before they are wanted.
class FrameFeed : public QObject {
    Q_OBJECT
public:
    enum class Ahead { None, Forward, Backward };

    explicit FrameFeed(QObject *parent = nullptr);
    ~FrameFeed() override;

    /// Closes what was open; then arrived(0) and opened(), or failed(). Empty: only closes.
    void open(const QString &path);
    /// Pictures are scaled down to fit `within` (device pixels); empty: full size. The wanted one comes
    /// again.
    void setBox(const QSize &within);
    /// Counted from 0. What was wanted before may still arrive before it, never after.
    void want(qint64 index, Ahead ahead = Ahead::None);
    /// Of the open file; empty until opened().
    const VideoInfo &info() const { return m_info; }
    bool isOpen() const { return m_isOpen; }

signals:
    void opened(const facet::client::VideoInfo &info);
    void arrived(qint64 index, const QImage &picture);
    /// The file, or one frame of it, cannot be read; the sentence says which.
    void failed(const facet::Error &error);

private:
    void onOpened(quint64 file, const Result<VideoInfo> &info);
    void onArrived(quint64 file, quint64 serial, qint64 index, const Result<QImage> &picture);

    quint64 m_file = 0;
    quint64 m_serial = 0; ///< of the newest wish
    quint64 m_shown = 0; ///< of the picture that arrived last
    bool m_isOpen = false;
    VideoInfo m_info;
    std::unique_ptr<FrameFeedThread> m_thread; ///< made with the first file
};

} // namespace facet::client
