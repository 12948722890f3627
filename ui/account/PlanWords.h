#pragma once

#include "domain/Account.h"
#include "domain/Model.h"

#include <QCoreApplication>

namespace facet::ui {

/// Plans and their benefits in words, made from the service's data alone: no plan or model is known here.
class PlanWords {
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
public:
    /// "an image", "start and end frames": inside a sentence.
    static QString method(Method method);
    /// "an image or start and end frames"
    static QString anyOf(const QList<Method> &methods);
    /// "Premium, Pro and Business"
    static QString allOf(const QStringList &names);
    /// What "unlimited" means on these plans: which model, on which plans, how started, and what still takes
    /// credits. One sentence a line.
    static QString unlimited(const QList<Plan> &plans, const Catalogue &catalogue);
    /// What another plan would change, one fact a line. Nothing is said about what stays.
    static QStringList changes(const Plan &from, const Plan &to, const Catalogue &catalogue);
};

} // namespace facet::ui
