#include "contract/SseParser.h"

#include "contract/Json.h"

#include <algorithm>

namespace facet::contract {

Result<QList<SseEvent>> SseParser::feed(const QByteArray &chunk)
{
    const auto tooLong = [this] {
        m_failed = true;
        m_line.clear();
        m_data.clear();
        return tl::unexpected(protocolError(
            {}, QStringLiteral("an event of the stream is longer than %1 bytes").arg(m_maxBytes)));
    };
    if (m_failed)
        return tooLong();

    QList<SseEvent> events;
    const char *at = chunk.constData();
    const char *const end = at + chunk.size();
    while (at < end) {
        if (m_skipLf) {
            m_skipLf = false;
            if (*at == '\n') {
                ++at;
                continue;
            }
        }
        const char *stop = std::find_if(at, end, [](char c) { return c == '\n' || c == '\r'; });
        if (m_line.size() + (stop - at) > m_maxBytes)
            return tooLong();
        m_line.append(at, stop - at);
        if (stop == end)
            break;
        m_skipLf = *stop == '\r';
        at = stop + 1;
        takeLine(m_line, events);
        m_line.clear();
        if (m_data.size() > m_maxBytes)
            return tooLong();
    }
    return events;
}

void SseParser::takeLine(const QByteArray &line, QList<SseEvent> &events)
{
    QByteArray text = line;
    if (m_start) {
        m_start = false;
        if (text.startsWith("\xEF\xBB\xBF"))
            text.remove(0, 3);
    }
    if (text.isEmpty()) {
        m_lastEventId = m_pendingId;
        if (m_hasData) {
            m_data.chop(1); // the line feed after the last line of data
            events.append(
                SseEvent{ m_lastEventId, m_type.isEmpty() ? QByteArray("message") : m_type, m_data });
        }
        m_data.clear();
        m_type.clear();
        m_hasData = false;
        return;
    }
    const qsizetype colon = text.indexOf(':');
    if (colon == 0)
        return; // a comment
    const QByteArray field = colon < 0 ? text : text.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : text.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);

    if (field == "data") {
        m_data += value;
        m_data += '\n';
        m_hasData = true;
    } else if (field == "event") {
        m_type = value;
    } else if (field == "id") {
        if (!value.contains('\0'))
            m_pendingId = value;
    } else if (field == "retry") {
        const bool digits = !value.isEmpty()
            && std::all_of(value.cbegin(), value.cend(), [](char c) { return c >= '0' && c <= '9'; });
        bool fits = false;
        const int ms = value.toInt(&fits);
        if (digits && fits)
            m_retryMs = ms;
    }
}

QByteArray toSse(const SseEvent &event)
{
    QByteArray wire;
    wire.reserve(event.data.size() + event.id.size() + event.type.size() + 32);
    if (!event.id.isEmpty())
        wire += "id: " + event.id + '\n';
    if (!event.type.isEmpty() && event.type != "message")
        wire += "event: " + event.type + '\n';
    // CR ends a line as LF does; data with either is sent as several lines.
    QByteArray data = event.data;
    data.replace("\r\n", "\n").replace('\r', '\n');
    const QList<QByteArray> lines = data.split('\n');
    for (const QByteArray &line : lines)
        wire += "data: " + line + '\n';
    wire += '\n';
    return wire;
}

} // namespace facet::contract
