#include "contract/AgUi.h"
#include "contract/AgUiParts.h"
#include "contract/Reading.h"
#include "contract/Writing.h"

namespace facet::contract {

namespace {

Json messageJson(const AgUiMessage &message)
{
    Json json{ { "id", textJson(message.id) }, { "role", textJson(message.role) } };
    if (message.role == QLatin1String("activity")) {
        json["activityType"] = textJson(message.activityType);
        json["content"] = message.activityContent.is_object() ? message.activityContent : Json::object();
        return json;
    }
    if (message.role == QLatin1String("tool"))
        json["toolCallId"] = textJson(message.toolCallId);
    if (message.role == QLatin1String("user") || message.role == QLatin1String("tool"))
        json["content"] = listJson(message.content, partJson);
    else
        json["content"] = textJson(plainText(message.content));
    return json;
}

AgUiMessage readMessage(Reader &reader)
{
    AgUiMessage message;
    message.id = reader.text("id");
    message.role = reader.text("role");
    message.toolCallId = reader.textOr("toolCallId");
    if (message.role == QLatin1String("activity")) {
        message.activityType = reader.textOr("activityType");
        if (const Json *content = reader.raw("content"))
            message.activityContent = *content;
        return message;
    }
    // An assistant's message may hold tool calls alone.
    if (reader.has("content"))
        message.content = readContent(reader, "content");
    else if (message.role == QLatin1String("user"))
        reader.refuse("content", QStringLiteral("missing"));
    return message;
}

Json propsJson(const RunProps &props)
{
    return {
        { "model_id", textOrNull(props.modelId) },
        { "options", toJson(props.options) },
        { "max_credits", numberOrNull(props.maxCredits) },
        { "quote_id", textOrNull(props.quoteId) },
        { "client_ref", textOrNull(props.clientRef) },
        { "confirm_above", numberOrNull(props.confirmAbove) },
        { "shown_model_id", textOrNull(props.shownModelId) },
    };
}

RunProps readProps(Reader &reader)
{
    RunProps props;
    props.modelId = reader.optionalText("model_id");
    if (auto options = reader.optionalObject("options"))
        props.options = read<Options>(*options);
    props.maxCredits = reader.optionalInteger("max_credits", 0);
    props.quoteId = reader.textOr("quote_id");
    props.clientRef = reader.textOr("client_ref");
    props.confirmAbove = reader.optionalInteger("confirm_above", 0);
    props.shownModelId = reader.optionalText("shown_model_id");
    return props;
}

Json resumeJson(const ResumeEntry &entry)
{
    Json json{ { "interruptId", textJson(entry.interruptId) }, { "status", textJson(entry.status) } };
    if (entry.status == QLatin1String("resolved"))
        json["payload"] = { { "approved", entry.approved } };
    return json;
}

ResumeEntry readResume(Reader &reader)
{
    ResumeEntry entry;
    entry.interruptId = reader.text("interruptId");
    entry.status = reader.text("status");
    if (auto payload = reader.optionalObject("payload"))
        entry.approved = payload->optionalFlag("approved").value_or(false);
    return entry;
}

} // namespace

Json toJson(const RunAgentInput &input)
{
    Json json{
        { "protocolVersion", "1.0" },
        { "threadId", textJson(input.threadId) },
        { "runId", textJson(input.runId) },
        { "state", Json::object() },
        { "messages", listJson(input.messages, messageJson) },
        { "tools", Json::array() },
        { "context", Json::array() },
        { "forwardedProps", { { "facet", propsJson(input.props) } } },
    };
    if (!input.resume.isEmpty())
        json["resume"] = listJson(input.resume, resumeJson);
    return json;
}

template <>
RunAgentInput read<RunAgentInput>(Reader &reader)
{
    RunAgentInput input;
    input.threadId = reader.text("threadId");
    input.runId = reader.text("runId");
    input.messages = reader.list("messages", readMessage);
    // Any AG-UI client may talk to an agent; the price lock and ✨ come only from those that know them.
    if (auto forwarded = reader.optionalObject("forwardedProps")) {
        if (auto facet = forwarded->optionalObject("facet"))
            input.props = readProps(*facet);
    }
    input.resume = reader.optionalList("resume", readResume);
    return input;
}

template <>
Result<RunAgentInput> fromJson<RunAgentInput>(const Json &json)
{
    return readWhole<RunAgentInput>(json);
}

} // namespace facet::contract
