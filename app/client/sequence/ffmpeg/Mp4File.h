#pragma once

#include "client/sequence/ffmpeg/Handles.h"
#include "domain/Error.h"

#include <QMap>
#include <QString>

namespace facet::client::sequence {

/// An MP4 that is being written, its index first. Taken away again when it is never finished.
class Mp4File {
public:
    explicit Mp4File(const QString &path);
    ~Mp4File();
    Mp4File(const Mp4File &) = delete;
    Mp4File &operator=(const Mp4File &) = delete;

    AVFormatContext *container() const { return m_container; }
    AVStream *addStream(); ///< null: no memory
    Result<void> begin(const QMap<QString, QString> &tags);
    /// Takes what the packet holds; its times in `from`, its stream set.
    Result<void> write(AVPacket *packet, AVRational from);
    Result<void> finish();

private:
    Result<void> checked(int code) const;

    QString m_path;
    AVFormatContext *m_container = nullptr;
    bool m_opened = false;
    bool m_finished = false;
};

} // namespace facet::client::sequence
