#pragma once

#include "client/sequence/ExportPlan.h"
#include "domain/Error.h"

#include <QFuture>
#include <QMap>
#include <QObject>

namespace facet::client {

/// One export under way, off the window's thread. Exactly one `finished`, always the last signal.
class SequenceExport : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// `finished` with ErrorKind::Cancelled follows; what was written is taken away.
    virtual void cancel() = 0;

signals:
    void progressed(double fraction); ///< 0..1
    void finished(const facet::Result<QString> &path);
};

/// Makes one MP4 out of several clips. What it is going to do is known beforehand (plan); the file is written
/// under a hidden name, read again from end to end, brought to the platter and renamed last, to a name that
/// nothing else has.
///
/// Errors: File (a clip is missing or damaged, disk full, not writable), Unsupported (no encoder, or the
/// plugin is not there), Cancelled.
class SequenceExporter : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QFuture<Result<ExportPlan>> plan(const QStringList &paths) = 0;

    struct Target {
        QString folder; ///< made when it is not there
        QString baseName; ///< "harbor-at-dawn-sequence"
        QMap<QString, QString> tags; ///< title, comment, draft
    };
    /// Never null; the caller's to delete, which cancels it.
    virtual SequenceExport *start(const ExportPlan &plan, const Target &target, QObject *parent) = 0;
};

} // namespace facet::client
