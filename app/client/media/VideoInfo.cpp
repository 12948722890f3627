#include "client/media/VideoInfo.h"

#include <algorithm>

namespace facet::client {

qint64 VideoInfo::startOf(qint64 index) const
{
    if (startsUs.isEmpty())
        return 0;
    return startsUs.at(std::clamp<qint64>(index, 0, startsUs.size() - 1));
}

qint64 VideoInfo::frameAt(qint64 us) const
{
    if (startsUs.isEmpty())
        return -1;
    const auto next = std::upper_bound(startsUs.begin(), startsUs.end(), us);
    return std::max<qint64>(0, std::distance(startsUs.begin(), next) - 1);
}

} // namespace facet::client
