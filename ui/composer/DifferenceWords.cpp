#include "ui/composer/DifferenceWords.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/composer/OptionWords.h"

namespace facet::ui {

QString DifferenceWords::cause(
    QuoteDifference::Cause cause, const Quote &service, AgentVersion agent, const Catalogue &models)
{
    using Cause = QuoteDifference::Cause;
    const QString model = GenerationWords::modelName(models, service.modelId);
    switch (cause) {
    case Cause::ModelChanged:
        return service.modelId.isEmpty() ? tr("Nothing would be generated.")
                                         : tr("%1 would make it.").arg(model);
    case Cause::BenefitEnded:
        return tr("Your unlimited benefit has ended.");
    case Cause::BenefitLost:
        return tr("Your plan does not cover it any more.");
    case Cause::BenefitGained:
        return tr("Your plan covers it now.");
    case Cause::OptionsChanged:
        return tr("It would be made as %1.").arg(OptionWords::summary(service.options));
    case Cause::PriceChanged:
        return tr("The price of %1 changed.").arg(model);
    case Cause::ConversationChanged:
        return tr("%1 now takes %2 a turn.")
            .arg(GenerationWords::agent(agent), GenerationWords::credits(service.conversationCredits));
    case Cause::BalanceChanged:
        return tr("Your balance changed meanwhile.");
    case Cause::NoLongerPossible:
        return tr("It is not possible any more.");
    case Cause::NowPossible:
        return tr("It is possible now.");
    }
    return {};
}

QString DifferenceWords::sentence(
    const QuoteDifference &difference, const Quote &service, AgentVersion agent, const Catalogue &models)
{
    QStringList sentences;
    if (difference.changesTotal()) {
        const QString now =
            difference.service ? GenerationWords::credits(*difference.service) : QStringLiteral("—");
        sentences.append(
            tr("The service says %1 instead of %2.").arg(now, CreditWords::numberOrDash(difference.own)));
    }
    for (const QuoteDifference::Cause one : difference.causes)
        sentences.append(cause(one, service, agent, models));
    return sentences.join(QLatin1Char(' '));
}

QString DifferenceWords::mark(const QuoteDifference &difference)
{
    if (!difference.changesTotal())
        return {};
    return tr("was %1", "the figure that stood here before the service said its own")
        .arg(CreditWords::numberOrDash(difference.own));
}

bool DifferenceWords::isDearer(const QuoteDifference &difference)
{
    return difference.own && (!difference.service || *difference.service > *difference.own);
}

} // namespace facet::ui
