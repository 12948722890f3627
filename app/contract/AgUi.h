#pragma once

#include "contract/Codecs.h"

#include <QLatin1String>

#include <variant>

/// AG-UI 1.0: what a run takes and the events it streams, as far as the contract uses them. Field names on
/// the wire are camelCase. An event type that is not listed is kept as UnknownEvent and skipped.
/// Shapes: npm @ag-ui/core 1.0.0 (its EventSchemas accept everything that is written here).
namespace facet::contract {

/// One part of a user's message: text, or a media file by upload id with its role.
struct ContentPart {
    enum class Type { Text, Image, Audio, Video, Other };
    Type type = Type::Text;
    QString text;
    QString fileId; ///< upload id or asset id (source.value)
    InputRole role = InputRole::Reference; ///< metadata.role; Other is not written, and reads as the usual
                                           ///< role of the type
    QString mimeType = {}; ///< source.mimeType, when known
    friend bool operator==(const ContentPart &, const ContentPart &) = default;
};

struct AgUiMessage {
    QString id;
    QString role; ///< "user", "assistant", "tool", "system", "developer", "activity", …
    QList<ContentPart> content; ///< written as one text for every role but "user" and "tool"
    QString toolCallId = {}; ///< role "tool" only
    QString activityType = {}; ///< role "activity" only
    Json activityContent = {}; ///< role "activity" only: an object
    friend bool operator==(const AgUiMessage &, const AgUiMessage &) = default;
};

/// forwardedProps.facet.
struct RunProps {
    std::optional<QString> modelId; ///< ✨'s choice
    Options options;
    std::optional<Credits> maxCredits; ///< the price lock: the run takes at most this, conversation included
    QString quoteId;
    QString clientRef; ///< also the run's Idempotency-Key
    std::optional<Credits> confirmAbove; ///< ask before spending more than this
    std::optional<QString> shownModelId; ///< what was on screen; ask before using another (Automatic only)
    friend bool operator==(const RunProps &, const RunProps &) = default;
};

/// An answer to an interrupt.
struct ResumeEntry {
    QString interruptId;
    QString status; ///< "resolved" or "cancelled"
    bool approved = false; ///< payload.approved
    friend bool operator==(const ResumeEntry &, const ResumeEntry &) = default;
};

struct RunAgentInput {
    QString threadId;
    QString runId;
    QList<AgUiMessage> messages;
    RunProps props;
    QList<ResumeEntry> resume;
    friend bool operator==(const RunAgentInput &, const RunAgentInput &) = default;
};
Json toJson(const RunAgentInput &);
template <>
Result<RunAgentInput> fromJson<RunAgentInput>(const Json &);

struct RunStarted {
    QString threadId;
    QString runId;
    friend bool operator==(const RunStarted &, const RunStarted &) = default;
};
struct TextMessageStart {
    QString messageId;
    friend bool operator==(const TextMessageStart &, const TextMessageStart &) = default;
};
struct TextMessageContent {
    QString messageId;
    QString delta;
    friend bool operator==(const TextMessageContent &, const TextMessageContent &) = default;
};
struct TextMessageEnd {
    QString messageId;
    friend bool operator==(const TextMessageEnd &, const TextMessageEnd &) = default;
};
struct ToolCallStart {
    QString toolCallId;
    QString toolCallName;
    QString parentMessageId; ///< empty: none
    friend bool operator==(const ToolCallStart &, const ToolCallStart &) = default;
};
struct ToolCallArgs {
    QString toolCallId;
    QString delta;
    friend bool operator==(const ToolCallArgs &, const ToolCallArgs &) = default;
};
struct ToolCallEnd {
    QString toolCallId;
    friend bool operator==(const ToolCallEnd &, const ToolCallEnd &) = default;
};
/// Either a text, or parts: the assets of a generation (CONTRACT "Agent runs"). Parts win when both are set.
struct ToolCallResult {
    QString messageId;
    QString toolCallId;
    QString content;
    QList<ContentPart> parts = {};
    friend bool operator==(const ToolCallResult &, const ToolCallResult &) = default;
};
/// activityType "generation": content is a Generation resource.
struct ActivitySnapshot {
    QString messageId; ///< unlike every text message's id
    QString activityType;
    Json content; ///< an object
    bool replace = true;
    friend bool operator==(const ActivitySnapshot &, const ActivitySnapshot &) = default;
};
struct ActivityDelta {
    QString messageId;
    QString activityType;
    Json patch; ///< JSON Patch
    friend bool operator==(const ActivityDelta &, const ActivityDelta &) = default;
};
struct StateSnapshot {
    Json snapshot; ///< {"balance": Balance}
    friend bool operator==(const StateSnapshot &, const StateSnapshot &) = default;
};
struct StateDelta {
    Json delta; ///< JSON Patch
    friend bool operator==(const StateDelta &, const StateDelta &) = default;
};
struct Interrupt {
    QString id;
    QString reason; ///< "approve_cost"
    QString message;
    QString toolCallId;
    Json metadata; ///< null, or an object: {"quote": Quote}
    friend bool operator==(const Interrupt &, const Interrupt &) = default;
};
struct RunFinished {
    QString threadId;
    QString runId;
    QList<Interrupt> interrupts; ///< empty: success, or cancelled
    Json result; ///< null: none
    bool cancelled = false;
    friend bool operator==(const RunFinished &, const RunFinished &) = default;
};
struct RunError {
    QString message;
    QString code;
    friend bool operator==(const RunError &, const RunError &) = default;
};
struct UnknownEvent {
    QString type;
    Json json;
    friend bool operator==(const UnknownEvent &, const UnknownEvent &) = default;
};

using AgUiEvent = std::variant<RunStarted, TextMessageStart, TextMessageContent, TextMessageEnd,
    ToolCallStart, ToolCallArgs, ToolCallEnd, ToolCallResult, ActivitySnapshot, ActivityDelta, StateSnapshot,
    StateDelta, RunFinished, RunError, UnknownEvent>;

Json toJson(const AgUiEvent &);
Result<AgUiEvent> agUiEventFromJson(const Json &);

/// activityType of generations.
inline constexpr QLatin1String generationActivity("generation");
/// reason of the interrupt that asks before spending.
inline constexpr QLatin1String approveCost("approve_cost");

/// A generation as a run shows it, with the generation's id as messageId. `GET /v1/generations/{id}/events`
/// streams the same two things without the AG-UI around them: the resource (event "generation"), then JSON
/// Patches of it (event "patch"), and closes after the final state.
ActivitySnapshot generationSnapshot(const Generation &);
ActivityDelta generationDelta(const Generation &before, const Generation &after);

} // namespace facet::contract
