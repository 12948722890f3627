#pragma once

#include "client/net/Strand.h"
#include "client/store/Database.h"
#include "domain/Spending.h"

#include <QObject>
#include <QSaveFile>
#include <QVector>

#include <functional>

namespace facet::client {

/// Writes rows of the ledger into a CSV file, some at a time, so that the profile's file is free in between.
/// The file has its name only once it is whole. Deletes itself when it is done.
class SpendingExport : public QObject {
    Q_OBJECT
public:
    struct Needs {
        Database &database;
        qint64 book = 0;
        QVector<qint64> numbers; ///< SpendingQueries::listedRows
        std::function<QString(const QString &modelId)> modelName;
    };

    SpendingExport(Needs needs, const QString &filePath, QObject *parent);
    ~SpendingExport() override;

    /// The number of rows in the file.
    QFuture<Result<qint64>> start();

private:
    void next();
    void write(const QByteArray &text, std::function<void()> afterwards);
    void end(const Result<qint64> &result);

    Needs m_needs;
    Strand m_strand; ///< the disk may be slow
    std::shared_ptr<QSaveFile> m_file; ///< touched on the strand only
    QPromise<Result<qint64>> m_promise;
    qsizetype m_done = 0;
};

} // namespace facet::client
