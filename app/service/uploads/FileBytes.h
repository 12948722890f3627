#pragma once

#include <QFile>
#include <QtEndian>

/// Numbers as containers hold them: big or little endian, at a place that is known to be there.
namespace facet::service {

inline quint16 be16(const QByteArray &data, qsizetype at)
{
    return qFromBigEndian<quint16>(data.constData() + at);
}
inline quint32 be32(const QByteArray &data, qsizetype at)
{
    return qFromBigEndian<quint32>(data.constData() + at);
}
inline quint64 be64(const QByteArray &data, qsizetype at)
{
    return qFromBigEndian<quint64>(data.constData() + at);
}
inline quint32 le32(const QByteArray &data, qsizetype at)
{
    return qFromLittleEndian<quint32>(data.constData() + at);
}

/// Up to `size` bytes from `at` on.
inline QByteArray readAt(QFile &file, qint64 at, qint64 size)
{
    return file.seek(at) ? file.read(size) : QByteArray();
}

} // namespace facet::service
