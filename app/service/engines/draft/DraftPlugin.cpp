#include "service/engines/draft/DraftPlugin.h"

#include "service/engines/draft/DraftEngine.h"

namespace facet::service::draft {

std::unique_ptr<Engine> DraftPlugin::create()
{
    return std::make_unique<DraftEngine>();
}

} // namespace facet::service::draft
