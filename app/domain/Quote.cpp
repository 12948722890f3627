#include "domain/Quote.h"

#include "domain/QuoteParts.h"

#include <algorithm>

namespace facet {

namespace {

const AgentInfo *agentInfo(const QuoteContext &context, AgentVersion version)
{
    const auto it = std::find_if(context.agents.cbegin(), context.agents.cend(),
        [version](const AgentInfo &agent) { return agent.version == version; });
    return it == context.agents.cend() ? nullptr : &*it;
}

/// The first model of a kind that can be used with these inputs, else the first that can be used.
const Model *firstUsable(const QuoteContext &context, ModelKind kind, const QList<InputRole> &inputs)
{
    const Model *fallback = nullptr;
    for (const Model &model : context.catalogue.models()) {
        if (model.kind != kind || !isUsable(model))
            continue;
        if (!inputBlocker(inputs, model))
            return &model;
        if (!fallback)
            fallback = &model;
    }
    return fallback;
}

const Model *agentDefault(const QuoteRequest &request, const QuoteContext &context, const PromptWords &words)
{
    const AgentInfo *agent = agentInfo(context, request.agent);
    // A voice can only be for lip sync, whatever the words are.
    if (!words.kind && request.inputs.contains(InputRole::Audio)) {
        for (const Model &model : context.catalogue.models()) {
            if (isUsable(model) && model.takes(Method::Audio))
                return &model;
        }
    }
    const ModelKind kind = words.kind.value_or(ModelKind::Video);
    const Model *model = nullptr;
    switch (kind) {
    case ModelKind::Video:
    case ModelKind::Other:
        model = agent ? context.catalogue.find(agent->defaultVideoModelId) : nullptr;
        return model ? model : firstUsable(context, ModelKind::Video, request.inputs);
    case ModelKind::Image:
        model = agent ? context.catalogue.find(agent->defaultImageModelId) : nullptr;
        return model ? model : firstUsable(context, ModelKind::Image, request.inputs);
    case ModelKind::Audio:
    case ModelKind::Tool:
        return firstUsable(context, kind, request.inputs);
    }
    return nullptr;
}

/// PRODUCT rule 5: ✨, then words, then the agent's default.
const Model *chooseModel(
    const QuoteRequest &request, const QuoteContext &context, const PromptWords &words, Quote &quote)
{
    if (request.modelId) {
        quote.modelChosenBy = ModelChoice::Picker;
        quote.modelId = *request.modelId;
        if (words.modelId && words.modelId != request.modelId)
            quote.modelInWords = words.modelId;
        return context.catalogue.find(*request.modelId);
    }
    const Model *model = nullptr;
    if (words.modelId) {
        quote.modelChosenBy = ModelChoice::Prompt;
        model = context.catalogue.find(*words.modelId);
    }
    if (!model) {
        quote.modelChosenBy = ModelChoice::AgentDefault;
        model = agentDefault(request, context, words);
    }
    if (model)
        quote.modelId = model->id;
    return model;
}

Options wordOptions(const PromptWords &words)
{
    Options options;
    options.durationS = words.durationS;
    options.resolution = words.resolution;
    options.aspectRatio = words.aspectRatio;
    options.count = words.count;
    options.audio = words.audio;
    return options;
}

/// A value of ✨ that cannot be meant for any model. What a model merely does not offer is adjusted.
bool makesSense(const Options &options)
{
    const auto isRatio = [](const QString &text) {
        const QStringList sides = text.split(u':');
        return sides.size() == 2 && sides[0].toInt() > 0 && sides[1].toInt() > 0;
    };
    const auto isColour = [](const QString &text) {
        const auto isHex = [](QChar c) {
            return c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f');
        };
        return text.size() == 7 && text[0] == u'#' && std::all_of(text.cbegin() + 1, text.cend(), isHex);
    };
    return options.durationS.value_or(1) > 0 && options.count.value_or(1) > 0
        && (!options.resolution || !options.resolution->isEmpty())
        && (!options.aspectRatio || isRatio(*options.aspectRatio))
        && (!options.background || isColour(*options.background));
}

std::optional<Blocker> blockerBeforeCredits(
    const QuoteRequest &request, const Model *model, const std::optional<Credits> &credits)
{
    if (!model || !isUsable(*model) || !credits)
        return Blocker::ModelUnavailable;
    if (const auto blocker = inputBlocker(request.inputs, *model))
        return blocker;
    if (!makesSense(request.options))
        return Blocker::UnsupportedOption;
    return std::nullopt;
}

/// Sets total, balance and what blocks sending, once the parts are known.
void settle(Quote &quote, Credits balance)
{
    if (quote.generationCredits)
        quote.totalCredits = *quote.generationCredits + quote.conversationCredits;
    const bool payable = quote.totalCredits && *quote.totalCredits <= balance;
    if (payable)
        quote.balanceAfter = balance - *quote.totalCredits;
    if (!quote.blockedBy && !payable)
        quote.blockedBy =
            *quote.generationCredits > balance ? Blocker::GenerationCredits : Blocker::ConversationCredits;
    quote.sendable = !quote.blockedBy || (quote.blockedBy == Blocker::UnsupportedTask && payable);
}

} // namespace

Quote detail::quoteOne(const QuoteRequest &request, const QuoteContext &context, const PromptWords &words)
{
    Quote quote;
    const Model *model = chooseModel(request, context, words, quote);
    if (model) {
        quote.method = methodFor(request.inputs, *model);
        quote.options =
            resolveOptions(*model, merged(wordOptions(words), request.options), &quote.adjustments);
        const auto price = generationPrice(*model, quote.options);
        quote.listCredits = price.value_or(0);
        quote.reason = coverage(context.account.benefits, model->id, quote.method, context.now);
        quote.covered = quote.reason == CoverReason::Covered;
        quote.generationCredits = quote.covered ? Credits(0) : price;
    }
    quote.blockedBy = blockerBeforeCredits(request, model, quote.generationCredits);
    return quote;
}

Quote detail::quoteWithoutSuggestions(
    const QuoteRequest &request, const QuoteContext &context, const PromptWords &words)
{
    const bool onlyTalk = !words.asksForGeneration && request.inputs.isEmpty();
    Quote quote;
    if (words.editsElementInVideo || onlyTalk) {
        quote.generationCredits = 0;
        if (words.editsElementInVideo)
            quote.blockedBy = Blocker::UnsupportedTask;
    } else {
        auto plan = words.steps.isEmpty() ? std::nullopt : quotePlan(request, context, words);
        quote = plan ? std::move(*plan) : quoteOne(request, context, words);
    }
    const AgentInfo *agent = agentInfo(context, request.agent);
    quote.conversationCredits = agent ? agent->conversationCredits : 0;
    // A total of nothing can be paid even by an account that has overdrawn.
    settle(quote, std::max<Credits>(0, context.account.balance.credits));
    return quote;
}

bool blockedForCredits(const Quote &quote)
{
    return quote.blockedBy == Blocker::ConversationCredits || quote.blockedBy == Blocker::GenerationCredits;
}

Quote makeQuote(const QuoteRequest &request, const QuoteContext &context)
{
    PromptReader reader;
    return makeQuote(request, context, reader);
}

Quote makeQuote(const QuoteRequest &request, const QuoteContext &context, PromptReader &reader)
{
    const PromptWords words = reader.read(request.prompt, context.catalogue,
        request.hasVideoToEdit || request.inputs.contains(InputRole::Video));
    Quote quote = detail::quoteWithoutSuggestions(request, context, words);
    quote.suggestions = detail::suggestionsFor(quote, request, context, words);
    return quote;
}

} // namespace facet
