#include "domain/QuoteParts.h"

#include <algorithm>

namespace facet {

namespace {

/// The steps of one message, resolved by the same rules as single generations.
class Planner {
public:
    Planner(const QuoteRequest &request, const QuoteContext &context, const PromptWords &words)
        : m_request(request)
        , m_context(context)
        , m_words(words)
    {
        const QList<PromptStep> &steps = m_words.steps;
        for (const PromptStep &step : steps)
            m_kinds.append(step.kind.value_or(m_words.kind.value_or(ModelKind::Video)));
        const auto video = m_kinds.indexOf(ModelKind::Video);
        m_principal = std::max<qsizetype>(0, video);
    }

    std::optional<Quote> run()
    {
        const QList<PromptStep> &steps = m_words.steps;
        if (m_request.modelId && !placeOfPicked())
            return std::nullopt;
        QList<Quote> quotes(steps.size());
        // First the one that the options are for: a picture that will be set in motion takes its shape.
        quotes[m_principal] = quoteOf(m_principal, std::nullopt, std::nullopt);
        for (qsizetype i = 0; i < steps.size(); ++i) {
            if (i == m_principal)
                continue;
            std::optional<int> seconds;
            if (m_kinds[i] == ModelKind::Tool && steps[i].takesFrom)
                seconds = quotes[*steps[i].takesFrom].options.durationS;
            quotes[i] = quoteOf(i, seconds, quotes[m_principal].options.aspectRatio);
        }
        for (qsizetype i = 0; i < steps.size(); ++i) {
            // What is attached is for something else: the message is one generation after all.
            if (quotes[i].blockedBy == Blocker::UnsupportedInput)
                return std::nullopt;
        }
        return sum(quotes);
    }

private:
    /// ✨ is set: which step it is for. Side by side, the models are named one by one, and ✨ overrules
    /// them all.
    std::optional<qsizetype> placeOfPicked() const
    {
        const Model *picked = m_context.catalogue.find(*m_request.modelId);
        if (!picked || !m_words.steps.last().takesFrom)
            return std::nullopt;
        const auto at = m_kinds.indexOf(picked->kind);
        return at >= 0 ? std::optional(at) : std::nullopt;
    }

    /// What a step yields; enlarging leaves it what it was.
    ModelKind yields(qsizetype step) const
    {
        if (m_kinds[step] != ModelKind::Tool)
            return m_kinds[step];
        if (const auto from = m_words.steps[step].takesFrom)
            return yields(*from);
        return m_request.inputs.contains(InputRole::Video) ? ModelKind::Video : ModelKind::Image;
    }

    InputRole takesAs(qsizetype step) const
    {
        const auto from = m_words.steps[step].takesFrom;
        return from && yields(*from) == ModelKind::Video ? InputRole::Video : InputRole::Reference;
    }

    Quote quoteOf(qsizetype i, std::optional<int> seconds, const std::optional<QString> &shape) const
    {
        const PromptStep &step = m_words.steps[i];
        const ModelKind kind = m_kinds[i];
        PromptWords words;
        words.kind = kind;
        words.count = step.count;
        words.resolution = step.resolution;
        if (isOfKind(step.modelId, kind))
            words.modelId = step.modelId;
        else if (isOfKind(m_words.modelId, kind))
            words.modelId = m_words.modelId;
        // Shape, length and sound are wishes for the whole, wherever they are said.
        if (kind != ModelKind::Tool)
            words.aspectRatio = step.aspectRatio ? step.aspectRatio : m_words.aspectRatio;
        words.durationS = seconds;
        if (kind == ModelKind::Video) {
            words.durationS = step.durationS ? step.durationS : m_words.durationS;
            words.audio = step.audio ? step.audio : m_words.audio;
        }

        QuoteRequest request = m_request;
        const Model *picked = m_request.modelId ? m_context.catalogue.find(*m_request.modelId) : nullptr;
        if (!picked || placeOfPicked() != std::optional(i))
            request.modelId = std::nullopt;
        if (step.takesFrom)
            request.inputs = { takesAs(i) };
        const bool sideBySide = !m_words.steps.last().takesFrom;
        if (i != m_principal && !sideBySide) {
            request.options = {};
            if (m_kinds[i] == ModelKind::Image && !words.aspectRatio)
                request.options.aspectRatio =
                    m_request.options.aspectRatio ? m_request.options.aspectRatio : shape;
        }
        if (sideBySide)
            request.options.count = step.count; // counted one by one, in words
        Quote quote = detail::quoteOne(request, m_context, words);
        // The length of what is enlarged, and the shape of what is set in motion, nobody asked for.
        quote.adjustments.erase(
            std::remove_if(quote.adjustments.begin(), quote.adjustments.end(),
                [&](const Adjustment &a) {
                    return (seconds && a.option == QLatin1String("duration_s"))
                        || (i != m_principal && a.option == QLatin1String("aspect_ratio"));
                }),
            quote.adjustments.end());
        return quote;
    }

    bool isOfKind(const std::optional<QString> &modelId, ModelKind kind) const
    {
        const Model *model = modelId ? m_context.catalogue.find(*modelId) : nullptr;
        return model && model->kind == kind;
    }

    Quote sum(const QList<Quote> &quotes) const
    {
        const auto blocked = std::find_if(
            quotes.cbegin(), quotes.cend(), [](const Quote &quote) { return quote.blockedBy.has_value(); });
        Quote total = blocked != quotes.cend() ? *blocked : quotes[m_principal];
        total.generationCredits = 0;
        total.listCredits = 0;
        total.covered = true;
        total.reason = CoverReason::Covered;
        for (qsizetype i = 0; i < quotes.size(); ++i) {
            const Quote &quote = quotes[i];
            const PromptStep &step = m_words.steps[i];
            QuoteStep out{ step.prompt, quote.modelId, quote.modelChosenBy, quote.method, quote.options,
                quote.adjustments, quote.generationCredits, quote.covered, quote.reason, quote.listCredits,
                step.takesFrom, step.takesFrom ? takesAs(i) : InputRole::Reference };
            total.steps.append(out);
            total.listCredits += quote.listCredits;
            if (total.generationCredits && quote.generationCredits)
                *total.generationCredits += *quote.generationCredits;
            else
                total.generationCredits = std::nullopt;
            if (!quote.covered && total.covered) {
                total.covered = false;
                total.reason = quote.reason;
            }
        }
        return total;
    }

    const QuoteRequest &m_request;
    const QuoteContext &m_context;
    const PromptWords &m_words;
    QList<ModelKind> m_kinds;
    qsizetype m_principal = 0;
};

} // namespace

std::optional<Quote> detail::quotePlan(
    const QuoteRequest &request, const QuoteContext &context, const PromptWords &words)
{
    return Planner(request, context, words).run();
}

} // namespace facet
