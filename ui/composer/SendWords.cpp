#include "ui/composer/SendWords.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"

namespace facet::ui {

using client::SendQuestion;

QString SendWords::priceLine(const SendQuestion &question)
{
    if (!question.credits)
        return tr("The price changed while this was on its way. Nothing was taken.");
    const QString now = GenerationWords::credits(*question.credits);
    if (!question.shownCredits)
        return tr("The price is now %1. Nothing was taken.").arg(now);
    return tr("The price went from %1 to %2. Nothing was taken.")
        .arg(CreditWords::number(*question.shownCredits), now);
}

QString SendWords::budgetLine(const AskReason &reason)
{
    const QString limit = GenerationWords::credits(reason.limit);
    const QString spent = CreditWords::number(reason.spent);
    const bool daily = reason.kind == AskReason::Kind::DailyBudget;
    if (!reason.total) {
        const QString sentence = reason.ofConversation
            ? (daily
                    ? tr("This chat's budget for a day is %1: %2 spent, and what this takes is not known.")
                    : tr("This chat's budget for a month is %1: %2 spent, and what this takes is not known."))
            : (daily ? tr("Today's budget is %1: %2 spent, and what this takes is not known.")
                     : tr("This month's budget is %1: %2 spent, and what this takes is not known."));
        return sentence.arg(limit, spent);
    }
    const QString sentence = reason.ofConversation
        ? (daily ? tr("This chat's budget for a day is %1: %2 spent, this takes %3 more.")
                 : tr("This chat's budget for a month is %1: %2 spent, this takes %3 more."))
        : (daily ? tr("Today's budget is %1: %2 spent, this takes %3 more.")
                 : tr("This month's budget is %1: %2 spent, this takes %3 more."));
    return sentence.arg(limit, spent, CreditWords::number(*reason.total));
}

QString SendWords::reasonLine(const AskReason &reason)
{
    switch (reason.kind) {
    case AskReason::Kind::AskAbove:
        break;
    case AskReason::Kind::DailyBudget:
    case AskReason::Kind::MonthlyBudget:
        return budgetLine(reason);
    }
    const QString limit = CreditWords::number(reason.limit);
    if (!reason.total) {
        return reason.ofConversation
            ? tr("What this takes is not known; in this chat you asked to be asked above %1.").arg(limit)
            : tr("What this takes is not known; you asked to be asked above %1.").arg(limit);
    }
    const QString total = GenerationWords::credits(*reason.total);
    return reason.ofConversation
        ? tr("This takes %1; in this chat you asked to be asked above %2.").arg(total, limit)
        : tr("This takes %1; you asked to be asked above %2.").arg(total, limit);
}

QStringList SendWords::sentences(const SendQuestion &question)
{
    QStringList lines;
    if (question.priceChanged)
        lines.append(priceLine(question));
    for (const AskReason &reason : question.reasons)
        lines.append(reasonLine(reason));
    return lines;
}

QString SendWords::accept(const SendQuestion &question)
{
    switch (question.what) {
    case SendQuestion::What::Message:
        break;
    case SendQuestion::What::Retry:
        return question.isStop() ? tr("Try again this once") : tr("Try again");
    case SendQuestion::What::Approval:
        return tr("Approve this once");
    }
    if (question.isStop())
        return tr("Send this once");
    if (question.priceChanged && question.credits)
        return tr("Send for %1", "that many credits").arg(CreditWords::number(*question.credits));
    return tr("Send");
}

QString SendWords::decline(const SendQuestion &question)
{
    return question.what == SendQuestion::What::Message ? tr("Don't send") : tr("Not now");
}

QString SendWords::warning(const AskReason &reason)
{
    const int percent = budgetPercent(reason.limit, reason.spent + reason.total.value_or(0));
    const QString limit = GenerationWords::credits(reason.limit);
    const bool daily = reason.kind == AskReason::Kind::DailyBudget;
    const QString sentence = reason.ofConversation
        ? (daily ? tr("With this, %1 % of this chat's budget of %2 for a day is spent.")
                 : tr("With this, %1 % of this chat's budget of %2 for a month is spent."))
        : (daily ? tr("With this, %1 % of today's budget of %2 is spent.")
                 : tr("With this, %1 % of this month's budget of %2 is spent."));
    return sentence.arg(CreditWords::number(percent), limit);
}

} // namespace facet::ui
