#pragma once

#include "service/http/Http.h"
#include "service/http/TlsStream.h"

#include <QFile>

#include <functional>
#include <vector>

namespace facet::service {

/// Writes one answer after the other. Files pass through a buffer of 64 KiB. Callbacks run on the stream's
/// strand.
class AnswerWriter {
public:
    struct Callbacks {
        std::function<void(bool ok)> done; ///< once; false: the line or the file failed
        std::function<void()> moved; ///< after each piece that the far side took
    };

    explicit AnswerWriter(TlsStream &stream);

    /// `response` for `request` (HEAD gets no content). Of a StreamBody only the head is written.
    void write(
        HttpResponse response, const HttpRequest &request, bool http10, bool keepAlive, Callbacks callbacks);

private:
    void writeHead(QByteArray head);
    void writeFilePiece();
    void end(bool ok);

    TlsStream &m_stream;
    Callbacks m_callbacks;
    HttpResponse m_response;
    QByteArray m_head;
    bool m_withContent = true;
    QFile m_file;
    qint64 m_fileLeft = 0; ///< bytes
    std::vector<char> m_piece;
};

} // namespace facet::service
