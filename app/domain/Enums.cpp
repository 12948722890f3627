#include "domain/Enums.h"

namespace facet {

namespace {

// One switch for each enum, so that the compiler names the place when a value is added; reading a word
// goes through the same switch, so the two directions cannot drift apart.

constexpr QLatin1String word(AgentVersion value)
{
    switch (value) {
    case AgentVersion::V1:
        return QLatin1String("1.0");
    case AgentVersion::V2:
        return QLatin1String("2.0");
    }
    return {};
}

constexpr QLatin1String word(Method value)
{
    switch (value) {
    case Method::Text:
        return QLatin1String("text");
    case Method::Image:
        return QLatin1String("image");
    case Method::StartEnd:
        return QLatin1String("start_end");
    case Method::Audio:
        return QLatin1String("audio");
    case Method::Video:
        return QLatin1String("video");
    case Method::Other:
        return QLatin1String("other");
    }
    return {};
}

constexpr QLatin1String word(ModelKind value)
{
    switch (value) {
    case ModelKind::Video:
        return QLatin1String("video");
    case ModelKind::Image:
        return QLatin1String("image");
    case ModelKind::Audio:
        return QLatin1String("audio");
    case ModelKind::Tool:
        return QLatin1String("tool");
    case ModelKind::Other:
        return QLatin1String("other");
    }
    return {};
}

constexpr QLatin1String word(ModelStatus value)
{
    switch (value) {
    case ModelStatus::Ready:
        return QLatin1String("ready");
    case ModelStatus::Draft:
        return QLatin1String("draft");
    case ModelStatus::NeedsConnection:
        return QLatin1String("needs_connection");
    case ModelStatus::RetiredUpstream:
        return QLatin1String("retired_upstream");
    case ModelStatus::Other:
        return QLatin1String("other");
    }
    return {};
}

constexpr QLatin1String word(InputRole value)
{
    switch (value) {
    case InputRole::Reference:
        return QLatin1String("reference");
    case InputRole::StartFrame:
        return QLatin1String("start_frame");
    case InputRole::EndFrame:
        return QLatin1String("end_frame");
    case InputRole::Audio:
        return QLatin1String("audio");
    case InputRole::Video:
        return QLatin1String("video");
    case InputRole::Other:
        return QLatin1String("other");
    }
    return {};
}

constexpr QLatin1String word(PriceUnit value)
{
    switch (value) {
    case PriceUnit::Second:
        return QLatin1String("second");
    case PriceUnit::Item:
        return QLatin1String("item");
    case PriceUnit::Minute:
        return QLatin1String("minute");
    case PriceUnit::Run:
        return QLatin1String("run");
    case PriceUnit::Other:
        return QLatin1String("other");
    }
    return {};
}

constexpr QLatin1String word(GenerationStatus value)
{
    switch (value) {
    case GenerationStatus::Queued:
        return QLatin1String("queued");
    case GenerationStatus::Running:
        return QLatin1String("running");
    case GenerationStatus::Succeeded:
        return QLatin1String("succeeded");
    case GenerationStatus::Failed:
        return QLatin1String("failed");
    case GenerationStatus::Cancelled:
        return QLatin1String("cancelled");
    case GenerationStatus::Other:
        return QLatin1String("other");
    }
    return {};
}

constexpr QLatin1String word(LedgerKind value)
{
    switch (value) {
    case LedgerKind::Grant:
        return QLatin1String("grant");
    case LedgerKind::Hold:
        return QLatin1String("hold");
    case LedgerKind::Capture:
        return QLatin1String("capture");
    case LedgerKind::Release:
        return QLatin1String("release");
    case LedgerKind::Refund:
        return QLatin1String("refund");
    case LedgerKind::Conversation:
        return QLatin1String("conversation");
    case LedgerKind::TopUp:
        return QLatin1String("top_up");
    case LedgerKind::Expiry:
        return QLatin1String("expiry");
    case LedgerKind::Other:
        return QLatin1String("other");
    }
    return {};
}

constexpr QLatin1String word(ModelChoice value)
{
    switch (value) {
    case ModelChoice::Picker:
        return QLatin1String("picker");
    case ModelChoice::Prompt:
        return QLatin1String("prompt");
    case ModelChoice::AgentDefault:
        return QLatin1String("agent_default");
    case ModelChoice::Other:
        return QLatin1String("other");
    }
    return {};
}

constexpr QLatin1String word(CoverReason value)
{
    switch (value) {
    case CoverReason::Covered:
        return QLatin1String("covered");
    case CoverReason::PlanHasNoBenefit:
        return QLatin1String("plan_has_no_benefit");
    case CoverReason::ModelNotCovered:
        return QLatin1String("model_not_covered");
    case CoverReason::MethodNotCovered:
        return QLatin1String("method_not_covered");
    case CoverReason::BenefitEnded:
        return QLatin1String("benefit_ended");
    case CoverReason::Other:
        return QLatin1String("other");
    }
    return {};
}

constexpr QLatin1String word(Blocker value)
{
    switch (value) {
    case Blocker::ConversationCredits:
        return QLatin1String("conversation_credits");
    case Blocker::GenerationCredits:
        return QLatin1String("generation_credits");
    case Blocker::ModelUnavailable:
        return QLatin1String("model_unavailable");
    case Blocker::MissingInput:
        return QLatin1String("missing_input");
    case Blocker::UnsupportedInput:
        return QLatin1String("unsupported_input");
    case Blocker::UnsupportedTask:
        return QLatin1String("unsupported_task");
    case Blocker::UnsupportedOption:
        return QLatin1String("unsupported_option");
    case Blocker::Other:
        return QLatin1String("other");
    }
    return {};
}

constexpr QLatin1String word(SuggestionKind value)
{
    switch (value) {
    case SuggestionKind::SwitchAgent:
        return QLatin1String("switch_agent");
    case SuggestionKind::AttachImage:
        return QLatin1String("attach_image");
    case SuggestionKind::AddFrame:
        return QLatin1String("add_frame");
    case SuggestionKind::UseModel:
        return QLatin1String("use_model");
    case SuggestionKind::Shorten:
        return QLatin1String("shorten");
    case SuggestionKind::LowerResolution:
        return QLatin1String("lower_resolution");
    case SuggestionKind::LowerCount:
        return QLatin1String("lower_count");
    case SuggestionKind::TopUp:
        return QLatin1String("top_up");
    case SuggestionKind::ChangePlan:
        return QLatin1String("change_plan");
    case SuggestionKind::Other:
        return QLatin1String("other");
    }
    return {};
}

/// The value before `end` whose word is `text`; `end` when there is none.
template <typename Enum>
Enum fromWord(QStringView text, Enum end)
{
    for (int i = 0; i < static_cast<int>(end); ++i) {
        if (word(static_cast<Enum>(i)) == text)
            return static_cast<Enum>(i);
    }
    return end;
}

} // namespace

QString wireName(AgentVersion value)
{
    return word(value);
}
QString wireName(Method value)
{
    return word(value);
}
QString wireName(ModelKind value)
{
    return word(value);
}
QString wireName(ModelStatus value)
{
    return word(value);
}
QString wireName(InputRole value)
{
    return word(value);
}
QString wireName(PriceUnit value)
{
    return word(value);
}
QString wireName(GenerationStatus value)
{
    return word(value);
}
QString wireName(LedgerKind value)
{
    return word(value);
}
QString wireName(ModelChoice value)
{
    return word(value);
}
QString wireName(CoverReason value)
{
    return word(value);
}
QString wireName(Blocker value)
{
    return word(value);
}
QString wireName(SuggestionKind value)
{
    return word(value);
}

std::optional<AgentVersion> agentFromWire(QStringView text)
{
    for (const AgentVersion version : { AgentVersion::V1, AgentVersion::V2 }) {
        if (word(version) == text)
            return version;
    }
    return std::nullopt;
}

Method methodFromWire(QStringView text)
{
    return fromWord(text, Method::Other);
}
ModelKind modelKindFromWire(QStringView text)
{
    return fromWord(text, ModelKind::Other);
}
ModelStatus modelStatusFromWire(QStringView text)
{
    return fromWord(text, ModelStatus::Other);
}
InputRole inputRoleFromWire(QStringView text)
{
    return fromWord(text, InputRole::Other);
}
PriceUnit priceUnitFromWire(QStringView text)
{
    return fromWord(text, PriceUnit::Other);
}
GenerationStatus generationStatusFromWire(QStringView text)
{
    return fromWord(text, GenerationStatus::Other);
}
LedgerKind ledgerKindFromWire(QStringView text)
{
    return fromWord(text, LedgerKind::Other);
}
ModelChoice modelChoiceFromWire(QStringView text)
{
    return fromWord(text, ModelChoice::Other);
}
CoverReason coverReasonFromWire(QStringView text)
{
    return fromWord(text, CoverReason::Other);
}
Blocker blockerFromWire(QStringView text)
{
    return fromWord(text, Blocker::Other);
}
SuggestionKind suggestionKindFromWire(QStringView text)
{
    return fromWord(text, SuggestionKind::Other);
}

} // namespace facet
