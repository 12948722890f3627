#pragma once

#include "domain/Generation.h"
#include "domain/Quote.h"

namespace facet::service {

/// What an agent says about work: whole sentences, in Korean or English, figures by locale. Plain Markdown.
class AgentVoice {
public:
    explicit AgentVoice(bool korean)
        : m_korean(korean)
    {
    }

    /// Korean when the message holds Hangul, else what the client asked for.
    static AgentVoice of(const QString &message, bool acceptsKorean);

    bool korean() const { return m_korean; }

    /// Before the work: what is made, with what, for how much, and what differs from what was asked.
    /// `named`: the model that the words named but ✨ overruled; may be null.
    QString making(const Quote &quote, const Model &model, const Model *named, bool draft) const;
    QString done(const Generation &generation) const;
    QString failed(const Generation &generation) const;
    QString cancelled(const Generation &generation) const;

    /// PRODUCT rule 3, with what works instead.
    QString cannotEditVideo() const;
    QStringList insteadOfEditing() const;

    /// Asks before spending more than `limit` credits; no limit: before spending at all.
    QString askAboutCost(const Quote &quote, const Model &model, std::optional<Credits> limit) const;
    QString askAboutModel(const Quote &quote, const Model &instead, const QString &asked, bool retired) const;
    QString askAboutOtherModel(const Quote &quote, const Model &model, const QString &shown) const;
    /// Before several generations; the card beside it lists them.
    QString askAboutPlan(const Quote &quote) const;
    QString makingPlan(const Quote &quote, bool draft) const;
    /// At the end of a plan: what became of it, what was taken and what was given back.
    QString donePlan(const QList<Generation> &generations) const;
    QString abandoned() const;

    /// Why a turn cannot be paid, and the way out (PRODUCT rules 5 and 6).
    QString notEnough(const Quote &quote, AgentVersion agent, Credits balance) const;
    QString missingInput(const Model &model) const;

    QString credits(Credits count) const; ///< "33 credits"
    QString number(Credits count) const; ///< "20,000"

private:
    QString choose(const QString &english, const QString &korean) const
    {
        return m_korean ? korean : english;
    }
    QString what(const Quote &quote, const Model &model) const;
    QString adjustment(const Adjustment &change, const Model &model) const;
    QString price(const Quote &quote) const;
    QString steps(qsizetype count) const; ///< "Three steps"

    bool m_korean = false;
};

} // namespace facet::service
