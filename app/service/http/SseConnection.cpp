#include "service/http/SseConnection.h"

#include <boost/asio/write.hpp>

namespace facet::service {

namespace {

class Sink : public EventSink {
public:
    explicit Sink(std::weak_ptr<SseConnection> connection)
        : m_connection(std::move(connection))
    {
    }
    ~Sink() override { Sink::close(); }

    bool send(const contract::SseEvent &event) override
    {
        const auto connection = m_connection.lock();
        return connection && connection->send(contract::toSse(event));
    }
    void close() override
    {
        if (const auto connection = m_connection.lock())
            connection->close();
    }

private:
    std::weak_ptr<SseConnection> m_connection;
};

} // namespace

SseConnection::SseConnection(ServerCore &core, std::unique_ptr<TlsStream> stream, bool chunked)
    : Session(core, std::move(stream))
    , m_chunked(chunked)
    , m_ping(m_stream->get_executor())
{
}

SseConnection::~SseConnection() = default;

void SseConnection::start()
{
    readOn();
    schedulePing();
}

std::shared_ptr<EventSink> SseConnection::makeSink()
{
    return std::make_shared<Sink>(self(this));
}

bool SseConnection::send(const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    if (m_gone || m_closing)
        return false;
    const bool idle = m_queued == 0;
    m_queued += bytes.size();
    if (m_queued > m_core.limits.streamBytes) {
        m_gone = true;
        post([this] { drop(); });
        return false;
    }
    m_waiting += bytes;
    if (idle)
        post([this] { flush(); });
    return true;
}

void SseConnection::close()
{
    const std::lock_guard lock(m_mutex);
    if (m_gone || std::exchange(m_closing, true))
        return;
    post([this] { flush(); });
}

void SseConnection::flush()
{
    if (m_writing || m_ended || isDropped())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_out = framed(std::exchange(m_waiting, {}));
        m_queued = m_out.size();
        m_ended = m_closing;
    }
    if (m_ended && m_chunked)
        m_out += "0\r\n\r\n";
    m_writing = true;
    arm(m_core.limits.stallTime);
    asio::async_write(*m_stream, asio::buffer(m_out.constData(), static_cast<std::size_t>(m_out.size())),
        [this, self = self(this)](const ErrorCode &error, std::size_t) {
            m_writing = false;
            disarm();
            if (isDropped())
                return;
            if (error) {
                drop();
                return;
            }
            if (m_ended) {
                ErrorCode ignored;
                m_stream->next_layer().cancel(ignored); // ends readOn(), which says goodbye
                return;
            }
            bool more = false;
            {
                const std::lock_guard lock(m_mutex);
                m_queued = m_waiting.size();
                more = m_queued > 0 || m_closing;
            }
            m_out.clear();
            if (more)
                flush();
            else
                schedulePing();
        });
}

QByteArray SseConnection::framed(const QByteArray &bytes) const
{
    if (!m_chunked || bytes.isEmpty())
        return bytes;
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

void SseConnection::readOn()
{
    m_stream->async_read_some(
        asio::buffer(m_incoming), [this, self = self(this)](const ErrorCode &error, std::size_t) {
            if (isDropped())
                return;
            if (!error && !m_ended) {
                readOn(); // nothing a client could say here means anything
                return;
            }
            m_ping.cancel();
            {
                const std::lock_guard lock(m_mutex);
                m_gone = true;
            }
            if (m_ended && !m_writing)
                finish();
            else
                drop();
        });
}

void SseConnection::schedulePing()
{
    m_ping.expires_after(m_core.limits.pingTime);
    m_ping.async_wait([this, weak = std::weak_ptr(self(this))](const ErrorCode &error) {
        const auto self = weak.lock();
        if (error || !self || isDropped() || m_writing)
            return;
        send(": ping\n\n");
    });
}

void SseConnection::onShutDown()
{
    close();
}

} // namespace facet::service
