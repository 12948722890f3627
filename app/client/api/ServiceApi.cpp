#include "client/api/ServiceApi.h"

#include "client/api/Decode.h"

namespace facet::client {

QFuture<Result<ServiceInfo>> ServiceApi::get() const
{
    HttpRequest request;
    request.url = QUrl(QStringLiteral("/v1/service"));
    return decoded<ServiceInfo>(m_client, m_client.send(request));
}

} // namespace facet::client
