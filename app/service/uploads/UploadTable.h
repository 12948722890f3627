#pragma once

#include "domain/Error.h"
#include "service/uploads/UploadRecord.h"

#include <QList>

namespace facet::service {

class Store;

/// The rows of `uploads`. Errors are the store's: ErrorKind::File.
class UploadTable {
public:
    explicit UploadTable(Store &store);

    Result<void> add(const UploadRecord &record);
    /// Writes what completing it, or taking more of it, changes.
    Result<void> change(const UploadRecord &record);
    Result<void> remove(const QString &id);
    Result<std::optional<UploadRecord>> find(const QString &id) const;
    /// A complete one of this content.
    Result<std::optional<UploadRecord>> findContent(const QString &sha256) const;
    Result<QList<UploadRecord>> partial() const;
    /// How many complete uploads share the content's file.
    Result<qint64> countContent(const QString &sha256) const;

private:
    Store &m_store;
};

} // namespace facet::service
