#include "service/jobs/GenerationTable.h"

#include "contract/Codecs.h"
#include "service/store/Store.h"

namespace facet::service {

namespace {

const QString columns = QStringLiteral(
    "SELECT seq, id, client_ref, agent, model_id, engine, draft, prompt, inputs, options, seed, method, status, "
    "takes, attempts, quoted_credits, charged_credits, covered, error, korean, created_at, started_at, "
    "finished_at, thread_id, run_id, follows, takes_as, waiting, queue_order FROM generations ");

QString text(const contract::Json &json)
{
    return QString::fromUtf8(contract::toBytes(json));
}

QString inputsText(const QList<InputRef> &refs)
{
    contract::Json inputs = contract::Json::array();
    for (const InputRef &input : refs)
        inputs.push_back(contract::toJson(input));
    return text(inputs);
}

QString errorText(const GenerationError &error)
{
    return text({ { "code", error.code.toStdString() }, { "detail", error.detail.toStdString() },
        { "retryable", error.retryable } });
}

std::optional<GenerationError> errorFrom(const std::optional<QString> &kept)
{
    if (!kept)
        return std::nullopt;
    const auto json = contract::parseJson(kept->toUtf8());
    if (!json || !json->is_object())
        return std::nullopt;
    return GenerationError{ QString::fromStdString(json->value("code", std::string())),
        QString::fromStdString(json->value("detail", std::string())), json->value("retryable", false) };
}

Asset readAsset(const Row &row)
{
    Asset asset;
    asset.id = row.text(0);
    asset.kind = modelKindFromWire(row.text(1));
    asset.mime = row.text(2);
    asset.bytes = row.integer(3);
    asset.sha256 = row.text(4);
    asset.width = row.small(5);
    asset.height = row.small(6);
    asset.durationS = row.maybeReal(7);
    asset.fps = row.maybeReal(8);
    return asset;
}

} // namespace

GenerationTable::GenerationTable(Store &store, const QString &dataDir)
    : m_store(store)
    , m_dir(dataDir)
{
}

Result<void> GenerationTable::insert(const GenerationRow &row)
{
    const Generation &g = row.generation;
    return m_store
        .insert(QStringLiteral(
                    "INSERT INTO generations(id, client_ref, agent, model_id, engine, draft, prompt, inputs, "
                    "options, seed, method, status, takes, quoted_credits, covered, korean, created_at, "
                    "thread_id, run_id, follows, takes_as, waiting) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    "'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            g.id, g.clientRef, wireName(g.agent), g.modelId, g.engine, g.draft, g.prompt,
            inputsText(g.inputs), text(contract::toJson(g.options)), g.seed.value_or(0), wireName(g.method),
            row.takes, g.quotedCredits, g.covered, row.korean, g.createdAt, g.threadId, g.runId, row.follows,
            wireName(row.takesAs), row.waiting)
        .and_then([&](qint64 seq) { return setOrder(g.id, seq); });
}

GenerationRow GenerationTable::read(const Row &row) const
{
    GenerationRow result;
    result.seq = row.integer(0);
    Generation &g = result.generation;
    g.id = row.text(1);
    g.clientRef = row.text(2);
    g.agent = agentFromWire(row.text(3)).value_or(AgentVersion::V1);
    g.modelId = row.text(4);
    g.engine = row.text(5);
    g.draft = row.flag(6);
    g.prompt = row.text(7);
    if (const auto inputs = contract::parseJson(row.text(8).toUtf8()); inputs && inputs->is_array()) {
        for (const contract::Json &input : *inputs) {
            if (auto ref = contract::fromJson<InputRef>(input))
                g.inputs.append(*ref);
        }
    }
    if (const auto options = contract::parseJson(row.text(9).toUtf8()))
        g.options = contract::fromJson<Options>(*options).value_or(Options());
    g.seed = static_cast<quint32>(row.integer(10));
    g.method = methodFromWire(row.text(11));
    g.status = generationStatusFromWire(row.text(12));
    result.takes = row.small(13);
    result.attempts = row.small(14);
    g.quotedCredits = row.integer(15);
    g.chargedCredits = row.maybeInteger(16);
    g.covered = row.flag(17);
    g.error = errorFrom(row.maybeText(18));
    result.korean = row.flag(19);
    g.createdAt = row.time(20);
    g.startedAt = row.maybeTime(21);
    g.finishedAt = row.maybeTime(22);
    g.threadId = row.text(23);
    g.runId = row.text(24);
    result.follows = row.text(25);
    result.takesAs = inputRoleFromWire(row.text(26));
    result.waiting = row.flag(27);
    result.order = row.integer(28);
    if (g.status == GenerationStatus::Queued)
        g.stage = result.waiting ? QStringLiteral("waiting_for_step") : QStringLiteral("queued");
    return result;
}

Result<QList<Asset>> GenerationTable::assetsOf(const QString &generationId) const
{
    return m_store.all(
        QStringLiteral("SELECT id, kind, mime, bytes, sha256, width, height, duration_s, fps FROM assets "
                       "WHERE generation_id = ? ORDER BY take"),
        readAsset, generationId);
}

Result<std::optional<GenerationRow>> GenerationTable::withAssets(
    Result<std::optional<GenerationRow>> row) const
{
    if (!row || !*row)
        return row;
    auto assets = assetsOf((*row)->generation.id);
    if (!assets)
        return tl::unexpected(assets.error());
    (*row)->generation.assets = std::move(*assets);
    return row;
}

Result<QList<GenerationRow>> GenerationTable::withAssets(Result<QList<GenerationRow>> rows) const
{
    if (!rows)
        return rows;
    for (GenerationRow &row : *rows) {
        auto assets = assetsOf(row.generation.id);
        if (!assets)
            return tl::unexpected(assets.error());
        row.generation.assets = std::move(*assets);
    }
    return rows;
}

Result<std::optional<GenerationRow>> GenerationTable::find(const QString &id) const
{
    return withAssets(m_store.one(
        columns + QStringLiteral("WHERE id = ?"), [this](const Row &row) { return read(row); }, id));
}

Result<std::optional<GenerationRow>> GenerationTable::findByClientRef(const QString &clientRef) const
{
    return withAssets(m_store.one(
        columns + QStringLiteral("WHERE client_ref = ? ORDER BY seq DESC LIMIT 1"),
        [this](const Row &row) { return read(row); }, clientRef));
}

Result<std::optional<GenerationRow>> GenerationTable::firstQueued() const
{
    return withAssets(m_store.one(
        columns + QStringLiteral("WHERE status = 'queued' AND waiting = 0 ORDER BY queue_order, seq LIMIT 1"),
        [this](const Row &row) { return read(row); }));
}

Result<QList<GenerationRow>> GenerationTable::followers(const QString &id) const
{
    return withAssets(m_store.all(
        columns + QStringLiteral("WHERE follows = ? ORDER BY seq"),
        [this](const Row &row) { return read(row); }, id));
}

Result<void> GenerationTable::release(const QString &id, const QList<InputRef> &inputs)
{
    return m_store
        .run(QStringLiteral("UPDATE generations SET waiting = 0, inputs = ? WHERE id = ?"),
            inputsText(inputs), id)
        .map([](int) {});
}

Result<QList<GenerationRow>> GenerationTable::unfinished() const
{
    return withAssets(
        m_store.all(columns + QStringLiteral("WHERE status IN ('queued', 'running') ORDER BY seq"),
            [this](const Row &row) { return read(row); }));
}

Result<QList<GenerationRow>> GenerationTable::newest(
    qint64 beforeSeq, int limit, const QString &threadId) const
{
    const auto reader = [this](const Row &row) { return read(row); };
    if (threadId.isEmpty())
        return withAssets(m_store.all(
            columns + QStringLiteral("WHERE seq < ? ORDER BY seq DESC LIMIT ?"), reader, beforeSeq, limit));
    return withAssets(
        m_store.all(columns + QStringLiteral("WHERE thread_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?"),
            reader, threadId, beforeSeq, limit));
}

Result<int> GenerationTable::queued() const
{
    return m_store.number(QStringLiteral("SELECT COUNT(*) FROM generations WHERE status = 'queued'"))
        .map([](qint64 count) { return static_cast<int>(count); });
}

Result<QList<GenerationTable::Queued>> GenerationTable::queue() const
{
    return m_store.all(QStringLiteral("SELECT id, queue_order FROM generations WHERE status = 'queued' "
                                      "ORDER BY queue_order, seq"),
        [](const Row &row) {
            return Queued{ row.text(0), row.integer(1) };
        });
}

Result<void> GenerationTable::setOrder(const QString &id, qint64 order)
{
    return m_store.run(QStringLiteral("UPDATE generations SET queue_order = ? WHERE id = ?"), order, id)
        .map([](int) {});
}

Result<void> GenerationTable::takeBack(const QString &id)
{
    return m_store
        .run(QStringLiteral("UPDATE generations SET status = 'queued', attempts = MAX(attempts - 1, 0), "
                            "started_at = NULL WHERE id = ? AND status = 'running'"),
            id)
        .map([](int) {});
}

Result<bool> GenerationTable::hasFinishedVideo(const QString &threadId) const
{
    return m_store
        .number(QStringLiteral("SELECT COUNT(*) FROM generations g JOIN assets a ON a.generation_id = g.id "
                               "WHERE g.thread_id = ? AND g.status = 'succeeded' AND a.kind = 'video'"),
            threadId)
        .map([](qint64 count) { return count > 0; });
}

Result<void> GenerationTable::begin(const QString &id, const QDateTime &at)
{
    return m_store
        .run(QStringLiteral("UPDATE generations SET status = 'running', attempts = attempts + 1, "
                            "started_at = COALESCE(started_at, ?) WHERE id = ? AND status = 'queued'"),
            at, id)
        .map([](int) {});
}

Result<void> GenerationTable::queueAgain(bool inGoodOrder)
{
    return m_store
        .run(QStringLiteral(
                 "UPDATE generations SET status = 'queued', attempts = CASE WHEN ? THEN 0 ELSE attempts "
                 "END WHERE status = 'running'"),
            inGoodOrder)
        .map([](int) {});
}

Result<void> GenerationTable::finish(const QString &id, GenerationStatus status, Credits charged,
    const std::optional<GenerationError> &error, const QDateTime &at)
{
    return m_store
        .run(QStringLiteral(
                 "UPDATE generations SET status = ?, charged_credits = ?, error = ?, finished_at = ? "
                 "WHERE id = ?"),
            wireName(status), charged, error ? std::optional(errorText(*error)) : std::nullopt, at, id)
        .map([](int) {});
}

Result<void> GenerationTable::addAsset(
    const QString &generationId, int take, const Asset &asset, const StoredFile &file)
{
    const QString poster = file.posterPath.isEmpty() ? QString() : m_dir.relativeFilePath(file.posterPath);
    return m_store
        .run(QStringLiteral(
                 "INSERT INTO assets(id, generation_id, take, kind, mime, bytes, sha256, width, height, "
                 "duration_s, fps, path, poster_path, name) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            asset.id, generationId, take, wireName(asset.kind), asset.mime, asset.bytes, asset.sha256,
            asset.width, asset.height, asset.durationS, asset.fps, m_dir.relativeFilePath(file.path), poster,
            file.name)
        .map([](int) {});
}

Result<void> GenerationTable::addFailedTake(
    const QString &generationId, int take, const GenerationError &error)
{
    return m_store
        .run(QStringLiteral("INSERT INTO failed_takes(generation_id, take, error) VALUES (?, ?, ?)"),
            generationId, take, errorText(error))
        .map([](int) {});
}

Result<QSet<int>> GenerationTable::settledTakes(const QString &generationId) const
{
    return m_store
        .all(
            QStringLiteral("SELECT take FROM assets WHERE generation_id = ? UNION ALL "
                           "SELECT take FROM failed_takes WHERE generation_id = ?"),
            [](const Row &row) { return row.small(0); }, generationId, generationId)
        .map([](const QList<int> &takes) { return QSet<int>(takes.cbegin(), takes.cend()); });
}

Result<std::optional<GenerationError>> GenerationTable::lastFailedTake(const QString &generationId) const
{
    return m_store
        .one(
            QStringLiteral(
                "SELECT error FROM failed_takes WHERE generation_id = ? ORDER BY take DESC LIMIT 1"),
            [](const Row &row) { return errorFrom(row.text(0)); }, generationId)
        .map([](const auto &found) { return found.value_or(std::nullopt); });
}

std::optional<StoredFile> GenerationTable::asset(const QString &id) const
{
    const auto found = m_store.one(
        QStringLiteral(
            "SELECT id, path, poster_path, sha256, mime, name, bytes, width, height, duration_s FROM assets "
            "WHERE id = ?"),
        [this](const Row &row) {
            const QString poster = row.text(2);
            return StoredFile{ row.text(0), m_dir.absoluteFilePath(row.text(1)),
                poster.isEmpty() ? QString() : m_dir.absoluteFilePath(poster), row.text(3), row.text(4),
                row.text(5), row.integer(6), row.small(7), row.small(8), row.maybeReal(9) };
        },
        id);
    return found ? *found : std::nullopt;
}

} // namespace facet::service
