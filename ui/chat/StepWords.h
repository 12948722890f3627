#pragma once

#include "domain/Quote.h"

#include <QCoreApplication>

namespace facet::ui {

/// What the agent asks about, in words: one line for each generation of a quote.
class StepWords {
    Q_DECLARE_TR_FUNCTIONS(StepWords)
public:
    struct Line {
        QString text; ///< "2 · Video from it · Carat Video (LTX 2.3), 5 s, 720p"
        QString credits; ///< "14", "—"
        QString spokenCredits; ///< "14 credits", "—"
        bool covered = false; ///< credits is "0" then
        friend bool operator==(const Line &, const Line &) = default;
    };

    /// The steps of a plan, numbered; or the one generation of a quote without steps.
    static QList<Line> lines(const Quote &quote, const Catalogue &catalogue);
    /// All lines and the sum in one sentence each, for assistive technology.
    static QString spoken(const Quote &quote, const Catalogue &catalogue);

private:
    static QString what(const QuoteStep &step, const Catalogue &catalogue);
};

} // namespace facet::ui
