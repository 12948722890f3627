#pragma once

#include "domain/Error.h"

#include <QByteArray>
#include <QList>

namespace facet::contract {

struct SseEvent {
    QByteArray id; ///< last event id seen so far
    QByteArray type; ///< "message" when none was given
    QByteArray data;
    friend bool operator==(const SseEvent &, const SseEvent &) = default;
};

/// WHATWG server-sent events, fed in pieces of any size: CRLF, CR, LF, a BOM at the start, comments,
/// multi-line data, ids, retry. A line or an event longer than `maxBytes` ends the stream with an error, so
/// a hostile service cannot fill memory.
class SseParser {
public:
    explicit SseParser(qsizetype maxBytes = 8 * 1024 * 1024)
        : m_maxBytes(maxBytes)
    {
    }

    /// Events that `chunk` completes. ErrorKind::Protocol once a bound is passed; every later call fails too.
    Result<QList<SseEvent>> feed(const QByteArray &chunk);
    const QByteArray &lastEventId() const { return m_lastEventId; }
    std::optional<int> retryMs() const { return m_retryMs; }

private:
    void takeLine(const QByteArray &line, QList<SseEvent> &events);

    qsizetype m_maxBytes;
    QByteArray m_line;
    QByteArray m_data;
    QByteArray m_type;
    QByteArray m_lastEventId;
    QByteArray m_pendingId;
    std::optional<int> m_retryMs;
    bool m_hasData = false;
    bool m_start = true; ///< no byte seen yet: a BOM may follow
    bool m_skipLf = false; ///< the last byte was CR
    bool m_failed = false;
};

/// One event in wire form: "id: …\nevent: …\ndata: …\n\n" (event left out for "message").
QByteArray toSse(const SseEvent &);

} // namespace facet::contract
