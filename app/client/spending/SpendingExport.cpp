#include "client/spending/SpendingExport.h"

#include "client/net/Then.h"
#include "client/spending/SpendingCsv.h"
#include "client/store/SpendingQueries.h"

#include <QDir>

namespace facet::client {

namespace {

constexpr qsizetype rowsAtATime = 500;

Result<void> notOpened(const QSaveFile &file)
{
    return fail(ErrorKind::File,
        SpendingExport::tr("%1 cannot be written. Choose a folder that you may write to.")
            .arg(QDir::toNativeSeparators(file.fileName())),
        file.errorString());
}

Result<void> broken(const QSaveFile &file)
{
    return fail(ErrorKind::File,
        SpendingExport::tr(
            "%1 could not be written: the disk may be full. Make room, or choose another place.")
            .arg(QDir::toNativeSeparators(file.fileName())),
        file.errorString());
}

} // namespace

SpendingExport::SpendingExport(Needs needs, const QString &filePath, QObject *parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_file(std::make_shared<QSaveFile>(filePath))
{
}

SpendingExport::~SpendingExport() = default;

QFuture<Result<qint64>> SpendingExport::start()
{
    m_promise.start();
    then(m_strand.run([file = m_file]() -> Result<void> {
        if (!file->open(QIODevice::WriteOnly))
            return notOpened(*file);
        return {};
    }),
        this, [this](const Result<void> &opened) {
            if (!opened)
                end(tl::unexpected(opened.error()));
            else
                write(SpendingCsv::head(), [this] { next(); });
        });
    return m_promise.future();
}

void SpendingExport::next()
{
    if (m_done >= m_needs.numbers.size()) {
        then(m_strand.run([file = m_file]() -> Result<void> {
            if (!file->commit())
                return broken(*file);
            return {};
        }),
            this, [this](const Result<void> &kept) {
                end(kept.map([this] { return static_cast<qint64>(m_needs.numbers.size()); }));
            });
        return;
    }
    const QVector<qint64> part = m_needs.numbers.mid(m_done, rowsAtATime);
    m_done += part.size();
    then(m_needs.database.run([book = m_needs.book, part](
                                  QSqlDatabase &connection) { return rowsByNumber(connection, book, part); }),
        this, [this](const Result<QList<SpendingRow>> &rows) {
            if (!rows) {
                end(tl::unexpected(rows.error()));
                return;
            }
            QByteArray text;
            for (SpendingRow row : *rows) {
                row.modelName = m_needs.modelName(row.modelId);
                text += SpendingCsv::line(row);
            }
            write(text, [this] { next(); });
        });
}

void SpendingExport::write(const QByteArray &text, std::function<void()> afterwards)
{
    then(m_strand.run([file = m_file, text]() -> Result<void> {
        if (file->write(text) != text.size() || !file->flush())
            return broken(*file);
        return {};
    }),
        this, [this, afterwards = std::move(afterwards)](const Result<void> &written) {
            if (written)
                afterwards();
            else
                end(tl::unexpected(written.error()));
        });
}

void SpendingExport::end(const Result<qint64> &result)
{
    m_promise.addResult(result);
    m_promise.finish();
    deleteLater();
}

} // namespace facet::client
