// The part of BatchDraft that looks at a line: what it asks for, what it would take, what is wrong with it.
#include "client/batch/BatchDraft.h"

#include "client/composer/TurnQuote.h"
#include "client/session/Session.h"
#include "domain/ModelSearch.h"
#include "domain/SearchLetters.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace facet::client {

namespace {

using Kind = BatchProblem::Kind;

BatchProblem problem(Kind kind, const QString &written = {}, const std::optional<QString> &fix = {})
{
    return { kind, written, InputRole::Other, fix, {} };
}

bool meansAutomatic(const QString &name)
{
    static const QStringList words{ QStringLiteral("automatic"), QStringLiteral("auto"),
        QStringLiteral("자동") };
    return words.contains(name.trimmed().toLower());
}

/// By id, name or alias, without regard to case and spaces; not by a part of a name.
const Model *modelCalled(const Catalogue &catalogue, const QString &name)
{
    const QString wanted = searchLetters(name);
    for (const Model &model : catalogue.models()) {
        const auto is = [&wanted](const QString &one) { return searchLetters(one) == wanted; };
        if (is(model.id) || is(model.name) || std::any_of(model.aliases.begin(), model.aliases.end(), is))
            return &model;
    }
    return nullptr;
}

/// Of options that were set for another model, what this one has as well.
Options fitting(const Model &model, Options options)
{
    if (options.durationS && !model.options.durationsS.contains(*options.durationS))
        options.durationS.reset();
    if (options.resolution && !model.options.resolutions.contains(*options.resolution))
        options.resolution.reset();
    if (options.aspectRatio && !model.options.aspectRatios.contains(*options.aspectRatio))
        options.aspectRatio.reset();
    if (options.count && !model.options.counts.contains(*options.count))
        options.count.reset();
    if (!model.options.audio)
        options.audio.reset();
    if (!model.options.seed)
        options.seed.reset();
    return options;
}

/// "5", "5 s", "5초"
std::optional<int> secondsIn(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^([0-9]{1,6})\\s*(s|sec|seconds|초)?$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    return match.captured(1).toInt();
}

} // namespace

std::optional<BatchProblem> BatchDraft::readModel(const BatchWish &wish, TurnRequest &turn) const
{
    if (wish.model.isEmpty())
        return {};
    if (meansAutomatic(wish.model)) {
        turn.modelId.reset();
        return {};
    }
    const Catalogue &catalogue = m_needs.session.catalogue();
    if (const Model *model = modelCalled(catalogue, wish.model)) {
        turn.modelId = model->id;
        turn.options = fitting(*model, turn.options);
        return {};
    }
    // Something like it ("kling", "veo fast") is proposed, never taken without a word.
    const QList<ModelSearch::Hit> hits =
        ModelSearch(catalogue, m_needs.session.account().benefits).find(wish.model);
    const auto hit = std::find_if(hits.begin(), hits.end(), [&catalogue](const ModelSearch::Hit &h) {
        return h.byName && isUsable(catalogue.models().at(h.model));
    });
    return problem(Kind::UnknownModel, wish.model,
        hit == hits.end() ? QStringLiteral("automatic") : catalogue.models().at(hit->model).id);
}

std::optional<BatchProblem> BatchDraft::readOptions(
    const BatchWish &wish, const Model &model, TurnRequest &turn) const
{
    if (!wish.seconds.isEmpty()) {
        const std::optional<int> seconds = secondsIn(wish.seconds);
        Options asked = turn.options;
        asked.durationS = seconds;
        const std::optional<int> nearest = resolveOptions(model, asked).durationS;
        const auto fix = nearest ? std::optional(QString::number(*nearest)) : std::optional(QString());
        if (seconds && model.maxDurationS > 0 && *seconds > model.maxDurationS)
            return problem(Kind::TooLong, wish.seconds, fix);
        if (!seconds || !model.options.durationsS.contains(*seconds))
            return problem(Kind::BadSeconds, wish.seconds, fix);
        turn.options.durationS = seconds;
    }
    if (!wish.resolution.isEmpty()) {
        const QStringList &offered = model.options.resolutions;
        const auto at = std::find_if(offered.begin(), offered.end(),
            [&wish](const QString &one) { return one.compare(wish.resolution, Qt::CaseInsensitive) == 0; });
        if (at == offered.end()) {
            Options asked = turn.options;
            asked.resolution = wish.resolution;
            return problem(Kind::UnknownResolution, wish.resolution,
                resolveOptions(model, asked).resolution.value_or(QString()));
        }
        turn.options.resolution = *at;
    }
    return {};
}

PictureWork BatchDraft::limitsFor(const BatchWish &wish, const TurnRequest &turn) const
{
    TurnRequest withFiles = turn;
    for (const auto &[role, path] :
        { std::pair(InputRole::StartFrame, wish.start), std::pair(InputRole::EndFrame, wish.end) }) {
        if (path.isEmpty())
            continue;
        Attachment attachment;
        attachment.role = role;
        withFiles.attachments.append(attachment);
    }
    const Model *model = m_needs.session.catalogue().find(quote(withFiles).modelId);
    const qint64 service = m_needs.session.service().uploadBytes;
    PictureWork work;
    work.maxPixels = model ? model->inputs.images.maxPixels : 0;
    work.maxBytes = model ? model->inputs.images.maxBytes : 0;
    if (service > 0)
        work.maxBytes = work.maxBytes > 0 ? std::min(work.maxBytes, service) : service;
    return work;
}

bool BatchDraft::readFiles(const BatchWish &wish, TurnRequest &turn, std::optional<BatchProblem> &found)
{
    bool complete = true;
    const bool any = !wish.start.isEmpty() || !wish.end.isEmpty();
    const PictureWork work = any ? limitsFor(wish, turn) : PictureWork();
    const std::pair<InputRole, QString> files[] = { { InputRole::StartFrame, wish.start },
        { InputRole::EndFrame, wish.end } };
    for (const auto &[role, written] : files) {
        if (written.isEmpty())
            continue;
        // An absolute path stays what it is.
        const QString path = QDir(m_folder).absoluteFilePath(written);
        if (!QFileInfo(path).isFile()) {
            if (!found)
                found = BatchProblem{ Kind::MissingFile, written, role, {}, {} };
            continue;
        }
        const std::optional<Result<Attachment>> read = picture(path, work);
        if (!read) {
            complete = false;
        } else if (!*read) {
            if (!found)
                found = BatchProblem{ Kind::UnreadableFile, written, role, {}, read->error() };
        } else if (!(*read)->isPicture()) {
            if (!found)
                found = BatchProblem{ Kind::UnreadableFile, written, role, {}, {} };
        } else {
            Attachment attachment = **read;
            attachment.role = role;
            turn.attachments.removeIf([role = role](const Attachment &a) { return a.role == role; });
            turn.attachments.append(attachment);
        }
    }
    return complete;
}

Quote BatchDraft::quote(const TurnRequest &turn) const
{
    return quoteOf(turn, m_needs.session, m_needs.clock.now());
}

void BatchDraft::check(int row)
{
    BatchDraftLine &line = m_lines[row];
    TurnRequest turn = m_base;
    turn.text = line.wish.prompt;
    std::optional<BatchProblem> found = readModel(line.wish, turn);
    const bool baseIsReady = std::all_of(m_base.attachments.begin(), m_base.attachments.end(),
        [](const Attachment &a) { return a.state == Attachment::State::Ready; });
    const bool complete = readFiles(line.wish, turn, found) && baseIsReady;
    if (!found && turn.text.isEmpty() && turn.attachments.isEmpty())
        found = problem(Kind::NoPrompt);
    turn.quote = quote(turn);
    const Model *model = m_needs.session.catalogue().find(turn.quote.modelId);
    if (!found && !model)
        found = problem(Kind::NothingToMake);
    if (!found && !turn.quote.steps.isEmpty())
        found = problem(Kind::SeveralSteps);
    if (!found) {
        found = readOptions(line.wish, *model, turn);
        turn.quote = quote(turn);
    }
    // Credits are a matter of the whole batch, not of a line.
    if (!found && (turn.quote.blockedBy || !turn.quote.sendable) && !blockedForCredits(turn.quote))
        found = problem(Kind::CannotBeSent);
    line.turn = turn;
    line.problem = found;
    line.checked = complete || found.has_value();
}

} // namespace facet::client
