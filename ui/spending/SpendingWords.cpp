#include "ui/spending/SpendingWords.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"

#include <QLocale>

namespace facet::ui {

namespace {
const QChar minus(0x2212);
}

QString SpendingWords::group(SpendingGrouping grouping, const SpendingGroup &group)
{
    switch (grouping) {
    case SpendingGrouping::Model:
        return !group.name.isEmpty() ? group.name : (group.id.isEmpty() ? tr("Model not known") : group.id);
    case SpendingGrouping::Conversation:
        return group.name.isEmpty() ? tr("A chat that is not here") : group.name;
    case SpendingGrouping::Agent:
        if (const std::optional<AgentVersion> agent = agentFromWire(group.id))
            return GenerationWords::agent(*agent);
        return tr("Agent not known");
    case SpendingGrouping::Method:
        return group.id.isEmpty() ? tr("Method not known")
                                  : GenerationWords::method(methodFromWire(group.id));
    }
    return group.name;
}

QString SpendingWords::grouping(SpendingGrouping grouping)
{
    switch (grouping) {
    case SpendingGrouping::Model:
        return tr("By model");
    case SpendingGrouping::Conversation:
        return tr("By conversation");
    case SpendingGrouping::Agent:
        return tr("By agent");
    case SpendingGrouping::Method:
        return tr("By method");
    }
    return {};
}

QString SpendingWords::groupingColumn(SpendingGrouping grouping)
{
    switch (grouping) {
    case SpendingGrouping::Model:
        return tr("Model");
    case SpendingGrouping::Conversation:
        return tr("Conversation");
    case SpendingGrouping::Agent:
        return tr("Agent");
    case SpendingGrouping::Method:
        return tr("Method");
    }
    return {};
}

QString SpendingWords::kind(SpendingRowKind kind)
{
    switch (kind) {
    case SpendingRowKind::Grant:
        return tr("Plan credits");
    case SpendingRowKind::TopUp:
        return tr("Top-ups");
    case SpendingRowKind::Expiry:
        return tr("Ended credits");
    case SpendingRowKind::Hold:
        return tr("Generations");
    case SpendingRowKind::Capture:
        return tr("Final charges");
    case SpendingRowKind::Release:
        return tr("Returned credits");
    case SpendingRowKind::Refund:
        return tr("Refunds");
    case SpendingRowKind::Conversation:
        return tr("Agent conversation");
    case SpendingRowKind::Covered:
        return tr("Covered by unlimited");
    case SpendingRowKind::Other:
        break;
    }
    return tr("Other rows");
}

QString SpendingWords::day(const QDate &date, const QDate &today)
{
    return QLocale().toString(date,
        date.year() == today.year() ? tr("MMM d", "a date without the year")
                                    : tr("MMM d, yyyy", "a date with the year"));
}

QString SpendingWords::when(const QDateTime &at, const QDate &today)
{
    const QDateTime local = at.toLocalTime();
    const QString time = QLocale().toString(local.time(), tr("HH:mm", "a time"));
    const qint64 ago = local.date().daysTo(today);
    if (ago == 0)
        return tr("Today %1").arg(time);
    if (ago == 1)
        return tr("Yesterday %1").arg(time);
    return tr("%1 %2", "date, time").arg(day(local.date(), today), time);
}

QString SpendingWords::what(const SpendingRow &row)
{
    switch (row.kind) {
    case SpendingRowKind::Grant:
        return row.note.isEmpty() ? tr("Credits of the plan") : tr("Credits of the plan %1").arg(row.note);
    case SpendingRowKind::TopUp:
        return tr("Top-up");
    case SpendingRowKind::Expiry:
        return tr("Credits that ended");
    case SpendingRowKind::Conversation:
        return row.agent ? tr("%1 conversation").arg(GenerationWords::agent(*row.agent))
                         : tr("Agent conversation");
    case SpendingRowKind::Hold:
    case SpendingRowKind::Capture:
    case SpendingRowKind::Release:
    case SpendingRowKind::Refund:
    case SpendingRowKind::Covered:
    case SpendingRowKind::Other:
        break;
    }
    QStringList parts;
    if (!row.modelName.isEmpty())
        parts.append(row.modelName);
    else
        parts.append(
            row.generationId.isEmpty() ? (row.note.isEmpty() ? tr("Other") : row.note) : tr("A generation"));
    if (row.options.durationS)
        parts.append(GenerationWords::seconds(*row.options.durationS));
    if (row.options.resolution)
        parts.append(*row.options.resolution);
    if (row.method && *row.method != Method::Text)
        parts.append(GenerationWords::method(*row.method));
    if (row.options.count.value_or(1) > 1)
        parts.append(QStringLiteral("×") + CreditWords::number(*row.options.count));
    return parts.join(tr(" · ", "between facts"));
}

QString SpendingWords::conversation(const SpendingRow &row)
{
    if (!row.conversationTitle.isEmpty())
        return row.conversationTitle;
    return row.conversationId.isEmpty() ? QString() : tr("A chat that is not here");
}

QString SpendingWords::signedNumber(Credits credits)
{
    if (credits < 0)
        return minus + CreditWords::number(-credits);
    return credits > 0 ? QLatin1Char('+') + CreditWords::number(credits) : CreditWords::number(0);
}

QString SpendingWords::amount(const SpendingRow &row)
{
    QString number = signedNumber(row.credits);
    switch (row.kind) {
    case SpendingRowKind::Covered:
        return tr("0 · covered");
    case SpendingRowKind::Capture:
        return row.credits == 0 ? tr("0 · charge final") : number;
    case SpendingRowKind::Release:
        if (row.status == GenerationStatus::Failed)
            return tr("%1 returned: failed").arg(number);
        if (row.status == GenerationStatus::Cancelled)
            return tr("%1 returned: cancelled").arg(number);
        return tr("%1 returned").arg(number);
    case SpendingRowKind::Refund:
        return tr("%1 refunded").arg(number);
    case SpendingRowKind::Grant:
    case SpendingRowKind::TopUp:
    case SpendingRowKind::Expiry:
    case SpendingRowKind::Hold:
    case SpendingRowKind::Conversation:
    case SpendingRowKind::Other:
        break;
    }
    return number;
}

TextTone SpendingWords::amountTone(const SpendingRow &row)
{
    if (row.kind == SpendingRowKind::Covered || row.credits > 0)
        return TextTone::Good;
    return row.credits == 0 ? TextTone::Text2 : TextTone::Text1;
}

Error SpendingWords::difference(const LedgerCheck &check)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.code = QStringLiteral("ledger_differs");
    error.sentence = check.difference() != 0
        ? tr("The rows of the ledger add up to %1, but the service says that the balance is %2: a difference "
             "of %3. Nothing was changed here. Copy the details and send them to your service.")
              .arg(CreditWords::number(check.sumOfRows), CreditWords::number(check.balance),
                  signedNumber(check.difference()))
        : tr("%n row(s) of the service's ledger do not follow from the row before. The rows add up to %1, as "
             "the service's balance of %2 does. Copy the details and send them to your service.",
            nullptr, check.brokenRows)
              .arg(CreditWords::number(check.sumOfRows), CreditWords::number(check.balance));
    error.detail = QStringLiteral("checked at: %1\nrows: %2\nsum of rows: %3\nbalance of the service: %4\n"
                                  "difference: %5\nbroken rows: %6\nfirst broken row: %7")
                       .arg(check.at.toUTC().toString(Qt::ISODate))
                       .arg(check.rows)
                       .arg(check.sumOfRows)
                       .arg(check.balance)
                       .arg(check.difference())
                       .arg(check.brokenRows)
                       .arg(check.firstBrokenRow.isEmpty() ? QStringLiteral("-") : check.firstBrokenRow);
    return error;
}

QString SpendingWords::agreement(const LedgerCheck &check, const std::optional<LedgerCheck> &last)
{
    if (check.state != LedgerCheck::State::Agrees)
        return {};
    const QDate today = QDate::currentDate();
    QString text = tr("Equal to the service's ledger to the credit (%1).").arg(when(check.at, today));
    if (last)
        text += QLatin1Char(' ')
            + tr("Their last difference: %2 (%1).")
                  .arg(when(last->at, today), signedNumber(last->difference()));
    return text;
}

} // namespace facet::ui
