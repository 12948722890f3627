#include "ui/chat/GenerationWords.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace facet::ui {

using client::GenerationRecord;
using client::GenerationState;

namespace {

/// Bytes that are here and bytes there will be, over all results of a generation.
std::pair<qint64, qint64> downloadedBytes(const GenerationRecord &record)
{
    qint64 here = 0;
    qint64 all = 0;
    for (const Asset &asset : record.generation.assets) {
        all += asset.bytes;
        const auto local = std::find_if(record.assets.begin(), record.assets.end(),
            [&asset](const client::LocalAsset &a) { return a.assetId == asset.id; });
        if (local != record.assets.end())
            here += local->filePath.isEmpty() ? local->received : asset.bytes;
    }
    return { here, all };
}

} // namespace

QString GenerationWords::modelName(const Catalogue &catalogue, const QString &modelId)
{
    const Model *model = catalogue.find(modelId);
    return model ? model->name : modelId;
}

QString GenerationWords::waiting(const GenerationRecord &record)
{
    if (record.generation.stage == QLatin1String("waiting_for_step"))
        return tr("Waiting for the step before it");
    if (record.generation.queuePosition == std::optional(1))
        return tr("Waiting, the next in line");
    if (record.generation.queuePosition)
        return tr("Waiting, number %1 in line").arg(QLocale().toString(*record.generation.queuePosition));
    return tr("Waiting for its turn");
}

QString GenerationWords::stage(const GenerationRecord &record)
{
    switch (record.state) {
    case GenerationState::Draft:
        return tr("Preparing");
    case GenerationState::Uploading:
        return tr("Uploading your files");
    case GenerationState::Submitting:
        return tr("Sending");
    case GenerationState::Queued:
        return waiting(record);
    case GenerationState::Downloading: {
        const auto [here, all] = downloadedBytes(record);
        if (all <= 0)
            return tr("Saving");
        const QLocale locale;
        return tr("Saving · %1 of %2")
            .arg(locale.formattedDataSize(here, 1), locale.formattedDataSize(all, 1));
    }
    case GenerationState::Unknown:
        return tr("Asking the service what became of it");
    case GenerationState::Done:
        return tr("Done");
    case GenerationState::Failed:
        return tr("Failed");
    case GenerationState::Cancelled:
        return tr("Cancelled");
    case GenerationState::Running:
        break;
    }
    const QString &stage = record.generation.stage;
    if (stage == QLatin1String("waiting"))
        return waiting(record);
    if (stage == QLatin1String("reading"))
        return tr("Reading your pictures");
    if (stage == QLatin1String("motion"))
        return tr("Finding the motion");
    if (stage == QLatin1String("rendering"))
        return tr("Rendering");
    if (stage == QLatin1String("encoding"))
        return tr("Writing the video");
    return tr("Generating");
}

QString GenerationWords::progress(const GenerationRecord &record)
{
    QString now = stage(record);
    if (record.state != GenerationState::Running || !record.generation.etaS)
        return now;
    const int left = std::max(1, static_cast<int>(std::ceil(*record.generation.etaS)));
    if (left >= 90)
        return tr("%1 · about %n min left", nullptr, (left + 30) / 60).arg(now);
    return tr("%1 · about %n s left", nullptr, left).arg(now);
}

QString GenerationWords::held(const GenerationRecord &record)
{
    switch (record.state) {
    case GenerationState::Draft:
    case GenerationState::Uploading:
        return tr("Nothing taken yet");
    case GenerationState::Submitting:
        return QStringLiteral("—"); // on its way: what is held is the service's to say
    case GenerationState::Unknown:
        return tr("Not known yet what is held");
    case GenerationState::Queued:
    case GenerationState::Running:
    case GenerationState::Downloading:
    case GenerationState::Done:
    case GenerationState::Failed:
    case GenerationState::Cancelled:
        break;
    }
    if (record.generation.covered)
        return tr("0 credits · unlimited");
    return tr("%1 held").arg(credits(record.generation.quotedCredits));
}

bool GenerationWords::neverSent(const GenerationRecord &record)
{
    // Without an id the service has never said that it has it.
    if (!record.generation.id.isEmpty())
        return false;
    return record.state == GenerationState::Cancelled
        || (record.state == GenerationState::Failed && record.error
            && record.error->code == QLatin1String("not_sent"));
}

QString GenerationWords::charge(const GenerationRecord &record)
{
    if (neverSent(record))
        return tr("Not charged");
    if (!record.generation.chargedCredits)
        return QStringLiteral("—");
    const Credits charged = *record.generation.chargedCredits;
    const Credits returned = record.generation.quotedCredits - charged;
    const bool succeeded = record.generation.status == GenerationStatus::Succeeded;
    if (charged == 0 && record.generation.covered)
        return succeeded ? tr("0 credits · unlimited") : tr("Not charged");
    if (charged == 0 && !succeeded && returned > 0)
        return tr("Not charged · %1 returned").arg(credits(returned));
    if (charged == 0 && !succeeded)
        return tr("Not charged");
    if (returned > 0)
        return tr("%1 · %2 returned").arg(credits(charged), QLocale().toString(returned));
    return credits(charged);
}

QString GenerationWords::chargeReason(const GenerationRecord &record)
{
    const Generation &generation = record.generation;
    if (neverSent(record))
        return tr("It was never sent, so nothing was taken.");
    if (!generation.chargedCredits)
        return tr("What was taken is not known yet.");
    const bool nothing = *generation.chargedCredits == 0;
    if (generation.status == GenerationStatus::Succeeded && nothing && generation.covered)
        return tr("Your unlimited benefit covered it.");
    if (nothing && generation.status == GenerationStatus::Failed)
        return generation.covered ? tr("Not charged: it failed.")
                                  : tr("Not charged: it failed, and its credits were returned.");
    if (nothing && generation.status == GenerationStatus::Cancelled)
        return generation.covered ? tr("Not charged: it was cancelled.")
                                  : tr("Not charged: it was cancelled, and its credits were returned.");
    return tr("%1 taken.").arg(credits(*generation.chargedCredits));
}

bool GenerationWords::isFree(const GenerationRecord &record)
{
    return neverSent(record) || record.generation.chargedCredits == std::optional<Credits>(0);
}

QString GenerationWords::conversationCharge(Credits credits)
{
    return tr("%1 for the conversation").arg(GenerationWords::credits(credits));
}

QString GenerationWords::picture(const GenerationRecord &record)
{
    QStringList parts;
    const Options &options = record.generation.options;
    if (options.resolution)
        parts << *options.resolution;
    if (options.aspectRatio)
        parts << *options.aspectRatio;
    return parts.join(tr(" · ", "between facts"));
}

QString GenerationWords::options(const GenerationRecord &record)
{
    QStringList parts;
    if (record.generation.options.durationS)
        parts << seconds(*record.generation.options.durationS);
    const QString frame = picture(record);
    if (!frame.isEmpty())
        parts << frame;
    if (record.generation.seed)
        parts << tr("seed %1").arg(*record.generation.seed);
    return parts.join(tr(" · ", "between facts"));
}

QString GenerationWords::method(Method method)
{
    switch (method) {
    case Method::Text:
        return tr("Words only");
    case Method::Image:
        return tr("Image");
    case Method::StartEnd:
        return tr("Start + end frame");
    case Method::Audio:
        return tr("Audio");
    case Method::Video:
        return tr("Video");
    case Method::Other:
        break;
    }
    return tr("Other");
}

QString GenerationWords::agent(AgentVersion version)
{
    switch (version) {
    case AgentVersion::V1:
        return tr("Agent 1.0");
    case AgentVersion::V2:
        break;
    }
    return tr("Agent 2.0");
}

QString GenerationWords::seconds(int seconds)
{
    return tr("%1 s", "seconds").arg(QLocale().toString(seconds));
}

QString GenerationWords::credits(Credits credits)
{
    // The number is put in by hand: %n knows no digit grouping and no 64 bits.
    return tr("%1 credits", nullptr, static_cast<int>(std::min<Credits>(credits, 1'000'000)))
        .arg(QLocale().toString(credits));
}

QString GenerationWords::clock(double seconds)
{
    const int whole = static_cast<int>(std::lround(seconds));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

std::optional<double> GenerationWords::fraction(const GenerationRecord &record)
{
    if (record.state == GenerationState::Downloading) {
        const auto [here, all] = downloadedBytes(record);
        if (all <= 0)
            return {};
        return static_cast<double>(here) / static_cast<double>(all);
    }
    return record.generation.progress;
}

} // namespace facet::ui
