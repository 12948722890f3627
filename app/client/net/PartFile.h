#pragma once

#include "domain/Error.h"

#include <QCoreApplication>
#include <QIODevice>

#include <functional>
#include <memory>

namespace facet::client {

/// The unfinished file of a download. Every call does disk work: only on a Strand.
class PartFile {
    Q_DECLARE_TR_FUNCTIONS(facet::client::PartFile)
public:
    using Opener = std::function<std::unique_ptr<QIODevice>(const QString &path)>;

    PartFile(QString path, Opener opener);

    const QString &path() const { return m_path; }

    /// Makes the folder and opens the part; `keep`: what is there already stays. The bytes that are there.
    Result<qint64> open(bool keep);
    /// The bytes of the file from now on. A write that takes less than it was given is a failure.
    Result<qint64> append(const QByteArray &bytes);
    Result<void> truncate();

    struct Finish {
        QString folder;
        QString baseName;
        QString suffix;
        std::optional<qint64> bytes;
        QString sha256; ///< hex; empty: not checked
        bool numbered = true;
        bool plainFirst = false; ///< numbered: without a number while that name is free
    };
    /// Checks the whole file, brings it to the platter and gives it its name. Protocol: it is not what was
    /// promised (still there). File: the disk does not let us.
    Result<QString> finish(const Finish &finish);
    void remove();
    /// A file of `finish`'s name, any number, that already is what is wanted; empty: none.
    QString findFinished(const Finish &finish) const;

    static QString sha256Of(QIODevice &file);

private:
    tl::unexpected<Error> diskError(const QString &what, qint64 wanted) const;
    Result<void> sync();
    Result<QString> rename(const Finish &finish);

    QString m_path;
    Opener m_opener;
    std::unique_ptr<QIODevice> m_file;
    qint64 m_size = 0;
    bool m_broken = false; ///< a write failed: nothing may follow it
};

} // namespace facet::client
