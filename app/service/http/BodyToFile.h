#pragma once

#include "service/http/Http.h"

#include <QCryptographicHash>
#include <QFile>

#include <optional>

namespace facet::service {

/// Appends a body to a file, piece by piece, on an HTTP thread.
class BodyToFile {
public:
    explicit BodyToFile(BodyTarget target);

    /// False when the file cannot be opened or is not `offset` bytes long; outcome() says so.
    bool open();
    /// False when the disk refused, or the piece goes past `maxBytes` (then nothing of it is written).
    bool write(const char *bytes, qint64 size);
    bool isTooLarge() const { return m_tooLarge; }
    qint64 maxBytes() const { return m_target.maxBytes; }

    /// Closes the file.
    BodyOutcome finish(bool complete);

private:
    BodyTarget m_target;
    QFile m_file;
    std::optional<QCryptographicHash> m_hash;
    BodyOutcome m_outcome;
    bool m_tooLarge = false;
};

} // namespace facet::service
