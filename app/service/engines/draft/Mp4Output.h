#pragma once

#include "domain/Error.h"

#include <QMap>
#include <QString>

struct AVFormatContext;
struct AVPacket;

namespace facet::service::draft {

/// An MP4 on its way to disk: written as <path>.part with its index first ("faststart"), renamed when it is
/// finished, and taken away again when it never is. Codes are those of the FFmpeg libraries: negative for a
/// failure.
class Mp4Output {
public:
    /// What is there already is replaced at the end.
    Mp4Output(const QString &path, bool korean);
    ~Mp4Output();
    Mp4Output(const Mp4Output &) = delete;
    Mp4Output &operator=(const Mp4Output &) = delete;

    /// Streams are added to it before begin(). Null: no memory for it.
    AVFormatContext *container() const { return m_container; }
    /// Opens the file and writes its head.
    int begin(const QMap<QString, QString> &tags);
    /// Takes what the packet holds.
    int write(AVPacket *packet);
    Result<void> finish();

    /// `code` as an error for people: a full disk is said as such, all else as a file that cannot be written.
    tl::unexpected<Error> fileFailure(int code) const;
    /// The same, all else as a fault of the engine.
    tl::unexpected<Error> engineFailure(int code) const;

private:
    QString m_path;
    QString m_partPath;
    bool m_korean;
    AVFormatContext *m_container = nullptr;
    bool m_opened = false;
    bool m_finished = false;
};

} // namespace facet::service::draft
