#pragma once

#include "domain/QuoteDifference.h"

#include <QCoreApplication>

namespace facet::ui {

/// Why the service's quote is another one than the figure that stood there while typing.
class DifferenceWords {
    Q_DECLARE_TR_FUNCTIONS(DifferenceWords)
public:
    /// "The service says 290 credits instead of 145. The price of Kling 3.0 changed."
    static QString sentence(
        const QuoteDifference &difference, const Quote &service, AgentVersion agent, const Catalogue &models);
    /// The mark beside the figure: "was 145". Empty when the figure is the same.
    static QString mark(const QuoteDifference &difference);
    static bool isDearer(const QuoteDifference &difference);

private:
    static QString cause(
        QuoteDifference::Cause cause, const Quote &service, AgentVersion agent, const Catalogue &models);
};

} // namespace facet::ui
