#include "domain/ModelSearch.h"

#include "domain/SearchLetters.h"

#include <algorithm>

namespace facet {

namespace {

constexpr QChar lineBreak = u'\n';

QStringList words(const char16_t *list)
{
    return QString::fromUtf16(list).split(u';');
}

QStringList kindWords(const Model &model)
{
    switch (model.kind) {
    case ModelKind::Video:
        return words(u"video;clip;movie;동영상;영상;비디오");
    case ModelKind::Image:
        return words(u"image;picture;photo;이미지;사진;그림");
    case ModelKind::Audio:
        return words(u"audio;sound;오디오;소리;사운드");
    case ModelKind::Tool:
        return words(u"tool;도구");
    case ModelKind::Other:
        return {};
    }
    return {};
}

QStringList methodWords(const Model &model, Method method)
{
    switch (method) {
    case Method::Text:
        return words(u"text;words;prompt;텍스트;글;프롬프트");
    case Method::Image:
        return model.kind == ModelKind::Image
            ? words(u"edit image;expand;outpaint;retouch;이미지 편집;편집;확장;보정")
            : words(u"image to video;image;picture;photo;animate;이미지;사진;그림");
    case Method::StartEnd:
        return words(u"start frame;end frame;first frame;last frame;start and end frames;keyframes;"
                     u"시작 프레임;끝 프레임;첫 프레임;마지막 프레임;시작 끝 프레임");
    case Method::Audio:
        return words(u"lip sync;voice;speech;talking;립 싱크;음성;목소리;말하기");
    case Method::Video:
        return words(u"video;동영상;영상;비디오");
    case Method::Other:
        return {};
    }
    return {};
}

QStringList resolutionWords(const QString &resolution)
{
    QStringList list{ resolution };
    if (resolution.compare(u"4K", Qt::CaseInsensitive) == 0)
        list += words(u"uhd;ultra hd;2160p;4케이;초고화질");
    else if (resolution == QLatin1String("1080p"))
        list += words(u"full hd;fhd;풀 hd;고화질");
    else if (resolution == QLatin1String("720p"))
        list += words(u"hd");
    return list;
}

QStringList shapeWords(const QString &aspectRatio)
{
    QStringList list{ aspectRatio };
    if (aspectRatio == QLatin1String("9:16"))
        list += words(u"vertical;portrait;shorts;reels;세로;쇼츠;릴스");
    else if (aspectRatio == QLatin1String("16:9"))
        list += words(u"horizontal;landscape;widescreen;가로");
    else if (aspectRatio == QLatin1String("1:1"))
        list += words(u"square;정사각형");
    return list;
}

bool makesSound(const Model &model)
{
    return model.kind == ModelKind::Video && (model.options.audio || model.defaults.audio.value_or(false));
}

/// Makes what it is given larger: a tool that works on pictures and needs no voice.
bool enlarges(const Model &model)
{
    return model.kind == ModelKind::Tool && !model.takes(Method::Audio)
        && (model.takes(Method::Image) || model.takes(Method::Video)) && !model.options.resolutions.isEmpty();
}

} // namespace

QStringList abilityWords(const Model &model)
{
    QStringList list = kindWords(model);
    for (const Method method : model.methods)
        list += methodWords(model, method);
    if (model.inputs.images.max > 2)
        list += words(u"references;reference images;several images;참고 이미지;레퍼런스;여러 이미지");
    if (makesSound(model))
        list += words(u"audio;sound;speech;오디오;소리;사운드;음향");
    if (enlarges(model))
        list += words(u"upscale;enlarge;sharpen;업스케일;화질 개선;확대");
    for (const QString &resolution : model.options.resolutions)
        list += resolutionWords(resolution);
    for (const QString &aspect : model.options.aspectRatios)
        list += shapeWords(aspect);
    for (const int seconds : model.options.durationsS) {
        const QString number = QString::number(seconds);
        list += { number + QLatin1String(" seconds"), number + QStringLiteral("초") };
    }
    list += model.badges;
    if (model.status == ModelStatus::Draft)
        list += words(u"draft;초안");
    if (model.perGenerationCredits == Credits(0))
        list += words(u"free;무료");
    return list;
}

ModelSearch::ModelSearch(const Catalogue &catalogue, const QList<Benefit> &benefits)
{
    m_entries.reserve(catalogue.models().size());
    for (const Model &model : catalogue.models()) {
        Entry entry;
        for (const QString &name : QStringList{ model.name, model.vendor } + model.aliases) {
            entry.names += lineBreak + searchLetters(name);
            if (const QString initials = initialLetters(name); !initials.isEmpty())
                entry.initials += lineBreak + initials;
        }
        QStringList abilities = abilityWords(model);
        const bool covered = std::any_of(
            benefits.begin(), benefits.end(), [&](const Benefit &b) { return b.modelId == model.id; });
        if (covered)
            abilities += words(u"unlimited;covered;free;무제한;무료");
        abilities.removeDuplicates();
        for (const QString &ability : std::as_const(abilities)) {
            const QStringList parts = ability.split(u' ');
            for (qsizetype from = 0; from < parts.size(); ++from)
                entry.abilities += lineBreak + searchLetters(QStringList(parts.mid(from)).join(QString()));
        }
        m_entries.append(entry);
    }
}

bool ModelSearch::hasName(const Entry &entry, const QString &letters)
{
    return entry.names.contains(letters) || (isInitials(letters) && entry.initials.contains(letters));
}

bool ModelSearch::hasAbility(const Entry &entry, const QString &letters)
{
    return entry.abilities.contains(lineBreak + letters);
}

QList<ModelSearch::Hit> ModelSearch::find(QStringView query) const
{
    QStringList tokens;
    for (const QStringView part : query.split(u' ', Qt::SkipEmptyParts)) {
        if (const QString letters = searchLetters(part); !letters.isEmpty())
            tokens.append(letters);
    }
    const QString whole = tokens.join(QString());
    QList<Hit> hits;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        const auto named = [&](const QString &token) { return hasName(entry, token); };
        const bool byName =
            named(whole) || (tokens.size() > 1 && std::all_of(tokens.begin(), tokens.end(), named));
        const bool found = byName || hasAbility(entry, whole)
            || std::all_of(tokens.begin(), tokens.end(),
                [&](const QString &token) { return named(token) || hasAbility(entry, token); });
        if (found)
            hits.append({ static_cast<int>(i), byName });
    }
    return hits;
}

} // namespace facet
