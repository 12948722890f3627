#pragma once

#include "domain/Error.h"

#include <QByteArray>
#include <nlohmann/json.hpp>

namespace facet::contract {

using Json = nlohmann::json;

/// Parses UTF-8 JSON. Errors: ErrorKind::Protocol with the place in `detail`. Nesting deeper than 64 and
/// invalid UTF-8 are refused, never thrown.
Result<Json> parseJson(const QByteArray &utf8);

/// Compact UTF-8.
QByteArray toBytes(const Json &json);

/// RFC 3339 UTC with milliseconds: "2026-11-23T01:02:03.456Z".
QString toWireTime(const QDateTime &time);

} // namespace facet::contract
