#pragma once

#include "contract/AgUi.h"
#include "service/agents/AgentVoice.h"
#include "service/agents/RunTable.h"
#include "service/api/Problems.h"
#include "service/api/ServiceData.h"

#include <variant>

namespace facet::service {

class Accounts;
class QuoteService;

/// One message to an agent, read out of a RunAgentInput.
struct Turn {
    AgentVersion agent = AgentVersion::V1;
    QString threadId;
    QString prompt;
    QList<InputRef> inputs;
    contract::RunProps props;
    bool hasVideoToEdit = false; ///< the conversation holds a finished video
    AgentVoice voice{ false };
};

/// Nothing is made: the agent only answers.
struct TalkPlan {
    QString text;
};

/// One generation is made.
struct WorkPlan {
    contract::GenerationBody body; ///< every option resolved; its maxCredits is the rest of the price lock
    QString tool; ///< "generate_video", …
    QString text; ///< said before the work
};

/// The agent asks first (CONTRACT "Agent runs", reason approve_cost).
struct AskPlan {
    QList<AskedStep> steps; ///< what an approval starts
    QString text; ///< said before that work
    QString question;
    Quote quote; ///< of the work alone: the turn's conversation is taken before it is answered
};

struct TurnPlan {
    Credits conversationCredits = 0; ///< taken with this turn, whatever it comes to
    std::variant<TalkPlan, WorkPlan, AskPlan> step;
};

/// Decides what a turn comes to by the rules of app/domain. Changes nothing.
///
/// Asks before the work when its total is above `confirm_above`; when no price was shown at all (a client
/// without `max_credits` and `confirm_above`) and it is not free; when the model is another one than was
/// shown, or the one that was asked for cannot be used and another would do; and before several generations
/// at once, whatever they take. A price of one generation above `max_credits` is refused with price_changed
/// instead.
class TurnPlanner {
public:
    TurnPlanner(const ServiceData &data, const QuoteService &quotes, const Accounts &accounts,
        std::function<bool(const Model &)> makesDrafts);

    /// Problems: price_changed, insufficient_credits, unsupported_input, unsupported_option,
    /// engine_unavailable; their `detail` is set where the agent knows more than the code says.
    Outcome<TurnPlan> plan(const Turn &turn) const;

    /// CONTRACT's name of the tool that makes this.
    static QString toolFor(const Model &model, Method method);
    /// The arguments of its call: the resolved ones, always with the model's id.
    static contract::Json toolArguments(const contract::GenerationBody &body, Method method);

private:
    Quote quoteOf(const Turn &turn, const std::optional<QString> &modelId) const;
    Outcome<TurnPlan> planUnavailable(const Turn &turn, const Quote &quote) const;
    contract::GenerationBody bodyFor(
        const Turn &turn, const QString &modelId, const QString &prompt, const Options &options) const;
    QList<AskedStep> stepsFor(const Turn &turn, const Quote &quote) const;
    WorkPlan workFor(const Turn &turn, const Quote &quote, const Model &model) const;
    AskPlan askFor(const Turn &turn, const Quote &quote, const Model &model, const QString &question) const;
    contract::Problem problemFor(const Turn &turn, const Quote &quote, Blocker blocker) const;

    const ServiceData &m_data;
    const QuoteService &m_quotes;
    const Accounts &m_accounts;
    std::function<bool(const Model &)> m_makesDrafts;
};

} // namespace facet::service
