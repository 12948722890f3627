#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>

namespace facet::client {
class VideoFrames;
}

namespace facet::ui {

/// Frames of the video that the mouse goes over: its filmstrip is read when it is first asked for.
class FilmScrub : public QObject {
    Q_OBJECT
public:
    explicit FilmScrub(QObject *parent = nullptr);

    /// Without them there are no frames.
    void setFrames(client::VideoFrames &frames) { m_frames = &frames; }
    /// The frame at a part of the whole, 0..1. Null while it is being read, and for what is no video.
    QImage frame(const QString &path, qreal at);

signals:
    void ready();

private:
    client::VideoFrames *m_frames = nullptr;
    QCache<QString, QList<QImage>> m_strips; ///< by the file's path
    QSet<QString> m_asked;
};

} // namespace facet::ui
