#pragma once

#include "contract/Codecs.h"

#include <variant>

/// AG-UI 1.0: what a run takes and the events it streams, as far as the contract uses them. Field names on
/// the wire are camelCase. An event type that is not listed is kept as UnknownEvent and skipped.
namespace facet::contract {

/// One part of a user's message: text, or a media file by upload id with its role.
struct ContentPart {
    enum class Type { Text, Image, Audio, Video, Other };
    Type type = Type::Text;
    QString text;
    QString fileId; ///< upload id or asset id (source.value)
    InputRole role = InputRole::Reference; ///< metadata.role
    friend bool operator==(const ContentPart &, const ContentPart &) = default;
};

struct AgUiMessage {
    QString id;
    QString role; ///< "user", "assistant", "tool", "system", "developer", "activity", …
    QList<ContentPart> content;
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
template <> Result<RunAgentInput> fromJson<RunAgentInput>(const Json &);

struct RunStarted { QString threadId; QString runId; };
struct TextMessageStart { QString messageId; };
struct TextMessageContent { QString messageId; QString delta; };
struct TextMessageEnd { QString messageId; };
struct ToolCallStart { QString toolCallId; QString toolCallName; QString parentMessageId; };
struct ToolCallArgs { QString toolCallId; QString delta; };
struct ToolCallEnd { QString toolCallId; };
struct ToolCallResult { QString messageId; QString toolCallId; QString content; };
/// activityType "generation": content is a Generation resource.
struct ActivitySnapshot { QString messageId; QString activityType; Json content; bool replace = true; };
struct ActivityDelta { QString messageId; QString activityType; Json patch; };
struct StateSnapshot { Json snapshot; };
struct StateDelta { Json delta; };
struct Interrupt { QString id; QString reason; QString message; QString toolCallId; Json metadata; };
struct RunFinished { QString threadId; QString runId; QList<Interrupt> interrupts; ///< empty: success
    Json result; };
struct RunError { QString message; QString code; };
struct UnknownEvent { QString type; Json json; };

using AgUiEvent = std::variant<RunStarted, TextMessageStart, TextMessageContent, TextMessageEnd, ToolCallStart,
    ToolCallArgs, ToolCallEnd, ToolCallResult, ActivitySnapshot, ActivityDelta, StateSnapshot, StateDelta,
    RunFinished, RunError, UnknownEvent>;

Json toJson(const AgUiEvent &);
Result<AgUiEvent> agUiEventFromJson(const Json &);

} // namespace facet::contract
