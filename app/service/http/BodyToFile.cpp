#include "service/http/BodyToFile.h"

namespace facet::service {

BodyToFile::BodyToFile(BodyTarget target)
    : m_target(std::move(target))
    , m_file(m_target.path)
{
    if (m_target.hash)
        m_hash.emplace(QCryptographicHash::Sha256);
    m_outcome.tag = m_target.tag;
}

bool BodyToFile::open()
{
    const bool opened = m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)
        && m_file.size() == m_target.offset;
    m_outcome.diskFailed = !opened;
    return opened;
}

bool BodyToFile::write(const char *bytes, qint64 size)
{
    if (m_outcome.written + size > m_target.maxBytes) {
        m_tooLarge = true;
        return false;
    }
    if (m_file.write(bytes, size) != size) {
        m_outcome.diskFailed = true;
        return false;
    }
    if (m_hash)
        m_hash->addData(QByteArrayView(bytes, size));
    m_outcome.written += size;
    return true;
}

BodyOutcome BodyToFile::finish(bool complete)
{
    m_file.close();
    m_outcome.complete = complete && !m_outcome.diskFailed && !m_tooLarge;
    if (m_hash)
        m_outcome.sha256 = m_hash->result();
    return m_outcome;
}

} // namespace facet::service
