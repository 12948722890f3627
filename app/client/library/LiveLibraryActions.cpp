// The part of LiveLibrary that does something with results.
#include "client/library/FilesExport.h"
#include "client/library/LiveLibrary.h"
#include "client/net/Then.h"
#include "client/store/GenerationRows.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace facet::client {

void LiveLibrary::look(int firstRow, int lastRow)
{
    QVector<FilesInSight::File> files;
    for (int row = std::max(0, firstRow); row <= lastRow && row < m_listed.size(); ++row) {
        const LibraryResult *known = m_rows.find(m_listed.at(row).number);
        if (known && known->place == LibraryResult::Place::Here)
            files.append({ known->number, known->filePath });
    }
    m_sight.look(files);
}

QFuture<Result<QList<LibraryResult>>> LiveLibrary::results(const QVector<qint64> &numbers)
{
    return m_needs.database.run(
        [numbers](QSqlDatabase &connection) { return resultsByNumber(connection, numbers); });
}

QFuture<Result<GenerationRecord>> LiveLibrary::record(const QString &generationKey)
{
    return m_needs.database.run([generationKey](QSqlDatabase &connection) -> Result<GenerationRecord> {
        auto record = generationByKey(connection, generationKey);
        if (!record)
            return tl::unexpected(record.error());
        if (!*record)
            return fail(ErrorKind::File, tr("This result is no longer in your history."));
        return **record;
    });
}

void LiveLibrary::setFavourite(const QVector<qint64> &numbers, bool favourite)
{
    // Shown at once; the disk follows.
    for (const qint64 number : numbers) {
        if (const LibraryResult *known = m_rows.find(number)) {
            LibraryResult changed = *known;
            changed.favourite = favourite;
            m_rows.put(number, changed);
        }
    }
    tellChanged(numbers);
    then(m_needs.database.run([numbers, favourite](QSqlDatabase &connection) {
        return client::setFavourite(connection, numbers, favourite);
    }),
        this, [this](const Result<void> &done) {
            if (!done)
                emit failed(done.error());
            if (!done || m_filter.favourites)
                read(false);
        });
}

void LiveLibrary::fetchAgain(const QVector<qint64> &numbers)
{
    then(results(numbers), this, [this](const Result<QList<LibraryResult>> &results) {
        if (!results) {
            emit failed(results.error());
            return;
        }
        QSet<QString> keys;
        for (const LibraryResult &result : *results)
            keys.insert(result.generationKey);
        for (const QString &key : std::as_const(keys))
            m_needs.generations.fetchAgain(key);
    });
}

QFuture<Result<Library::Trashed>> LiveLibrary::moveToTrash(const QVector<qint64> &numbers)
{
    return m_bin.take(numbers);
}

QFuture<Result<int>> LiveLibrary::undoTrash()
{
    return m_bin.undo();
}

FilesExport *LiveLibrary::exportTo(const QString &folder, const QVector<qint64> &numbers)
{
    auto *copying = new FilesExport(folder, this);
    then(results(numbers), copying, [copying](const Result<QList<LibraryResult>> &results) {
        QStringList files;
        if (results) {
            for (const LibraryResult &result : *results)
                files.append(result.filePath);
        }
        copying->start(files);
    });
    return copying;
}

int LiveLibrary::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_listed.size());
}

QVariant LiveLibrary::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != ResultRole && role != LoadedRole))
        return {};
    const std::optional<LibraryResult> known = result(index.row());
    if (role == LoadedRole)
        return known.has_value();
    return QVariant::fromValue(known.value_or(LibraryResult{}));
}

Qt::ItemFlags LiveLibrary::flags(const QModelIndex &index) const
{
    return Library::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList LiveLibrary::mimeTypes() const
{
    return { QStringLiteral("text/uri-list") };
}

QMimeData *LiveLibrary::mimeData(const QModelIndexList &indexes) const
{
    QList<QUrl> urls;
    for (const QModelIndex &index : indexes) {
        const LibraryResult *known = m_rows.find(numberAt(index.row()));
        if (known && known->place == LibraryResult::Place::Here && !m_sight.isMissing(known->number))
            urls.append(QUrl::fromLocalFile(known->filePath));
    }
    if (urls.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setUrls(urls);
    return data;
}

} // namespace facet::client
