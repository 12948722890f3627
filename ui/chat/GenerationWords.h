#pragma once

#include "client/generation/GenerationRecord.h"
#include "domain/Model.h"

#include <QCoreApplication>

namespace facet::ui {

/// What the cards and the preview say about a generation, in the user's language. Figures come from the
/// service; what it has not said yet is not guessed.
class GenerationWords {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::GenerationWords)
public:
    static QString modelName(const Catalogue &catalogue, const QString &modelId);
    /// "Rendering · about 40 s left", or the stage alone while there is no measured rate.
    static QString progress(const client::GenerationRecord &record);
    /// What is reserved: "290 credits held", "Covered: nothing is held".
    static QString held(const client::GenerationRecord &record);
    /// What was taken: "0 credits · unlimited", "33 credits", "Not charged · 33 credits returned". Never an
    /// estimate: "—" before it is final and said.
    static QString charge(const client::GenerationRecord &record);
    /// Why charge() says what it says, in a sentence.
    static QString chargeReason(const client::GenerationRecord &record);
    /// Whether charge() is good news: nothing taken, and that is known.
    static bool isFree(const client::GenerationRecord &record);
    /// "4 credits for the conversation": what was taken for a turn.
    static QString conversationCharge(Credits credits);
    /// "5 s · 720p · 16:9 · seed 41872"
    static QString options(const client::GenerationRecord &record);
    /// "720p · 16:9"
    static QString picture(const client::GenerationRecord &record);
    static QString method(Method method);
    static QString agent(AgentVersion version);
    static QString seconds(int seconds);
    static QString credits(Credits credits);
    /// "0:05"
    static QString clock(double seconds);
    /// 0..1 over everything that is left to do, downloading included; empty: not known.
    static std::optional<double> fraction(const client::GenerationRecord &record);

private:
    static QString waiting(const client::GenerationRecord &record);
    static QString stage(const client::GenerationRecord &record);
    static bool neverSent(const client::GenerationRecord &record);
};

} // namespace facet::ui
