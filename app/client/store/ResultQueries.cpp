// The part of ResultRows that reads.
#include "client/store/ErrorJson.h"
#include "client/store/MessageRows.h"
#include "client/store/PreparedSql.h"
#include "client/store/ResultRows.h"
#include "client/store/SearchTerms.h"

#include <QDateTime>

namespace facet::client {

namespace {

QString orderOf(LibrarySort sort)
{
    switch (sort) {
    case LibrarySort::Newest:
        return QStringLiteral("r.at DESC, r.id DESC");
    case LibrarySort::Oldest:
        return QStringLiteral("r.at, r.id");
    case LibrarySort::MostCredits:
        return QStringLiteral("r.credits DESC NULLS LAST, r.at DESC, r.id DESC");
    case LibrarySort::FewestCredits:
        return QStringLiteral("r.credits NULLS LAST, r.at DESC, r.id DESC");
    case LibrarySort::Longest:
        return QStringLiteral("r.length_ms DESC NULLS LAST, r.at DESC, r.id DESC");
    case LibrarySort::Shortest:
        return QStringLiteral("r.length_ms NULLS LAST, r.at DESC, r.id DESC");
    }
    return {};
}

struct Where {
    QStringList conditions{ QStringLiteral("r.trashed = 0") };
    QVariantList values;

    void add(const QString &condition, const QVariant &value)
    {
        conditions.append(condition);
        values.append(value);
    }
    void addTerm(const QString &term, const QStringList &models)
    {
        // A few thousand results are looked through at once, so that one letter is as good as three.
        QString condition = QStringLiteral("(instr(r.search, ?) > 0 OR r.conversation_id IN "
                                           "(SELECT id FROM conversations WHERE instr(search, ?) > 0)");
        values << term << term;
        if (!models.isEmpty()) {
            QStringList marks;
            for (const QString &id : models) {
                marks.append(QStringLiteral("?"));
                values.append(id);
            }
            condition += QStringLiteral(" OR r.model_id IN (%1)").arg(marks.join(u','));
        }
        conditions.append(condition + u')');
    }
};

Where whereFor(const LibraryFilter &filter, const QHash<QString, QStringList> &modelsNamed)
{
    Where where;
    if (!filter.modelId.isEmpty())
        where.add(QStringLiteral("r.model_id = ?"), filter.modelId);
    if (filter.method)
        where.add(QStringLiteral("r.method = ?"), wireName(*filter.method));
    if (filter.kind)
        where.add(QStringLiteral("r.kind = ?"), wireName(*filter.kind));
    if (filter.agent)
        where.add(QStringLiteral("r.agent = ?"), wireName(*filter.agent));
    if (filter.days.from.isValid())
        where.add(QStringLiteral("r.at >= ?"), toSqlTime(filter.days.from.startOfDay()));
    if (filter.days.to.isValid())
        where.add(QStringLiteral("r.at < ?"), toSqlTime(filter.days.to.addDays(1).startOfDay()));
    if (filter.leastCredits)
        where.add(QStringLiteral("r.credits >= ?"), *filter.leastCredits);
    if (filter.mostCredits)
        where.add(QStringLiteral("r.credits <= ?"), *filter.mostCredits);
    if (filter.draft)
        where.add(QStringLiteral("r.draft = ?"), *filter.draft ? 1 : 0);
    if (filter.favourites)
        where.conditions.append(QStringLiteral("r.favourite = 1"));
    for (const QString &term : SearchTerms::of(filter.text).all)
        where.addTerm(term, modelsNamed.value(term));
    return where;
}

LibraryResult::Place placeOf(const QString &state, const QString &filePath)
{
    if (state == QLatin1String("gone"))
        return LibraryResult::Place::Gone;
    if (state == QLatin1String("coming"))
        return LibraryResult::Place::Coming;
    return filePath.isEmpty() ? LibraryResult::Place::Missing : LibraryResult::Place::Here;
}

LibraryResult readRow(const QSqlQuery &row)
{
    LibraryResult result;
    int at = 0;
    const auto next = [&] { return row.value(at++); };
    result.number = next().toLongLong();
    result.generationKey = next().toString();
    result.assetId = next().toString();
    result.take = next().toInt();
    result.conversationId = next().toString();
    result.conversationTitle = next().toString();
    result.modelId = next().toString();
    result.modelName = result.modelId;
    result.kind = modelKindFromWire(next().toString());
    result.method = methodFromWire(next().toString());
    result.agent = agentFromWire(next().toString()).value_or(AgentVersion::V1);
    result.draft = next().toInt() != 0;
    result.at = fromSqlTime(next());
    if (const QVariant credits = next(); !credits.isNull())
        result.credits = credits.toLongLong();
    if (const QVariant length = next(); !length.isNull())
        result.durationS = static_cast<double>(length.toLongLong()) / 1000.0;
    const int width = next().toInt();
    result.size = QSize(width, next().toInt());
    result.resolution = next().toString();
    result.mime = next().toString();
    result.prompt = next().toString();
    result.filePath = next().toString();
    result.posterPath = next().toString();
    const QString state = next().toString();
    if (const auto error = errorFromText(next().toString()))
        result.problem = error->sentence;
    result.favourite = next().toInt() != 0;
    result.place = placeOf(state, result.filePath);
    return result;
}

const QString columns = QStringLiteral(
    "r.id, r.generation_key, r.asset_id, r.take, r.conversation_id, COALESCE(c.title, ''), r.model_id, "
    "r.kind, r.method, r.agent, r.draft, r.at, r.credits, r.length_ms, r.width, r.height, r.resolution, "
    "r.mime, r.prompt, r.file_path, r.poster_path, r.state, r.error, r.favourite");

} // namespace

Result<QVector<ListedResult>> listedResults(QSqlDatabase &connection, const LibraryFilter &filter,
    LibrarySort sort, const QHash<QString, QStringList> &modelsNamed)
{
    const Where where = whereFor(filter, modelsNamed);
    auto query = sql(connection,
        QStringLiteral("SELECT r.id, r.at FROM results r WHERE %1 ORDER BY %2")
            .arg(where.conditions.join(QLatin1String(" AND ")), orderOf(sort)),
        where.values);
    if (!query)
        return tl::unexpected(query.error());
    QVector<ListedResult> listed;
    while (query->next())
        listed.append({ query->value(0).toLongLong(), query->value(1).toLongLong() });
    return listed;
}

Result<QList<LibraryResult>> resultsByNumber(QSqlDatabase &connection, const QVector<qint64> &numbers)
{
    PreparedSql read(connection,
        QStringLiteral("SELECT %1 FROM results r LEFT JOIN conversations c ON c.id = r.conversation_id AND "
                       "c.deleted_at IS NULL "
                       "WHERE r.id = ?")
            .arg(columns));
    QList<LibraryResult> results;
    results.reserve(numbers.size());
    for (const qint64 number : numbers) {
        auto row = read.run({ number });
        if (!row)
            return tl::unexpected(row.error());
        if ((*row)->next())
            results.append(readRow(**row));
        (*row)->finish();
    }
    return results;
}

Result<QVector<qint64>> resultsOf(QSqlDatabase &connection, const QString &generationKey)
{
    auto query = sql(connection,
        QStringLiteral("SELECT id FROM results WHERE generation_key = ? AND trashed = 0 ORDER BY take"),
        { generationKey });
    if (!query)
        return tl::unexpected(query.error());
    QVector<qint64> numbers;
    while (query->next())
        numbers.append(query->value(0).toLongLong());
    return numbers;
}

Result<ResultTotals> resultTotals(QSqlDatabase &connection)
{
    ResultTotals totals;
    auto query = sql(connection,
        QStringLiteral("SELECT model_id, COUNT(*) FROM results WHERE trashed = 0 GROUP BY model_id"));
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        totals.modelIds.append(query->value(0).toString());
        totals.results += query->value(1).toInt();
    }
    return totals;
}

} // namespace facet::client
