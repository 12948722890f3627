#pragma once

#include "domain/Account.h"

#include <QCoreApplication>

namespace facet::ui {

/// The account's figures, plans and dates in words. Amounts of credits: GenerationWords::credits().
class CreditWords {
    Q_DECLARE_TR_FUNCTIONS(CreditWords)
public:
    static QString number(Credits amount); ///< "8,412"
    static QString numberOrDash(std::optional<Credits> amount); ///< "—" when it is not known
    static QString renews(const QDateTime &at, const QString &period); ///< "Renews Dec 14", "Renews at 14:00"
    static QString day(const QDateTime &at); ///< "Dec 14", "Dec 14, 2027" in another year
    static QString moment(const QDateTime &at, const QString &period); ///< "Dec 14"; "14:00" of a day's plan
    static QString planCredits(const Plan &plan); ///< "20,000 credits a month"
    static QString planCreditsShort(const Plan &plan); ///< "20,000 a month"
    static QString planPrice(const Plan &plan); ///< "$29 a month", "—"
};

} // namespace facet::ui
