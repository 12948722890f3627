#include "ui/window/AgentWords.h"

#include "client/composer/Composer.h"
#include "ui/chat/GenerationWords.h"

namespace facet::ui {

QString AgentWords::hint(const client::Composer &composer, AgentVersion agent)
{
    const bool chosen = composer.agent() == agent;
    const Quote quote = composer.quoteFor(agent);
    const QString name = GenerationWords::agent(agent);
    if (composer.text().trimmed().isEmpty() && composer.attachments().isEmpty()) {
        return quote.conversationCredits > 0
            ? tr("%1 takes %2 for each turn of its conversation.")
                  .arg(name, GenerationWords::credits(quote.conversationCredits))
            : tr("%1 takes nothing for its conversation.").arg(name);
    }
    // The service's word on this very draft is better than the rules alone.
    const std::optional<Credits> total = chosen ? composer.quote().totalCredits : quote.totalCredits;
    if (!total)
        return tr("%1: what this message takes is not known.").arg(name);
    const QString credits = GenerationWords::credits(*total);
    const bool tooMuch =
        quote.blockedBy == Blocker::ConversationCredits || quote.blockedBy == Blocker::GenerationCredits;
    if (chosen)
        return tr("%1: this message takes %2.").arg(name, credits);
    if (tooMuch)
        return tr("With %1 this message would take %2, more than you have.").arg(name, credits);
    return tr("With %1 this message would take %2.").arg(name, credits);
}

} // namespace facet::ui
