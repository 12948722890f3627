#include "domain/QuoteParts.h"

#include <algorithm>
#include <tuple>

namespace facet {

QuoteRequest applied(const QuoteRequest &request, const Suggestion &suggestion)
{
    QuoteRequest result = request;
    switch (suggestion.kind) {
    case SuggestionKind::SwitchAgent:
        result.agent = agentFromWire(suggestion.to).value_or(request.agent);
        break;
    case SuggestionKind::AttachImage:
    case SuggestionKind::AddFrame:
        result.inputs.append(inputRoleFromWire(suggestion.to));
        break;
    case SuggestionKind::UseModel:
        result.modelId = suggestion.to;
        break;
    case SuggestionKind::Shorten:
        result.options.durationS = suggestion.to.toInt();
        break;
    case SuggestionKind::LowerResolution:
        result.options.resolution = suggestion.to;
        break;
    case SuggestionKind::LowerCount:
        result.options.count = suggestion.to.toInt();
        break;
    case SuggestionKind::TopUp:
    case SuggestionKind::ChangePlan:
    case SuggestionKind::Other:
        break;
    }
    return result;
}

Account applied(const Account &account, const Suggestion &suggestion, const QList<Plan> &plans)
{
    Account result = account;
    if (suggestion.kind == SuggestionKind::TopUp) {
        result.balance.credits += suggestion.to.toLongLong();
    } else if (suggestion.kind == SuggestionKind::ChangePlan) {
        const auto plan =
            std::find_if(plans.cbegin(), plans.cend(), [&](const Plan &p) { return p.id == suggestion.to; });
        if (plan != plans.cend()) {
            result.plan = *plan;
            result.plan.uses.clear();
            result.benefits = plan->benefits;
            result.concurrency.limit = plan->concurrency;
        }
    }
    return result;
}

namespace {

class Finder {
public:
    Finder(const Quote &quote, const QuoteRequest &request, const QuoteContext &context,
        const PromptWords &words)
        : m_quote(quote)
        , m_request(request)
        , m_context(context)
        , m_words(words)
        , m_model(quote.modelId.isEmpty() ? nullptr : context.catalogue.find(quote.modelId))
    {
    }

    QList<Suggestion> run()
    {
        for (const AgentInfo &agent : m_context.agents) {
            if (agent.version != m_request.agent)
                consider(SuggestionKind::SwitchAgent, wireName(agent.version));
        }
        if (m_model) {
            offerInputs();
            offerOptions();
            offerPlan();
        }
        if (!m_quote.modelId.isEmpty())
            offerModels();
        offerTopUp();
        return sorted();
    }

private:
    struct Candidate {
        Suggestion suggestion;
        bool unblocks = false;
        bool free = false;
    };

    Quote quoteAfter(const Suggestion &suggestion) const
    {
        const QuoteRequest request = applied(m_request, suggestion);
        if (suggestion.kind != SuggestionKind::TopUp && suggestion.kind != SuggestionKind::ChangePlan)
            return detail::quoteWithoutSuggestions(request, m_context, m_words);
        const Account account = applied(m_context.account, suggestion, m_context.plans);
        const QuoteContext context{ m_context.catalogue, m_context.agents, account, m_context.plans,
            m_context.now };
        return detail::quoteWithoutSuggestions(request, context, m_words);
    }

    /// Takes the suggestion up if following it saves something or makes sending possible.
    void consider(SuggestionKind kind, const QString &to)
    {
        Candidate candidate{ { kind, to, 0 }, false, false };
        const Quote after = quoteAfter(candidate.suggestion);
        candidate.unblocks = !m_quote.sendable && after.sendable;
        candidate.free = after.totalCredits == Credits(0);
        if (m_quote.totalCredits && after.totalCredits)
            candidate.suggestion.savesCredits = *m_quote.totalCredits - *after.totalCredits;
        const bool newObstacle = m_quote.sendable && !after.sendable;
        // A cheaper request that trips over something else is no help, unless credits were the trouble
        // and still are, with less missing.
        const bool cheaper = candidate.suggestion.savesCredits > 0 && !newObstacle
            && (after.sendable || (blockedForCredits(m_quote) && blockedForCredits(after)));
        if (candidate.unblocks || cheaper)
            m_candidates.append(candidate);
    }

    bool sendableWith(SuggestionKind kind, const QString &to) const
    {
        return quoteAfter({ kind, to, 0 }).sendable;
    }

    /// "Would be free but for an image" (PRODUCT rule 6), or cannot start without one.
    void offerInputs()
    {
        if (!m_request.inputs.isEmpty() && m_quote.blockedBy != Blocker::MissingInput)
            return;
        if (m_model->takes(Method::Image) || m_quote.blockedBy == Blocker::MissingInput)
            consider(SuggestionKind::AttachImage, wireName(InputRole::Reference));
        if (m_model->takes(Method::StartEnd))
            consider(SuggestionKind::AddFrame, wireName(InputRole::StartFrame));
    }

    void offerOptions()
    {
        const Options &now = m_quote.options;
        const Options standard = resolveOptions(*m_model, {});
        // Values below the present one, the highest first: the smallest step that is enough is the best.
        if (now.durationS)
            offerLower(SuggestionKind::Shorten, numbersBelow(m_model->options.durationsS, *now.durationS),
                standard.durationS && *standard.durationS < *now.durationS
                    ? QString::number(*standard.durationS)
                    : QString());
        if (now.count)
            offerLower(SuggestionKind::LowerCount, numbersBelow(m_model->options.counts, *now.count),
                standard.count && *standard.count < *now.count ? QString::number(*standard.count)
                                                               : QString());
        if (now.resolution) {
            const QStringList below = resolutionsBelow(m_model->options.resolutions, *now.resolution);
            offerLower(SuggestionKind::LowerResolution, below,
                standard.resolution && below.contains(*standard.resolution) ? *standard.resolution
                                                                            : QString());
        }
    }

    static QStringList numbersBelow(QList<int> offered, int value)
    {
        std::sort(offered.begin(), offered.end(), std::greater<>());
        QStringList below;
        for (const int number : offered) {
            if (number < value)
                below.append(QString::number(number));
        }
        return below;
    }

    static QStringList resolutionsBelow(QStringList offered, const QString &value)
    {
        const int lines = detail::linesOf(value);
        offered.removeIf([lines](const QString &other) {
            const int others = detail::linesOf(other);
            return others == 0 || others >= lines;
        });
        std::stable_sort(offered.begin(), offered.end(),
            [](const QString &a, const QString &b) { return detail::linesOf(a) > detail::linesOf(b); });
        return offered;
    }

    /// For lack of credits: the first that is enough, else the lowest. Otherwise only back to the default.
    void offerLower(SuggestionKind kind, const QStringList &below, const QString &standard)
    {
        if (below.isEmpty())
            return;
        if (!blockedForCredits(m_quote)) {
            if (!standard.isEmpty())
                consider(kind, standard);
            return;
        }
        const auto enough = std::find_if(
            below.cbegin(), below.cend(), [&](const QString &to) { return sendableWith(kind, to); });
        consider(kind, enough == below.cend() ? below.last() : *enough);
    }

    /// The models that would be free here, and the cheapest other one of this kind that takes the inputs.
    void offerModels()
    {
        const ModelKind kind = m_model ? m_model->kind : m_words.kind.value_or(ModelKind::Video);
        // Tools and sounds do not stand in for one another: an upscale is no cheaper lip sync.
        if (kind != ModelKind::Video && kind != ModelKind::Image)
            return;
        const Model *cheapest = nullptr;
        Credits least = 0;
        QStringList free;
        for (const Model &model : m_context.catalogue.models()) {
            if (model.id == m_quote.modelId || !isUsable(model) || inputBlocker(m_request.inputs, model))
                continue;
            const bool covered = coverage(m_context.account.benefits, model.id,
                                     methodFor(m_request.inputs, model), m_context.now)
                == CoverReason::Covered;
            if (model.kind != kind && !(m_quote.blockedBy == Blocker::UnsupportedInput && !cheapest))
                continue;
            if (covered) {
                free.append(model.id);
                continue;
            }
            const Options options = resolveOptions(
                model, m_model ? merged(m_quote.options, m_request.options) : m_request.options);
            const auto price = generationPrice(model, options);
            if (!price)
                continue;
            const bool better = !cheapest || (cheapest->kind != kind && model.kind == kind)
                || (*price < least && (model.kind == kind || cheapest->kind != kind));
            if (better) {
                cheapest = &model;
                least = *price;
            }
        }
        for (const QString &id : free.mid(0, 2))
            consider(SuggestionKind::UseModel, id);
        if (cheapest && free.isEmpty())
            consider(SuggestionKind::UseModel, cheapest->id);
    }

    /// "Would be free but for the plan": the first listed plan that covers it.
    void offerPlan()
    {
        if (m_quote.covered || m_quote.generationCredits.value_or(0) == 0)
            return;
        for (const Plan &plan : m_context.plans) {
            if (plan.id != m_context.account.plan.id
                && coverage(plan.benefits, m_quote.modelId, m_quote.method, m_context.now)
                    == CoverReason::Covered) {
                consider(SuggestionKind::ChangePlan, plan.id);
                return;
            }
        }
    }

    void offerTopUp()
    {
        if (blockedForCredits(m_quote) && m_quote.totalCredits)
            consider(SuggestionKind::TopUp,
                QString::number(*m_quote.totalCredits - m_context.account.balance.credits));
    }

    /// What makes sending possible comes first, and among those what costs no money; then what makes it
    /// free, then what saves most.
    QList<Suggestion> sorted()
    {
        const auto rank = [](const Candidate &c) {
            const bool costsMoney =
                c.suggestion.kind == SuggestionKind::TopUp || c.suggestion.kind == SuggestionKind::ChangePlan;
            return std::tuple(!c.unblocks, costsMoney, !c.free, -c.suggestion.savesCredits,
                static_cast<int>(c.suggestion.kind));
        };
        std::stable_sort(m_candidates.begin(), m_candidates.end(),
            [&](const Candidate &a, const Candidate &b) { return rank(a) < rank(b); });
        QList<Suggestion> result;
        for (const Candidate &candidate : std::as_const(m_candidates))
            result.append(candidate.suggestion);
        return result;
    }

    const Quote &m_quote;
    const QuoteRequest &m_request;
    const QuoteContext &m_context;
    const PromptWords &m_words;
    const Model *m_model;
    QList<Candidate> m_candidates;
};

} // namespace

QList<Suggestion> detail::suggestionsFor(
    const Quote &quote, const QuoteRequest &request, const QuoteContext &context, const PromptWords &words)
{
    return Finder(quote, request, context, words).run();
}

} // namespace facet
