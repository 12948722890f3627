#pragma once

#include "domain/Error.h"

namespace facet::client {

/// The desktop's trash; behind an interface so that a test can let it refuse. Called off the window's
/// thread.
class Trash {
public:
    virtual ~Trash() = default;

    /// The file's path in the trash; empty where the system does not tell, so that it cannot be put back
    /// from here. ErrorKind::File: there is no trash on that disk, or no right to the file.
    virtual Result<QString> take(const QString &filePath) = 0;
    /// Puts it back, under another name beside it when something else is there by now. Answers where it is.
    /// ErrorKind::File: it is no longer in the trash, or the folder cannot be written.
    virtual Result<QString> putBack(const QString &trashPath, const QString &filePath) = 0;
};

} // namespace facet::client
