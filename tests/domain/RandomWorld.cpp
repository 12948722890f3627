#include "RandomWorld.h"

namespace facet::test {

namespace {

struct Name {
    const char *english;
    const char *korean;
};

// Names that people would write in a message, some with a number in them, some the beginning of another.
constexpr Name names[] = { { "Nova Motion 2.1", "노바 모션" }, { "Nova Motion", "노바" }, { "Ember", "엠버" },
    { "Halcyon 3.0 Fast", "할시온 3.0 패스트" }, { "Halcyon 3.0", "할시온 3.0" }, { "Tidal 4", "타이달 4" },
    { "Quill Draw", "퀼 드로우" }, { "Marrow", "매로우" }, { "Obsidian", "옵시디언" } };

const QList<Method> methods{ Method::Text, Method::Image, Method::StartEnd, Method::Audio, Method::Video };
const QList<InputRole> roles{ InputRole::Reference, InputRole::StartFrame, InputRole::EndFrame,
    InputRole::Audio, InputRole::Video };
const QStringList resolutions{ QStringLiteral("480p"), QStringLiteral("720p"), QStringLiteral("1080p"),
    QStringLiteral("2K"), QStringLiteral("4K") };
const QStringList ratios{ QStringLiteral("16:9"), QStringLiteral("9:16"), QStringLiteral("1:1"),
    QStringLiteral("4:3") };

} // namespace

RandomWorld::RandomWorld(quint32 seed)
    : m_random(seed)
{
}

template <typename T>
std::optional<T> RandomWorld::standardOf(const QList<T> &offered, const T &stranger)
{
    if (chance(5))
        return stranger;
    if (offered.isEmpty() || chance(10))
        return std::nullopt;
    return of(offered);
}

CreditRate RandomWorld::rate()
{
    static const QList<const char *> odd{ "6.6", "33", "0", "0.000001", "24.137931", "0.333333", "13.793104",
        "999.999999", "0.5", "100000.000001" };
    if (chance(60))
        return *CreditRate::fromString(QString::fromLatin1(of(odd)));
    if (chance(1))
        return *CreditRate::fromString(u"999999999.999999");
    return CreditRate::fromMillionths(below(90'000'000));
}

QList<Price> RandomWorld::prices(const Model &model)
{
    static const QList<PriceUnit> units{ PriceUnit::Second, PriceUnit::Second, PriceUnit::Second,
        PriceUnit::Item, PriceUnit::Minute, PriceUnit::Run, PriceUnit::Other };
    QList<Price> prices;
    const PriceUnit unit = of(units);
    if (chance(50))
        prices.append({ std::nullopt, std::nullopt, unit, rate() });
    for (const QString &resolution : model.options.resolutions) {
        if (chance(30))
            prices.append({ resolution, std::nullopt, unit, rate() });
        if (chance(30))
            prices.append({ resolution, chance(50), unit, rate() });
    }
    if (chance(20))
        prices.append({ std::nullopt, chance(50), of(units), rate() });
    return prices;
}

Model RandomWorld::model(int number)
{
    static const QList<ModelKind> kinds{ ModelKind::Video, ModelKind::Video, ModelKind::Video,
        ModelKind::Image, ModelKind::Image, ModelKind::Audio, ModelKind::Tool, ModelKind::Other };
    static const QList<ModelStatus> states{ ModelStatus::Ready, ModelStatus::Ready, ModelStatus::Ready,
        ModelStatus::Draft, ModelStatus::Draft, ModelStatus::Draft, ModelStatus::Draft, ModelStatus::Draft,
        ModelStatus::NeedsConnection, ModelStatus::RetiredUpstream, ModelStatus::Other };
    Model model;
    model.id = QStringLiteral("m%1").arg(number);
    model.name = QString::fromUtf8(names[number].english);
    model.aliases = { QString::fromUtf8(names[number].korean) };
    model.vendor = QStringLiteral("Vendor");
    model.kind = of(kinds);
    model.status = of(states);
    model.engine = QStringLiteral("draft");
    model.methods = someOf(methods, 55);
    if (model.methods.isEmpty())
        model.methods = { Method::Text };
    model.inputs.images.max =
        model.takes(Method::Image) || model.takes(Method::StartEnd) ? 1 + below(3) : below(2);
    model.inputs.images.roles = someOf(QList(roles.mid(0, 3)), 70);
    model.inputs.audio = model.takes(Method::Audio) || chance(10);
    model.inputs.video = model.takes(Method::Video) || chance(10);
    ModelOptions &options = model.options;
    if (chance(75))
        options.durationsS = someOf(QList{ 1, 3, 4, 5, 7, 8, 10, 12, 15 }, 50);
    if (chance(75))
        options.resolutions = someOf(resolutions, 60);
    if (chance(60))
        options.aspectRatios = someOf(ratios, 60);
    if (chance(75))
        options.counts = someOf(QList{ 1, 2, 3, 4, 6, 8 }, 60);
    options.audio = chance(40);
    options.seed = chance(40);
    model.defaults.durationS = standardOf(options.durationsS, 6);
    model.defaults.resolution = standardOf(options.resolutions, QStringLiteral("1440p"));
    model.defaults.aspectRatio = standardOf(options.aspectRatios, QStringLiteral("21:9"));
    model.defaults.count = standardOf(options.counts, 5);
    if (chance(40))
        model.defaults.audio = chance(50);
    model.maxDurationS = chance(50) ? 15 : 0;
    if (!chance(12))
        model.prices = prices(model);
    model.perGenerationCredits = generationPrice(model, resolveOptions(model, {}));
    return model;
}

QList<Benefit> RandomWorld::benefits(const Catalogue &catalogue)
{
    QList<Benefit> benefits;
    for (int i = below(4); i > 0; --i) {
        Benefit benefit;
        benefit.modelId = of(catalogue.models()).id;
        benefit.methods = someOf(methods, 50);
        if (chance(30))
            benefit.until = testNow().addSecs(below(3) - 1); // over, ending just now, or lasting
        benefits.append(benefit);
    }
    return benefits;
}

World RandomWorld::changed()
{
    World world = World::bundled();
    QList<Model> models = world.catalogue.models();
    for (Model &model : models) {
        if (chance(10))
            model.prices.clear();
        if (chance(10))
            model.status = ModelStatus::NeedsConnection;
        for (Price &price : model.prices) {
            if (chance(30))
                price.creditsPerUnit = rate();
        }
    }
    world.catalogue = Catalogue(models);
    return world;
}

World RandomWorld::madeUp()
{
    World world = World::bundled();
    QList<Model> models;
    const int count = 1 + below(static_cast<int>(std::size(names)));
    for (int i = 0; i < count; ++i)
        models.append(model(i));
    world.catalogue = Catalogue(models);
    for (AgentInfo &agent : world.agents) {
        agent.defaultVideoModelId = chance(80) ? of(models).id : QString();
        agent.defaultImageModelId = chance(60) ? of(models).id : QString();
    }
    for (Plan &plan : world.plans)
        plan.benefits = benefits(world.catalogue);
    return world;
}

World RandomWorld::world()
{
    World world = chance(50) ? changed() : madeUp();
    for (AgentInfo &agent : world.agents) {
        if (chance(30))
            agent.conversationCredits = below(20);
        if (chance(20))
            agent.defaultVideoModelId = of(world.catalogue.models()).id;
    }
    for (Plan &plan : world.plans) {
        if (chance(20))
            plan.benefits.append(benefits(world.catalogue));
    }
    return world;
}

Account RandomWorld::account(const World &world)
{
    Credits credits = 0;
    switch (below(6)) {
    case 0:
        break;
    case 1:
        credits = below(20);
        break;
    case 2:
        credits = below(300);
        break;
    case 3:
        credits = below(5'000);
        break;
    case 4:
    case 5:
        credits = below(2'000'000);
        break;
    }
    Account account = world.account(of(world.plans).id, credits);
    account.id = QStringLiteral("account");
    account.plan.uses.clear();
    if (chance(10))
        account.benefits = benefits(world.catalogue);
    return account;
}

QString RandomWorld::prompt(const Catalogue &catalogue)
{
    static const QStringList subjects{ QString(), QStringLiteral("a fox in the snow"),
        QStringLiteral("a fox in the snow"), QStringLiteral("눈 속의 여우"), QStringLiteral("hello"),
        QStringLiteral("안녕하세요"), QStringLiteral("how many credits do I have?"),
        QStringLiteral("remove the hat from the video"), QStringLiteral("draw a fox"),
        QStringLiteral("a sound effect of rain"), QStringLiteral("배경음악 만들어줘"),
        QStringLiteral("upscale this image"), QStringLiteral("animate this photo"),
        QStringLiteral("draw a fox, then animate it, then upscale it to 4K"),
        QStringLiteral("여우를 그려줘. 그 다음 영상으로 만들어줘") };
    static const QStringList lengths{ QStringLiteral("10 seconds"), QStringLiteral("15초짜리"),
        QStringLiteral("5s"), QStringLiteral("1 minute"), QStringLiteral("3초") };
    static const QStringList counts{ QStringLiteral("two takes"), QStringLiteral("세 개"),
        QStringLiteral("4 versions"), QStringLiteral("20 videos") };
    static const QStringList looks{ QStringLiteral("1080p"), QStringLiteral("4K"), QStringLiteral("480p"),
        QStringLiteral("vertical"), QStringLiteral("가로로"), QStringLiteral("with sound"),
        QStringLiteral("소리 없이") };
    QStringList parts{ of(subjects) };
    if (chance(30)) {
        const Model &model = of(catalogue.models());
        parts.append(chance(50) || model.aliases.isEmpty() ? QStringLiteral("use %1").arg(model.name)
                                                           : of(model.aliases) + QStringLiteral("으로"));
    }
    if (chance(30))
        parts.append(of(lengths));
    if (chance(25))
        parts.append(of(counts));
    if (chance(35))
        parts.append(of(looks));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

/// Mostly what `model` wants, so that not nearly everything is refused; otherwise anything.
QList<InputRole> RandomWorld::inputs(const Model *model)
{
    if (model && chance(75)) {
        switch (of(model->methods)) {
        case Method::Text:
        case Method::Other:
            return {};
        case Method::Image:
            return { InputRole::Reference };
        case Method::StartEnd:
            return chance(50) ? QList{ InputRole::StartFrame }
                              : QList{ InputRole::StartFrame, InputRole::EndFrame };
        case Method::Audio:
            return { InputRole::Reference, InputRole::Audio };
        case Method::Video:
            return { InputRole::Video };
        }
    }
    QList<InputRole> some;
    for (int i = chance(60) ? 0 : 1 + below(3); i > 0; --i)
        some.append(chance(70) ? of(QList(roles.mid(0, 3))) : of(roles));
    return some;
}

QuoteRequest RandomWorld::request(const World &world)
{
    QuoteRequest request;
    request.agent = chance(50) ? AgentVersion::V1 : AgentVersion::V2;
    request.prompt = prompt(world.catalogue);
    if (chance(45))
        request.modelId = of(world.catalogue.models()).id;
    else if (chance(3))
        request.modelId = QStringLiteral("nobody-knows-it");
    request.inputs = inputs(request.modelId ? world.catalogue.find(*request.modelId) : nullptr);
    Options &options = request.options;
    if (chance(35))
        options.durationS = 1 + below(20);
    if (chance(35))
        options.count = 1 + below(8);
    if (chance(35))
        options.resolution = of(resolutions);
    if (chance(20))
        options.aspectRatio = of(ratios);
    if (chance(25))
        options.audio = chance(50);
    if (chance(5))
        options.seed = 7;
    request.hasVideoToEdit = chance(15);
    return request;
}

int environmentNumber(const char *name, int fallback)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : fallback;
}

} // namespace facet::test
