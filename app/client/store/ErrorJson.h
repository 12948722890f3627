#pragma once

#include "domain/Error.h"

namespace facet::client {

/// An Error as kept in the database: JSON text; empty for none.
QString errorToText(const std::optional<Error> &error);
/// Empty text, or text that is no error of this form, is none.
std::optional<Error> errorFromText(const QString &text);

} // namespace facet::client
