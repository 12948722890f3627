#pragma once

#include "client/net/TusUpload.h"

namespace facet::client {

/// /v1/uploads.
class UploadApi {
public:
    explicit UploadApi(HttpClient &client)
        : m_client(client)
    {
    }
    QFuture<Result<Upload>> get(const QString &id) const;
    /// Not started yet.
    TusUpload *upload(const TusUpload::File &file, QObject *parent) const;

private:
    HttpClient &m_client;
};

} // namespace facet::client
