#include "service/jobs/SubmissionCheck.h"

#include "service/api/QuoteService.h"

namespace facet::service {

namespace {

constexpr qsizetype longestPrompt = 10'000; // characters
constexpr qsizetype longestReference = 200; // characters of client_ref, thread_id

QStringList roleNames(const Model &model)
{
    QStringList names;
    for (const InputRole role : model.inputs.images.roles)
        names.append(wireName(role));
    if (model.inputs.audio)
        names.append(wireName(InputRole::Audio));
    if (model.inputs.video)
        names.append(wireName(InputRole::Video));
    return names;
}

template <typename Values>
QStringList words(const Values &values)
{
    QStringList result;
    for (const auto &value : values)
        result.append(QString::number(value));
    return result;
}

QStringList offered(const QString &option, const Model &model)
{
    if (option == QLatin1String("duration_s"))
        return words(model.options.durationsS);
    if (option == QLatin1String("resolution"))
        return model.options.resolutions;
    if (option == QLatin1String("aspect_ratio"))
        return model.options.aspectRatios;
    if (option == QLatin1String("count"))
        return words(model.options.counts);
    if (option == QLatin1String("audio") && model.options.audio)
        return { QStringLiteral("true"), QStringLiteral("false") };
    return {};
}

contract::Problem optionProblem(const Adjustment &adjustment, const Model &model)
{
    const QString field = QStringLiteral("options.") + adjustment.option;
    const QStringList allowed = offered(adjustment.option, model);
    if (adjustment.option == QLatin1String("duration_s") && model.maxDurationS > 0
        && adjustment.asked.toInt() > model.maxDurationS)
        return problem::tooLong(field, allowed);
    return problem::unsupportedOption(field, allowed);
}

bool isImage(InputRole role)
{
    return role == InputRole::Reference || role == InputRole::StartFrame || role == InputRole::EndFrame;
}

} // namespace

SubmissionCheck::SubmissionCheck(
    const ServiceData &data, const QuoteService &quotes, const UploadFiles &uploads, const AssetFiles &assets)
    : m_data(data)
    , m_quotes(quotes)
    , m_uploads(uploads)
    , m_assets(assets)
{
}

Outcome<SubmissionCheck::Passed> SubmissionCheck::check(
    const contract::GenerationBody &body, std::optional<InputRole> toCome) const
{
    const Model *model = m_data.catalogue.find(body.modelId);
    if (!model) {
        auto problem = problem::notFound();
        problem.field = QStringLiteral("model_id");
        return tl::unexpected(problem);
    }
    if (body.prompt.size() > longestPrompt)
        return tl::unexpected(problem::tooLong(QStringLiteral("prompt")));
    if (body.clientRef.size() > longestReference)
        return tl::unexpected(problem::tooLong(QStringLiteral("client_ref")));
    if (body.threadId.value_or(QString()).size() > longestReference)
        return tl::unexpected(problem::tooLong(QStringLiteral("thread_id")));
    for (const InputRef &input : body.inputs) {
        if (const auto problem = inputProblem(input, *model))
            return tl::unexpected(*problem);
    }

    contract::GenerationBody whole = body;
    if (toCome)
        whole.inputs.append({ *toCome, {}, {} });
    Quote quote = m_quotes.quoteExact(whole, *model);
    if (!quote.adjustments.isEmpty())
        return tl::unexpected(optionProblem(quote.adjustments.first(), *model));
    if (quote.blockedBy && quote.blockedBy != Blocker::GenerationCredits) {
        if (quote.blockedBy != Blocker::ModelUnavailable)
            return tl::unexpected(problem::unsupportedInput(QStringLiteral("inputs"), roleNames(*model)));
        auto problem = problem::engineUnavailable(model->name);
        problem.retryable = false;
        return tl::unexpected(problem);
    }
    if (quote.method == Method::Text && body.prompt.trimmed().isEmpty())
        return tl::unexpected(problem::unsupportedInput(QStringLiteral("prompt")));
    // The promise comes before the purse: rather refuse than take more than was shown.
    if (body.maxCredits && quote.totalCredits.value_or(0) > *body.maxCredits)
        return tl::unexpected(problem::priceChanged(quote));
    return Passed{ model, std::move(quote) };
}

std::optional<contract::Problem> SubmissionCheck::inputProblem(
    const InputRef &input, const Model &model) const
{
    const QString field = QStringLiteral("inputs.") + wireName(input.role);
    const auto file = fileOf(input);
    if (!file) {
        auto problem = problem::notFound();
        problem.field = field;
        return problem;
    }
    if (isImage(input.role)) {
        const ImageLimits &limits = model.inputs.images;
        if (!file->mime.startsWith(QLatin1String("image/"))
            || (!limits.mime.isEmpty() && !limits.mime.contains(file->mime)))
            return problem::unsupportedInput(field, limits.mime);
        const qint64 pixels = qint64(file->width) * file->height;
        if ((limits.maxBytes > 0 && file->bytes > limits.maxBytes)
            || (limits.maxPixels > 0 && pixels > limits.maxPixels))
            return problem::unsupportedInput(field);
    } else if (input.role == InputRole::Audio) {
        if (!file->mime.startsWith(QLatin1String("audio/")))
            return problem::unsupportedInput(field, { QStringLiteral("audio/*") });
    } else if (input.role == InputRole::Video) {
        if (!file->mime.startsWith(QLatin1String("video/")))
            return problem::unsupportedInput(field, { QStringLiteral("video/*") });
    } else {
        return problem::unsupportedInput(field, roleNames(model));
    }
    return std::nullopt;
}

std::optional<StoredFile> SubmissionCheck::fileOf(const InputRef &input) const
{
    return input.assetId.isEmpty() ? m_uploads.upload(input.uploadId) : m_assets.asset(input.assetId);
}

Outcome<QList<EngineInput>> SubmissionCheck::files(const QList<InputRef> &inputs) const
{
    QList<EngineInput> files;
    for (const InputRef &input : inputs) {
        const auto file = fileOf(input);
        if (!file) {
            auto problem = problem::notFound();
            problem.field = QStringLiteral("inputs.") + wireName(input.role);
            return tl::unexpected(problem);
        }
        files.append({ input.role, file->path, file->mime });
    }
    return files;
}

} // namespace facet::service
