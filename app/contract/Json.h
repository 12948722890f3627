#pragma once

#include "domain/Error.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringView>
#include <nlohmann/json.hpp>

namespace facet::contract {

using Json = nlohmann::json;

/// Nesting allowed in anything that comes from the wire.
constexpr int maxJsonDepth = 64;

/// Parses UTF-8 JSON. Errors: ErrorKind::Protocol with the place in `detail`. Nesting deeper than
/// maxJsonDepth and invalid UTF-8 are refused, never thrown.
Result<Json> parseJson(const QByteArray &utf8);

/// Compact UTF-8.
QByteArray toBytes(const Json &json);

/// RFC 3339 UTC with milliseconds: "2026-11-23T01:02:03.456Z".
QString toWireTime(const QDateTime &time);

/// Any RFC 3339 time, as UTC with milliseconds. Empty when it is not one; a time without an offset is not.
std::optional<QDateTime> fromWireTime(QStringView text);

/// The error for an answer that breaks the contract; `place` is the JSON pointer, `what` technical text.
Error protocolError(const QString &place, const QString &what);

} // namespace facet::contract
