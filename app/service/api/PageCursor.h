#pragma once

#include "service/api/Problems.h"

namespace facet::service {

/// Lists are newest first, and their cursor is the number of the last row of the page before. What comes
/// next is below the answer; without a cursor that is everything. bad_request for what is no cursor.
Outcome<qint64> rowsBelow(const QString &cursor);

} // namespace facet::service
