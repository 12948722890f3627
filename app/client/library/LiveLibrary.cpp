#include "client/library/LiveLibrary.h"

#include "client/net/Then.h"
#include "client/session/Session.h"
#include "client/store/SearchTerms.h"

#include <algorithm>

namespace facet::client {

namespace {

constexpr int page = 120;
constexpr int keptRows = 4000;
constexpr int soonMs = 150;

/// Which models' names contain a term, for each term.
QHash<QString, QStringList> modelsNamed(const Catalogue &catalogue, const QString &text)
{
    QHash<QString, QStringList> named;
    for (const QString &term : SearchTerms::of(text).all) {
        for (const Model &model : catalogue.models()) {
            if (model.name.contains(term, Qt::CaseInsensitive))
                named[term].append(model.id);
        }
    }
    return named;
}

/// What a result shows of its generation; progress is not part of it.
QString outline(const GenerationRecord &record)
{
    QStringList parts{ QString::number(static_cast<int>(record.state)) };
    for (const LocalAsset &asset : record.assets)
        parts << asset.filePath << asset.posterPath << (asset.error ? asset.error->sentence : QString());
    return parts.join(u'\n');
}

} // namespace

LiveLibrary::LiveLibrary(const Needs &needs, QObject *parent)
    : Library(parent)
    , m_needs(needs)
    , m_bin({ needs.database, needs.generations, needs.trash, needs.clock })
    , m_rows(keptRows, page)
{
    // A view asks for its rows one by one; they are read together.
    m_fetch.setSingleShot(true);
    m_fetch.setInterval(0);
    connect(&m_fetch, &QTimer::timeout, this, &LiveLibrary::fetchWanted);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, [this] { read(false); });
    connect(&m_needs.generations, &Generations::changed, this, &LiveLibrary::generationChanged);
    connect(&m_needs.generations, &Generations::finished, this, &LiveLibrary::generationChanged);
    connect(&m_needs.session, &Session::catalogueChanged, this, &LiveLibrary::nameModels);
    connect(&m_needs.backlog, &HistoryBacklog::resultsCame, this, &LiveLibrary::readSoon);
    connect(&m_needs.backlog, &HistoryBacklog::resultsDone, this, &Library::totalChanged);
    connect(&m_bin, &TrashBin::undoableChanged, this, &Library::undoableChanged);
    connect(&m_bin, &TrashBin::changed, this, [this] { read(false); });
    connect(&m_bin, &TrashBin::failed, this, &Library::failed);
    connect(&m_sight, &FilesInSight::changed, this, &LiveLibrary::tellChanged);
}

void LiveLibrary::start()
{
    if (m_started)
        return;
    m_started = true;
    m_bin.start();
    read(true);
}

void LiveLibrary::setFilter(const LibraryFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    read(true);
}

void LiveLibrary::setSort(LibrarySort sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    read(true);
}

void LiveLibrary::generationChanged(const QString &key)
{
    const auto record = m_needs.generations.find(key);
    if (!record || record->assets.isEmpty())
        return;
    // A download reports every block; nothing of that is shown here.
    const QString now = outline(*record);
    if (m_seen.value(key) == now)
        return;
    m_seen.insert(key, now);
    m_touched.insert(key);
    readSoon();
}

void LiveLibrary::readSoon()
{
    // Not put off by every further change: there may be no end of them.
    if (!m_soon.isActive())
        m_soon.start();
}

void LiveLibrary::read(bool reset)
{
    if (!m_started)
        return;
    // A filter that is still being read stays a reset, even when results change meanwhile.
    m_reset = m_reset || reset;
    if (!m_loading) {
        m_loading = true;
        emit loadingChanged();
    }
    const int first = m_reset ? 0 : m_rows.lookedAt();
    const QStringList touched(m_touched.cbegin(), m_touched.cend());
    m_touched.clear();
    const auto reading =
        m_needs.database.run([filter = m_filter, sort = m_sort, first, touched,
                                 named = modelsNamed(m_needs.session.catalogue(), m_filter.text)](
                                 QSqlDatabase &connection) -> Result<Listing> {
            auto listed = listedResults(connection, filter, sort, named);
            if (!listed)
                return tl::unexpected(listed.error());
            Listing listing{ std::move(*listed), {}, {} };
            QVector<qint64> numbers;
            for (const ListedResult &one : listing.rows.mid(first, 2 * page))
                numbers.append(one.number);
            for (const QString &key : touched) {
                const auto more = resultsOf(connection, key);
                if (!more)
                    return tl::unexpected(more.error());
                numbers += *more;
            }
            auto results = resultsByNumber(connection, numbers);
            if (!results)
                return tl::unexpected(results.error());
            listing.first = std::move(*results);
            auto totals = resultTotals(connection);
            if (!totals)
                return tl::unexpected(totals.error());
            listing.totals = std::move(*totals);
            return listing;
        });
    then(reading, this, [this, touched, round = ++m_round](const Result<Listing> &listing) {
        if (round != m_round) {
            // A later reading has taken its place; what this one would have brought is asked for again.
            if (!touched.isEmpty()) {
                m_touched += QSet<QString>(touched.cbegin(), touched.cend());
                readSoon();
            }
            return;
        }
        m_loading = false;
        if (listing)
            took(*listing, std::exchange(m_reset, false));
        else
            emit failed(listing.error());
        emit loadingChanged();
    });
}

void LiveLibrary::took(const Listing &listing, bool reset)
{
    m_totals = listing.totals;
    if (reset) {
        beginResetModel();
        m_listed = listing.rows;
        m_rowOf.clear();
        m_rows.clear();
        m_rows.setLookedAt(0);
        put(listing.first);
        endResetModel();
        emit totalChanged();
        return;
    }
    const auto [head, oldEnd, newEnd] = ListChange::between(m_listed, listing.rows);
    if (oldEnd > head) {
        beginRemoveRows({}, head, oldEnd - 1);
        m_listed.remove(head, oldEnd - head);
        m_rowOf.clear();
        endRemoveRows();
    }
    if (newEnd > head) {
        beginInsertRows({}, head, newEnd - 1);
        m_listed = listing.rows;
        m_rowOf.clear();
        endInsertRows();
    }
    put(listing.first);
    QVector<qint64> numbers;
    for (const LibraryResult &result : listing.first)
        numbers.append(result.number);
    tellChanged(numbers);
    emit totalChanged();
}

void LiveLibrary::put(const QList<LibraryResult> &results)
{
    for (const LibraryResult &result : results) {
        const LibraryResult *known = m_rows.find(result.number);
        if (known && known->filePath != result.filePath)
            m_sight.forget(result.number);
        m_rows.put(result.number, result);
    }
}

void LiveLibrary::fetchWanted()
{
    const auto part = m_rows.takeWanted(static_cast<int>(m_listed.size()));
    if (!part)
        return;
    QVector<qint64> numbers;
    for (const ListedResult &one : m_listed.mid(part->first, part->count))
        numbers.append(one.number);
    readAgain(numbers);
}

void LiveLibrary::readAgain(const QVector<qint64> &numbers)
{
    then(results(numbers), this, [this, numbers](const Result<QList<LibraryResult>> &results) {
        if (!results) {
            emit failed(results.error());
            return;
        }
        put(*results);
        tellChanged(numbers);
    });
}

void LiveLibrary::tellChanged(const QVector<qint64> &numbers)
{
    int first = -1;
    int last = -1;
    for (const qint64 number : numbers) {
        const int row = rowOf(number);
        if (row < 0)
            continue;
        first = first < 0 ? row : std::min(first, row);
        last = std::max(last, row);
    }
    if (first >= 0)
        emit dataChanged(index(first), index(last));
}

LibraryResult LiveLibrary::completed(LibraryResult result) const
{
    if (const Model *model = m_needs.session.catalogue().find(result.modelId))
        result.modelName = model->name;
    if (result.place == LibraryResult::Place::Here && m_sight.isMissing(result.number))
        result.place = LibraryResult::Place::Missing;
    return result;
}

void LiveLibrary::nameModels()
{
    if (!m_listed.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_listed.size()) - 1));
    emit totalChanged();
}

QList<Library::Name> LiveLibrary::models() const
{
    QList<Name> names;
    for (const QString &id : m_totals.modelIds) {
        const Model *model = m_needs.session.catalogue().find(id);
        names.append({ id, model ? model->name : id });
    }
    std::sort(names.begin(), names.end(),
        [](const Name &a, const Name &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return names;
}

std::optional<LibraryResult> LiveLibrary::result(int row) const
{
    if (row < 0 || row >= m_listed.size())
        return {};
    if (const LibraryResult *known = m_rows.find(m_listed.at(row).number))
        return completed(*known);
    m_rows.want(row);
    m_fetch.start();
    return {};
}

qint64 LiveLibrary::numberAt(int row) const
{
    return row >= 0 && row < m_listed.size() ? m_listed.at(row).number : 0;
}

qint64 LiveLibrary::atMs(int row) const
{
    return row >= 0 && row < m_listed.size() ? m_listed.at(row).atMs : 0;
}

int LiveLibrary::rowOf(qint64 number) const
{
    if (m_rowOf.isEmpty()) {
        m_rowOf.reserve(m_listed.size());
        for (int row = 0; row < m_listed.size(); ++row)
            m_rowOf.insert(m_listed.at(row).number, row);
    }
    return m_rowOf.value(number, -1);
}

} // namespace facet::client
