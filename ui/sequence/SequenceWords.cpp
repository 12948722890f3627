#include "ui/sequence/SequenceWords.h"

#include "ui/chat/GenerationWords.h"

#include <QLocale>

namespace facet::ui {

using client::ExportPlan;

QString SequenceWords::summary(const client::Sequence &sequence)
{
    return tr("%n clip(s)", nullptr, sequence.rowCount()) + QStringLiteral(" · ")
        + GenerationWords::clock(sequence.seconds());
}

QString SequenceWords::facts(const client::SequenceClip &clip)
{
    const Asset asset = clip.asset();
    QStringList facts{ GenerationWords::clock(clip.seconds()) };
    if (asset.width > 0)
        facts << QStringLiteral("%1×%2").arg(asset.width).arg(asset.height);
    if (asset.fps)
        facts << tr("%1 fps").arg(QLocale().toString(*asset.fps, 'g', 4));
    return facts.join(QStringLiteral(" · "));
}

QString SequenceWords::reason(ExportPlan::Reason reason)
{
    switch (reason) {
    case ExportPlan::Reason::Size:
        return tr("they differ in size");
    case ExportPlan::Reason::Rate:
        return tr("they differ in frames a second");
    case ExportPlan::Reason::Codec:
        return tr("they differ in codec, or have one that MP4 does not take");
    case ExportPlan::Reason::Settings:
        return tr("they were encoded with different settings");
    case ExportPlan::Reason::Timing:
        return tr("the timing of a clip does not allow a cut without decoding");
    }
    return {};
}

QString SequenceWords::plan(const ExportPlan &plan)
{
    switch (plan.way) {
    case ExportPlan::Way::Copy:
        return tr("The pictures are copied as they are: nothing is lost, and it takes a moment.");
    case ExportPlan::Way::CopyPictures:
        return tr(
            "The pictures are copied as they are, so nothing is lost. The sound is encoded anew, so that no "
            "gap is heard between the clips.");
    case ExportPlan::Way::Encode:
        break;
    }
    QStringList reasons;
    for (const ExportPlan::Reason one : plan.reasons)
        reasons << reason(one);
    return tr(
        "The clips cannot be copied: %1. They are encoded anew at %2×%3 and %4 fps, at a quality that does "
        "not show it.")
        .arg(QLocale().createSeparatedList(reasons))
        .arg(plan.size.width())
        .arg(plan.size.height())
        .arg(QLocale().toString(plan.rate.value(), 'g', 4));
}

} // namespace facet::ui
