#pragma once

#include <QIODevice>

namespace facet::client {

/// Copies `bytes` from where `from` is to where `to` is. False: one of them did not.
bool copyBytes(QIODevice &from, QIODevice &to, qint64 bytes);
/// Everything from `offset` to the end.
bool copyRest(QIODevice &from, QIODevice &to, qint64 offset);

} // namespace facet::client
