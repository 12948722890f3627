#pragma once

#include "domain/Error.h"
#include "ui/results/ResultRef.h"

#include <QObject>

#include <functional>

namespace facet::client {
class Composer;
class VideoFrames;
} // namespace facet::client

namespace facet::ui {

class ComposerFiller;

/// Takes single frames out of results: exactly the one on screen, in full size, whatever the window shows.
class FrameGrab : public QObject {
    Q_OBJECT
public:
    FrameGrab(client::VideoFrames *frames, client::Composer &composer, ComposerFiller &filler,
        QObject *parent = nullptr);

    bool isAble() const { return m_frames; }
    /// Into the composer, in this role. An image goes as the file that it is.
    void attach(const ResultRef &result, InputRole role);
    /// As a PNG beside the result, with how it was made noted in it.
    void save(const ResultRef &result);
    void copy(const ResultRef &result);
    void continueFromLast(const ResultRef &result);

signals:
    void attached(); ///< it is with the composer
    void done(const QString &sentence);
    void failed(const facet::Error &error);

private:
    /// `index`: negative counts from the end. Never called back without a picture.
    void grab(const ResultRef &result, qint64 index, std::function<void(const QImage &)> then);
    void asPng(const ResultRef &result, qint64 index, std::function<void(const QByteArray &)> then);

    client::VideoFrames *m_frames;
    client::Composer &m_composer;
    ComposerFiller &m_filler;
};

} // namespace facet::ui
