#include "service/http/AnswerWriter.h"

#include "service/http/Problems.h"
#include "service/http/ResponseHead.h"

#include <boost/asio/write.hpp>

#include <array>

namespace facet::service {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;

asio::const_buffer bufferOf(const QByteArray &bytes)
{
    return asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

HttpResponse fileIsGone(const HttpRequest &request)
{
    return problemResponse(404, QStringLiteral("not_found"),
        request.korean ? QStringLiteral("이 파일은 더 이상 서비스에 없습니다.")
                       : QStringLiteral("The service no longer has this file."),
        request);
}

} // namespace

AnswerWriter::AnswerWriter(TlsStream &stream)
    : m_stream(stream)
{
}

void AnswerWriter::write(
    HttpResponse response, const HttpRequest &request, bool http10, bool keepAlive, Callbacks callbacks)
{
    m_callbacks = std::move(callbacks);
    m_response = std::move(response);
    m_withContent = request.method != "HEAD";
    m_fileLeft = 0;
    Framing framing{ {}, false, keepAlive };
    if (const auto *file = std::get_if<FileBody>(&m_response.body)) {
        m_file.setFileName(file->path);
        if (m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
            && file->offset + file->length <= m_file.size() && m_file.seek(file->offset)) {
            m_fileLeft = file->length;
            framing.length = file->length;
        } else {
            m_file.close();
            m_response = fileIsGone(request);
        }
    }
    if (const auto *bytes = std::get_if<QByteArray>(&m_response.body))
        framing.length = bytes->size();
    if (std::holds_alternative<StreamBody>(m_response.body))
        framing.chunked = !http10;
    writeHead(responseHead(m_response, request.requestId, framing));
}

void AnswerWriter::writeHead(QByteArray head)
{
    m_head = std::move(head);
    const auto *bytes = std::get_if<QByteArray>(&m_response.body);
    const std::array<asio::const_buffer, 2> buffers = { bufferOf(m_head),
        m_withContent && bytes ? bufferOf(*bytes) : asio::const_buffer() };
    // Large contents go out in parts of the stream's choosing; each of them counts as progress.
    asio::async_write(
        m_stream, buffers,
        [this](const ErrorCode &error, std::size_t count) {
            if (count > 0)
                m_callbacks.moved();
            return error ? std::size_t{ 0 } : static_cast<std::size_t>(pieceBytes);
        },
        [this, done = m_callbacks.done](const ErrorCode &error, std::size_t) {
            if (!error && m_withContent && m_fileLeft > 0)
                writeFilePiece();
            else
                end(!error);
        });
}

void AnswerWriter::writeFilePiece()
{
    m_callbacks.moved();
    m_piece.resize(static_cast<std::size_t>(pieceBytes));
    const qint64 count = m_file.read(m_piece.data(), std::min(pieceBytes, m_fileLeft));
    if (count <= 0) {
        end(false); // it shrank meanwhile: a cut connection tells the client, a short answer would not
        return;
    }
    m_fileLeft -= count;
    asio::async_write(m_stream, asio::buffer(m_piece.data(), static_cast<std::size_t>(count)),
        [this, done = m_callbacks.done](const ErrorCode &error, std::size_t) {
            if (!error && m_fileLeft > 0)
                writeFilePiece();
            else
                end(!error);
        });
}

void AnswerWriter::end(bool ok)
{
    m_file.close();
    m_piece = {};
    m_head.clear();
    m_response = {};
    const Callbacks callbacks = std::exchange(m_callbacks, {});
    callbacks.done(ok);
}

} // namespace facet::service
