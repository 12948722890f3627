#pragma once

#include "client/generation/Generations.h"
#include "client/library/FilesInSight.h"
#include "client/library/HistoryBacklog.h"
#include "client/library/Library.h"
#include "client/library/TrashBin.h"
#include "client/store/RowWindow.h"

#include <QTimer>

namespace facet::client {

class Session;

/// Library over the profile's database: number and time of all results that pass the filter are held (16
/// bytes each), the results themselves a few pages at a time.
class LiveLibrary : public Library {
    Q_OBJECT
public:
    struct Needs {
        Database &database;
        Session &session;
        Generations &generations;
        HistoryBacklog &backlog;
        std::shared_ptr<Trash> trash;
        Clock &clock;
    };
    explicit LiveLibrary(const Needs &needs, QObject *parent = nullptr);

    LibraryFilter filter() const override { return m_filter; }
    LibrarySort sort() const override { return m_sort; }
    void setFilter(const LibraryFilter &filter) override;
    void setSort(LibrarySort sort) override;
    void start() override;
    bool isLoading() const override { return m_loading; }
    int total() const override { return m_totals.results; }
    bool isComplete() const override { return m_needs.backlog.hasResults(); }
    QList<Name> models() const override;
    std::optional<LibraryResult> result(int row) const override;
    qint64 numberAt(int row) const override;
    int rowOf(qint64 number) const override;
    qint64 atMs(int row) const override;
    void look(int firstRow, int lastRow) override;
    QFuture<Result<QList<LibraryResult>>> results(const QVector<qint64> &numbers) override;
    QFuture<Result<GenerationRecord>> record(const QString &generationKey) override;
    void setFavourite(const QVector<qint64> &numbers, bool favourite) override;
    void fetchAgain(const QVector<qint64> &numbers) override;
    QFuture<Result<Trashed>> moveToTrash(const QVector<qint64> &numbers) override;
    int undoable() const override { return m_bin.undoable(); }
    QFuture<Result<int>> undoTrash() override;
    FilesExport *exportTo(const QString &folder, const QVector<qint64> &numbers) override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// The files of the results, for whoever they are dropped on.
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    QStringList mimeTypes() const override;

private:
    struct Listing {
        QVector<ListedResult> rows;
        QList<LibraryResult> first; ///< the results of the part that was looked at last
        ResultTotals totals;
    };
    void generationChanged(const QString &key);
    void readSoon();
    void read(bool reset);
    void took(const Listing &listing, bool reset);
    void fetchWanted();
    void readAgain(const QVector<qint64> &numbers);
    void put(const QList<LibraryResult> &results);
    void tellChanged(const QVector<qint64> &numbers);
    LibraryResult completed(LibraryResult result) const;
    void nameModels();

    Needs m_needs;
    TrashBin m_bin;
    FilesInSight m_sight;
    LibraryFilter m_filter;
    LibrarySort m_sort = LibrarySort::Newest;
    QVector<ListedResult> m_listed;
    mutable QHash<qint64, int> m_rowOf; ///< made when first asked for
    ResultTotals m_totals;
    mutable RowWindow<LibraryResult> m_rows;
    mutable QTimer m_fetch;
    QTimer m_soon; ///< generations changed: their results are read again
    QSet<QString> m_touched; ///< keys of these
    QHash<QString, QString> m_seen; ///< what was known of a generation's files when it changed last
    int m_round = 0;
    bool m_started = false;
    bool m_reset = false; ///< the reading under way is of another filter or order
    bool m_loading = false;
};

} // namespace facet::client
