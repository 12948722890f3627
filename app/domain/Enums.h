#pragma once

#include <QString>
#include <QStringView>

#include <optional>

/// The closed sets of words that the contract uses, and their wire names. A value this version does not
/// know becomes `Other` (CONTRACT "General": unknown enum values are shown as "other", never a crash).
namespace facet {

enum class AgentVersion { V1, V2 };

/// How a generation starts (PRODUCT "Words").
enum class Method { Text, Image, StartEnd, Audio, Video, Other };

enum class ModelKind { Video, Image, Audio, Tool, Other };

enum class ModelStatus { Ready, Draft, NeedsConnection, RetiredUpstream, Other };

/// What an attached file is for.
enum class InputRole { Reference, StartFrame, EndFrame, Audio, Video, Other };

enum class PriceUnit { Second, Item, Minute, Run, Other };

enum class GenerationStatus { Queued, Running, Succeeded, Failed, Cancelled, Other };

enum class LedgerKind { Grant, Hold, Capture, Release, Refund, Conversation, TopUp, Expiry, Other };

/// Who decided which model a message goes to (PRODUCT rule 5: picker, then words, then the agent).
enum class ModelChoice { Picker, Prompt, AgentDefault, Other };

/// Why the unlimited benefit applies, or does not (PRODUCT rules 2 and 3).
enum class CoverReason { Covered, PlanHasNoBenefit, ModelNotCovered, MethodNotCovered, BenefitEnded, Other };

/// Why sending would be refused.
enum class Blocker {
    ConversationCredits, ///< Agent 2.0's own turn cannot be paid (PRODUCT rule 5), the generation could
    GenerationCredits, ///< the generation cannot be paid
    ModelUnavailable, ///< retired, or needs a connection that is not there
    MissingInput, ///< the model needs an image, audio or video that is not attached
    UnsupportedInput, ///< an attached input that the model does not take
    UnsupportedTask, ///< editing single elements inside a finished video (PRODUCT rule 3)
    UnsupportedOption, ///< an option of ✨ that the model does not offer
    Other,
};

/// One change that makes sending cheaper or possible (CONTRACT quotes.suggestions).
enum class SuggestionKind {
    SwitchAgent,
    AttachImage,
    AddFrame,
    UseModel,
    Shorten,
    LowerResolution,
    LowerCount,
    TopUp,
    ChangePlan,
    Other
};

QString wireName(AgentVersion);
QString wireName(Method);
QString wireName(ModelKind);
QString wireName(ModelStatus);
QString wireName(InputRole);
QString wireName(PriceUnit);
QString wireName(GenerationStatus);
QString wireName(LedgerKind);
QString wireName(ModelChoice);
QString wireName(CoverReason);
QString wireName(Blocker);
QString wireName(SuggestionKind);

/// Only "1.0" and "2.0" are agents; there is no "other" to talk to.
std::optional<AgentVersion> agentFromWire(QStringView);
Method methodFromWire(QStringView);
ModelKind modelKindFromWire(QStringView);
ModelStatus modelStatusFromWire(QStringView);
InputRole inputRoleFromWire(QStringView);
PriceUnit priceUnitFromWire(QStringView);
GenerationStatus generationStatusFromWire(QStringView);
LedgerKind ledgerKindFromWire(QStringView);
ModelChoice modelChoiceFromWire(QStringView);
CoverReason coverReasonFromWire(QStringView);
Blocker blockerFromWire(QStringView);
SuggestionKind suggestionKindFromWire(QStringView);

} // namespace facet
