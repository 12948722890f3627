#include "service/agents/TurnPlanner.h"

#include "domain/PromptWords.h"
#include "service/agents/AgentTalk.h"
#include "service/api/Accounts.h"
#include "service/api/QuoteService.h"

#include <algorithm>

namespace facet::service {

using contract::Json;

TurnPlanner::TurnPlanner(const ServiceData &data, const QuoteService &quotes, const Accounts &accounts,
    std::function<bool(const Model &)> makesDrafts)
    : m_data(data)
    , m_quotes(quotes)
    , m_accounts(accounts)
    , m_makesDrafts(std::move(makesDrafts))
{
}

Quote TurnPlanner::quoteOf(const Turn &turn, const std::optional<QString> &modelId) const
{
    contract::QuoteBody body;
    body.agent = turn.agent;
    body.modelId = modelId;
    body.prompt = turn.prompt;
    body.inputs = turn.inputs;
    body.options = turn.props.options;
    body.threadId = turn.threadId;
    return m_quotes.quote(body, turn.hasVideoToEdit);
}

Outcome<TurnPlan> TurnPlanner::plan(const Turn &turn) const
{
    const Quote quote = quoteOf(turn, turn.props.modelId);
    const std::optional<Blocker> blocker = quote.blockedBy;
    if (blocker == Blocker::ModelUnavailable)
        return planUnavailable(turn, quote);
    if (blocker && !(blocker == Blocker::UnsupportedTask && quote.sendable))
        return tl::unexpected(problemFor(turn, quote, *blocker));
    // The promise of PRODUCT: rather refuse than take more than was shown. Several generations are asked
    // about before anything but the turn is taken.
    const Credits atOnce = quote.steps.isEmpty() ? quote.totalCredits.value_or(0) : quote.conversationCredits;
    if (turn.props.maxCredits && atOnce > *turn.props.maxCredits)
        return tl::unexpected(problem::priceChanged(quote));

    TurnPlan plan{ quote.conversationCredits, TalkPlan{} };
    if (blocker == Blocker::UnsupportedTask) {
        plan.step = TalkPlan{ turn.voice.cannotEditVideo() };
        return plan;
    }
    const Model *model = m_data.catalogue.find(quote.modelId);
    if (!model) {
        plan.step = TalkPlan{ talkAnswer(turn.prompt, readPromptWords(turn.prompt, m_data.catalogue),
            turn.agent, m_data, m_accounts.account(), turn.voice) };
        return plan;
    }
    if (!quote.steps.isEmpty()) {
        plan.step = askFor(turn, quote, *model, turn.voice.askAboutPlan(quote));
        return plan;
    }
    const auto &onScreen = turn.props.shownModelId;
    if (onScreen && *onScreen != model->id && !turn.props.modelId) {
        const Model *other = m_data.catalogue.find(*onScreen);
        plan.step = askFor(turn, quote, *model,
            turn.voice.askAboutOtherModel(quote, *model, other ? other->name : *onScreen));
        return plan;
    }
    const Credits total = quote.totalCredits.value_or(0);
    const auto &limit = turn.props.confirmAbove;
    const bool shown = turn.props.maxCredits || limit;
    if (limit ? total > *limit : !shown && quote.generationCredits.value_or(0) > 0)
        plan.step = askFor(turn, quote, *model, turn.voice.askAboutCost(quote, *model, limit));
    else
        plan.step = workFor(turn, quote, *model);
    return plan;
}

Outcome<TurnPlan> TurnPlanner::planUnavailable(const Turn &turn, const Quote &quote) const
{
    const Model *asked = m_data.catalogue.find(quote.modelId);
    const QString askedName = asked ? asked->name : quote.modelId;
    for (const Suggestion &suggestion : quote.suggestions) {
        if (suggestion.kind != SuggestionKind::UseModel)
            continue;
        const Model *model = m_data.catalogue.find(suggestion.to);
        const Quote instead = quoteOf(turn, suggestion.to);
        if (!model || !instead.sendable)
            continue;
        if (turn.props.maxCredits && instead.conversationCredits > *turn.props.maxCredits)
            return tl::unexpected(problem::priceChanged(instead));
        const bool retired = asked && asked->status == ModelStatus::RetiredUpstream;
        TurnPlan plan{ instead.conversationCredits, TalkPlan{} };
        plan.step =
            askFor(turn, instead, *model, turn.voice.askAboutModel(instead, *model, askedName, retired));
        return plan;
    }
    auto problem = problem::engineUnavailable(askedName);
    problem.retryable = false;
    return tl::unexpected(problem);
}

contract::GenerationBody TurnPlanner::bodyFor(
    const Turn &turn, const QString &modelId, const QString &prompt, const Options &options) const
{
    contract::GenerationBody body;
    body.agent = turn.agent;
    body.modelId = modelId;
    body.prompt = prompt;
    body.options = options;
    body.threadId = turn.threadId;
    return body;
}

QList<AskedStep> TurnPlanner::stepsFor(const Turn &turn, const Quote &quote) const
{
    QList<AskedStep> steps;
    for (const QuoteStep &each : quote.steps) {
        AskedStep step;
        step.body = bodyFor(turn, each.modelId, each.prompt, each.options);
        step.body.maxCredits = each.generationCredits;
        if (!each.takesFrom)
            step.body.inputs = turn.inputs;
        // The client knows the first by what it made up for the run; the others follow from that.
        if (!turn.props.clientRef.isEmpty())
            step.body.clientRef = steps.isEmpty()
                ? turn.props.clientRef
                : QStringLiteral("%1/%2").arg(turn.props.clientRef).arg(steps.size() + 1);
        step.takesFrom = each.takesFrom;
        step.takesAs = each.takesAs;
        if (const Model *model = m_data.catalogue.find(each.modelId))
            step.tool = toolFor(*model, each.method);
        steps.append(step);
    }
    return steps;
}

WorkPlan TurnPlanner::workFor(const Turn &turn, const Quote &quote, const Model &model) const
{
    WorkPlan work;
    work.body = bodyFor(turn, model.id, turn.prompt, quote.options);
    work.body.inputs = turn.inputs;
    work.body.clientRef = turn.props.clientRef;
    // Never more than was promised, and never more than was reckoned with just now.
    work.body.maxCredits = quote.generationCredits;
    work.tool = toolFor(model, quote.method);
    const Model *named = quote.modelInWords ? m_data.catalogue.find(*quote.modelInWords) : nullptr;
    work.text = turn.voice.making(quote, model, named, m_makesDrafts(model));
    return work;
}

AskPlan TurnPlanner::askFor(
    const Turn &turn, const Quote &quote, const Model &model, const QString &question) const
{
    AskPlan ask{ {}, {}, question, quote };
    if (quote.steps.isEmpty()) {
        const WorkPlan work = workFor(turn, quote, model);
        ask.steps = { { work.body, work.tool, {}, InputRole::Reference } };
        ask.text = work.text;
    } else {
        ask.steps = stepsFor(turn, quote);
        const bool drafts =
            std::any_of(quote.steps.cbegin(), quote.steps.cend(), [this](const QuoteStep &step) {
                const Model *each = m_data.catalogue.find(step.modelId);
                return each && m_makesDrafts(*each);
            });
        ask.text = turn.voice.makingPlan(quote, drafts);
    }
    ask.quote.conversationCredits = 0;
    ask.quote.totalCredits = quote.generationCredits;
    ask.quote.suggestions.clear();
    return ask;
}

contract::Problem TurnPlanner::problemFor(const Turn &turn, const Quote &quote, Blocker blocker) const
{
    const Credits balance = m_accounts.account().balance.credits;
    const Model *model = m_data.catalogue.find(quote.modelId);
    contract::Problem problem;
    switch (blocker) {
    case Blocker::ConversationCredits:
    case Blocker::GenerationCredits:
    case Blocker::UnsupportedTask: // its refusal is talk too, and Agent 2.0's talk is not free
        problem = problem::insufficientCredits(quote.totalCredits.value_or(0), balance);
        if (blocker == Blocker::UnsupportedTask) {
            Quote talk = quote;
            talk.blockedBy = Blocker::ConversationCredits;
            problem.detail = turn.voice.notEnough(talk, turn.agent, balance);
        } else {
            problem.detail = turn.voice.notEnough(quote, turn.agent, balance);
        }
        return problem;
    case Blocker::MissingInput:
        problem = problem::unsupportedInput(QStringLiteral("inputs"));
        if (model)
            problem.detail = turn.voice.missingInput(*model);
        return problem;
    case Blocker::UnsupportedInput: {
        QStringList roles;
        if (model) {
            for (const InputRole role : model->inputs.images.roles)
                roles.append(wireName(role));
            if (model->inputs.audio)
                roles.append(wireName(InputRole::Audio));
            if (model->inputs.video)
                roles.append(wireName(InputRole::Video));
        }
        return problem::unsupportedInput(QStringLiteral("inputs"), roles);
    }
    case Blocker::UnsupportedOption:
        return problem::unsupportedOption(QStringLiteral("options"), {});
    case Blocker::ModelUnavailable:
    case Blocker::Other:
        return problem::engineUnavailable(quote.modelId);
    }
    return problem;
}

QString TurnPlanner::toolFor(const Model &model, Method method)
{
    switch (model.kind) {
    case ModelKind::Video:
    case ModelKind::Other:
        return QStringLiteral("generate_video");
    case ModelKind::Image:
        return method == Method::Image ? QStringLiteral("edit_image") : QStringLiteral("generate_image");
    case ModelKind::Audio: {
        const auto isMusic = [](const QString &name) {
            return name.contains(QLatin1String("music"), Qt::CaseInsensitive)
                || name.contains(QStringLiteral("음악"));
        };
        const bool music =
            isMusic(model.name) || std::any_of(model.aliases.cbegin(), model.aliases.cend(), isMusic);
        return music ? QStringLiteral("music") : QStringLiteral("sound_effect");
    }
    case ModelKind::Tool:
        return model.takes(Method::Audio) ? QStringLiteral("lip_sync") : QStringLiteral("upscale");
    }
    return {};
}

Json TurnPlanner::toolArguments(const contract::GenerationBody &body, Method method)
{
    Json inputs = Json::array();
    for (const InputRef &input : body.inputs)
        inputs.push_back(contract::toJson(input));
    return { { "model_id", body.modelId.toStdString() }, { "prompt", body.prompt.toStdString() },
        { "method", wireName(method).toStdString() }, { "inputs", std::move(inputs) },
        { "options", contract::toJson(body.options) } };
}

} // namespace facet::service
