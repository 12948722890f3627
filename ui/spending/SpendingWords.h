#pragma once

#include "domain/Spending.h"
#include "ui/widgets/Label.h"

#include <QCoreApplication>

namespace facet::ui {

/// The spending report and the rows of the ledger in words.
class SpendingWords {
    Q_DECLARE_TR_FUNCTIONS(SpendingWords)
public:
    /// A model, conversation, agent or method.
    static QString group(SpendingGrouping grouping, const SpendingGroup &group);
    static QString grouping(SpendingGrouping grouping); ///< "By model"
    static QString groupingColumn(SpendingGrouping grouping); ///< "Model"
    static QString kind(SpendingRowKind kind); ///< of a filter: "Generations"

    static QString when(const QDateTime &at, const QDate &today); ///< "Today 14:02", "Nov 18 09:30"
    static QString day(const QDate &date, const QDate &today); ///< "Nov 18", with the year in another one
    static QString what(const SpendingRow &row); ///< "Kling 3.0 · 5 s · 720p · ×2"
    static QString conversation(const SpendingRow &row);
    static QString amount(const SpendingRow &row); ///< "−290", "0 · covered", "+145 returned: failed"
    static TextTone amountTone(const SpendingRow &row);
    /// With a real minus sign, and a plus where something came.
    static QString signedNumber(Credits credits);

    /// That the ledger here and the service differ: both figures, and every detail to copy.
    static Error difference(const LedgerCheck &check);
    /// "Equal to the service's ledger, checked today 14:02."; empty when it is not compared.
    static QString agreement(const LedgerCheck &check, const std::optional<LedgerCheck> &last);
};

} // namespace facet::ui
