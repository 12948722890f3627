#include "contract/Codecs.h"
#include "contract/Reading.h"
#include "contract/Writing.h"

namespace facet::contract {

namespace {

Json suggestionJson(const Suggestion &suggestion)
{
    return {
        { "kind", textJson(wireName(suggestion.kind)) },
        { "to", textJson(suggestion.to) },
        { "saves_credits", suggestion.savesCredits },
    };
}

Suggestion readSuggestion(Reader &reader)
{
    Suggestion suggestion;
    suggestion.kind = reader.choice("kind", suggestionKindFromWire);
    suggestion.to = reader.textOr("to");
    suggestion.savesCredits = reader.integer("saves_credits"); // negative: possible, but dearer
    return suggestion;
}

Json adjustmentJson(const Adjustment &adjustment)
{
    return {
        { "option", textJson(adjustment.option) },
        { "asked", textJson(adjustment.asked) },
        { "used", textJson(adjustment.used) },
    };
}

Adjustment readAdjustment(Reader &reader)
{
    Adjustment adjustment;
    adjustment.option = reader.text("option");
    adjustment.asked = reader.text("asked");
    adjustment.used = reader.text("used");
    return adjustment;
}

Json stepJson(const QuoteStep &step)
{
    return {
        { "prompt", textJson(step.prompt) },
        { "model_id", textJson(step.modelId) },
        { "model_chosen_by", textJson(wireName(step.modelChosenBy)) },
        { "method", textJson(wireName(step.method)) },
        { "options", toJson(step.options) },
        { "adjustments", listJson(step.adjustments, adjustmentJson) },
        { "generation_credits", numberOrNull(step.generationCredits) },
        { "covered", step.covered },
        { "reason", textJson(wireName(step.reason)) },
        { "list_credits", step.listCredits },
        { "takes_from", numberOrNull(step.takesFrom) },
        { "takes_as", step.takesFrom ? textJson(wireName(step.takesAs)) : Json(nullptr) },
    };
}

QuoteStep readStep(Reader &reader)
{
    QuoteStep step;
    step.prompt = reader.textOr("prompt");
    step.modelId = reader.text("model_id");
    step.modelChosenBy = reader.choice("model_chosen_by", modelChoiceFromWire);
    step.method = reader.choice("method", methodFromWire);
    if (auto options = reader.optionalObject("options"))
        step.options = read<Options>(*options);
    step.adjustments = reader.optionalList("adjustments", readAdjustment);
    step.generationCredits = reader.optionalInteger("generation_credits", 0);
    step.covered = reader.flag("covered");
    step.reason = reader.choice("reason", coverReasonFromWire);
    step.listCredits = reader.optionalInteger("list_credits", 0).value_or(0);
    if (const auto from = reader.optionalInteger("takes_from", 0)) {
        step.takesFrom = static_cast<int>(*from);
        step.takesAs = reader.choice("takes_as", inputRoleFromWire);
    }
    return step;
}

/// A quote needs to know what is attached, not yet that it was uploaded: a role alone will do.
Json quoteInputJson(const InputRef &input)
{
    if (input.uploadId.isEmpty() && input.assetId.isEmpty())
        return { { "role", textJson(wireName(input.role)) } };
    return toJson(input);
}

InputRef readQuoteInput(Reader &reader)
{
    if (reader.has("upload_id") || reader.has("asset_id"))
        return read<InputRef>(reader);
    InputRef input;
    input.role = reader.choice("role", inputRoleFromWire);
    return input;
}

} // namespace

Json toJson(const Quote &quote)
{
    Json json{
        { "model_id", textOrNull(quote.modelId) },
        { "model_chosen_by", textJson(wireName(quote.modelChosenBy)) },
        { "model_in_words", textOrNull(quote.modelInWords) },
        { "method", textJson(wireName(quote.method)) },
        { "options", toJson(quote.options) },
        { "adjustments", listJson(quote.adjustments, adjustmentJson) },
        { "generation_credits", numberOrNull(quote.generationCredits) },
        { "conversation_credits", quote.conversationCredits },
        { "total_credits", numberOrNull(quote.totalCredits) },
        { "covered", quote.covered },
        { "reason", textJson(wireName(quote.reason)) },
        { "list_credits", quote.listCredits },
        { "balance_after", numberOrNull(quote.balanceAfter) },
        { "sendable", quote.sendable },
        { "blocked_by", quote.blockedBy ? textJson(wireName(*quote.blockedBy)) : Json(nullptr) },
        { "suggestions", listJson(quote.suggestions, suggestionJson) },
        { "quote_id", textOrNull(quote.quoteId) },
        { "valid_until", timeOrNull(quote.validUntil) },
    };
    if (!quote.steps.isEmpty()) // a single generation has the shape that it always had
        json["steps"] = listJson(quote.steps, stepJson);
    return json;
}

template <>
Quote read<Quote>(Reader &reader)
{
    Quote quote;
    quote.modelId = reader.textOr("model_id");
    quote.modelChosenBy = reader.choice("model_chosen_by", modelChoiceFromWire);
    quote.modelInWords = reader.optionalText("model_in_words");
    quote.method = reader.choice("method", methodFromWire);
    if (auto options = reader.optionalObject("options"))
        quote.options = read<Options>(*options);
    quote.adjustments = reader.optionalList("adjustments", readAdjustment);
    quote.generationCredits = reader.optionalInteger("generation_credits", 0);
    quote.conversationCredits = reader.integer("conversation_credits", 0);
    quote.totalCredits = reader.optionalInteger("total_credits", 0);
    quote.covered = reader.flag("covered");
    quote.reason = reader.choice("reason", coverReasonFromWire);
    quote.listCredits = reader.optionalInteger("list_credits", 0).value_or(0);
    quote.balanceAfter = reader.optionalInteger("balance_after");
    quote.sendable = reader.flag("sendable");
    if (const auto blocker = reader.optionalText("blocked_by"))
        quote.blockedBy = blockerFromWire(*blocker);
    quote.suggestions = reader.list("suggestions", readSuggestion);
    quote.steps = reader.optionalList("steps", readStep);
    quote.quoteId = reader.textOr("quote_id");
    quote.validUntil = reader.optionalTime("valid_until");
    return quote;
}

template <>
Result<Quote> fromJson<Quote>(const Json &json)
{
    return readWhole<Quote>(json);
}

Json toJson(const QuoteBody &body)
{
    return {
        { "agent", textJson(wireName(body.agent)) },
        { "model_id", textOrNull(body.modelId) },
        { "prompt", textJson(body.prompt) },
        { "inputs", listJson(body.inputs, quoteInputJson) },
        { "options", toJson(body.options) },
        { "thread_id", textOrNull(body.threadId) },
    };
}

template <>
QuoteBody read<QuoteBody>(Reader &reader)
{
    QuoteBody body;
    body.agent = readAgent(reader, "agent");
    body.modelId = reader.optionalText("model_id");
    body.prompt = reader.text("prompt");
    body.inputs = reader.optionalList("inputs", readQuoteInput);
    if (auto options = reader.optionalObject("options"))
        body.options = read<Options>(*options);
    body.threadId = reader.optionalText("thread_id");
    return body;
}

template <>
Result<QuoteBody> fromJson<QuoteBody>(const Json &json)
{
    return readWhole<QuoteBody>(json);
}

} // namespace facet::contract
