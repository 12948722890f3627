#include "ui/picker/ModelWords.h"

#include "ui/chat/GenerationWords.h"
#include "ui/composer/InputWords.h"
#include "ui/composer/OptionWords.h"

#include <QLocale>

#include <algorithm>

namespace facet::ui {

namespace {
const auto between = QStringLiteral(" · ");
}

QList<Method> ModelWords::coveredMethods(const Account &account, const Model &model, const QDateTime &now)
{
    QList<Method> methods;
    for (const Benefit &benefit : account.benefits) {
        if (benefit.modelId != model.id)
            continue;
        for (const Method method : benefit.methods) {
            if (!methods.contains(method)
                && coverage(account.benefits, model.id, method, now) == CoverReason::Covered)
                methods.append(method);
        }
    }
    return methods;
}

QString ModelWords::misfit(const Model &model, const QList<InputRole> &inputs)
{
    if (!isUsable(model))
        return status(model);
    const auto problem = inputProblem(inputs, model);
    if (!problem || (isMissing(*problem) && inputs.isEmpty()))
        return {};
    return InputWords::problem(*problem, model);
}

QString ModelWords::subtitle(
    const Model &model, const QList<AgentInfo> &agents, const QList<InputRole> &inputs)
{
    if (QString reason = misfit(model, inputs); !reason.isEmpty())
        return reason;
    QStringList parts;
    for (const AgentInfo &agent : agents) {
        if (model.kind == ModelKind::Video && agent.defaultVideoModelId == model.id)
            parts.append(tr("%1 default").arg(GenerationWords::agent(agent.version)));
    }
    if (const auto problem = inputProblem(inputs, model))
        parts.append(InputWords::problem(*problem, model)); // nothing is attached yet
    else
        parts.append(OptionWords::methodList(model.methods));
    return parts.join(between);
}

QStringList ModelWords::badges(const Model &model, int most)
{
    QStringList list;
    for (const QString &badge : model.badges) {
        if (list.size() == most)
            break;
        if (badge == QLatin1String("audio"))
            list.append(tr("audio"));
        else if (badge == QLatin1String("references"))
            list.append(tr("references"));
        else if (badge == QLatin1String("basic"))
            list.append(tr("basic"));
        else
            list.append(badge);
    }
    return list;
}

QString ModelWords::status(const Model &model)
{
    switch (model.status) {
    case ModelStatus::Draft:
        return tr("Draft: its results are made without AI");
    case ModelStatus::NeedsConnection:
        return tr("Needs a connected provider");
    case ModelStatus::RetiredUpstream:
        return tr("Closed by its vendor");
    case ModelStatus::Ready:
    case ModelStatus::Other:
        break;
    }
    return {};
}

QString ModelWords::limits(const Model &model)
{
    QStringList parts;
    if (!model.methods.isEmpty())
        parts.append(tr("Starts from %1.").arg(OptionWords::anyOf(model.methods)));
    if (model.maxDurationS > 0)
        parts.append(tr("Up to %n second(s) a generation.", nullptr, model.maxDurationS));
    const QList<int> &counts = model.options.counts;
    if (!counts.isEmpty() && *std::max_element(counts.begin(), counts.end()) > 1)
        parts.append(
            tr("Up to %n take(s) at once.", nullptr, *std::max_element(counts.begin(), counts.end())));
    const ImageLimits &images = model.inputs.images;
    if (images.max > 0)
        parts.append(
            tr("Takes %n image(s), each up to %1.", nullptr, images.max)
                .arg(QLocale().formattedDataSize(images.maxBytes, 0, QLocale::DataSizeTraditionalFormat)));
    if (model.inputs.video)
        parts.append(tr("Takes a video."));
    if (model.inputs.audio)
        parts.append(tr("Takes a voice recording."));
    if (!model.options.aspectRatios.isEmpty())
        parts.append(tr("Shapes: %1.").arg(model.options.aspectRatios.join(QStringLiteral(", "))));
    return parts.join(QLatin1Char(' '));
}

QString ModelWords::description(const Model &model)
{
    const bool korean = QLocale().language() == QLocale::Korean;
    return korean && !model.description.ko.isEmpty() ? model.description.ko : model.description.en;
}

} // namespace facet::ui
