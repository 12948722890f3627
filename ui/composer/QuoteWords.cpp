#include "ui/composer/QuoteWords.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/composer/DifferenceWords.h"
#include "ui/composer/InputWords.h"
#include "ui/composer/OptionWords.h"

#include <algorithm>

namespace facet::ui {

namespace {

const Suggestion *findKind(const QList<Suggestion> &suggestions, SuggestionKind kind)
{
    const auto found = std::find_if(
        suggestions.begin(), suggestions.end(), [kind](const Suggestion &s) { return s.kind == kind; });
    return found == suggestions.end() ? nullptr : &*found;
}

bool costsMoney(const Suggestion &s)
{
    return s.kind == SuggestionKind::TopUp || s.kind == SuggestionKind::ChangePlan;
}

/// Following it makes the generation itself free.
bool changesCover(const Suggestion &s, const Quote &quote)
{
    const bool another = s.kind == SuggestionKind::AttachImage || s.kind == SuggestionKind::AddFrame
        || s.kind == SuggestionKind::UseModel || s.kind == SuggestionKind::ChangePlan;
    return another && quote.generationCredits && s.savesCredits > 0
        && s.savesCredits >= *quote.generationCredits;
}

} // namespace

void BandContent::addNote(const QString &note)
{
    if (tone != Tone::None) {
        notes.append(note);
        return;
    }
    tone = Tone::Plain;
    text = note;
}

QString QuoteWords::modelName(const World &world, const QString &id)
{
    return GenerationWords::modelName(world.catalogue, id);
}

QString QuoteWords::planName(const World &world, const QString &id)
{
    for (const Plan &plan : world.plans)
        if (plan.id == id)
            return plan.name;
    return id;
}

BandContent QuoteWords::band(const Quote &quote, AgentVersion agent, bool written, const World &world)
{
    BandContent content;
    if (quote.blockedBy && (written || quote.blockedBy == Blocker::ConversationCredits))
        content = blocked(quote, agent, world);
    else if (!written)
        return {};
    else if (!quote.steps.isEmpty())
        content = plan(quote);
    else if (quote.covered)
        content = covered(quote, agent, world);
    else if (!quote.modelId.isEmpty())
        content = notCovered(quote, world);
    content.notes = notes(quote, agent, world);
    if (content.tone == BandContent::Tone::None && !content.notes.isEmpty()) {
        content.tone = BandContent::Tone::Plain;
        content.text = content.notes.takeFirst();
    }
    if (quote.modelInWords && content.actions.size() < 2) {
        const Suggestion use{ SuggestionKind::UseModel, *quote.modelInWords, 0 };
        content.actions.append({ action(use, world, false), use, false });
    }
    if (content.tone != BandContent::Tone::None)
        takeTheRest(content, quote, world);
    return content;
}

BandContent QuoteWords::blocked(const Quote &quote, AgentVersion agent, const World &world)
{
    using Tone = BandContent::Tone;
    const QString model = modelName(world, quote.modelId);
    const Credits balance = world.account.balance.credits;
    BandContent c;
    c.tone = Tone::Warning;
    c.icon = Icon::Alert;
    switch (*quote.blockedBy) {
    case Blocker::ConversationCredits:
        c.lead = tr("Not enough credits for %1").arg(GenerationWords::agent(agent));
        c.text = tr("%1 left, its conversation needs %2.")
                     .arg(CreditWords::number(balance), CreditWords::number(quote.conversationCredits));
        if (quote.covered)
            c.text = tr("%1 left, its conversation needs %2. The video itself is unlimited.")
                         .arg(CreditWords::number(balance), CreditWords::number(quote.conversationCredits));
        break;
    case Blocker::GenerationCredits:
        c.lead = tr("Not enough credits");
        c.text = quote.totalCredits
            ? tr("%1 left, this needs %2.")
                  .arg(CreditWords::number(balance), CreditWords::number(*quote.totalCredits))
            : tr("%1 left.").arg(CreditWords::number(balance));
        break;
    case Blocker::ModelUnavailable: {
        c.lead = tr("%1 cannot be used now").arg(model);
        const Model *found = world.catalogue.find(quote.modelId);
        if (found && found->status == ModelStatus::RetiredUpstream)
            c.text = tr("Its vendor has closed it.");
        else if (found && found->status == ModelStatus::NeedsConnection)
            c.text = tr("It needs a connected provider.");
        else
            c.text = tr("Choose another model.");
        break;
    }
    case Blocker::MissingInput:
        c.lead = tr("%1 needs a file to work on").arg(model);
        c.text = inputText(quote, world, tr("Add an image."));
        c.icon = Icon::ImagePlus;
        break;
    case Blocker::UnsupportedInput:
        c.lead = tr("%1 does not take what is attached").arg(model);
        c.text = inputText(quote, world, tr("Remove it, or choose another model."));
        break;
    case Blocker::UnsupportedTask:
        c.lead = tr("Single elements inside a finished video cannot be changed yet");
        c.text = tr("Edit its last frame and continue from it, or generate it again.");
        break;
    case Blocker::UnsupportedOption:
        c.lead = tr("%1 does not offer these options").arg(model);
        c.text = tr("Choose others in Options.");
        break;
    case Blocker::Other:
        c.lead = tr("This cannot be sent now");
        c.text = tr("Change the model or the options.");
        break;
    }
    takeBlockedActions(c, quote, world);
    return c;
}

QString QuoteWords::inputText(const Quote &quote, const World &world, const QString &otherwise)
{
    const Model *model = world.catalogue.find(quote.modelId);
    const auto problem = model ? inputProblem(world.inputs, *model) : std::nullopt;
    const bool same = problem && isMissing(*problem) == (quote.blockedBy == Blocker::MissingInput);
    return same ? InputWords::remedy(*problem, *model) : otherwise;
}

/// What costs nothing first; a top-up is always within reach when credits are the trouble (PRODUCT rule 6).
void QuoteWords::takeBlockedActions(BandContent &band, const Quote &quote, const World &world)
{
    const bool wantsTopUp = blockedForCredits(quote);
    const qsizetype room = wantsTopUp ? 1 : 2;
    QList<Suggestion> ways = quote.suggestions;
    // "Switch to Agent 1.0" is the rule's own way out for a covered video, whatever else would do.
    if (quote.covered && quote.blockedBy == Blocker::ConversationCredits)
        std::stable_partition(ways.begin(), ways.end(),
            [](const Suggestion &s) { return s.kind == SuggestionKind::SwitchAgent; });
    for (const Suggestion &s : std::as_const(ways)) {
        if (band.actions.size() == room)
            break;
        if (!costsMoney(s) && s.kind != SuggestionKind::Other)
            band.actions.append({ action(s, world, false), s, band.actions.isEmpty() });
    }
    if (!wantsTopUp)
        return;
    const Suggestion *offered = findKind(quote.suggestions, SuggestionKind::TopUp);
    const Suggestion topUp = offered ? *offered : Suggestion{ SuggestionKind::TopUp, {}, 0 };
    band.actions.append({ action(topUp, world, false), topUp, band.actions.isEmpty() });
}

/// The one thing that would change it (PRODUCT rule 6); where nothing would, the two that save most.
void QuoteWords::takeCoverActions(BandContent &band, const Quote &quote, const World &world)
{
    const auto one = std::find_if(quote.suggestions.begin(), quote.suggestions.end(),
        [&quote](const Suggestion &s) { return changesCover(s, quote); });
    if (one != quote.suggestions.end()) {
        band.actions.append({ action(*one, world, true), *one, false });
        return;
    }
    for (const Suggestion &s : quote.suggestions) {
        if (band.actions.size() < 2 && s.savesCredits > 0)
            band.actions.append({ action(s, world, true), s, false });
    }
}

void QuoteWords::takeTheRest(BandContent &band, const Quote &quote, const World &world)
{
    for (const Suggestion &s : quote.suggestions) {
        const bool isButton =
            std::any_of(band.actions.begin(), band.actions.end(), [&s](const BandContent::Action &a) {
                return a.suggestion.kind == s.kind && a.suggestion.to == s.to;
            });
        if (!isButton && s.kind != SuggestionKind::Other)
            band.more.append({ action(s, world, true), s, false });
    }
}

BandContent QuoteWords::covered(const Quote &quote, AgentVersion agent, const World &world)
{
    BandContent c;
    c.tone = BandContent::Tone::Good;
    c.icon = Icon::Infinity_;
    c.lead = tr("Covered by your unlimited benefit");
    const QString model = modelName(world, quote.modelId);
    const QString way = quote.method == Method::StartEnd ? tr("start and end frames on %1.").arg(model)
        : quote.method == Method::Image                  ? tr("an image on %1.").arg(model)
                                                         : tr("%1.").arg(model);
    if (quote.conversationCredits > 0)
        c.text = tr("%1 Only the %2 conversation is charged.").arg(way, GenerationWords::agent(agent));
    else
        c.text = way;
    return c;
}

BandContent QuoteWords::plan(const Quote &quote)
{
    BandContent c;
    c.tone = BandContent::Tone::Plain;
    c.text = tr("%n step(s); the agent asks before it starts", nullptr, static_cast<int>(quote.steps.size()));
    return c;
}

BandContent QuoteWords::notCovered(const Quote &quote, const World &world)
{
    BandContent c;
    if (quote.generationCredits.value_or(0) == 0)
        return c; // nothing is taken for it: there is nothing that cover could save
    c.icon = Icon::Info;
    const QString model = modelName(world, quote.modelId);
    const Suggestion *plan = findKind(quote.suggestions, SuggestionKind::ChangePlan);
    switch (quote.reason) {
    case CoverReason::ModelNotCovered:
        c.text = tr("Your unlimited benefit does not include %1.").arg(model);
        break;
    case CoverReason::MethodNotCovered:
        c.text = quote.method == Method::Text
            ? tr("Your unlimited benefit needs an image, or a start and an end frame.")
            : tr("Your unlimited benefit does not include this way of using %1.").arg(model);
        break;
    case CoverReason::BenefitEnded:
        c.text = tr("Your unlimited benefit for %1 has ended.").arg(model);
        break;
    case CoverReason::PlanHasNoBenefit:
        c.text = plan ? tr("%1 has no unlimited benefit; %2 would cover this.")
                            .arg(world.account.plan.name, planName(world, plan->to))
                      : tr("%1 has no unlimited benefit.").arg(world.account.plan.name);
        break;
    case CoverReason::Covered:
    case CoverReason::Other:
        return {};
    }
    c.tone = BandContent::Tone::Plain;
    c.lead = tr("Not covered");
    takeCoverActions(c, quote, world);
    return c;
}

QStringList QuoteWords::notes(const Quote &quote, AgentVersion agent, const World &world)
{
    QStringList lines;
    if (world.difference)
        lines.append(DifferenceWords::sentence(*world.difference, quote, agent, world.catalogue));
    if (quote.modelInWords)
        lines.append(tr("Your message names %1, but ✨ is set to %2: ✨ wins.")
                         .arg(modelName(world, *quote.modelInWords), modelName(world, quote.modelId)));
    for (const Adjustment &a : quote.adjustments)
        lines.append(
            tr("%1: %2 is not offered by %3, so it will be %4.")
                .arg(OptionWords::optionName(a.option), a.asked, modelName(world, quote.modelId), a.used));
    return lines;
}

CostContent QuoteWords::cost(const Quote &quote, AgentVersion agent, bool confirmed, const World &world)
{
    CostContent c;
    if (confirmed && world.difference) {
        c.mark = DifferenceWords::mark(*world.difference);
        c.markIsBad = DifferenceWords::isDearer(*world.difference);
        c.reason = DifferenceWords::sentence(*world.difference, quote, agent, world.catalogue);
    }
    if (!quote.totalCredits) {
        c.text = QStringLiteral("—");
        return c;
    }
    const QString total = GenerationWords::credits(*quote.totalCredits);
    c.text = confirmed ? total : tr("≈ %1", "about that many credits").arg(total);
    if (blockedForCredits(quote)) {
        c.warning = true;
        c.text = tr("%1, %2 left").arg(c.text, CreditWords::number(world.account.balance.credits));
    } else if (quote.covered && quote.steps.isEmpty()) {
        const Model *model = world.catalogue.find(quote.modelId);
        c.chip = model && model->kind == ModelKind::Image ? tr("image free") : tr("video free");
    }
    return c;
}

QString QuoteWords::action(const Suggestion &s, const World &world, bool withSaving)
{
    QString text;
    switch (s.kind) {
    case SuggestionKind::SwitchAgent:
        text = tr("Switch to %1").arg(GenerationWords::agent(agentFromWire(s.to).value_or(AgentVersion::V1)));
        break;
    case SuggestionKind::AttachImage:
        text = tr("Add an image");
        break;
    case SuggestionKind::AddFrame:
        text = tr("Add a start frame");
        break;
    case SuggestionKind::UseModel:
        text = tr("Use %1").arg(modelName(world, s.to));
        break;
    case SuggestionKind::Shorten:
        text = tr("Make it %1").arg(GenerationWords::seconds(s.to.toInt()));
        break;
    case SuggestionKind::LowerResolution:
        text = tr("Make it %1").arg(s.to);
        break;
    case SuggestionKind::LowerCount:
        text = tr("Make %n take(s)", nullptr, s.to.toInt());
        break;
    case SuggestionKind::TopUp:
        text = tr("Top up");
        break;
    case SuggestionKind::ChangePlan:
        text = tr("Compare plans");
        break;
    case SuggestionKind::Other:
        break;
    }
    if (withSaving && s.savesCredits > 0)
        text = tr("%1 · saves %2", "what to do, and the credits it saves")
                   .arg(text, CreditWords::number(s.savesCredits));
    return text;
}

} // namespace facet::ui
