#include "service/api/PageCursor.h"

#include <limits>

namespace facet::service {

Outcome<qint64> rowsBelow(const QString &cursor)
{
    if (cursor.isEmpty())
        return std::numeric_limits<qint64>::max();
    bool number = false;
    const qint64 row = cursor.toLongLong(&number);
    if (!number)
        return tl::unexpected(problem::badRequest(QStringLiteral("cursor")));
    return row;
}

} // namespace facet::service
