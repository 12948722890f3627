#include "service/http/Http.h"

namespace facet::service {

HttpResponse jsonResponse(int status, const contract::Json &json)
{
    return { status, { { "Content-Type", "application/json" } }, contract::toBytes(json) };
}

} // namespace facet::service
