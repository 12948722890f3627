#pragma once

#include "domain/Error.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <atomic>

namespace facet::client {

/// The folder that an export makes, away from the window's thread; only the atomics may be looked at from
/// elsewhere. Discards what it has written unless it was finished.
class ExportFolder {
public:
    /// `name` becomes a name that every file system takes; a number follows where it is taken.
    ExportFolder(const QString &parent, const QString &name);
    ~ExportFolder();

    Result<void> open(const QString &documentName);
    /// Copies a file into `subfolder` and answers its link, relative to the document; empty: there is no such
    /// file. The same file is copied once.
    Result<QString> add(const QString &path, const QString &niceName, const QString &subfolder);
    Result<void> write(const QString &text);
    /// Gives the folder its name: its path.
    Result<QString> finish();

    std::atomic<bool> cancelled = false;
    std::atomic<qint64> copied = 0; ///< bytes

    /// `name` without a character that some file system or Markdown trips over, NFC, at most 80 bytes and the
    /// suffix.
    static QString safeName(const QString &name);

private:
    Result<void> copy(const QString &from, const QString &to);
    Result<void> broken(const QFile &file) const;

    QDir m_parent;
    QString m_name;
    QDir m_dir; ///< under its name for the time being
    QFile m_document;
    QHash<QString, QString> m_links; ///< by path
    bool m_finished = false;
};

} // namespace facet::client
