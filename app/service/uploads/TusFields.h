#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace facet::service {

/// Header fields of tus 1.0.0. Each reader gives nothing for a value that breaks the protocol.

/// Upload-Metadata: "key base64,key2 base64".
std::optional<QHash<QByteArray, QByteArray>> readTusMetadata(const QByteArray &field);

/// Upload-Length, Upload-Offset: a decimal number.
std::optional<qint64> readTusNumber(const QByteArray &field);

/// Upload-Checksum "sha256 <base64>": the raw digest.
std::optional<QByteArray> readTusChecksum(const QByteArray &field);

/// The last part of a path of any system, without control characters, NFC, at most 200 characters.
QString cleanFileName(const QByteArray &utf8);

/// A sha256 in hex, in lower case.
std::optional<QString> readSha256(const QByteArray &hex);

} // namespace facet::service
