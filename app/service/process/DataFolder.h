#pragma once

#include "domain/Error.h"

#include <QString>

namespace facet::service {

/// The folder of --data, made when it is missing (0700), and held: a second service on the same folder is
/// refused. The lock is the kernel's (flock), so it ends with the process, however that ends.
class DataFolder {
public:
    /// ErrorKind::File with a sentence that names the folder.
    static Result<DataFolder> open(const QString &path);
    ~DataFolder();
    DataFolder(DataFolder &&other) noexcept;
    DataFolder &operator=(DataFolder &&) = delete;

    const QString &path() const { return m_path; } ///< absolute

private:
    DataFolder(QString path, int lock);

    QString m_path;
    int m_lock = -1;
};

} // namespace facet::service
