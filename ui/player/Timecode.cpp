#include "ui/player/Timecode.h"

namespace facet::ui {

QString timecode(qint64 ms)
{
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    return two(ms / 60000) + QLatin1Char(':') + two(ms / 1000 % 60) + QLatin1Char('.') + two(ms / 10 % 100);
}

} // namespace facet::ui
