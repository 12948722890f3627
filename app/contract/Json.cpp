#include "contract/Json.h"

namespace facet::contract {

QByteArray toBytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump());
}

} // namespace facet::contract
