#include "ui/account/PlanWords.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"

#include <algorithm>

namespace facet::ui {

namespace {

const Benefit *benefitFor(const Plan &plan, const QString &modelId)
{
    const auto found = std::find_if(plan.benefits.begin(), plan.benefits.end(),
        [&modelId](const Benefit &b) { return b.modelId == modelId; });
    return found == plan.benefits.end() ? nullptr : &*found;
}

} // namespace

QString PlanWords::method(Method method)
{
    switch (method) {
    case Method::Text:
        return tr("words alone");
    case Method::Image:
        return tr("an image");
    case Method::StartEnd:
        return tr("start and end frames");
    case Method::Audio:
        return tr("audio");
    case Method::Video:
        return tr("a video");
    case Method::Other:
        break;
    }
    return tr("something else");
}

QString PlanWords::anyOf(const QList<Method> &methods)
{
    QStringList words;
    for (const Method each : methods)
        words.append(method(each));
    if (words.size() < 2)
        return words.value(0);
    const QString last = words.takeLast();
    return tr("%1 or %2", "several ways to start").arg(words.join(QStringLiteral(", ")), last);
}

QString PlanWords::allOf(const QStringList &names)
{
    if (names.size() < 2)
        return names.value(0);
    return tr("%1 and %2", "several names")
        .arg(names.first(names.size() - 1).join(QStringLiteral(", ")), names.last());
}

QString PlanWords::unlimited(const QList<Plan> &plans, const Catalogue &catalogue)
{
    // One sentence for each model and set of methods, naming every plan that has exactly these.
    struct Group {
        Benefit benefit;
        QStringList plans;
    };
    QList<Group> groups;
    for (const Plan &plan : plans) {
        for (const Benefit &benefit : plan.benefits) {
            const auto same = std::find_if(groups.begin(), groups.end(), [&benefit](const Group &g) {
                return g.benefit.modelId == benefit.modelId && g.benefit.methods == benefit.methods;
            });
            if (same != groups.end())
                same->plans.append(plan.name);
            else
                groups.append({ benefit, { plan.name } });
        }
    }
    if (groups.isEmpty())
        return plans.isEmpty() ? QString() : tr("On every plan, each generation takes credits.");
    QStringList sentences;
    for (const Group &group : groups) {
        const Model *model = catalogue.find(group.benefit.modelId);
        const QString name = model ? model->name : group.benefit.modelId;
        sentences.append(tr("%1 is unlimited on %2 when it starts from %3.")
                             .arg(name, allOf(group.plans), anyOf(group.benefit.methods)));
        QList<Method> others = model ? model->methods : QList<Method>();
        others.removeIf([&group](Method m) { return group.benefit.methods.contains(m); });
        if (!others.isEmpty())
            sentences.append(tr("Started from %1, %2 takes credits.").arg(anyOf(others), name));
    }
    QStringList sounds;
    for (const Model &model : catalogue.models()) {
        const bool covered = std::any_of(
            groups.begin(), groups.end(), [&model](const Group &g) { return g.benefit.modelId == model.id; });
        if (model.kind == ModelKind::Audio && !covered)
            sounds.append(model.name);
    }
    sentences.append(sounds.isEmpty()
            ? tr("Every other model takes credits.")
            : tr("Every other model takes credits, %1 included.").arg(allOf(sounds)));
    return sentences.join(QLatin1Char(' '));
}

QStringList PlanWords::changes(const Plan &from, const Plan &to, const Catalogue &catalogue)
{
    QStringList lines;
    if (from.credits != to.credits || from.period != to.period)
        lines.append(
            tr("%1 instead of %2.").arg(CreditWords::planCredits(to), CreditWords::planCredits(from)));
    if (from.concurrency != to.concurrency)
        lines.append(tr("%1 generations at once instead of %2.").arg(to.concurrency).arg(from.concurrency));
    for (const Benefit &benefit : to.benefits) {
        const Benefit *had = benefitFor(from, benefit.modelId);
        if (!had || had->methods != benefit.methods)
            lines.append(
                tr("%1 becomes unlimited when it starts from %2.")
                    .arg(GenerationWords::modelName(catalogue, benefit.modelId), anyOf(benefit.methods)));
    }
    for (const Benefit &benefit : from.benefits) {
        if (!benefitFor(to, benefit.modelId))
            lines.append(tr("%1 is no longer unlimited: it takes credits.")
                             .arg(GenerationWords::modelName(catalogue, benefit.modelId)));
    }
    return lines;
}

} // namespace facet::ui
