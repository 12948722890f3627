#include "client/api/UploadApi.h"

#include "client/api/Decode.h"
#include "client/api/ResourceUrl.h"

namespace facet::client {

QFuture<Result<Upload>> UploadApi::get(const QString &id) const
{
    HttpRequest request;
    request.url = resourceUrl(QLatin1String("/v1/uploads"), id);
    return decoded<Upload>(m_client, m_client.send(request));
}

TusUpload *UploadApi::upload(const TusUpload::File &file, QObject *parent) const
{
    return new TusUpload(m_client, file, parent);
}

} // namespace facet::client
