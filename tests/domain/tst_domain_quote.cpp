#include "TestWorld.h"

#include <QTest>

using namespace facet;
using facet::test::rolesFrom;
using facet::test::testNow;
using facet::test::World;

namespace {

QuoteRequest ask(AgentVersion agent, const char *prompt, const char *inputs = "", const char *model = nullptr)
{
    QuoteRequest request;
    request.agent = agent;
    request.prompt = QString::fromUtf8(prompt);
    request.inputs = rolesFrom(QString::fromLatin1(inputs));
    if (model)
        request.modelId = QString::fromLatin1(model);
    return request;
}

QString blockerName(const Quote &quote)
{
    return quote.blockedBy ? wireName(*quote.blockedBy) : QStringLiteral("-");
}

QString suggestionsOf(const Quote &quote)
{
    QStringList all;
    for (const Suggestion &s : quote.suggestions)
        all << QStringLiteral("%1:%2:%3").arg(wireName(s.kind), s.to).arg(s.savesCredits);
    return all.join(u' ');
}

} // namespace

class TestQuote : public QObject {
    Q_OBJECT

private slots:
    /// PRODUCT "Catalogue", rules 1 and 10: what a model takes at given options.
    void figures_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("words");
        QTest::addColumn<Credits>("credits");
        const auto row = [](const char *model, const char *words, Credits credits) {
            QTest::addRow("%s %s", model, words)
                << QString::fromLatin1(model) << QString::fromLatin1(words) << credits;
        };
        row("carat-video", "", 33);
        row("carat-video", "10 seconds", 66);
        row("carat-video", "15 seconds", 99);
        row("carat-video", "1080p", 66);
        row("carat-video", "1080p, 15 seconds", 198);
        row("carat-video", "two takes", 66);
        row("carat-video", "four takes, 15 seconds, 1080p", 792);
        row("seedance-2.0-fast", "", 214);
        row("seedance-2.0-fast", "480p", 102);
        row("seedance-2.0-fast", "10 seconds", 428);
        row("seedance-2.0", "", 261);
        row("kling-3.0", "", 145);
        row("kling-3.0", "1080p", 194);
        row("kling-3.0", "with sound", 218);
        row("kling-3.0", "1080p with sound", 290);
        row("kling-3.0", "4K", 725);
        row("kling-3.0", "4K with sound", 725);
        row("veo-3.1", "", 1104);
        row("veo-3.1", "no sound", 552);
        row("veo-3.1", "15 seconds, 4K", 3104);
        row("veo-3.1", "4 seconds", 552);
        row("veo-3.1-fast", "", 276);
        row("veo-3.1-fast", "1080p", 332);
        row("veo-3.1-fast", "4K", 828);
        row("sora-2", "", 276);
        row("seedream-4.5", "", 14);
        row("seedream-4.5", "three versions", 42); // each of them is rounded up
        row("seedream-5.0-lite", "", 13);
        row("lip-sync", "", 25);
        row("lip-sync", "15 seconds", 25); // a run, whatever its length
        row("upscale", "", 9);
        row("upscale", "4K", 18);
        row("sound-effects", "", 5);
        row("background-music", "", 25);
        row("background-music", "60 seconds", 49);
    }

    void figures()
    {
        QFETCH(QString, model);
        QFETCH(QString, words);
        QFETCH(Credits, credits);
        QuoteRequest request = ask(AgentVersion::V1, qPrintable(words));
        request.modelId = model;
        const Quote quote = World::bundled().quote(request, QStringLiteral("plus"), 100'000);
        QCOMPARE(quote.generationCredits, std::optional(credits));
        QCOMPARE(quote.listCredits, credits);
        QVERIFY(!quote.covered);
        if (words.isEmpty())
            QCOMPARE(World::bundled().catalogue.find(model)->perGenerationCredits, std::optional(credits));
    }

    /// Rules 2–5 for every plan × agent × method × model × balance.
    void matrix_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<int>("agent");
        QTest::addColumn<QString>("inputs");
        QTest::addColumn<QString>("model"); // empty: Automatic
        QTest::addColumn<Credits>("balance");
        const QStringList plans{ QStringLiteral("free"), QStringLiteral("plus"), QStringLiteral("premium"),
            QStringLiteral("pro"), QStringLiteral("business") };
        const QStringList inputs{ QString(), QStringLiteral("reference"),
            QStringLiteral("start_frame,end_frame") };
        const QStringList models{ QString(), QStringLiteral("carat-video"), QStringLiteral("kling-3.0"),
            QStringLiteral("seedream-4.5"), QStringLiteral("sound-effects") };
        for (const QString &plan : plans)
            for (int agent = 1; agent <= 2; ++agent)
                for (const QString &input : inputs)
                    for (const QString &model : models)
                        for (const Credits balance : { 0, 3, 4, 1000 })
                            QTest::addRow("%s agent %d.0 [%s] %s with %lld", qPrintable(plan), agent,
                                qPrintable(input), qPrintable(model), static_cast<long long>(balance))
                                << plan << agent << input << model << balance;
    }

    void matrix()
    {
        QFETCH(QString, plan);
        QFETCH(int, agent);
        QFETCH(QString, inputs);
        QFETCH(QString, model);
        QFETCH(Credits, balance);
        const auto version = agent == 1 ? AgentVersion::V1 : AgentVersion::V2;
        QuoteRequest request = ask(version, "a fox in the snow", qPrintable(inputs));
        if (!model.isEmpty())
            request.modelId = model;
        const Quote quote = World::bundled().quote(request, plan, balance);

        // What PRODUCT says, told once more without the code under test.
        const QString used = !model.isEmpty() ? model
            : agent == 1                      ? QStringLiteral("carat-video")
                                              : QStringLiteral("seedance-2.0-fast");
        const QHash<QString, Credits> list{ { QStringLiteral("carat-video"), 33 },
            { QStringLiteral("seedance-2.0-fast"), 214 }, { QStringLiteral("kling-3.0"), 145 },
            { QStringLiteral("seedream-4.5"), 14 }, { QStringLiteral("sound-effects"), 5 } };
        const bool hasBenefit = plan == QLatin1String("premium") || plan == QLatin1String("pro")
            || plan == QLatin1String("business");
        const bool covered = hasBenefit && used == QLatin1String("carat-video") && !inputs.isEmpty();
        const Credits generation = covered ? 0 : list.value(used);
        const Credits conversation = agent == 1 ? 0 : 4;

        QCOMPARE(quote.modelId, used);
        QVERIFY(quote.modelChosenBy == (model.isEmpty() ? ModelChoice::AgentDefault : ModelChoice::Picker));
        QVERIFY(quote.method
            == (inputs.isEmpty()                           ? Method::Text
                    : inputs == QLatin1String("reference") ? Method::Image
                                                           : Method::StartEnd));
        QCOMPARE(quote.covered, covered);
        const auto reason = covered                ? CoverReason::Covered
            : !hasBenefit                          ? CoverReason::PlanHasNoBenefit
            : used == QLatin1String("carat-video") ? CoverReason::MethodNotCovered
                                                   : CoverReason::ModelNotCovered;
        QCOMPARE(wireName(quote.reason), wireName(reason));
        QCOMPARE(quote.generationCredits, std::optional(generation));
        QCOMPARE(quote.listCredits, list.value(used));
        QCOMPARE(quote.conversationCredits, conversation);
        QCOMPARE(quote.totalCredits, std::optional(generation + conversation));

        const bool takesInputs = inputs.isEmpty() || used == QLatin1String("carat-video")
            || used == QLatin1String("kling-3.0") || used == QLatin1String("seedance-2.0-fast")
            || (used == QLatin1String("seedream-4.5") && inputs == QLatin1String("reference"));
        QString blocker = QStringLiteral("-");
        if (!takesInputs)
            blocker = QStringLiteral("unsupported_input");
        else if (generation > balance)
            blocker = QStringLiteral("generation_credits");
        else if (generation + conversation > balance)
            blocker = QStringLiteral("conversation_credits");
        QCOMPARE(blockerName(quote), blocker);
        QCOMPARE(quote.sendable, blocker == QLatin1String("-"));
        QCOMPARE(quote.balanceAfter.has_value(), generation + conversation <= balance);
        if (quote.balanceAfter)
            QCOMPARE(*quote.balanceAfter, balance - generation - conversation);

        // Rule 6: a covered video that only Agent 2.0's turn blocks offers the way out first.
        if (covered && blocker == QLatin1String("conversation_credits")) {
            QVERIFY(quote.suggestions.size() >= 2);
            QVERIFY((
                quote.suggestions[0] == Suggestion{ SuggestionKind::SwitchAgent, QStringLiteral("1.0"), 4 }));
            QVERIFY((quote.suggestions[1]
                == Suggestion{ SuggestionKind::TopUp, QString::number(4 - balance), 0 }));
        }
    }

    /// Rule 5: ✨, then words, then the agent.
    void choosesTheModel_data()
    {
        QTest::addColumn<int>("agent");
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("picked");
        QTest::addColumn<QString>("used");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("overruled");
        const auto row = [](int agent, const char *prompt, const char *picked, const char *used,
                             const char *by, const char *overruled = "") {
            QTest::addRow("%d.0 \"%s\" + %s", agent, prompt, picked)
                << agent << QString::fromUtf8(prompt) << QString::fromLatin1(picked)
                << QString::fromLatin1(used) << QString::fromLatin1(by) << QString::fromLatin1(overruled);
        };
        row(1, "a fox", "", "carat-video", "agent_default");
        row(2, "a fox", "", "seedance-2.0-fast", "agent_default");
        row(2, "Use Carat Basic Video (LTX 2.3): a fox", "", "carat-video", "prompt");
        row(2, "캐럿 기본 비디오로 여우", "", "carat-video", "prompt");
        row(1, "Use Kling for a fox", "", "kling-3.0", "prompt");
        row(2, "Use Kling for a fox", "veo-3.1", "veo-3.1", "picker", "kling-3.0");
        row(2, "Use Kling for a fox", "kling-3.0", "kling-3.0", "picker");
        row(2, "a fox", "carat-video", "carat-video", "picker");
        row(1, "draw a fox", "", "seedream-5.0-lite", "agent_default");
        row(2, "여우 그려줘", "", "seedream-5.0-lite", "agent_default");
        row(1, "a sound effect of rain", "", "sound-effects", "prompt");
        row(1, "배경음악 만들어줘", "", "background-music", "prompt");
        row(1, "make an image with Seedream 4.5", "", "seedream-4.5", "prompt");
        row(1, "a fox", "no-such-model", "no-such-model", "picker");
    }

    void choosesTheModel()
    {
        QFETCH(int, agent);
        QFETCH(QString, prompt);
        QFETCH(QString, picked);
        QFETCH(QString, used);
        QFETCH(QString, by);
        QFETCH(QString, overruled);
        QuoteRequest request = ask(agent == 1 ? AgentVersion::V1 : AgentVersion::V2, qPrintable(QString()));
        request.prompt = prompt;
        if (!picked.isEmpty())
            request.modelId = picked;
        const Quote quote = World::bundled().quote(request, QStringLiteral("premium"), 5000);
        QCOMPARE(quote.modelId, used);
        QCOMPARE(wireName(quote.modelChosenBy), by);
        QCOMPARE(quote.modelInWords.value_or(QString()), overruled);
    }

    /// Options of ✨, then words, then defaults; what is not offered is adjusted and said.
    void resolvesOptions_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<Options>("asked");
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("used");
        QTest::addColumn<QString>("adjusted");
        const auto row = [](const char *name, const char *model, const Options &asked, const char *prompt,
                             const char *used, const char *adjusted) {
            QTest::newRow(name) << QString::fromLatin1(model) << asked << QString::fromUtf8(prompt)
                                << QString::fromLatin1(used) << QString::fromLatin1(adjusted);
        };
        const auto seconds = [](int s) {
            Options o;
            o.durationS = s;
            return o;
        };
        const auto resolution = [](const char *r) {
            Options o;
            o.resolution = QString::fromLatin1(r);
            return o;
        };
        const auto aspect = [](const char *a) {
            Options o;
            o.aspectRatio = QString::fromLatin1(a);
            return o;
        };
        const auto count = [](int n) {
            Options o;
            o.count = n;
            return o;
        };
        const auto audio = [](bool on) {
            Options o;
            o.audio = on;
            return o;
        };
        row("defaults", "carat-video", {}, "", "5 720p 16:9 x1 -", "");
        row("words", "carat-video", {}, "10 seconds, vertical, two takes, 1080p", "10 1080p 9:16 x2 -", "");
        row("the menu wins over words", "carat-video", seconds(15), "10 seconds, square", "15 720p 1:1 x1 -",
            "");
        row("next longer length", "carat-video", seconds(6), "", "10 720p 16:9 x1 -", "duration_s:6>10");
        row("shorter than the shortest", "carat-video", seconds(1), "", "5 720p 16:9 x1 -", "duration_s:1>5");
        row("longer than the longest", "carat-video", {}, "30 seconds", "15 720p 16:9 x1 -",
            "duration_s:30>15");
        row("boundary 15", "carat-video", seconds(15), "", "15 720p 16:9 x1 -", "");
        row("boundary 16", "carat-video", seconds(16), "", "15 720p 16:9 x1 -", "duration_s:16>15");
        row("5 s of Veo", "veo-3.1", {}, "5 seconds", "6 720p 16:9 x1 on", "duration_s:5>6");
        row("4K of Carat", "carat-video", resolution("4K"), "", "5 1080p 16:9 x1 -", "resolution:4K>1080p");
        row("480p of Carat", "carat-video", resolution("480p"), "", "5 720p 16:9 x1 -",
            "resolution:480p>720p");
        row("case of 4k", "kling-3.0", resolution("4k"), "", "5 4K 16:9 x1 off", "");
        row("2K of Kling", "kling-3.0", resolution("2K"), "", "5 1080p 16:9 x1 off", "resolution:2K>1080p");
        row("unreadable resolution", "kling-3.0", resolution("huge"), "", "5 720p 16:9 x1 off",
            "resolution:huge>720p");
        row("4:5 is near 3:4", "carat-video", aspect("4:5"), "", "5 720p 3:4 x1 -", "aspect_ratio:4:5>3:4");
        row("21:9 of Veo", "veo-3.1", aspect("21:9"), "", "8 720p 16:9 x1 on", "aspect_ratio:21:9>16:9");
        row("3:4 of Veo", "veo-3.1", aspect("3:4"), "", "8 720p 9:16 x1 on", "aspect_ratio:3:4>9:16");
        row("count", "carat-video", count(4), "", "5 720p 16:9 x4 -", "");
        row("count too high", "carat-video", count(9), "", "5 720p 16:9 x4 -", "count:9>4");
        row("sound of a silent model", "carat-video", audio(true), "", "5 720p 16:9 x1 -",
            "audio:true>false");
        row("silence of a silent model", "carat-video", audio(false), "", "5 720p 16:9 x1 -", "");
        row("silence of Veo Fast", "veo-3.1-fast", audio(false), "", "8 720p 16:9 x1 on", "audio:false>true");
        row("silence of Veo", "veo-3.1", audio(false), "", "8 720p 16:9 x1 off", "");
        row("length of an image", "seedream-4.5", seconds(5), "", "- 2K 1:1 x1 -", "duration_s:5>");
        row("music", "background-music", {}, "", "30 - - x1 -", "");
    }

    void resolvesOptions()
    {
        QFETCH(QString, model);
        QFETCH(Options, asked);
        QFETCH(QString, prompt);
        QFETCH(QString, used);
        QFETCH(QString, adjusted);
        QuoteRequest request;
        request.modelId = model;
        request.prompt = prompt;
        request.options = asked;
        const Quote quote = World::bundled().quote(request, QStringLiteral("plus"), 10'000);
        const Options &o = quote.options;
        const QString dash = QStringLiteral("-");
        QCOMPARE(QStringLiteral("%1 %2 %3 x%4 %5")
                     .arg(o.durationS ? QString::number(*o.durationS) : dash, o.resolution.value_or(dash),
                         o.aspectRatio.value_or(dash))
                     .arg(o.count.value_or(0))
                     .arg(!o.audio      ? dash
                             : *o.audio ? QStringLiteral("on")
                                        : QStringLiteral("off")),
            used);
        QStringList changes;
        for (const Adjustment &a : quote.adjustments)
            changes << a.option + u':' + a.asked + u'>' + a.used;
        QCOMPARE(changes.join(u' '), adjusted);
    }

    /// What blocks, in its order, and what helps.
    void blocks_data()
    {
        QTest::addColumn<QuoteRequest>("request");
        QTest::addColumn<QString>("plan");
        QTest::addColumn<Credits>("balance");
        QTest::addColumn<QString>("blocker");
        QTest::addColumn<QString>("suggestions"); // how the list begins
        const auto row = [](const char *name, const QuoteRequest &request, const char *plan, Credits balance,
                             const char *blocker, const char *suggestions) {
            QTest::newRow(name) << request << QString::fromLatin1(plan) << balance
                                << QString::fromLatin1(blocker) << QString::fromUtf8(suggestions);
        };
        const auto v1 = AgentVersion::V1;
        const auto v2 = AgentVersion::V2;
        const auto with = [](QuoteRequest request, auto change) {
            change(request);
            return request;
        };
        row("1.0 makes a covered video with nothing", ask(v1, "a fox", "reference"), "premium", 0, "-", "");
        row("2.0 names Carat with nothing left", ask(v2, "Use Carat Basic Video (LTX 2.3)", "reference"),
            "premium", 0, "conversation_credits", "switch_agent:1.0:4 top_up:4:0");
        row("2.0 automatic with nothing left", ask(v2, "a fox", "reference"), "premium", 0,
            "generation_credits", "switch_agent:1.0:218");
        row("2.0 automatic with enough: Carat would be free", ask(v2, "a fox", "reference"), "premium", 1000,
            "-", "switch_agent:1.0:218 use_model:carat-video:214");
        row("text only would be free with an image", ask(v1, "a fox"), "premium", 1000, "-",
            "attach_image:reference:33 add_frame:start_frame:33");
        row("text only on Plus", ask(v1, "a fox"), "plus", 1000, "-", "");
        row("covered on another plan", ask(v1, "a fox", "reference"), "plus", 1000, "-",
            "change_plan:premium:33");
        row("one credit short", ask(v1, "a fox"), "plus", 32, "generation_credits", "top_up:1:0");
        row("exactly enough", ask(v1, "a fox"), "plus", 33, "-", "");
        row("2.0 one credit short of its turn", ask(v2, "a fox", "", "carat-video"), "plus", 36,
            "conversation_credits", "switch_agent:1.0:4 top_up:1:0");
        row("2.0 exactly enough", ask(v2, "a fox", "", "carat-video"), "plus", 37, "-", "switch_agent:1.0:4");
        row("too long for the balance", ask(v1, "a fox, 15 seconds"), "plus", 70, "generation_credits",
            "shorten:10:33 top_up:29:0");
        row("too many for the balance", ask(v1, "a fox, four takes"), "plus", 70, "generation_credits",
            "lower_count:2:66 top_up:62:0");
        row("too sharp for the balance", ask(v1, "a fox, 1080p"), "plus", 40, "generation_credits",
            "lower_resolution:720p:33 top_up:26:0");
        row("nothing is enough", ask(v1, "a fox, 15 seconds"), "plus", 10, "generation_credits",
            "top_up:89:0 shorten:5:66");
        row("talk", ask(v1, "hello"), "free", 0, "-", "");
        row("talk to 2.0 without credits", ask(v2, "hello"), "free", 3, "conversation_credits",
            "switch_agent:1.0:4 top_up:1:0");
        row("talk to 2.0", ask(v2, "hello"), "free", 4, "-", "switch_agent:1.0:4");
        row("retired", ask(v1, "a fox", "", "sora-2"), "plus", 1000, "model_unavailable",
            "use_model:carat-video:243");
        row("unknown", ask(v1, "a fox", "", "no-such-model"), "plus", 1000, "model_unavailable",
            "use_model:carat-video:0");
        row("frames for an image model", ask(v1, "a fox", "start_frame", "seedream-4.5"), "plus", 1000,
            "unsupported_input", "use_model:carat-video:-19");
        row("three images for Carat", ask(v1, "a fox", "reference,reference,reference", "carat-video"),
            "plus", 1000, "unsupported_input", "use_model:");
        row("two start frames", ask(v1, "a fox", "start_frame,start_frame", "carat-video"), "plus", 1000,
            "unsupported_input", "");
        row("upscale nothing", ask(v1, "upscale"), "plus", 1000, "missing_input", "attach_image:reference:0");
        row("lip sync without a face", ask(v1, "a song", "audio", "lip-sync"), "plus", 1000, "missing_input",
            "attach_image:reference:0");
        row("lip sync without a voice", ask(v1, "a song", "reference", "lip-sync"), "plus", 1000,
            "missing_input", "");
        row("lip sync", ask(v1, "a song", "reference,audio", "lip-sync"), "plus", 1000, "-", "");
        row("lip sync of a video", ask(v1, "a song", "video,audio", "lip-sync"), "plus", 1000, "-", "");
        row("a voice alone means lip sync", ask(v1, "", "reference,audio"), "plus", 1000, "-", "");
        row("sound effects take no image", ask(v1, "a fox", "reference", "sound-effects"), "plus", 1000,
            "unsupported_input", "");
        row("an impossible length", with(ask(v1, "a fox"), [](auto &r) { r.options.durationS = 0; }), "plus",
            1000, "unsupported_option", "");
        row("an impossible colour",
            with(ask(v1, "a fox"), [](auto &r) { r.options.background = QStringLiteral("red"); }), "plus",
            1000, "unsupported_option", "");
        row("a colour",
            with(ask(v1, "a fox"), [](auto &r) { r.options.background = QStringLiteral("#00ff7F"); }), "plus",
            1000, "-", "");
        row("input before credits", ask(v1, "a fox", "start_frame", "seedream-4.5"), "plus", 0,
            "unsupported_input", "");
        row("retired before input", ask(v1, "a fox", "start_frame", "sora-2"), "plus", 0, "model_unavailable",
            "");
        row("editing in a video", ask(v1, "remove the hat from the video"), "plus", 1000, "unsupported_task",
            "");
    }

    void blocks()
    {
        QFETCH(QuoteRequest, request);
        QFETCH(QString, plan);
        QFETCH(Credits, balance);
        QFETCH(QString, blocker);
        QFETCH(QString, suggestions);
        const Quote quote = World::bundled().quote(request, plan, balance);
        QCOMPARE(blockerName(quote), blocker);
        QCOMPARE(
            quote.sendable, blocker == QLatin1String("-") || blocker == QLatin1String("unsupported_task"));
        QVERIFY2(suggestions.isEmpty() ? quote.suggestions.isEmpty()
                                       : suggestionsOf(quote).startsWith(suggestions),
            qPrintable(suggestionsOf(quote)));
    }

    void talkTakesNothingButTheTurn()
    {
        for (const char *prompt :
            { "hello", "How many credits do I have?", "remove the hat from the video" }) {
            const Quote one =
                World::bundled().quote(ask(AgentVersion::V1, prompt), QStringLiteral("premium"), 10);
            QVERIFY(one.modelId.isEmpty());
            QCOMPARE(one.totalCredits, std::optional<Credits>(0));
            QVERIFY(!one.covered);
            const Quote two =
                World::bundled().quote(ask(AgentVersion::V2, prompt), QStringLiteral("premium"), 10);
            QCOMPARE(two.totalCredits, std::optional<Credits>(4));
            QCOMPARE(two.balanceAfter, std::optional<Credits>(6));
            QVERIFY(two.sendable);
        }
        // With a picture in hand even a greeting is about the picture.
        const Quote picture = World::bundled().quote(
            ask(AgentVersion::V1, "hello", "reference"), QStringLiteral("premium"), 10);
        QCOMPARE(picture.modelId, QStringLiteral("carat-video"));
    }

    void editingNeedsAVideo()
    {
        QuoteRequest request = ask(AgentVersion::V1, "remove the hat");
        QVERIFY(!World::bundled().quote(request, QStringLiteral("plus"), 1000).blockedBy);
        request.hasVideoToEdit = true;
        QCOMPARE(blockerName(World::bundled().quote(request, QStringLiteral("plus"), 1000)),
            QStringLiteral("unsupported_task"));
        request.hasVideoToEdit = false;
        request.inputs = { InputRole::Video };
        QCOMPARE(blockerName(World::bundled().quote(request, QStringLiteral("plus"), 1000)),
            QStringLiteral("unsupported_task"));
    }

    /// Which methods a benefit covers is data (rule 2): another service, another answer.
    void coverageIsData()
    {
        const QDateTime now = testNow();
        const QString model = QStringLiteral("m");
        const QString other = QStringLiteral("n");
        QVERIFY(coverage({}, model, Method::Image, now) == CoverReason::PlanHasNoBenefit);
        const QList<Benefit> textOnly{ { model, { Method::Text }, std::nullopt } };
        QVERIFY(coverage(textOnly, model, Method::Text, now) == CoverReason::Covered);
        QVERIFY(coverage(textOnly, model, Method::Image, now) == CoverReason::MethodNotCovered);
        QVERIFY(coverage(textOnly, other, Method::Text, now) == CoverReason::ModelNotCovered);
        const QList<Benefit> ended{ { model, { Method::Text }, now } };
        QVERIFY(coverage(ended, model, Method::Text, now) == CoverReason::BenefitEnded);
        QVERIFY(coverage(ended, model, Method::Text, now.addSecs(-1)) == CoverReason::Covered);
        QVERIFY(coverage(ended + textOnly, model, Method::Text, now) == CoverReason::Covered);
        const QList<Benefit> imageToo{ ended.first(), { model, { Method::Image }, std::nullopt } };
        QVERIFY(coverage(imageToo, model, Method::Text, now) == CoverReason::MethodNotCovered);
    }

    void unknownPriceIsNotSent()
    {
        World world = World::bundled();
        QList<Model> models = world.catalogue.models();
        models[0].prices.clear();
        models[0].perGenerationCredits.reset();
        world.catalogue = Catalogue(models);
        const Quote quote = world.quote(ask(AgentVersion::V1, "a fox"), QStringLiteral("plus"), 1000);
        QVERIFY(!quote.totalCredits);
        QVERIFY(!quote.generationCredits);
        QVERIFY(!quote.balanceAfter);
        QVERIFY(!quote.sendable);
        QCOMPARE(blockerName(quote), QStringLiteral("model_unavailable"));
        // Covered, it takes nothing whatever its price is.
        const Quote covered =
            world.quote(ask(AgentVersion::V1, "a fox", "reference"), QStringLiteral("premium"), 0);
        QCOMPARE(covered.totalCredits, std::optional<Credits>(0));
        QVERIFY(covered.sendable);
    }

    void worksWithAnEmptyService()
    {
        const Catalogue catalogue;
        const QList<AgentInfo> agents;
        const QList<Plan> plans;
        const Account account;
        const Quote quote =
            makeQuote(ask(AgentVersion::V1, "a fox"), { catalogue, agents, account, plans, testNow() });
        QVERIFY(quote.modelId.isEmpty());
        QVERIFY(!quote.totalCredits);
        QVERIFY(!quote.sendable);
        QVERIFY(quote.suggestions.isEmpty());
    }

    /// Rules 9 and 10.
    void planUses_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("model");
        QTest::addColumn<qint64>("uses"); // -1: unlimited
        const auto row = [](const char *plan, const char *model, qint64 uses) {
            QTest::addRow("%s %s", plan, model)
                << QString::fromLatin1(plan) << QString::fromLatin1(model) << uses;
        };
        row("free", "carat-video", 3);
        row("plus", "carat-video", 303);
        row("premium", "carat-video", -1);
        row("pro", "carat-video", -1);
        row("business", "carat-video", -1);
        row("free", "seedance-2.0-fast", 0);
        row("plus", "seedance-2.0-fast", 46);
        row("premium", "seedance-2.0-fast", 93);
        row("pro", "seedance-2.0-fast", 467);
        row("plus", "kling-3.0", 68);
        row("plus", "veo-3.1", 9);
        row("pro", "veo-3.1", 90);
        row("plus", "veo-3.1-fast", 36);
        row("plus", "seedream-4.5", 714);
        row("plus", "sound-effects", 2000);
        row("business", "background-music", 800);
    }

    void planUses()
    {
        QFETCH(QString, plan);
        QFETCH(QString, model);
        QFETCH(qint64, uses);
        const World &world = World::bundled();
        const QList<PlanUse> all = facet::planUses(world.plan(plan), world.catalogue);
        QCOMPARE(all.size(), world.catalogue.models().size());
        for (qsizetype i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].modelId, world.catalogue.models()[i].id);
            if (all[i].modelId != model)
                continue;
            QCOMPARE(all[i].unlimited, uses < 0);
            QCOMPARE(all[i].generationsAtDefault, uses < 0 ? std::nullopt : std::optional(uses));
        }
    }

    /// "Around 3 generations": Plus ÷ Veo 3.1 at 15 s, 4K, with sound.
    void aroundThreeGenerations()
    {
        const World &world = World::bundled();
        const Quote quote = world.quote(ask(AgentVersion::V1, "15 seconds, 4K, with sound", "", "veo-3.1"),
            QStringLiteral("plus"), 10'000);
        QCOMPARE(quote.totalCredits, std::optional<Credits>(3104));
        QCOMPARE(world.plan(QStringLiteral("plus")).credits / *quote.totalCredits, 3);
    }
};

Q_DECLARE_METATYPE(facet::Options)
Q_DECLARE_METATYPE(facet::QuoteRequest)

QTEST_APPLESS_MAIN(TestQuote)
#include "tst_domain_quote.moc"
