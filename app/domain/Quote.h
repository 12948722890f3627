#pragma once

#include "domain/Account.h"
#include "domain/Model.h"
#include "domain/PromptWords.h"

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
    QString to; ///< agent version, model id, seconds, resolution, count, role, credits or plan id
    Credits savesCredits = 0; ///< exactly what applying it takes off `totalCredits`; 0 for top_up
    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

/// An option that was asked for and replaced because the model does not offer it.
struct Adjustment {
    QString option; ///< "duration_s", "resolution", "aspect_ratio", "count", "audio"
    QString asked;
    QString used;
    friend bool operator==(const Adjustment &, const Adjustment &) = default;
};

/// What sending now would take, with reasons (CONTRACT /v1/quotes, PRODUCT rules 1–7).
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
    std::optional<Credits> balanceAfter;
    bool sendable = false;
    std::optional<Blocker> blockedBy;
    QList<Suggestion> suggestions;
    QString quoteId; ///< the service's; empty for one computed here
    std::optional<QDateTime> validUntil; ///< UTC

    friend bool operator==(const Quote &, const Quote &) = default;
};

/// The method that a set of inputs comes to for `model`: start or end frame → start_end, reference → image,
/// audio (lip sync) → audio, video → video, nothing → text.
Method methodFor(const QList<InputRole> &inputs, const Model &model);

/// Credits of `count` items at the given, fully resolved options (PRODUCT rule 1). Empty: no price fits.
std::optional<Credits> generationPrice(const Model &model, const Options &resolved);

/// Fills every option the model has: `asked` where it is offered, the nearest offered value with an
/// Adjustment where it is not, the default where nothing was asked.
Options resolveOptions(const Model &model, const Options &asked, QList<Adjustment> *adjustments = nullptr);

/// Whether the benefits cover `method` on `modelId` at `now`, and why not (PRODUCT rule 2).
CoverReason coverage(const QList<Benefit> &benefits, QStringView modelId, Method method, const QDateTime &now);

Quote makeQuote(const QuoteRequest &request, const QuoteContext &context);

/// "How much can you use in each plan?" (PRODUCT rule 9), in the catalogue's order.
QList<PlanUse> planUses(const Plan &plan, const Catalogue &catalogue);

} // namespace facet
