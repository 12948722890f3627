#include "ui/chat/StepWords.h"

#include "ui/chat/GenerationWords.h"

#include <QLocale>

namespace facet::ui {

namespace {

QuoteStep onlyStep(const Quote &quote)
{
    QuoteStep step;
    step.modelId = quote.modelId;
    step.method = quote.method;
    step.options = quote.options;
    step.generationCredits = quote.generationCredits;
    step.covered = quote.covered;
    return step;
}

} // namespace

QString StepWords::what(const QuoteStep &step, const Catalogue &catalogue)
{
    const Model *model = catalogue.find(step.modelId);
    QStringList facts{ GenerationWords::modelName(catalogue, step.modelId) };
    const bool enlarges = model && model->kind == ModelKind::Tool && !model->takes(Method::Audio);
    if (step.options.durationS && !enlarges)
        facts << GenerationWords::seconds(*step.options.durationS);
    if (step.options.resolution && !enlarges)
        facts << *step.options.resolution;
    const int count = step.options.count.value_or(1);
    if (count > 1)
        facts << tr("%n takes", nullptr, count);
    QString name = facts.join(tr(", ", "between facts of one step"));
    if (!model)
        return name;
    switch (model->kind) {
    case ModelKind::Image:
        return step.takesFrom ? tr("Image from it · %1").arg(name) : tr("Image · %1").arg(name);
    case ModelKind::Video:
        return step.takesFrom ? tr("Video from it · %1").arg(name) : tr("Video · %1").arg(name);
    case ModelKind::Audio:
        return tr("Sound · %1").arg(name);
    case ModelKind::Tool:
        if (enlarges && step.options.resolution)
            return tr("Upscale to %1").arg(*step.options.resolution);
        return name;
    case ModelKind::Other:
        break;
    }
    return name;
}

QList<StepWords::Line> StepWords::lines(const Quote &quote, const Catalogue &catalogue)
{
    const QLocale locale;
    const QList<QuoteStep> steps = quote.steps.isEmpty() ? QList<QuoteStep>{ onlyStep(quote) } : quote.steps;
    QList<Line> lines;
    for (const QuoteStep &step : steps) {
        Line line;
        line.text = what(step, catalogue);
        if (!quote.steps.isEmpty())
            line.text = tr("%1 · %2", "number of a step, and what it is")
                            .arg(locale.toString(lines.size() + 1), line.text);
        line.covered = step.covered;
        line.spokenCredits =
            step.generationCredits ? GenerationWords::credits(*step.generationCredits) : QStringLiteral("—");
        line.credits =
            step.generationCredits ? locale.toString(*step.generationCredits) : QStringLiteral("—");
        lines.append(line);
    }
    return lines;
}

QString StepWords::spoken(const Quote &quote, const Catalogue &catalogue)
{
    QStringList sentences;
    const QList<Line> all = lines(quote, catalogue);
    for (const Line &line : all)
        sentences << (line.covered
                ? tr("%1: 0 credits, unlimited").arg(line.text)
                : tr("%1: %2", "a step, and its credits").arg(line.text, line.spokenCredits));
    if (quote.totalCredits)
        sentences << tr("%1 at most").arg(GenerationWords::credits(*quote.totalCredits));
    return sentences.join(QStringLiteral(". "));
}

} // namespace facet::ui
