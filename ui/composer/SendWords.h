#pragma once

#include "client/composer/SendQuestion.h"

#include <QCoreApplication>

namespace facet::ui {

/// What is asked before sending, and the quiet line about a budget that is nearly used up, in words.
class SendWords {
    Q_DECLARE_TR_FUNCTIONS(SendWords)
public:
    /// "The price went from 33 to 40 credits." The first one is the point, the others are reasons.
    static QStringList sentences(const client::SendQuestion &question);
    /// One reason alone: "This takes 218 credits; you asked to be asked above 200."
    static QString reason(const AskReason &reason) { return reasonLine(reason); }
    /// "Send for 40", "Send this once", "Send"
    static QString accept(const client::SendQuestion &question);
    /// "Don't send", "Not now"
    static QString decline(const client::SendQuestion &question);
    /// "With this, 85 % of today's budget of 2,000 credits is spent."
    static QString warning(const AskReason &reason);

private:
    static QString priceLine(const client::SendQuestion &question);
    static QString reasonLine(const AskReason &reason);
    static QString budgetLine(const AskReason &reason);
};

} // namespace facet::ui
