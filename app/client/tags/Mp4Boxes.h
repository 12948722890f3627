#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

class QIODevice;

namespace facet::client {

/// A box of an ISO base media file (ISO/IEC 14496-12 4.2), as far as its place is concerned.
struct Mp4Box {
    QByteArray type; ///< four characters
    qint64 at = 0; ///< of its size field
    qint64 head = 8; ///< bytes of size and type
    qint64 size = 0; ///< with the head
    qint64 end() const { return at + size; }
};

/// The boxes of the file itself; empty: it is not such a file, or is cut.
std::optional<QList<Mp4Box>> mp4Boxes(QIODevice &file);
/// The boxes inside [from, to) of `bytes`; those before the first that is not whole.
QList<Mp4Box> mp4Boxes(const QByteArray &bytes, qint64 from, qint64 to);

/// A box around `payload`.
QByteArray mp4Box(const char *type, const QByteArray &payload);
QByteArray bigEndian32(quint32 value);

/// Everything at or behind `from` in the file moves by `by` bytes: the places that `moov` gives for the media
/// (stco, co64) follow. False: one of them no longer fits.
bool moveChunks(QByteArray &moov, qint64 from, qint64 by);
/// The same for a movie fragment's base offset (tfhd).
void moveFragment(QByteArray &moof, qint64 from, qint64 by);

} // namespace facet::client
