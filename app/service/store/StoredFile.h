#pragma once

#include <QString>

#include <optional>

namespace facet::service {

/// A file of the data folder as other parts of the service need it: to send it, or to give it to an engine.
struct StoredFile {
    QString id;
    QString path; ///< absolute
    QString posterPath; ///< absolute; empty when there is none
    QString sha256; ///< hex
    QString mime; ///< by content
    QString name; ///< a readable name with ending, for Content-Disposition
    qint64 bytes = 0;
    int width = 0; ///< pixels, upright
    int height = 0;
    std::optional<double> durationS;
};

/// Finished uploads by id. Main thread only.
class UploadFiles {
public:
    virtual ~UploadFiles() = default;
    /// Empty when there is no such upload, or it is not complete.
    virtual std::optional<StoredFile> upload(const QString &id) const = 0;
};

/// Results of generations by id. Main thread only.
class AssetFiles {
public:
    virtual ~AssetFiles() = default;
    virtual std::optional<StoredFile> asset(const QString &id) const = 0;
};

} // namespace facet::service
