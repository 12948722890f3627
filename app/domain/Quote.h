#pragma once

#include "domain/Account.h"
#include "domain/Model.h"
#include "domain/PromptReader.h"

namespace facet {

/// What sending now would be.
struct QuoteRequest {
    AgentVersion agent = AgentVersion::V1;
    std::optional<QString> modelId; ///< ✨'s choice; empty: Automatic
    QString prompt;
    QList<InputRole> inputs;
    Options options; ///< ✨ and the options menu; empty members: words, then defaults
    bool hasVideoToEdit = false; ///< the conversation holds a finished video
};

/// What the rules need to know about the world. No clock: `now` is given.
struct QuoteContext {
    const Catalogue &catalogue;
    const QList<AgentInfo> &agents;
    const Account &account;
    const QList<Plan> &plans;
    QDateTime now; ///< UTC
};

struct Suggestion {
    SuggestionKind kind = SuggestionKind::Other;
    /// switch_agent: version; attach_image, add_frame: role; use_model: model id; shorten: seconds;
    /// lower_resolution: resolution; lower_count: count; top_up: credits that are missing; change_plan: plan
    /// id.
    QString to;
    /// Exactly what applying it takes off `totalCredits`; 0 for top_up, and when a total is not known.
    /// Negative when it makes sending possible at a higher price.
    Credits savesCredits = 0;
    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

/// An option that was asked for and replaced because the model does not offer it. `used` is empty when the
/// model does not have the option at all.
struct Adjustment {
    QString option; ///< "duration_s", "resolution", "aspect_ratio", "count", "audio"
    QString asked;
    QString used;
    friend bool operator==(const Adjustment &, const Adjustment &) = default;
};

/// One generation of a plan: the same facts as a quote's own.
struct QuoteStep {
    QString prompt; ///< what its model is told
    QString modelId;
    ModelChoice modelChosenBy = ModelChoice::AgentDefault;
    Method method = Method::Text;
    Options options; ///< resolved
    QList<Adjustment> adjustments;
    std::optional<Credits> generationCredits; ///< empty: the price is not known ("—")
    bool covered = false;
    CoverReason reason = CoverReason::Other;
    Credits listCredits = 0; ///< without the benefit
    std::optional<int> takesFrom; ///< index of the step whose first result it works on, which comes before it
    InputRole takesAs = InputRole::Reference; ///< what that result is for

    friend bool operator==(const QuoteStep &, const QuoteStep &) = default;
};

/// What sending now would take, with reasons (CONTRACT /v1/quotes, PRODUCT rules 1–7).
///
/// Only talk (a greeting, a question about credits) has no model, generationCredits 0 and reason Other.
/// So has a wish to edit single elements inside a finished video (rule 3); it says blockedBy
/// UnsupportedTask but stays sendable: the agent answers with what works, and nothing is generated.
///
/// blockedBy names the first of: UnsupportedTask, ModelUnavailable (also: no price known and not covered,
/// since nobody could be shown what it takes), UnsupportedInput, MissingInput, UnsupportedOption, then
/// the credits: GenerationCredits when the generation alone is more than the balance, else
/// ConversationCredits when it is the agent's turn that makes the total too much (rules 5 and 6).
///
/// A message that asks for several generations has `steps`: then the credits are the sums over them, covered
/// means that all of them are, and the agent asks before it starts. Model, method and options are those of
/// the step that the options are for: the first video, else the first step; or of the step that blocks.
struct Quote {
    QString modelId; ///< empty when nothing would be generated (only talk), or no model is known
    ModelChoice modelChosenBy = ModelChoice::AgentDefault;
    std::optional<QString> modelInWords; ///< named by the words but overruled by ✨: the window says so
    Method method = Method::Text;
    Options options; ///< resolved: every option the model has, with the value that would be used
    QList<Adjustment> adjustments;
    std::optional<Credits> generationCredits; ///< empty: the price is not known ("—")
    Credits conversationCredits = 0;
    std::optional<Credits> totalCredits;
    bool covered = false;
    CoverReason reason = CoverReason::Other;
    Credits listCredits = 0; ///< what the generation would take without the benefit; 0 if not known
    std::optional<Credits> balanceAfter; ///< empty when the total is not known, or more than the balance
    bool sendable = false;
    std::optional<Blocker> blockedBy;
    QList<Suggestion> suggestions;
    QList<QuoteStep> steps; ///< two or more, in their order; empty for a single generation
    QString quoteId; ///< the service's; empty for one computed here
    std::optional<QDateTime> validUntil; ///< UTC

    friend bool operator==(const Quote &, const Quote &) = default;
};

/// The method that a set of inputs comes to for `model`: audio (lip sync) → audio, video → video, start or
/// end frame → start_end, reference → image, nothing → text; the first of these that applies.
Method methodFor(const QList<InputRole> &inputs, const Model &model);

/// Credits of `count` items at the given, fully resolved options (PRODUCT rule 1). Empty: no price fits.
std::optional<Credits> generationPrice(const Model &model, const Options &resolved);

/// Fills every option the model has: `asked` where it is offered, the nearest offered value with an
/// Adjustment where it is not, the default where nothing was asked. Nearest means: the next longer length,
/// else the longest; the nearest resolution and aspect ratio; the next lower count. Seed, fit and
/// background stay as asked.
Options resolveOptions(const Model &model, const Options &asked, QList<Adjustment> *adjustments = nullptr);

/// Whether the benefits cover `method` on `modelId` at `now`, and why not (PRODUCT rule 2).
CoverReason coverage(
    const QList<Benefit> &benefits, QStringView modelId, Method method, const QDateTime &now);

Quote makeQuote(const QuoteRequest &request, const QuoteContext &context);
/// The same for a message that is being written: `reader` keeps what was read at the last keystroke.
Quote makeQuote(const QuoteRequest &request, const QuoteContext &context, PromptReader &reader);

/// Blocked, and more credits would change it: an estimate made here may be too high, so that only the
/// service's own answer stops a message for this.
bool blockedForCredits(const Quote &quote);

/// Why these inputs cannot go to `model`: UnsupportedInput, MissingInput, or nothing (InputFit.h says which).
std::optional<Blocker> inputBlocker(const QList<InputRole> &inputs, const Model &model);

/// The request with the suggestion followed. top_up and change_plan change the account, not the request.
/// A quote of the result takes exactly `savesCredits` less.
QuoteRequest applied(const QuoteRequest &request, const Suggestion &suggestion);
/// The account with the suggestion followed: more credits after top_up, the other plan's rights after
/// change_plan (its credits are not counted in: when they are granted is the service's business).
Account applied(const Account &account, const Suggestion &suggestion, const QList<Plan> &plans);

/// "How much can you use in each plan?" (PRODUCT rule 9), in the catalogue's order.
QList<PlanUse> planUses(const Plan &plan, const Catalogue &catalogue);

} // namespace facet
