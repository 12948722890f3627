#include "contract/Codecs.h"
#include "contract/Reading.h"
#include "contract/Writing.h"

namespace facet::contract {

namespace {

const char *fitName(FitMode fit)
{
    switch (fit) {
    case FitMode::Fit:
        return "fit";
    case FitMode::Crop:
        return "crop";
    }
    return "fit";
}

/// A way of fitting that this version does not know is left to the model's default.
std::optional<FitMode> fitFromWire(const std::optional<QString> &word)
{
    if (word == QLatin1String("fit"))
        return FitMode::Fit;
    if (word == QLatin1String("crop"))
        return FitMode::Crop;
    return {};
}

Json priceJson(const Price &price)
{
    return {
        { "resolution", textOrNull(price.resolution) },
        { "audio", numberOrNull(price.audio) },
        { "unit", textJson(wireName(price.unit)) },
        { "credits_per_unit", textJson(price.creditsPerUnit.toString()) },
    };
}

Price readPrice(Reader &reader)
{
    Price price;
    price.resolution = reader.optionalText("resolution");
    price.audio = reader.optionalFlag("audio");
    price.unit = reader.choice("unit", priceUnitFromWire);
    const QString rate = reader.text("credits_per_unit");
    if (const auto parsed = CreditRate::fromString(rate))
        price.creditsPerUnit = *parsed;
    else
        reader.refuse(
            "credits_per_unit", QStringLiteral("expected a decimal number, found \"%1\"").arg(rate));
    return price;
}

Json inputsJson(const ModelInputs &inputs)
{
    return {
        { "images",
            {
                { "max", inputs.images.max },
                { "roles",
                    listJson(inputs.images.roles, [](InputRole role) { return textJson(wireName(role)); }) },
                { "mime", textsJson(inputs.images.mime) },
                { "max_bytes", inputs.images.maxBytes },
                { "max_pixels", inputs.images.maxPixels },
            } },
        { "audio", inputs.audio },
        { "video", inputs.video },
    };
}

ModelInputs readInputs(Reader reader)
{
    ModelInputs inputs;
    Reader images = reader.object("images");
    inputs.images.max = images.count("max");
    inputs.images.roles = images.choices("roles", inputRoleFromWire);
    inputs.images.mime = images.texts("mime");
    inputs.images.maxBytes = images.integer("max_bytes", 0);
    inputs.images.maxPixels = images.integer("max_pixels", 0);
    inputs.audio = reader.flag("audio");
    inputs.video = reader.flag("video");
    return inputs;
}

Json offeredJson(const ModelOptions &options)
{
    const auto number = [](int value) { return Json(value); };
    return {
        { "durations_s", listJson(options.durationsS, number) },
        { "resolutions", textsJson(options.resolutions) },
        { "aspect_ratios", textsJson(options.aspectRatios) },
        { "counts", listJson(options.counts, number) },
        { "audio", options.audio },
        { "seed", options.seed },
    };
}

ModelOptions readOffered(Reader reader)
{
    ModelOptions options;
    options.durationsS = reader.counts("durations_s");
    options.resolutions = reader.texts("resolutions");
    options.aspectRatios = reader.texts("aspect_ratios");
    options.counts = reader.counts("counts");
    options.audio = reader.flag("audio");
    options.seed = reader.flag("seed");
    return options;
}

} // namespace

Json toJson(const Options &options)
{
    Json json = Json::object();
    if (options.durationS)
        json["duration_s"] = *options.durationS;
    if (options.resolution)
        json["resolution"] = textJson(*options.resolution);
    if (options.aspectRatio)
        json["aspect_ratio"] = textJson(*options.aspectRatio);
    if (options.count)
        json["count"] = *options.count;
    if (options.audio)
        json["audio"] = *options.audio;
    if (options.seed)
        json["seed"] = *options.seed;
    if (options.fit)
        json["fit"] = fitName(*options.fit);
    if (options.background)
        json["background"] = textJson(*options.background);
    return json;
}

template <>
Options read<Options>(Reader &reader)
{
    constexpr qint64 intMax = std::numeric_limits<int>::max();
    Options options;
    if (const auto seconds = reader.optionalInteger("duration_s", 0, intMax))
        options.durationS = int(*seconds);
    options.resolution = reader.optionalText("resolution");
    options.aspectRatio = reader.optionalText("aspect_ratio");
    if (const auto count = reader.optionalInteger("count", 1, intMax))
        options.count = int(*count);
    options.audio = reader.optionalFlag("audio");
    if (const auto seed = reader.optionalInteger("seed", 0, std::numeric_limits<quint32>::max()))
        options.seed = quint32(*seed);
    options.fit = fitFromWire(reader.optionalText("fit"));
    options.background = reader.optionalText("background");
    return options;
}

template <>
Result<Options> fromJson<Options>(const Json &json)
{
    return readWhole<Options>(json);
}

Json toJson(const Model &model)
{
    return {
        { "id", textJson(model.id) },
        { "name", textJson(model.name) },
        { "vendor", textJson(model.vendor) },
        { "aliases", textsJson(model.aliases) },
        { "kind", textJson(wireName(model.kind)) },
        { "methods", listJson(model.methods, [](Method method) { return textJson(wireName(method)); }) },
        { "inputs", inputsJson(model.inputs) },
        { "options", offeredJson(model.options) },
        { "defaults", toJson(model.defaults) },
        { "max_duration_s", positiveOrNull(model.maxDurationS) },
        { "prices", listJson(model.prices, priceJson) },
        { "per_generation_credits", numberOrNull(model.perGenerationCredits) },
        { "badges", textsJson(model.badges) },
        { "status", textJson(wireName(model.status)) },
        { "engine", textJson(model.engine) },
        { "description",
            { { "en", textJson(model.description.en) }, { "ko", textJson(model.description.ko) } } },
    };
}

template <>
Model read<Model>(Reader &reader)
{
    Model model;
    model.id = reader.text("id");
    model.name = reader.text("name");
    model.vendor = reader.text("vendor");
    model.aliases = reader.texts("aliases");
    model.kind = reader.choice("kind", modelKindFromWire);
    model.methods = reader.choices("methods", methodFromWire);
    model.inputs = readInputs(reader.object("inputs"));
    model.options = readOffered(reader.object("options"));
    Reader defaults = reader.object("defaults");
    model.defaults = read<Options>(defaults);
    model.maxDurationS = reader.countOr("max_duration_s", 0);
    model.prices = reader.list("prices", readPrice);
    model.perGenerationCredits = reader.optionalInteger("per_generation_credits", 0);
    model.badges = reader.texts("badges");
    model.status = reader.choice("status", modelStatusFromWire);
    model.engine = reader.text("engine");
    Reader description = reader.object("description");
    model.description.en = description.text("en");
    model.description.ko = description.text("ko");
    return model;
}

template <>
Result<Model> fromJson<Model>(const Json &json)
{
    return readWhole<Model>(json);
}

} // namespace facet::contract
