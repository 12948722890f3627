#include "TestWorld.h"

#include <QElapsedTimer>
#include <QTest>

using namespace facet;
using facet::test::rolesFrom;
using facet::test::World;

namespace {

/// "image<text | video(0) | tool(1)": kinds, what each takes from, its model and count where said.
QString summary(const QList<PromptStep> &steps)
{
    QStringList all;
    for (const PromptStep &step : steps) {
        QString one = step.kind ? wireName(*step.kind) : QStringLiteral("?");
        if (step.takesFrom)
            one += QStringLiteral("(%1)").arg(*step.takesFrom);
        if (step.modelId && step.kind != ModelKind::Tool)
            one += u' ' + *step.modelId;
        if (step.count)
            one += QStringLiteral(" x%1").arg(*step.count);
        all << one;
    }
    return all.join(QStringLiteral(" | "));
}

/// "seedream-5.0-lite text 13 | carat-video image 0* | upscale video 18": model, method, credits, * covered.
QString summary(const Quote &quote)
{
    QStringList all;
    for (const QuoteStep &step : quote.steps)
        all << QStringLiteral("%1 %2 %3%4")
                   .arg(step.modelId, wireName(step.method),
                       step.generationCredits ? QString::number(*step.generationCredits)
                                              : QStringLiteral("-"),
                       step.covered ? QStringLiteral("*") : QString());
    return all.join(QStringLiteral(" | "));
}

const QString fox = QStringLiteral("Make the red fox, animate it, then bring it to 4K");

} // namespace

/// Messages that ask for several generations: what is read as one, and what each step takes.
class TestPlans : public QObject {
    Q_OBJECT

private slots:
    void steps_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("steps");
        const auto row = [](const char *prompt, const char *steps) {
            QTest::newRow(prompt) << QString::fromUtf8(prompt) << QString::fromLatin1(steps);
        };
        // One after another.
        row("Make the red fox, animate it, then bring it to 4K", "image | video(0) | tool(1)");
        row("Draw a red fox and animate it", "image | video(0)");
        row("draw a fox in the snow, at dusk, with long shadows, and then animate it", "image | video(0)");
        row("Create an image of a lighthouse, then turn it into a video, and upscale it to 4K.",
            "image | video(0) | tool(1)");
        row("Make a picture of a harbor. Then make it move. Finally, upscale it.",
            "image | video(0) | tool(1)");
        row("Please paint an old tram, animate the picture with a slow push in, then enlarge it to 4K",
            "image | video(0) | tool(1)");
        row("Generate a video of a storm and upscale it to 4K", "video | tool(0)");
        row("Make a clip of a running horse, 10 seconds, then take it to 4K", "video | tool(0)");
        row("A red fox in the snow, then upscale it to 4K", "? | tool(0)");
        row("Animate it, then bring it to 4K", "video | tool(0)");
        row("animate the fox and upscale it", "video | tool(0)");
        row("upscale it to 4K and then animate it", "tool | video(0)");
        row("Draw a fox with Seedream 4.5, animate it with Kling 3.0, then make it 4K",
            "image seedream-4.5 | video(0) kling-3.0 | tool(1)");
        row("Could you draw a fox and then animate it?", "image | video(0)");
        row("빨간 여우를 그리고, 움직이게 하고, 4K로 올려 줘", "image | video(0) | tool(1)");
        row("빨간 여우를 그려서 움직이게 해줘", "image | video(0)");
        row("눈 속의 여우를 그린 다음 영상으로 만들고 4K로 업스케일해 줘", "image | video(0) | tool(1)");
        row("등대 이미지를 만들고, 그걸 천천히 움직이게 해 줘", "image | video(0)");
        row("폭풍 영상을 만들고 4K로 올려 주세요", "video | tool(0)");
        row("여우를 그려 줘. 그다음 움직이게 해 줘.", "image | video(0)");
        row("여우를 그리고 클링으로 움직이게 해줘", "image | video(0) kling-3.0");
        // Side by side.
        row("A fox in the snow, one take with Kling 3.0 and one with Veo 3.1",
            "video kling-3.0 x1 | video veo-3.1 x1");
        row("a fox: two takes with Kling and one with Veo 3.1 Fast",
            "video kling-3.0 x2 | video veo-3.1-fast x1");
        row("A fox in the snow with both Kling 3.0 and Veo 3.1", "video kling-3.0 x1 | video veo-3.1 x1");
        row("A fox, Kling 3.0, Veo 3.1 and Seedance 2.0, one each",
            "video kling-3.0 x1 | video veo-3.1 x1 | video seedance-2.0 x1");
        row("눈 속의 여우, 클링 3.0으로 하나, 비오 3.1로 하나", "video kling-3.0 x1 | video veo-3.1 x1");
        row("눈 속의 여우를 클링 3.0과 비오 3.1로 하나씩 만들어줘", "video kling-3.0 x1 | video veo-3.1 x1");
        row("클링이랑 구글 비오로 각각 두 개씩 여우 영상 만들어줘", "video kling-3.0 x2 | video veo-3.1 x2");
    }

    void steps()
    {
        QFETCH(QString, prompt);
        QTEST(summary(readPromptWords(prompt, World::bundled().catalogue).steps), "steps");
    }

    /// Ordinary messages stay one generation.
    void single_data()
    {
        QTest::addColumn<QString>("prompt");
        const char *prompts[] = {
            "a fox, in the snow, at dusk",
            "Make a red fox, running through the snow, and jumping over a log",
            "A red fox in the snow, make it move slowly",
            "A red fox in the snow, bring it to life",
            "animate it",
            "Animate this image, slowly, and make it move to the left",
            "Turn this picture into a video",
            "upscale it to 4K",
            "Make a video of a fox, make it 4K",
            "Make a video of a fox, vertical, 10 seconds, two takes",
            "Make a fox dance and make it move to the music",
            "Create a video of a painter who draws a fox and then signs it",
            "draw a fox, but don't animate it",
            "Draw a fox and never upscale it",
            "A teacher says \"draw a fox, animate it, then bring it to 4K\"",
            "How do I make an image and then animate it?",
            "An old man takes the boat, then brings it to the harbor",
            "First the sun rises, then the city wakes up, then it rains",
            "The camera pushes in, holds, then pulls out and turns to the sea",
            "a video of a fox with Kling 3.0",
            "Kling or Veo, which is better?",
            "Use Kling 3.0, not Veo 3.1: a fox",
            "one fox and one wolf with red eyes",
            "one take with Kling 3.0",
            "Make it like the Veo 3.1 demo, but with Kling 3.0",
            "remove the hat, then animate it from the video",
            "hello, how are you?",
            "눈 속의 여우, 해질녘, 긴 그림자",
            "아이가 그림을 그리고 강아지가 움직이게 해줘",
            "그리고 여우가 달리는 영상을 4K로 만들어줘",
            "여우가 눈밭을 달리고, 뛰어오르고, 멈춰 서서 뒤돌아본다",
            "움직이게 해줘",
            "4K로 올려 줘",
            "클링 3.0으로 여우 하나 만들어줘",
            "클링이랑 비오 중에 뭐가 더 좋아?",
            "여우를 그려 줘",
            "",
        };
        for (const char *prompt : prompts)
            QTest::newRow(prompt) << QString::fromUtf8(prompt);
    }

    void single()
    {
        QFETCH(QString, prompt);
        QCOMPARE(summary(readPromptWords(prompt, World::bundled().catalogue).steps), QString());
        QuoteRequest request;
        request.prompt = prompt;
        QVERIFY(World::bundled().quote(request, QStringLiteral("premium"), 1000).steps.isEmpty());
    }

    void quotes_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("inputs");
        QTest::addColumn<QString>("picked");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<Credits>("credits");
        const auto row = [](const char *prompt, const char *inputs, const char *picked, const char *steps,
                             Credits credits) {
            QTest::addRow("%s [%s] %s", prompt, inputs, picked)
                << QString::fromUtf8(prompt) << QString::fromLatin1(inputs) << QString::fromLatin1(picked)
                << QString::fromLatin1(steps) << credits;
        };
        const char *chain = "Make the red fox, animate it, then bring it to 4K";
        // The picture comes first, so the benefit covers the video made from it (PRODUCT rule 2).
        row(chain, "", "", "seedream-5.0-lite text 13 | carat-video image 0* | upscale video 18", 31);
        row("빨간 여우를 그리고, 움직이게 하고, 4K로 올려 줘", "", "",
            "seedream-5.0-lite text 13 | carat-video image 0* | upscale video 18", 31);
        row(chain, "reference", "", "seedream-5.0-lite image 13 | carat-video image 0* | upscale video 18",
            31);
        row(chain, "", "kling-3.0", "seedream-5.0-lite text 13 | kling-3.0 image 145 | upscale video 18",
            176);
        row(chain, "", "seedream-4.5", "seedream-4.5 text 14 | carat-video image 0* | upscale video 18", 32);
        row("Animate it, then bring it to 4K", "reference", "", "carat-video image 0* | upscale video 18",
            18);
        row("Animate the fox and upscale it", "", "", "carat-video text 33 | upscale video 9", 42);
        row("Make a video of a fox, 10 seconds, then upscale it to 4K", "", "",
            "carat-video text 66 | upscale video 35", 101);
        // 8 seconds of Veo are enlarged at the price of 10, the next length that is offered.
        row("Make a video of a fox with Veo 3.1, then upscale it", "", "",
            "veo-3.1 text 1104 | upscale video 18", 1122);
        row("A fox, one take with Kling 3.0 and one with Veo 3.1", "", "",
            "kling-3.0 text 145 | veo-3.1 text 1104", 1249);
        row("A fox, two takes with Kling 3.0 and one with LTX", "reference", "",
            "kling-3.0 image 290 | carat-video image 0*", 290);
        // ✨ overrules the words: one generation.
        row("A fox, one take with Kling 3.0 and one with Veo 3.1", "", "carat-video", "", 33);
        row(chain, "", "background-music", "", 25);
        // A start frame is no material for a picture: one video, as ever.
        row("Make the red fox, animate it", "start_frame", "", "", 0);
    }

    void quotes()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, inputs);
        QFETCH(QString, picked);
        QuoteRequest request;
        request.prompt = prompt;
        request.inputs = rolesFrom(inputs);
        if (!picked.isEmpty())
            request.modelId = picked;
        const Quote quote = World::bundled().quote(request, QStringLiteral("premium"), 10'000);
        QTEST(summary(quote), "steps");
        QTEST(quote.generationCredits.value_or(-1), "credits");
        QVERIFY(quote.sendable);
        QCOMPARE(quote.totalCredits, quote.generationCredits);
        // Agent 2.0 takes its turn once, whatever the number of steps.
        request.agent = AgentVersion::V2;
        const Quote two = World::bundled().quote(request, QStringLiteral("premium"), 10'000);
        QCOMPARE(*two.totalCredits, *two.generationCredits + 4);
    }

    void figuresAreSums()
    {
        QuoteRequest request;
        request.prompt = fox;
        const Quote premium = World::bundled().quote(request, QStringLiteral("premium"), 31);
        QVERIFY(premium.sendable && !premium.covered);
        QCOMPARE(premium.listCredits, 13 + 33 + 18);
        QCOMPARE(premium.balanceAfter, std::optional<Credits>(0));
        // The options in the composer are those of the video.
        QCOMPARE(premium.modelId, QStringLiteral("carat-video"));
        QCOMPARE(premium.method, Method::Image);
        const Quote tooLittle = World::bundled().quote(request, QStringLiteral("premium"), 30);
        QVERIFY(!tooLittle.sendable);
        QCOMPARE(tooLittle.blockedBy, std::optional(Blocker::GenerationCredits));
        const Quote plus = World::bundled().quote(request, QStringLiteral("plus"), 100);
        QCOMPARE(plus.generationCredits, std::optional<Credits>(64));
    }

    void optionsAreTheVideos()
    {
        QuoteRequest request;
        request.prompt = fox + QStringLiteral(", vertical");
        request.options.durationS = 10;
        request.options.count = 2;
        const Quote quote = World::bundled().quote(request, QStringLiteral("plus"), 10'000);
        QCOMPARE(summary(quote),
            QStringLiteral("seedream-5.0-lite text 13 | carat-video image 132 | upscale video 35"));
        QCOMPARE(quote.steps[0].options.aspectRatio, std::optional(QStringLiteral("9:16")));
        QCOMPARE(quote.steps[1].options.aspectRatio, std::optional(QStringLiteral("9:16")));
        QCOMPARE(quote.steps[2].options.resolution, std::optional(QStringLiteral("4K")));
        QCOMPARE(quote.steps[2].options.durationS, std::optional(10));
        QCOMPARE(quote.steps[0].takesFrom, std::nullopt);
        QCOMPARE(quote.steps[1].takesFrom, std::optional(0));
        QCOMPARE(quote.steps[1].takesAs, InputRole::Reference);
        QCOMPARE(quote.steps[2].takesFrom, std::optional(1));
        QCOMPARE(quote.steps[2].takesAs, InputRole::Video);
        QVERIFY(quote.adjustments.isEmpty());
        // A picture that will be set in motion has the shape of the video, also when nothing was said.
        request.prompt = fox;
        request.options = {};
        const Quote wide = World::bundled().quote(request, QStringLiteral("plus"), 10'000);
        QCOMPARE(wide.steps[0].options.aspectRatio, std::optional(QStringLiteral("16:9")));
        QCOMPARE(wide.steps[0].prompt, QStringLiteral("Make the red fox"));
        QCOMPARE(wide.steps[1].prompt, QStringLiteral("Make the red fox, animate it"));
        QCOMPARE(wide.steps[2].prompt, QStringLiteral("Make the red fox, bring it to 4K"));
    }

    void aModelThatCannotBeUsedBlocks()
    {
        QuoteRequest request;
        request.prompt = QStringLiteral("Draw a fox, animate it with Sora 2, then upscale it");
        const Quote quote = World::bundled().quote(request, QStringLiteral("plus"), 10'000);
        QCOMPARE(quote.blockedBy, std::optional(Blocker::ModelUnavailable));
        QCOMPARE(quote.modelId, QStringLiteral("sora-2"));
        QCOMPARE(quote.steps.size(), 3);
    }

    /// What a suggestion promises holds for plans too.
    void suggestionsSaveWhatTheySay()
    {
        const World &world = World::bundled();
        QuoteRequest request;
        request.prompt = fox;
        request.options.durationS = 15;
        const Account account = world.account(QStringLiteral("plus"), 60);
        const Quote quote = world.quote(request, account);
        QVERIFY(!quote.suggestions.isEmpty());
        for (const Suggestion &suggestion : quote.suggestions) {
            if (suggestion.kind == SuggestionKind::TopUp)
                continue;
            const Quote after =
                world.quote(applied(request, suggestion), applied(account, suggestion, world.plans));
            QCOMPARE(*quote.totalCredits - *after.totalCredits, suggestion.savesCredits);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_domain_plans.moc"
