#include "domain/PromptWords.h"

#include "domain/PromptParts.h"
#include "domain/PromptSteps.h"

namespace facet {

namespace {

/// Words this far in are a pasted text, not a wish for an option.
constexpr qsizetype readAtMost = 8000;

bool isNegated(const QString &text, const AliasHit &hit)
{
    static const QRegularExpression before = detail::pattern(
        "(?:\\bnot|\\bdon[’']?t use|\\bdo not use|\\bwithout|\\binstead of|\\brather than|\\bexcept|\\bavoid|\\bno)"
        "\\s+(?:the\\s+|using\\s+)?$");
    static const QRegularExpression after = detail::pattern(
        "^\\s*(?:으로|로|을|를|은|는|이|가)?\\s*(?:말고|대신|빼고|아니라|아닌|없이|제외|쓰지|사용하지)");
    const qsizetype from = std::max<qsizetype>(0, hit.start - 24);
    return before.match(text.mid(from, hit.start - from)).hasMatch()
        || after.match(text.mid(hit.start + hit.length, 12)).hasMatch();
}

/// All but the steps.
PromptWords readWords(QStringView prompt, const Catalogue &catalogue, bool hasVideoToEdit)
{
    // Names of files and messages from a Mac arrive with Hangul taken apart.
    QString text = prompt.left(readAtMost).toString().normalized(QString::NormalizationForm_C).toLower();
    const QList<AliasHit> hits = catalogue.namesIn(text);

    QString masked = text;
    for (const AliasHit &hit : hits) {
        const ModelKind kind = catalogue.models()[hit.model].kind;
        // "Music" and "upscale" name a model and a kind of work: those stay readable.
        if (kind == ModelKind::Video || kind == ModelKind::Image)
            masked.replace(hit.start, hit.length, QString(hit.length, u'¤'));
    }

    PromptWords words;
    words.kind = detail::kindIn(masked);
    for (const AliasHit &hit : hits) {
        const Model &model = catalogue.models()[hit.model];
        // "A band plays music" is a picture of a band unless the message asks for music as such.
        const bool commonWord = model.kind == ModelKind::Audio || model.kind == ModelKind::Tool;
        if (!isNegated(text, hit) && (!commonWord || words.kind == model.kind))
            words.modelId = model.id;
    }
    words.durationS = detail::durationIn(masked);
    words.count = detail::countIn(masked);
    words.aspectRatio = detail::aspectRatioIn(masked);
    words.resolution = detail::resolutionIn(masked);
    if (words.kind != ModelKind::Audio)
        words.audio = detail::audioIn(masked);
    words.editsElementInVideo = detail::editsElementInVideo(masked, hasVideoToEdit);
    words.asksForGeneration = words.editsElementInVideo || detail::asksForGeneration(masked);
    return words;
}

} // namespace

PromptWords readPromptWords(QStringView prompt, const Catalogue &catalogue, bool hasVideoToEdit)
{
    PromptWords words = readWords(prompt, catalogue, hasVideoToEdit);
    if (!words.asksForGeneration || words.editsElementInVideo)
        return words;
    words.steps = detail::stepsIn(prompt.toString().normalized(QString::NormalizationForm_C), catalogue);
    for (PromptStep &step : words.steps) {
        const PromptWords own = readWords(step.text, catalogue, false);
        if (!step.modelId)
            step.modelId = own.modelId;
        if (!step.count)
            step.count = own.count;
        step.durationS = own.durationS;
        step.aspectRatio = own.aspectRatio;
        step.resolution = own.resolution;
        step.audio = own.audio;
    }
    return words;
}

} // namespace facet
