#pragma once

#include "client/generation/GenerationRecord.h"
#include "client/media/Attachment.h"
#include "domain/Generation.h"
#include "domain/Quote.h"

#include <QLinearGradient>
#include <QPainter>

/// A small catalogue and account with the figures of PRODUCT.md, for tests of the window.
namespace facet::ui::test {

inline Price price(
    const QString &rate, std::optional<QString> resolution = {}, PriceUnit unit = PriceUnit::Second)
{
    return { std::move(resolution), {}, unit, CreditRate::fromString(rate).value_or(CreditRate()) };
}

inline Options defaults(std::optional<int> seconds, std::optional<QString> resolution, bool video = true)
{
    Options o;
    o.durationS = seconds;
    o.resolution = std::move(resolution);
    if (video)
        o.aspectRatio = QStringLiteral("16:9");
    o.count = 1;
    return o;
}

inline Model videoModel(
    const QString &id, const QString &name, const QString &vendor, Credits credits, QList<Price> prices)
{
    Model m;
    m.id = id;
    m.name = name;
    m.vendor = vendor;
    m.aliases = { name };
    m.kind = ModelKind::Video;
    m.methods = { Method::Text, Method::Image, Method::StartEnd };
    m.inputs.images = { 2, { InputRole::Reference, InputRole::StartFrame, InputRole::EndFrame },
        { QStringLiteral("image/png"), QStringLiteral("image/jpeg") }, 20 << 20, 100'000'000 };
    m.options.durationsS = { 5, 10, 15 };
    for (const Price &p : prices)
        if (p.resolution && !m.options.resolutions.contains(*p.resolution))
            m.options.resolutions.append(*p.resolution);
    m.options.aspectRatios = { QStringLiteral("16:9"), QStringLiteral("9:16"), QStringLiteral("1:1") };
    m.options.counts = { 1, 2, 3, 4 };
    m.options.seed = true;
    m.defaults = defaults(5, QStringLiteral("720p"));
    m.maxDurationS = 15;
    m.prices = std::move(prices);
    m.perGenerationCredits = credits;
    m.status = ModelStatus::Draft;
    m.engine = QStringLiteral("draft");
    m.description = { name + QStringLiteral(" makes videos."), name + QStringLiteral(" 동영상 모델입니다.") };
    return m;
}

inline Catalogue sampleCatalogue()
{
    const auto p720 = QStringLiteral("720p");
    const auto p1080 = QStringLiteral("1080p");
    QList<Model> models;
    models.append(videoModel(QStringLiteral("carat-video"), QStringLiteral("Carat Video (LTX 2.3)"),
        QStringLiteral("Lightricks"), 33,
        { price(QStringLiteral("6.6"), p720), price(QStringLiteral("13.2"), p1080) }));
    models.last().aliases.append(QStringLiteral("Carat Basic Video (LTX 2.3)"));
    models.append(videoModel(QStringLiteral("seedance-2.0-fast"), QStringLiteral("Seedance 2.0 Fast"),
        QStringLiteral("ByteDance"), 214,
        { price(QStringLiteral("20.344828"), QStringLiteral("480p")),
            price(QStringLiteral("42.758621"), p720) }));
    models.append(
        videoModel(QStringLiteral("kling-3.0"), QStringLiteral("Kling 3.0"), QStringLiteral("Kuaishou"), 145,
            { price(QStringLiteral("28.965518"), p720), price(QStringLiteral("38.620690"), p1080) }));
    Model sora = videoModel(QStringLiteral("sora-2"), QStringLiteral("Sora 2"), QStringLiteral("OpenAI"), 276,
        { price(QStringLiteral("34.482759"), p720) });
    sora.status = ModelStatus::RetiredUpstream;
    models.append(sora);
    Model image;
    image.id = QStringLiteral("seedream-4.5");
    image.name = QStringLiteral("Seedream 4.5");
    image.vendor = QStringLiteral("ByteDance");
    image.kind = ModelKind::Image;
    image.methods = { Method::Text, Method::Image };
    image.options.counts = { 1, 2, 3, 4 };
    image.options.resolutions = { QStringLiteral("2K"), QStringLiteral("4K") };
    image.defaults = defaults({}, QStringLiteral("2K"), false);
    image.prices = { price(QStringLiteral("13.793103"), {}, PriceUnit::Item) };
    image.perGenerationCredits = 14;
    image.status = ModelStatus::Draft;
    models.append(image);
    Model music;
    music.id = QStringLiteral("music");
    music.name = QStringLiteral("Background Music");
    music.vendor = QStringLiteral("—");
    music.kind = ModelKind::Audio;
    music.methods = { Method::Text };
    music.defaults.durationS = 30;
    music.perGenerationCredits = {}; // a price nobody knows
    music.status = ModelStatus::NeedsConnection;
    models.append(music);
    Model upscale;
    upscale.id = QStringLiteral("upscale");
    upscale.name = QStringLiteral("Upscale");
    upscale.kind = ModelKind::Tool;
    upscale.methods = { Method::Image, Method::Video };
    upscale.defaults.durationS = 5;
    upscale.prices = { price(QStringLiteral("1.724138")) };
    upscale.perGenerationCredits = 9;
    upscale.status = ModelStatus::Draft;
    models.append(upscale);
    return Catalogue(models);
}

inline QList<Benefit> unlimited()
{
    return { Benefit{ QStringLiteral("carat-video"), { Method::Image, Method::StartEnd }, {} } };
}

inline QList<Plan> samplePlans()
{
    return {
        { QStringLiteral("free"), QStringLiteral("Free"), 0.0, 100, QStringLiteral("day"), 2, {}, {} },
        { QStringLiteral("plus"), QStringLiteral("Plus"), 29.0, 10'000, QStringLiteral("month"), 4, {}, {} },
        { QStringLiteral("premium"), QStringLiteral("Premium"), {}, 20'000, QStringLiteral("month"), 8,
            unlimited(), {} },
        { QStringLiteral("pro"), QStringLiteral("Pro"), {}, 100'000, QStringLiteral("month"), 8, unlimited(),
            {} },
    };
}

inline Account sampleAccount()
{
    Account a;
    a.id = QStringLiteral("me");
    a.plan = samplePlans().at(2);
    a.balance = { 8412, 0, { { 8412, QDateTime(QDate(2026, 12, 14), QTime(0, 0), Qt::UTC) } } };
    a.renewsAt = QDateTime(QDate(2026, 12, 14), QTime(12, 0), Qt::UTC);
    a.benefits = unlimited();
    a.concurrency = { 8, 0 };
    return a;
}

inline QList<AgentInfo> sampleAgents()
{
    return {
        { AgentVersion::V1, QStringLiteral("Agent 1.0"), 0, QStringLiteral("carat-video"),
            QStringLiteral("seedream-4.5"), {} },
        { AgentVersion::V2, QStringLiteral("Agent 2.0"), 4, QStringLiteral("seedance-2.0-fast"),
            QStringLiteral("seedream-4.5"), {} },
    };
}

inline ServiceInfo sampleService()
{
    ServiceInfo s;
    s.name = QStringLiteral("facet-service");
    s.version = QStringLiteral("0.1.0");
    s.contract = QStringLiteral("1");
    s.mode = QStringLiteral("sandbox");
    s.uploadBytes = 50 << 20;
    s.imagesPerMessage = 8;
    return s;
}

inline QImage samplePicture(const QColor &top, const QColor &bottom, const QSize &size = QSize(480, 270))
{
    QImage image(size, QImage::Format_RGB32);
    QLinearGradient gradient(0, 0, size.width() / 3.0, size.height());
    gradient.setColorAt(0, top);
    gradient.setColorAt(1, bottom);
    QPainter(&image).fillRect(image.rect(), gradient);
    return image;
}

inline client::Attachment sampleAttachment(const QString &id, InputRole role)
{
    client::Attachment a;
    a.id = id;
    a.role = role;
    a.state = client::Attachment::State::Ready;
    a.fileName = id + QStringLiteral(".png");
    a.mime = QStringLiteral("image/png");
    a.size = QSize(1920, 1080);
    a.bytes = 1'234'567;
    a.thumbnail = samplePicture(Qt::darkBlue, Qt::magenta);
    return a;
}

/// Covered: start and end frame on Carat Video by Agent 2.0; only the conversation is charged.
inline Quote coveredQuote()
{
    Quote q;
    q.modelId = QStringLiteral("carat-video");
    q.modelChosenBy = ModelChoice::Picker;
    q.method = Method::StartEnd;
    q.options = defaults(5, QStringLiteral("720p"));
    q.generationCredits = 0;
    q.conversationCredits = 4;
    q.totalCredits = 4;
    q.covered = true;
    q.reason = CoverReason::Covered;
    q.listCredits = 33;
    q.balanceAfter = 8408;
    q.sendable = true;
    return q;
}

inline client::GenerationRecord sampleGeneration(const QString &key, client::GenerationState state)
{
    client::GenerationRecord r;
    r.key = key;
    r.conversationId = QStringLiteral("harbor");
    r.state = state;
    r.generation.id = QStringLiteral("gen-") + key;
    r.generation.modelId = QStringLiteral("carat-video");
    r.generation.draft = true;
    r.generation.prompt = QStringLiteral("Clouds clear and one gull crosses the frame");
    r.generation.options = defaults(5, QStringLiteral("720p"));
    r.generation.method = Method::StartEnd;
    r.generation.status = GenerationStatus::Running;
    r.generation.stage = QStringLiteral("rendering");
    r.generation.progress = 0.62;
    r.generation.etaS = 40;
    r.generation.quotedCredits = 33;
    return r;
}

} // namespace facet::ui::test
