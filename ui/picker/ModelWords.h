#pragma once

#include "domain/InputFit.h"
#include "domain/Quote.h"

#include <QCoreApplication>

namespace facet::ui {

/// A model in words, as the rows and the page of ✨ show it.
class ModelWords {
    Q_DECLARE_TR_FUNCTIONS(ModelWords)
public:
    /// Methods that the plan covers on this model at `now`; empty: none.
    static QList<Method> coveredMethods(const Account &account, const Model &model, const QDateTime &now);
    /// Why it cannot be used with what is attached; empty when it can. What must merely be added counts only
    /// once something is attached: an empty message has not decided anything yet.
    static QString misfit(const Model &model, const QList<InputRole> &inputs);
    /// The second line of a row: the misfit, else how it starts.
    static QString subtitle(
        const Model &model, const QList<AgentInfo> &agents, const QList<InputRole> &inputs);
    /// Short words for its badges ("4K", "audio"), at most `most`.
    static QStringList badges(const Model &model, int most);
    /// "Draft", "Needs a connected provider", "Closed by its vendor"; empty: simply ready.
    static QString status(const Model &model);
    /// What it takes and how long it goes.
    static QString limits(const Model &model);
    static QString description(const Model &model);
};

} // namespace facet::ui
