#include "ui/composer/OptionWords.h"

#include "ui/chat/GenerationWords.h"

#include <QLocale>

namespace facet::ui {

namespace {
const auto between = QStringLiteral(" · ");
}

QString OptionWords::summary(const Options &o)
{
    QStringList parts;
    if (o.durationS)
        parts.append(GenerationWords::seconds(*o.durationS));
    if (o.resolution)
        parts.append(*o.resolution);
    if (o.aspectRatio)
        parts.append(*o.aspectRatio);
    if (o.count)
        parts.append(count(*o.count));
    return parts.isEmpty() ? tr("Options") : parts.join(between);
}

QString OptionWords::defaults(const Model &model)
{
    QStringList parts;
    const Options &o = model.defaults;
    if (o.durationS)
        parts.append(GenerationWords::seconds(*o.durationS));
    if (o.resolution)
        parts.append(*o.resolution);
    if (o.audio.value_or(false))
        parts.append(tr("with audio"));
    const int made = o.count.value_or(1);
    switch (model.kind) {
    case ModelKind::Video:
        parts.append(tr("%n video(s)", nullptr, made));
        break;
    case ModelKind::Image:
        parts.append(tr("%n image(s)", nullptr, made));
        break;
    case ModelKind::Audio:
    case ModelKind::Tool:
    case ModelKind::Other:
        break;
    }
    return parts.join(between);
}

QString OptionWords::count(int count)
{
    return QStringLiteral("×") + QLocale().toString(count);
}

QString OptionWords::optionName(const QString &wireName)
{
    if (wireName == QLatin1String("duration_s"))
        return tr("Length");
    if (wireName == QLatin1String("resolution"))
        return tr("Resolution");
    if (wireName == QLatin1String("aspect_ratio"))
        return tr("Shape");
    if (wireName == QLatin1String("count"))
        return tr("Takes");
    if (wireName == QLatin1String("audio"))
        return tr("Audio");
    return wireName;
}

QStringList OptionWords::methodNames(const QList<Method> &methods)
{
    QStringList parts;
    for (const Method method : methods) {
        switch (method) {
        case Method::Text:
            parts.append(tr("text"));
            break;
        case Method::Image:
            parts.append(tr("image"));
            break;
        case Method::StartEnd:
            parts.append(tr("start/end frames"));
            break;
        case Method::Audio:
            parts.append(tr("audio"));
            break;
        case Method::Video:
            parts.append(tr("video"));
            break;
        case Method::Other:
            break;
        }
    }
    return parts;
}

QString OptionWords::methodList(const QList<Method> &methods)
{
    QString list = methodNames(methods).join(between);
    if (!list.isEmpty())
        list[0] = list[0].toUpper();
    return list;
}

QString OptionWords::anyOf(const QList<Method> &methods)
{
    return methodNames(methods).join(tr(" or ", "between the ways a video can start"));
}

} // namespace facet::ui
