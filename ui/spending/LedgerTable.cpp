#include "ui/spending/LedgerTable.h"

#include "client/spending/SpendingLedger.h"
#include "ui/account/CreditWords.h"
#include "ui/spending/SpendingWords.h"

namespace facet::ui {

using client::SpendingLedger;

namespace {

bool isFigure(int column)
{
    return column == SpendingLedger::Amount || column == SpendingLedger::BalanceAfter;
}

QString cellText(const SpendingRow &row, int column)
{
    switch (static_cast<SpendingLedger::Column>(column)) {
    case SpendingLedger::When:
        return SpendingWords::when(row.at, QDate::currentDate());
    case SpendingLedger::What:
        return SpendingWords::what(row);
    case SpendingLedger::Conversation:
        return SpendingWords::conversation(row);
    case SpendingLedger::Amount:
        return SpendingWords::amount(row);
    case SpendingLedger::BalanceAfter:
        return CreditWords::numberOrDash(row.balanceAfter);
    case SpendingLedger::ColumnCount:
        break;
    }
    return {};
}

TextTone toneOf(const SpendingRow &row, int column)
{
    switch (static_cast<SpendingLedger::Column>(column)) {
    case SpendingLedger::When:
    case SpendingLedger::Conversation:
        return TextTone::Text2;
    case SpendingLedger::Amount:
        return SpendingWords::amountTone(row);
    case SpendingLedger::What:
    case SpendingLedger::BalanceAfter:
    case SpendingLedger::ColumnCount:
        break;
    }
    return TextTone::Text1;
}

} // namespace

LedgerTable::LedgerTable(SpendingLedger &ledger, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_ledger(ledger)
{
    setSourceModel(&ledger);
}

QVariant LedgerTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    const bool words = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (!words && role != Qt::AccessibleTextRole && role != ToneRole && role != LeadsRole)
        return QIdentityProxyModel::data(index, role);
    const std::optional<SpendingRow> row = m_ledger.row(index.row());
    if (!row) // on its way from the disk: dataChanged follows
        return words && index.column() == 0 ? QVariant(QStringLiteral("…")) : QVariant();
    if (role == ToneRole)
        return static_cast<int>(toneOf(*row, index.column()));
    if (role == LeadsRole)
        return !row->conversationId.isEmpty() && !row->conversationTitle.isEmpty();
    const QString text = cellText(*row, index.column());
    if (role != Qt::AccessibleTextRole || index.column() != SpendingLedger::When)
        return text;
    // The first cell reads the whole row, as it is looked at.
    return tr("%1, %2, %3 credits, balance %4", "a row of the ledger read aloud")
        .arg(text, SpendingWords::what(*row), SpendingWords::amount(*row),
            CreditWords::numberOrDash(row->balanceAfter));
}

QVariant LedgerTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (static_cast<SpendingLedger::Column>(section)) {
    case SpendingLedger::When:
        return tr("When");
    case SpendingLedger::What:
        return tr("What");
    case SpendingLedger::Conversation:
        return tr("Conversation");
    case SpendingLedger::Amount:
        return tr("Credits");
    case SpendingLedger::BalanceAfter:
        return tr("Balance");
    case SpendingLedger::ColumnCount:
        break;
    }
    return {};
}

} // namespace facet::ui
