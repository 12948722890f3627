#pragma once

#include "client/library/Trash.h"

#include <QCoreApplication>

namespace facet::client {

/// The system's own: the freedesktop.org trash, the Finder's, the Recycle Bin (QFile::moveToTrash).
class SystemTrash : public Trash {
    Q_DECLARE_TR_FUNCTIONS(facet::client::SystemTrash)
public:
    Result<QString> take(const QString &filePath) override;
    Result<QString> putBack(const QString &trashPath, const QString &filePath) override;
};

} // namespace facet::client
