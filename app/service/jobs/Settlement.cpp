#include "service/jobs/Settlement.h"

#include "service/jobs/GenerationTable.h"
#include "service/ledger/Ledger.h"
#include "service/store/Store.h"
#include "service/store/Transaction.h"

#include <QFileInfo>
#include <QUuid>

namespace facet::service {

namespace {

/// A name for the downloaded file, from the first words of the prompt.
QString fileName(const GenerationRow &row, int take, const QString &path)
{
    QString name = row.generation.prompt.simplified().left(48).trimmed();
    for (QChar &c : name) {
        if (QStringView(u"\\/:*?\"<>|").contains(c) || c.category() == QChar::Other_Control)
            c = u' ';
    }
    name = name.simplified();
    if (name.isEmpty() || name.startsWith(u'.'))
        name = row.generation.modelId;
    if (row.takes > 1)
        name += QStringLiteral(" %1").arg(take + 1);
    return name + u'.' + QFileInfo(path).suffix();
}

GenerationError errorOf(const Error &error, const GenerationRow &row)
{
    if (!error.code.isEmpty())
        return { error.code, error.sentence, error.kind == ErrorKind::Service };
    const auto problem = problem::engineFailed(row.generation.engine, true);
    qWarning().noquote() << "facet-service: engine" << row.generation.engine << "failed:" << error.sentence
                         << error.detail;
    // An engine speaks English; who reads Korean gets the general sentence.
    const bool own = !row.korean && !error.sentence.isEmpty();
    return { problem.code, own ? error.sentence : sentenceFor(problem, row.korean), true };
}

Result<void> plain(const Outcome<void> &outcome)
{
    if (outcome)
        return {};
    return fail(ErrorKind::Service, {}, QStringLiteral("ledger: ") + outcome.error().code);
}

} // namespace

Settlement::Settlement(
    Store &store, const Clock &clock, Ledger &ledger, const Catalogue &catalogue, GenerationTable &table)
    : m_store(store)
    , m_clock(clock)
    , m_ledger(ledger)
    , m_catalogue(catalogue)
    , m_table(table)
{
}

Result<void> Settlement::recordTake(const GenerationRow &row, int take, const Result<EngineOutput> &output)
{
    const QString &id = row.generation.id;
    Transaction transaction(m_store);
    Result<void> done;
    if (output) {
        Asset asset = output->asset;
        asset.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        StoredFile file;
        file.path = output->path;
        file.posterPath = output->posterPath;
        file.name = fileName(row, take, output->path);
        done = m_table.addAsset(id, take, asset, file);
    } else {
        done = m_table.addFailedTake(id, take, errorOf(output.error(), row));
    }
    return done.and_then([&] { return m_table.settledTakes(id); })
        .and_then([&](const QSet<int> &settled) {
            return settled.size() < row.takes ? Result<void>() : closeByDelivery(id);
        })
        .and_then([&] { return transaction.commit(); });
}

Result<void> Settlement::cancel(const GenerationRow &row)
{
    Transaction transaction(m_store);
    return close(row, GenerationStatus::Cancelled).and_then([&] { return transaction.commit(); });
}

Result<void> Settlement::giveUp(const GenerationRow &row)
{
    const QString &id = row.generation.id;
    const auto problem = problem::engineFailed(row.generation.engine, false);
    const GenerationError error{ problem.code, sentenceFor(problem, row.korean), false };
    Transaction transaction(m_store);
    const auto settled = m_table.settledTakes(id);
    if (!settled)
        return tl::unexpected(settled.error());
    Result<void> done;
    for (int take = 0; take < row.takes && done; ++take) {
        if (!settled->contains(take))
            done = m_table.addFailedTake(id, take, error);
    }
    return done.and_then([&] { return closeByDelivery(id); }).and_then([&] { return transaction.commit(); });
}

Result<void> Settlement::closeByDelivery(const QString &id)
{
    const auto row = m_table.find(id);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return {};
    const bool delivered = !(*row)->generation.assets.isEmpty();
    return close(**row, delivered ? GenerationStatus::Succeeded : GenerationStatus::Failed);
}

Result<void> Settlement::close(
    const GenerationRow &row, GenerationStatus status, const std::optional<GenerationError> &error)
{
    const Generation &g = row.generation;
    const Model *model = m_catalogue.find(g.modelId);
    const LedgerRef ref{ g.id, g.runId, model ? model->name : g.modelId };
    // Rounded down: never more than the delivered takes cost.
    const Credits charged = g.quotedCredits * g.assets.size() / row.takes;
    const auto failedTake = m_table.lastFailedTake(g.id);
    if (!failedTake)
        return tl::unexpected(failedTake.error());
    return plain(m_ledger.capture(charged, ref))
        .and_then([&] { return plain(m_ledger.release(ref)); })
        .and_then(
            [&] { return m_table.finish(g.id, status, charged, error ? error : *failedTake, m_clock.now()); })
        .and_then([&] { return passOn(row, status); });
}

/// In the transaction of the end itself: at no moment does a step wait for something that has ended.
Result<void> Settlement::passOn(const GenerationRow &row, GenerationStatus status)
{
    const auto followers = m_table.followers(row.generation.id);
    if (!followers)
        return tl::unexpected(followers.error());
    const bool there = status == GenerationStatus::Succeeded && !row.generation.assets.isEmpty();
    Result<void> done;
    for (const GenerationRow &next : *followers) {
        if (!done || !next.waiting || next.generation.isFinal())
            continue;
        if (there) {
            const InputRef result{ next.takesAs, {}, row.generation.assets.first().id };
            done = m_table.release(next.generation.id, next.generation.inputs + QList<InputRef>{ result });
        } else {
            const QString sentence = next.korean
                ? QStringLiteral("앞 단계의 결과가 없어 시작하지 않았습니다. 크레딧은 차감되지 않았습니다.")
                : QStringLiteral("Not started: the step before it has no result. Nothing was taken for it.");
            done = close(next, GenerationStatus::Cancelled,
                GenerationError{ QStringLiteral("step_before_failed"), sentence, false });
        }
    }
    return done;
}

} // namespace facet::service
