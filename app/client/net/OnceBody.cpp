#include "client/net/OnceBody.h"

#include <cstring>

namespace facet::client {

OnceBody::OnceBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OnceBody::seek(qint64)
{
    return false;
}

qint64 OnceBody::readData(char *data, qint64 maxSize)
{
    const qint64 n = std::min<qint64>(maxSize, m_bytes.size() - m_read);
    if (n <= 0)
        return m_bytes.isEmpty() ? 0 : -1;
    std::memcpy(data, m_bytes.constData() + m_read, static_cast<size_t>(n));
    m_read += n;
    return n;
}

} // namespace facet::client
