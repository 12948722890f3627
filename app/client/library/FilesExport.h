#pragma once

#include "client/net/Strand.h"
#include "domain/Error.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <atomic>

namespace facet::client {

/// Copies files into a folder, one after another, off the window's thread. Each has its name only once it is
/// whole; one that is there already gets " (2)". Ends with exactly one `finished`, and deletes itself then.
class FilesExport : public QObject {
    Q_OBJECT
public:
    struct Outcome {
        int copied = 0;
        int missing = 0; ///< were not where they should be
        QStringList paths; ///< of the copies
        std::optional<Error> error; ///< ErrorKind::File: it ended there; Cancelled
    };

    explicit FilesExport(QString folder, QObject *parent = nullptr);
    ~FilesExport() override;

    void start(const QStringList &files);
    /// What is being copied is taken away again; what is whole stays.
    void cancel();
    QString folder() const { return m_folder; }

signals:
    /// Bytes done, of all.
    void progressed(qint64 done, qint64 all);
    void finished(const facet::client::FilesExport::Outcome &outcome);

private:
    void next();
    void end();

    QString m_folder;
    Strand m_strand; ///< the disk may be slow
    std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
    QStringList m_left;
    Outcome m_outcome;
    qint64 m_done = 0;
    qint64 m_all = 0;
};

} // namespace facet::client

Q_DECLARE_METATYPE(facet::client::FilesExport::Outcome)
