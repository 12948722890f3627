#include "ui/composer/AttachmentWords.h"

#include "domain/InputFit.h"

#include <QLocale>

#include <algorithm>

namespace facet::ui {

QStringList AttachmentWords::facts(const client::Attachment &attachment)
{
    QStringList facts{ attachment.fileName };
    if (attachment.size.isValid())
        facts.append(tr("%1 × %2 pixels").arg(attachment.size.width()).arg(attachment.size.height()));
    if (attachment.durationMs > 0)
        facts.append(length(attachment.durationMs));
    if (attachment.bytes > 0)
        facts.append(QLocale().formattedDataSize(attachment.bytes));
    facts.append(attachment.notices);
    if (const QString kept = originalKept(attachment); !kept.isEmpty())
        facts.append(kept);
    if (attachment.error)
        facts.append(attachment.error->sentence);
    return facts;
}

QString AttachmentWords::originalKept(const client::Attachment &attachment)
{
    if (!attachment.isChanged())
        return {};
    return tr("Original kept: %1, %2")
        .arg(attachment.fileName, QLocale().formattedDataSize(attachment.original.bytes));
}

QString AttachmentWords::what(const QList<client::Attachment> &aside)
{
    const auto count = static_cast<int>(aside.size());
    const auto all = [&aside](InputRole role) {
        return std::all_of(aside.begin(), aside.end(), [role](const auto &a) { return a.role == role; });
    };
    if (all(InputRole::Video))
        return tr("%n video(s)", nullptr, count);
    if (all(InputRole::Audio))
        return tr("%n sound(s)", nullptr, count);
    const bool pictures = std::none_of(aside.begin(), aside.end(),
        [](const client::Attachment &a) { return a.role == InputRole::Video || a.role == InputRole::Audio; });
    return pictures ? tr("%n image(s)", nullptr, count) : tr("%n file(s)", nullptr, count);
}

QString AttachmentWords::keptAside(
    const QList<client::Attachment> &aside, const QList<client::Attachment> &sent, const Model *model)
{
    if (aside.isEmpty())
        return {};
    const QString files = what(aside);
    QList<InputRole> roles;
    for (const client::Attachment &attachment : sent)
        roles.append(attachment.role);
    roles.append(aside.constFirst().role);
    const auto problem = model ? inputProblem(roles, *model) : std::nullopt;
    if (!problem)
        return tr("Kept aside and not sent: %1.").arg(files);
    switch (*problem) {
    case InputProblem::NoImages:
        return tr("Kept aside: %1. %2 takes no images.").arg(files, model->name);
    case InputProblem::NoReferences:
        return tr("Kept aside: %1. %2 takes frames, not reference images.").arg(files, model->name);
    case InputProblem::NoFrames:
        return tr("Kept aside: %1. %2 takes no start or end frame.").arg(files, model->name);
    case InputProblem::TooManyImages:
        return tr("Kept aside: %1. %2 takes up to %n image(s).", nullptr, model->inputs.images.max)
            .arg(files, model->name);
    case InputProblem::NoAudio:
        return tr("Kept aside: %1. %2 takes no sound.").arg(files, model->name);
    case InputProblem::NoVideo:
        return tr("Kept aside: %1. %2 takes no video.").arg(files, model->name);
    case InputProblem::TwiceTheSame:
        return tr("Kept aside: %1. %2 takes only one of each.").arg(files, model->name);
    case InputProblem::NotTogether:
    case InputProblem::NeedsImage:
    case InputProblem::NeedsVideo:
    case InputProblem::NeedsImageOrVideo:
    case InputProblem::NeedsFace:
    case InputProblem::NeedsVoice:
    case InputProblem::NeedsFaceAndVoice:
        return tr("Kept aside: %1. %2 does not take these together.").arg(files, model->name);
    }
    return {};
}

QString AttachmentWords::length(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + 500) / 1000;
    const QLatin1Char zero('0');
    if (seconds >= 3600) {
        return QStringLiteral("%1:%2:%3")
            .arg(seconds / 3600)
            .arg(seconds / 60 % 60, 2, 10, zero)
            .arg(seconds % 60, 2, 10, zero);
    }
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, zero);
}

QString AttachmentWords::type(const QString &mime)
{
    if (mime == QLatin1String("video/quicktime"))
        return QStringLiteral("MOV");
    if (mime == QLatin1String("audio/mpeg"))
        return QStringLiteral("MP3");
    if (mime == QLatin1String("audio/mp4"))
        return QStringLiteral("M4A");
    return mime.section(QLatin1Char('/'), 1).toUpper();
}

} // namespace facet::ui
