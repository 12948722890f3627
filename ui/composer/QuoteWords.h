#pragma once

#include "domain/QuoteDifference.h"
#include "ui/theme/Icons.h"

#include <QCoreApplication>

namespace facet::ui {

/// What the band above the composer says about a quote (PRODUCT rules 5 and 6), ready to be shown.
struct BandContent {
    enum class Tone { None, Good, Plain, Warning };
    struct Action {
        QString text;
        Suggestion suggestion;
        bool primary = false;
        friend bool operator==(const Action &, const Action &) = default;
    };

    Tone tone = Tone::None;
    Icon icon = Icon::Info;
    QString lead; ///< the point, in strong letters
    QString text; ///< the reason
    QList<Action> actions; ///< at most two: what helps most
    QList<Action> more; ///< all the others, each with what it saves
    QStringList notes; ///< ✨ against words, replaced options, what the service says otherwise
    QString undone; ///< what "Undo" would take back, for a moment after a suggestion was followed
    /// One more thing to know; it is the band's own text when the band has nothing else to say.
    void addNote(const QString &note);
    friend bool operator==(const BandContent &, const BandContent &) = default;
};

/// What the figures beside Send say.
struct CostContent {
    QString text; ///< "≈ 4 credits", "—"
    QString chip; ///< "video free"; empty: none
    QString mark; ///< "was 145": the service says otherwise than the rules here did; empty: none
    QString reason; ///< why, in whole sentences; empty: nothing differs
    bool markIsBad = false; ///< it became dearer
    bool warning = false;
};

/// A quote in words. Whether something is covered, blocked or adjusted is the quote's to say; this only
/// finds the words and the one click that helps most.
class QuoteWords {
    Q_DECLARE_TR_FUNCTIONS(QuoteWords)
public:
    struct World {
        const Catalogue &catalogue;
        const Account &account;
        const QList<AgentInfo> &agents;
        const QList<Plan> &plans;
        QList<InputRole> inputs = {}; ///< what is attached
        std::optional<QuoteDifference> difference = {}; ///< Composer::quoteDifference()
    };

    /// `written`: there is something to send. An empty composer has nothing to be told yet.
    static BandContent band(const Quote &quote, AgentVersion agent, bool written, const World &world);
    static CostContent cost(const Quote &quote, AgentVersion agent, bool confirmed, const World &world);
    /// "Switch to Agent 1.0", "Add an image", "Use Carat Video (LTX 2.3) · saves 181".
    static QString action(const Suggestion &suggestion, const World &world, bool withSaving);

private:
    static BandContent blocked(const Quote &quote, AgentVersion agent, const World &world);
    static BandContent covered(const Quote &quote, AgentVersion agent, const World &world);
    static BandContent plan(const Quote &quote);
    static BandContent notCovered(const Quote &quote, const World &world);
    static QString inputText(const Quote &quote, const World &world, const QString &otherwise);
    static void takeBlockedActions(BandContent &band, const Quote &quote, const World &world);
    static void takeCoverActions(BandContent &band, const Quote &quote, const World &world);
    static void takeTheRest(BandContent &band, const Quote &quote, const World &world);
    static QStringList notes(const Quote &quote, AgentVersion agent, const World &world);
    static QString modelName(const World &world, const QString &id);
    static QString planName(const World &world, const QString &id);
};

} // namespace facet::ui
