#pragma once

#include "domain/Error.h" // before `Credits`, which ErrorKind::Credits would shadow

#include <QString>
#include <QtGlobal>

#include <optional>

namespace facet {

/// The service's money, in whole credits (PRODUCT "Words").
using Credits = qint64;

/// Credits per unit as the contract's decimal string says, kept exactly in millionths of a credit so that
/// rounding up (PRODUCT rule 1) never suffers from binary fractions.
class CreditRate {
public:
    CreditRate() = default;
    /// "6.6" → 6 600 000 millionths. More than six decimals are rounded half up. Empty for anything that
    /// is not a plain non-negative decimal number below 10^9.
    static std::optional<CreditRate> fromString(QStringView text);
    static constexpr CreditRate fromMillionths(qint64 millionths) { return CreditRate(millionths); }

    constexpr qint64 millionths() const { return m_millionths; }
    QString toString() const; ///< shortest form: "6.6", "24.137931"

    /// ceil(rate × numerator / denominator), in credits.
    Credits times(qint64 numerator, qint64 denominator = 1) const;

    friend constexpr auto operator<=>(CreditRate, CreditRate) = default;

private:
    constexpr explicit CreditRate(qint64 millionths)
        : m_millionths(millionths)
    {
    }
    qint64 m_millionths = 0;
};

} // namespace facet
