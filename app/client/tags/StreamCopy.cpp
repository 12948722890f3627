#include "client/tags/StreamCopy.h"

namespace facet::client {

bool copyBytes(QIODevice &from, QIODevice &to, qint64 bytes)
{
    constexpr qint64 block = 1 << 20;
    QByteArray piece(static_cast<qsizetype>(std::min(block, bytes)), Qt::Uninitialized);
    while (bytes > 0) {
        const qint64 read = from.read(piece.data(), std::min(block, bytes));
        if (read <= 0 || to.write(piece.constData(), read) != read)
            return false;
        bytes -= read;
    }
    return true;
}

bool copyRest(QIODevice &from, QIODevice &to, qint64 offset)
{
    return from.seek(offset) && copyBytes(from, to, from.size() - offset);
}

} // namespace facet::client
