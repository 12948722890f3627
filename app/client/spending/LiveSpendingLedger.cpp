#include "client/spending/LiveSpendingLedger.h"

#include "client/net/Then.h"
#include "client/store/SpendingQueries.h"

#include <algorithm>

namespace facet::client {

namespace {
constexpr int page = 100;
constexpr int keptRows = 4000;
} // namespace

LiveSpendingLedger::LiveSpendingLedger(Needs needs, QObject *parent)
    : SpendingLedger(parent)
    , m_needs(std::move(needs))
    , m_rows(keptRows, page)
{
    // A view asks for its rows one by one; they are read together.
    m_fetch.setSingleShot(true);
    m_fetch.setInterval(0);
    connect(&m_fetch, &QTimer::timeout, this, &LiveSpendingLedger::fetchWanted);
}

void LiveSpendingLedger::setFilter(const SpendingFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    read(true);
}

void LiveSpendingLedger::startAgain()
{
    ++m_round;
    beginResetModel();
    m_numbers.clear();
    m_rows.clear();
    endResetModel();
    read(true);
}

void LiveSpendingLedger::reload()
{
    read(false);
}

void LiveSpendingLedger::read(bool reset)
{
    const qint64 book = m_needs.book();
    if (book == 0)
        return;
    // A filter that is still being read stays a reset, even when rows change meanwhile.
    m_reset = m_reset || reset;
    if (!m_loading) {
        m_loading = true;
        emit loadingChanged();
    }
    const int first = m_reset ? 0 : m_rows.lookedAt();
    const QStringList models =
        m_filter.text.trimmed().isEmpty() ? QStringList() : m_needs.modelsNamed(m_filter.text.trimmed());
    const auto reading = m_needs.database.run(
        [book, filter = m_filter, models, first](QSqlDatabase &connection) -> Result<Listing> {
            auto numbers = listedRows(connection, book, filter, models);
            if (!numbers)
                return tl::unexpected(numbers.error());
            Listing listing{ std::move(*numbers), {}, 0 };
            listing.firstRow =
                std::clamp<int>(first, 0, std::max<int>(0, static_cast<int>(listing.numbers.size()) - page));
            auto rows = rowsByNumber(connection, book, listing.numbers.mid(listing.firstRow, 2 * page));
            if (!rows)
                return tl::unexpected(rows.error());
            listing.rows = std::move(*rows);
            return listing;
        });
    then(reading, this, [this, round = ++m_round](const Result<Listing> &listing) {
        if (round != m_round)
            return;
        m_loading = false;
        // An error has been said by whoever else reads this file; what is shown stays.
        if (listing)
            took(*listing, std::exchange(m_reset, false));
        emit loadingChanged();
    });
}

void LiveSpendingLedger::took(const Listing &listing, bool reset)
{
    const QVector<qint64> &now = listing.numbers;
    if (reset) {
        beginResetModel();
        m_numbers = now;
        m_rows.clear();
        for (int i = 0; i < listing.rows.size(); ++i)
            put(listing.firstRow + i, { listing.rows.at(i) });
        m_rows.setLookedAt(0);
        endResetModel();
        return;
    }
    // New rows stand at the top, or near it; everything before and after them stays where it is.
    const auto [head, oldEnd, newEnd] = ListChange::between(m_numbers, now);
    m_rows.clear();
    if (oldEnd > head) {
        beginRemoveRows({}, head, oldEnd - 1);
        m_numbers.remove(head, oldEnd - head);
        endRemoveRows();
    }
    if (newEnd > head) {
        beginInsertRows({}, head, newEnd - 1);
        m_numbers = now;
        endInsertRows();
    }
    put(listing.firstRow, listing.rows);
    if (!m_numbers.isEmpty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_numbers.size()) - 1, ColumnCount - 1));
}

void LiveSpendingLedger::put(int firstRow, const QList<SpendingRow> &rows)
{
    for (int i = 0; i < rows.size() && firstRow + i < m_numbers.size(); ++i) {
        SpendingRow one = rows.at(i);
        one.modelName = m_needs.modelName(one.modelId);
        m_rows.put(m_numbers.at(firstRow + i), std::move(one));
    }
}

std::optional<SpendingRow> LiveSpendingLedger::row(int row) const
{
    if (row < 0 || row >= m_numbers.size())
        return {};
    if (const SpendingRow *known = m_rows.find(m_numbers.at(row)))
        return *known;
    m_rows.want(row);
    m_fetch.start();
    return {};
}

int LiveSpendingLedger::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_numbers.size());
}

QVariant LiveSpendingLedger::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != RowRole && role != LoadedRole))
        return {};
    const std::optional<SpendingRow> known = row(index.row());
    if (role == LoadedRole)
        return known.has_value();
    return QVariant::fromValue(known.value_or(SpendingRow{}));
}

void LiveSpendingLedger::fetchWanted()
{
    const auto part = m_rows.takeWanted(static_cast<int>(m_numbers.size()));
    if (!part)
        return;
    const int first = part->first;
    const QVector<qint64> numbers = m_numbers.mid(first, part->count);
    const auto reading = m_needs.database.run([book = m_needs.book(), numbers](QSqlDatabase &connection) {
        return rowsByNumber(connection, book, numbers);
    });
    then(reading, this, [this, first, numbers](const Result<QList<SpendingRow>> &rows) {
        // Rows that came in meanwhile have moved these; the next look asks again.
        if (!rows || m_numbers.mid(first, numbers.size()) != numbers)
            return;
        put(first, *rows);
        emit dataChanged(index(first, 0), index(first + static_cast<int>(rows->size()) - 1, ColumnCount - 1));
    });
}

} // namespace facet::client
