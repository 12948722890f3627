#pragma once

#include "client/media/FrameReader.h"

#include <QCoreApplication>

namespace facet::client {

/// A picture file as a video of one frame that lasts no time: what a generation of images made is looked at
/// with the same means.
class StillReader : public FrameReader {
    Q_DECLARE_TR_FUNCTIONS(facet::client::MediaLibrary)
public:
    explicit StillReader(const QString &path);

    Result<QImage> first(const QSize &within) override;
    Result<VideoInfo> info() override;
    Result<QImage> frame(const Request &request) override;

private:
    Result<void> decode();

    QString m_path;
    QImage m_picture; ///< upright, in full size; read once
    QString m_format;
};

} // namespace facet::client
