#pragma once

#include "domain/Error.h"
#include "service/engines/draft/Nv12Picture.h"
#include "service/engines/draft/StopFlag.h"

#include <QMap>
#include <QSize>

#include <memory>

struct AVFrame;

namespace facet::service::draft {

struct VideoSettings {
    QString path; ///< the finished file; written as path + ".part" and renamed last
    QSize size; ///< pixels, even
    int frames = 0; ///< how many will come
    QMap<QString, QString> tags; ///< title, comment, model, prompt, seed, …
    bool korean = false; ///< language of error sentences
    int rate = 24; ///< frames a second, as rate / ratePer
    int ratePer = 1;
};

/// A frame that the encoder can take without a copy, and the same pixels as matrices.
class EncoderFrame {
public:
    explicit EncoderFrame(QSize size); ///< may throw std::bad_alloc
    ~EncoderFrame();
    EncoderFrame(EncoderFrame &&) noexcept;
    EncoderFrame &operator=(EncoderFrame &&) = delete;

    /// Valid until the next call; ready to be written to.
    Nv12Picture &picture();
    AVFrame *frame() const { return m_frame; }

private:
    AVFrame *m_frame = nullptr;
    Nv12Picture m_picture;
};

/// H.264 in MP4 by libx264 (veryfast, CRF 18), 4:2:0, tagged BT.709, index first ("faststart").
/// Deleting an unfinished writer removes what it wrote.
class VideoWriter {
public:
    static Result<std::unique_ptr<VideoWriter>> open(const VideoSettings &settings);
    ~VideoWriter();

    /// Frames in order. Errors: File when the disk is full or the file cannot be written, Service.
    Result<void> write(EncoderFrame &frame);
    /// Drains the encoder by one packet; true while there is more. Then call finish().
    Result<bool> drain();
    /// Writes the index and gives the file its name.
    Result<void> finish();
    /// Frames that are encoded and in the file.
    int written() const;

private:
    struct Parts;
    explicit VideoWriter(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace facet::service::draft
