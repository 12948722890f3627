#include "client/tags/ResultTags.h"

#include "contract/Codecs.h"

#include <QRegularExpression>

namespace facet::client {

namespace {

constexpr qsizetype mostPrompt = 20'000; // characters
constexpr qsizetype mostName = 200;
constexpr qsizetype mostOptions = 4'096;
constexpr qsizetype titleLength = 80;
constexpr int longest = 3'600; // seconds
constexpr int mostTakes = 64;

QString cleaned(const QString &text, qsizetype most)
{
    QString clean;
    clean.reserve(std::min(text.size(), most));
    for (const QChar c : text) {
        if (clean.size() >= most)
            break;
        if (c == u'\n' || c == u'\t'
            || (c.category() != QChar::Other_Control && c != QChar::ReplacementCharacter))
            clean += c;
    }
    if (!clean.isEmpty() && clean.back().isHighSurrogate())
        clean.chop(1);
    return clean.trimmed().normalized(QString::NormalizationForm_C);
}

std::optional<QString> shortWord(const std::optional<QString> &word)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9A-Za-z:.x]{1,12}\\z"));
    return word && form.match(*word).hasMatch() ? word : std::nullopt;
}

Options readOptions(const QString &text)
{
    if (text.size() > mostOptions)
        return {};
    Options options =
        contract::parseJson(text.toUtf8())
            .and_then([](const contract::Json &json) { return contract::fromJson<Options>(json); })
            .value_or(Options{});
    if (options.durationS && (*options.durationS < 1 || *options.durationS > longest))
        options.durationS.reset();
    if (options.count && (*options.count < 1 || *options.count > mostTakes))
        options.count.reset();
    options.resolution = shortWord(options.resolution);
    options.aspectRatio = shortWord(options.aspectRatio);
    static const QRegularExpression colour(QStringLiteral("\\A#[0-9a-fA-F]{6}\\z"));
    if (options.background && !colour.match(*options.background).hasMatch())
        options.background.reset();
    return options;
}

} // namespace

ResultTags ResultTags::of(const Generation &generation, int take, const QString &modelName)
{
    ResultTags tags;
    tags.prompt = generation.prompt;
    tags.modelId = generation.modelId;
    tags.modelName = modelName;
    if (generation.seed)
        tags.seed = *generation.seed + static_cast<quint32>(take); // count n is n jobs, seeds seed, seed+1, …
    tags.options = generation.options;
    tags.agent = generation.agent;
    tags.method = generation.method;
    tags.generationId = generation.id;
    tags.take = take;
    tags.draft = generation.draft;
    return tags;
}

ResultTags::Words ResultTags::words() const
{
    Words words;
    const auto put = [&words](const char *name, const QString &value) {
        if (!value.isEmpty())
            words.insert(QLatin1String(name), value);
    };
    const QString line = prompt.simplified();
    put("title", line.isEmpty() ? modelName : line.left(titleLength));
    put("prompt", prompt);
    put("model", modelName);
    put("model_id", modelId);
    put("generation_id", generationId);
    put("take", QString::number(take));
    if (seed)
        put("seed", QString::number(*seed));
    put("options", QString::fromUtf8(contract::toBytes(contract::toJson(options))));
    if (agent)
        put("agent", wireName(*agent));
    if (method != Method::Other)
        put("method", wireName(method));
    if (draft)
        put("draft", QStringLiteral("true"));
    return words;
}

std::optional<ResultTags> ResultTags::fromWords(const Words &words)
{
    const auto word = [&words](const char *name, qsizetype most) {
        return cleaned(words.value(QLatin1String(name)), most);
    };
    ResultTags tags;
    tags.modelId = word("model_id", mostName);
    tags.generationId = word("generation_id", mostName);
    tags.prompt = word("prompt", mostPrompt);
    // Other programs write a "prompt" as well, in forms of their own.
    if (tags.modelId.isEmpty() || (tags.generationId.isEmpty() && tags.prompt.isEmpty()))
        return {};
    tags.modelName = word("model", mostName);
    bool isNumber = false;
    if (const quint32 seed = words.value(QStringLiteral("seed")).toUInt(&isNumber); isNumber)
        tags.seed = seed;
    if (const int take = words.value(QStringLiteral("take")).toInt(&isNumber);
        isNumber && take >= 0 && take < mostTakes)
        tags.take = take;
    tags.options = readOptions(words.value(QStringLiteral("options")));
    tags.agent = agentFromWire(words.value(QStringLiteral("agent")));
    tags.method = methodFromWire(words.value(QStringLiteral("method")));
    tags.draft = words.value(QStringLiteral("draft")) == QLatin1String("true");
    return tags;
}

} // namespace facet::client
