#pragma once

#include "client/media/FrameReader.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace facet::client {

/// Several clips as one video: frame 0 of the second follows the last one of the first, with nothing in
/// between. Pictures of another shape are fitted into that of the largest clip, on black.
class JoinedFrames : public FrameReader {
public:
    using Open = std::function<Result<std::unique_ptr<FrameReader>>(const QString &path)>;

    /// `open` may be called at any time, on the thread that reads.
    JoinedFrames(const QStringList &paths, Open open);

    Result<QImage> first(const QSize &within) override;
    Result<VideoInfo> info() override;
    Result<QImage> frame(const Request &request) override;
    /// When each clip begins, in microseconds, and at last when the whole ends.
    Result<QList<qint64>> clipStarts();

private:
    struct Clip {
        QString path;
        VideoInfo info;
        qint64 firstFrame = 0; ///< of the whole
        qint64 startUs = 0;
        std::unique_ptr<FrameReader> reader; ///< null: closed
    };
    Result<FrameReader *> reader(size_t clip);
    Result<void> readInfos();
    QImage fitted(const QImage &picture, const QSize &within) const;

    std::vector<Clip> m_clips;
    Open m_open;
    VideoInfo m_info; ///< of the whole; no frames until it was read
    std::vector<size_t> m_used; ///< clips with a reader, the latest last
};

} // namespace facet::client
