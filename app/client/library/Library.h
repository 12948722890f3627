#pragma once

#include "client/generation/GenerationRecord.h"
#include "client/library/LibraryResult.h"
#include "domain/Error.h"

#include <QAbstractListModel>
#include <QFuture>
#include <QVector>

namespace facet::client {

class FilesExport;

/// Every result of every conversation and both agents. rowCount() is the number of results that the filter
/// lets through; the results themselves are read from disk when they are first asked for, so 10,000 of them
/// cost nothing: one that is not there yet has LoadedRole false, and dataChanged follows. Words are the
/// window's.
class Library : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ResultRole = Qt::UserRole, ///< LibraryResult
        LoadedRole, ///< bool
    };
    /// For choosing a filter.
    struct Name {
        QString id;
        QString name;
        friend bool operator==(const Name &, const Name &) = default;
    };
    using QAbstractListModel::QAbstractListModel;

    virtual LibraryFilter filter() const = 0;
    virtual LibrarySort sort() const = 0;
    /// Take effect a moment later, with one modelReset.
    virtual void setFilter(const LibraryFilter &filter) = 0;
    virtual void setSort(LibrarySort sort) = 0;
    /// Somebody looks: it reads from now on and follows every change.
    virtual void start() = 0;
    /// The first results of the filter are being read.
    virtual bool isLoading() const = 0;
    /// Results without a filter.
    virtual int total() const = 0;
    /// False while results of an older profile are still being put in, newest first.
    virtual bool isComplete() const = 0;
    /// Models that occur, by name.
    virtual QList<Name> models() const = 0;

    /// Empty when it is not loaded yet.
    virtual std::optional<LibraryResult> result(int row) const = 0;
    virtual qint64 numberAt(int row) const = 0;
    virtual int rowOf(qint64 number) const = 0; ///< -1: not listed
    /// When it was asked for, milliseconds since 1970, UTC; known for every row.
    virtual qint64 atMs(int row) const = 0;

    /// These rows are in sight: whether their files are still there is looked up off the window's thread.
    virtual void look(int firstRow, int lastRow) = 0;
    /// The results behind these numbers, in this order; what is gone is left out.
    virtual QFuture<Result<QList<LibraryResult>>> results(const QVector<qint64> &numbers) = 0;
    /// What made it, for the preview. ErrorKind::File: the history cannot be read, or it is gone.
    virtual QFuture<Result<GenerationRecord>> record(const QString &generationKey) = 0;

    virtual void setFavourite(const QVector<qint64> &numbers, bool favourite) = 0;
    /// Files that are missing are asked for again from the service; what comes of it shows on the result.
    virtual void fetchAgain(const QVector<qint64> &numbers) = 0;

    /// What came of deleting.
    struct Trashed {
        int moved = 0; ///< results that are gone from the list
        int running = 0; ///< left alone: they are still being fetched
        QList<Error> errors; ///< files that the trash did not take; their results stay
    };
    /// Moves the files to the system's trash and takes the results out of the list.
    virtual QFuture<Result<Trashed>> moveToTrash(const QVector<qint64> &numbers) = 0;
    /// How many results undoTrash() would bring back; 0: nothing to undo (any more). Also after a restart,
    /// until ten minutes have passed.
    virtual int undoable() const = 0;
    /// Puts what was deleted last back where it was. Answers how many came back.
    virtual QFuture<Result<int>> undoTrash() = 0;

    /// Copies the files into the folder, off the window's thread.
    virtual FilesExport *exportTo(const QString &folder, const QVector<qint64> &numbers) = 0;

signals:
    void loadingChanged();
    void totalChanged(); ///< total, models, isComplete
    void undoableChanged();
    void failed(const facet::Error &error); ///< the history cannot be read or written
};

} // namespace facet::client
