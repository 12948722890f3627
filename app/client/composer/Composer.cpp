#include "client/composer/Composer.h"

#include <algorithm>

namespace facet::client {

std::optional<Attachment> Composer::attachmentFor(InputRole role) const
{
    const QList<Attachment> all = attachments();
    const auto found =
        std::find_if(all.begin(), all.end(), [role](const Attachment &a) { return a.role == role; });
    if (found == all.end())
        return {};
    return *found;
}

} // namespace facet::client
