#pragma once

#include "service/http/TlsStream.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace facet::service {

/// A request's head as it came.
struct RawHead {
    QByteArray method;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> fields; ///< names in lower case
    int version = 11; ///< 10 or 11
    bool keepAlive = true;
    std::optional<quint64> contentLength;
};

/// HTTP/1.1 requests, one after the other, out of a TLS stream. Bytes of the next (pipelined) request stay
/// in its buffer. One operation at a time; `done` runs on the stream's strand.
class RequestReader {
public:
    enum class Fault {
        None,
        Closed, ///< the line ended, or an error of the line
        HeadTooLarge,
        Malformed, ///< not HTTP/1.x, or contradicting lengths
    };

    RequestReader(TlsStream &stream, std::uint32_t headBytes);
    ~RequestReader();

    /// Until the first byte of the next request is there.
    void waitForBytes(std::function<void(Fault)> done);
    void readHead(std::function<void(Fault, RawHead)> done);
    /// Some of the body, at most `size` bytes, into `to`. Not when bodyDone().
    void readBody(char *to, std::size_t size, std::function<void(Fault, std::size_t)> done);
    bool bodyDone() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace facet::service
