#include "contract/AgUi.h"
#include "contract/AgUiParts.h"
#include "contract/JsonPatch.h"
#include "contract/Writing.h"

#include <iterator>

namespace facet::contract {

namespace {

/// AG-UI's optional fields are absent when there is nothing to say; null is refused by its validators.
void put(Json &json, const char *key, const QString &text)
{
    if (!text.isEmpty())
        json[key] = textJson(text);
}

Json interruptJson(const Interrupt &interrupt)
{
    Json json{ { "id", textJson(interrupt.id) }, { "reason", textJson(interrupt.reason) } };
    put(json, "message", interrupt.message);
    put(json, "toolCallId", interrupt.toolCallId);
    if (interrupt.metadata.is_object())
        json["metadata"] = interrupt.metadata;
    return json;
}

Interrupt readInterrupt(Reader &reader)
{
    Interrupt interrupt;
    interrupt.id = reader.text("id");
    interrupt.reason = reader.text("reason");
    interrupt.message = reader.textOr("message");
    interrupt.toolCallId = reader.textOr("toolCallId");
    if (reader.optionalObject("metadata"))
        interrupt.metadata = *reader.raw("metadata");
    return interrupt;
}

struct Writer {
    Json operator()(const RunStarted &event) const
    {
        return { { "type", "RUN_STARTED" }, { "threadId", textJson(event.threadId) },
            { "runId", textJson(event.runId) }, { "protocolVersion", "1.0" } };
    }
    Json operator()(const TextMessageStart &event) const
    {
        return { { "type", "TEXT_MESSAGE_START" }, { "messageId", textJson(event.messageId) },
            { "role", "assistant" } };
    }
    Json operator()(const TextMessageContent &event) const
    {
        return { { "type", "TEXT_MESSAGE_CONTENT" }, { "messageId", textJson(event.messageId) },
            { "delta", textJson(event.delta) } };
    }
    Json operator()(const TextMessageEnd &event) const
    {
        return { { "type", "TEXT_MESSAGE_END" }, { "messageId", textJson(event.messageId) } };
    }
    Json operator()(const ToolCallStart &event) const
    {
        Json json{ { "type", "TOOL_CALL_START" }, { "toolCallId", textJson(event.toolCallId) },
            { "toolCallName", textJson(event.toolCallName) } };
        put(json, "parentMessageId", event.parentMessageId);
        return json;
    }
    Json operator()(const ToolCallArgs &event) const
    {
        return { { "type", "TOOL_CALL_ARGS" }, { "toolCallId", textJson(event.toolCallId) },
            { "delta", textJson(event.delta) } };
    }
    Json operator()(const ToolCallEnd &event) const
    {
        return { { "type", "TOOL_CALL_END" }, { "toolCallId", textJson(event.toolCallId) } };
    }
    Json operator()(const ToolCallResult &event) const
    {
        return { { "type", "TOOL_CALL_RESULT" }, { "messageId", textJson(event.messageId) },
            { "toolCallId", textJson(event.toolCallId) }, { "role", "tool" },
            { "content",
                event.parts.isEmpty() ? textJson(event.content) : listJson(event.parts, partJson) } };
    }
    Json operator()(const ActivitySnapshot &event) const
    {
        return { { "type", "ACTIVITY_SNAPSHOT" }, { "messageId", textJson(event.messageId) },
            { "activityType", textJson(event.activityType) },
            { "content", event.content.is_object() ? event.content : Json::object() },
            { "replace", event.replace } };
    }
    Json operator()(const ActivityDelta &event) const
    {
        return { { "type", "ACTIVITY_DELTA" }, { "messageId", textJson(event.messageId) },
            { "activityType", textJson(event.activityType) },
            { "patch", event.patch.is_array() ? event.patch : Json::array() } };
    }
    Json operator()(const StateSnapshot &event) const
    {
        return { { "type", "STATE_SNAPSHOT" }, { "snapshot", event.snapshot } };
    }
    Json operator()(const StateDelta &event) const
    {
        return { { "type", "STATE_DELTA" },
            { "delta", event.delta.is_array() ? event.delta : Json::array() } };
    }
    Json operator()(const RunFinished &event) const
    {
        Json json{ { "type", "RUN_FINISHED" }, { "threadId", textJson(event.threadId) },
            { "runId", textJson(event.runId) } };
        if (!event.result.is_null())
            json["result"] = event.result;
        if (!event.interrupts.isEmpty())
            json["outcome"] = { { "type", "interrupt" },
                { "interrupts", listJson(event.interrupts, interruptJson) } };
        else
            json["outcome"] = { { "type", event.cancelled ? "cancelled" : "success" } };
        return json;
    }
    Json operator()(const RunError &event) const
    {
        Json json{ { "type", "RUN_ERROR" }, { "message", textJson(event.message) } };
        put(json, "code", event.code);
        return json;
    }
    Json operator()(const UnknownEvent &event) const { return event.json; }
};

AgUiEvent readRunStarted(Reader &reader)
{
    return RunStarted{ reader.text("threadId"), reader.text("runId") };
}
AgUiEvent readTextMessageStart(Reader &reader)
{
    return TextMessageStart{ reader.text("messageId") };
}
AgUiEvent readTextMessageContent(Reader &reader)
{
    return TextMessageContent{ reader.text("messageId"), reader.text("delta") };
}
AgUiEvent readTextMessageEnd(Reader &reader)
{
    return TextMessageEnd{ reader.text("messageId") };
}
AgUiEvent readToolCallStart(Reader &reader)
{
    return ToolCallStart{ reader.text("toolCallId"), reader.text("toolCallName"),
        reader.textOr("parentMessageId") };
}
AgUiEvent readToolCallArgs(Reader &reader)
{
    return ToolCallArgs{ reader.text("toolCallId"), reader.text("delta") };
}
AgUiEvent readToolCallEnd(Reader &reader)
{
    return ToolCallEnd{ reader.text("toolCallId") };
}

AgUiEvent readToolCallResult(Reader &reader)
{
    ToolCallResult event;
    event.messageId = reader.text("messageId");
    event.toolCallId = reader.text("toolCallId");
    const Json *content = reader.raw("content");
    if (content && content->is_string())
        event.content = QString::fromStdString(content->get_ref<const std::string &>());
    else
        event.parts = readContent(reader, "content");
    return event;
}

AgUiEvent readActivitySnapshot(Reader &reader)
{
    ActivitySnapshot event;
    event.messageId = reader.text("messageId");
    event.activityType = reader.text("activityType");
    reader.object("content");
    if (reader.ok())
        event.content = *reader.raw("content");
    event.replace = reader.optionalFlag("replace").value_or(true);
    return event;
}

Json readPatch(Reader &reader, const char *key)
{
    const Json *patch = reader.raw(key);
    if (patch && patch->is_array())
        return *patch;
    reader.refuse(key, QStringLiteral("expected a list"));
    return Json::array();
}

AgUiEvent readActivityDelta(Reader &reader)
{
    ActivityDelta event;
    event.messageId = reader.text("messageId");
    event.activityType = reader.text("activityType");
    event.patch = readPatch(reader, "patch");
    return event;
}

AgUiEvent readStateSnapshot(Reader &reader)
{
    const Json *snapshot = reader.raw("snapshot");
    return StateSnapshot{ snapshot ? *snapshot : Json(nullptr) };
}

AgUiEvent readStateDelta(Reader &reader)
{
    return StateDelta{ readPatch(reader, "delta") };
}

AgUiEvent readRunFinished(Reader &reader)
{
    RunFinished event;
    event.threadId = reader.text("threadId");
    event.runId = reader.text("runId");
    if (reader.has("result"))
        event.result = *reader.raw("result");
    if (auto outcome = reader.optionalObject("outcome")) {
        const QString type = outcome->text("type");
        event.cancelled = type == QLatin1String("cancelled");
        if (type == QLatin1String("interrupt")) {
            event.interrupts = outcome->list("interrupts", readInterrupt);
            if (event.interrupts.isEmpty())
                outcome->refuse("interrupts", QStringLiteral("expected at least one"));
        }
    }
    return event;
}

AgUiEvent readRunError(Reader &reader)
{
    return RunError{ reader.text("message"), reader.textOr("code") };
}

struct Known {
    QLatin1String type;
    AgUiEvent (*read)(Reader &);
};

constexpr Known knownEvents[] = {
    { QLatin1String("RUN_STARTED"), readRunStarted },
    { QLatin1String("TEXT_MESSAGE_START"), readTextMessageStart },
    { QLatin1String("TEXT_MESSAGE_CONTENT"), readTextMessageContent },
    { QLatin1String("TEXT_MESSAGE_END"), readTextMessageEnd },
    { QLatin1String("TOOL_CALL_START"), readToolCallStart },
    { QLatin1String("TOOL_CALL_ARGS"), readToolCallArgs },
    { QLatin1String("TOOL_CALL_END"), readToolCallEnd },
    { QLatin1String("TOOL_CALL_RESULT"), readToolCallResult },
    { QLatin1String("ACTIVITY_SNAPSHOT"), readActivitySnapshot },
    { QLatin1String("ACTIVITY_DELTA"), readActivityDelta },
    { QLatin1String("STATE_SNAPSHOT"), readStateSnapshot },
    { QLatin1String("STATE_DELTA"), readStateDelta },
    { QLatin1String("RUN_FINISHED"), readRunFinished },
    { QLatin1String("RUN_ERROR"), readRunError },
};
static_assert(std::size(knownEvents) + 1 == std::variant_size_v<AgUiEvent>);

} // namespace

Json toJson(const AgUiEvent &event)
{
    return std::visit(Writer(), event);
}

Result<AgUiEvent> agUiEventFromJson(const Json &json)
{
    Reader reader(json);
    const QString type = reader.text("type");
    if (!reader.ok())
        return tl::unexpected(reader.error());
    for (const Known &known : knownEvents) {
        if (type != known.type)
            continue;
        AgUiEvent event = known.read(reader);
        if (!reader.ok())
            return tl::unexpected(reader.error());
        return event;
    }
    return UnknownEvent{ type, json };
}

ActivitySnapshot generationSnapshot(const Generation &generation)
{
    return { generation.id, generationActivity, toJson(generation), true };
}

ActivityDelta generationDelta(const Generation &before, const Generation &after)
{
    return { after.id, generationActivity, makePatch(toJson(before), toJson(after)) };
}

} // namespace facet::contract
