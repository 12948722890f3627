#include "support/AgentWorld.h"

#include <QTest>

using namespace facet;
using namespace facet::contract;

namespace {

const QString v1 = QStringLiteral("1.0");
const QString v2 = QStringLiteral("2.0");
const QString up = QStringLiteral("up1");

QString plan(const char *id)
{
    return QString::fromLatin1(id);
}

} // namespace

class TestAgents : public QObject {
    Q_OBJECT

private slots:
    /// PRODUCT rules 4 and 5: default models, naming a model, ✨ over words.
    void choosesTheModel_data()
    {
        QTest::addColumn<QString>("agent");
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("picked");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("tool");
        const auto row = [](const QString &agent, const char *prompt, const char *picked, const char *model,
                             const char *tool) {
            QTest::addRow("%s %s %s", qPrintable(agent), prompt, picked)
                << agent << QString::fromUtf8(prompt) << QString::fromLatin1(picked)
                << QString::fromLatin1(model) << QString::fromLatin1(tool);
        };
        row(v1, "a fox in the snow", "", "carat-video", "generate_video");
        row(v2, "a fox in the snow", "", "seedance-2.0-fast", "generate_video");
        row(v2, "Use Carat Basic Video (LTX 2.3): a fox", "", "carat-video", "generate_video");
        row(v2, "캐럿 기본 비디오로 여우 만들어줘", "", "carat-video", "generate_video");
        row(v2, "Use Kling for a fox", "carat-video", "carat-video", "generate_video");
        row(v1, "draw a fox", "", "seedream-5.0-lite", "generate_image");
        row(v1, "a sound effect of rain", "", "sound-effects", "sound_effect");
        row(v1, "배경음악 만들어줘", "", "background-music", "music");
    }

    void choosesTheModel()
    {
        QFETCH(QString, agent);
        QFETCH(QString, prompt);
        QFETCH(QString, picked);
        QFETCH(QString, model);
        QFETCH(QString, tool);
        AgentWorld world(plan("plus"));
        auto input = AgentWorld::input(prompt);
        if (!picked.isEmpty())
            input.props.modelId = picked;
        const auto answer = world.post(agent, input);
        QCOMPARE(answer.status, 200);
        const auto calls = answer.sink->all<ToolCallStart>();
        QCOMPARE(calls.size(), 1);
        QCOMPARE(calls[0].toolCallName, tool);
        const auto arguments = parseJson(answer.sink->all<ToolCallArgs>().first().delta.toUtf8());
        QVERIFY(arguments);
        QCOMPARE(QString::fromStdString(arguments->at("model_id").get<std::string>()), model);
        const auto generations = world.services->jobs().unfinished();
        QCOMPARE(generations.size(), 1);
        QCOMPARE(generations[0].modelId, model);
        QCOMPARE(generations[0].runId, input.runId);
        QCOMPARE(generations[0].threadId, input.threadId);
        if (!picked.isEmpty())
            QVERIFY2(
                answer.sink->text().contains(QStringLiteral("Kling 3.0")), qPrintable(answer.sink->text()));
    }

    void streamsAWholeRun()
    {
        AgentWorld world(plan("plus"));
        const auto input = AgentWorld::input(QStringLiteral("a fox, 10 seconds, vertical, two takes"),
            { QStringLiteral("up1"), QStringLiteral("up2") }, { InputRole::StartFrame, InputRole::EndFrame });
        const auto answer = world.post(v2, input);
        QCOMPARE(answer.status, 200);
        CollectingSink &sink = *answer.sink;
        QCOMPARE(sink.types().join(u' '),
            QStringLiteral(
                "RUN_STARTED STATE_SNAPSHOT TEXT_MESSAGE_START TEXT_MESSAGE_CONTENT TEXT_MESSAGE_END "
                "TOOL_CALL_START TOOL_CALL_ARGS TOOL_CALL_END ACTIVITY_SNAPSHOT"));
        QVERIFY(!sink.closed);
        // 4 for the conversation, 2 × 428 held.
        QCOMPARE(world.balance(), 10'000 - 4 - 856);
        QCOMPARE(sink.raw[1].at("snapshot").at("balance").at("credits").get<Credits>(), 10'000 - 4 - 856);
        const auto generation = fromJson<Generation>(sink.all<ActivitySnapshot>().first().content);
        QVERIFY(generation);
        QCOMPARE(generation->quotedCredits, 856);
        QCOMPARE(generation->method, Method::StartEnd);
        QCOMPARE(generation->options.aspectRatio, std::optional(QStringLiteral("9:16")));
        QCOMPARE(generation->options.durationS, std::optional(10));
        QCOMPARE(generation->inputs.size(), 2);

        QTRY_COMPARE(world.engineJobs.size(), 1);
        world.engineJobs[0]->progress(0.5);
        QTRY_VERIFY(!sink.all<ActivityDelta>().isEmpty());
        world.engineJobs[0]->succeed();
        QTRY_COMPARE(world.engineJobs.size(), 2);
        world.engineJobs[1]->succeed();
        QTRY_VERIFY(sink.closed);
        const auto last = fromJson<Generation>(sink.all<ActivitySnapshot>().last().content);
        QCOMPARE(last->status, GenerationStatus::Succeeded);
        QCOMPARE(last->chargedCredits, std::optional<Credits>(856));
        const auto results = sink.all<ToolCallResult>();
        QCOMPARE(results.size(), 1);
        QCOMPARE(results[0].parts.size(), 2);
        QCOMPARE(results[0].parts[0].fileId, last->assets[0].id);
        const auto finished = sink.all<RunFinished>();
        QCOMPARE(finished.size(), 1);
        QVERIFY(finished[0].interrupts.isEmpty() && !finished[0].cancelled);
        QVERIFY(std::holds_alternative<RunFinished>(sink.events.last()));
        QVERIFY(std::is_sorted(sink.ids.cbegin(), sink.ids.cend()));
        QCOMPARE(world.balance(), 10'000 - 860);
    }

    void speaksTheUsersLanguage_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<bool>("acceptsKorean");
        QTest::addColumn<bool>("korean");
        QTest::newRow("Hangul") << QStringLiteral("여우가 뛴다") << false << true;
        QTest::newRow("English, Korean window") << QStringLiteral("a fox") << true << true;
        QTest::newRow("English") << QStringLiteral("a fox") << false << false;
        QTest::newRow("Korean greeting") << QStringLiteral("안녕하세요") << false << true;
        QTest::newRow("greeting") << QStringLiteral("hello") << false << false;
    }

    void speaksTheUsersLanguage()
    {
        QFETCH(QString, prompt);
        QFETCH(bool, acceptsKorean);
        QFETCH(bool, korean);
        AgentWorld world(plan("plus"));
        const auto answer = world.post(v1, AgentWorld::input(prompt), acceptsKorean);
        const QString text = answer.sink->text();
        QVERIFY(!text.isEmpty());
        const bool hangul = std::any_of(
            text.cbegin(), text.cend(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
        QVERIFY2(hangul == korean, qPrintable(text));
    }

    void agentOneMakesACoveredVideoWithNothing()
    {
        AgentWorld world(plan("premium"));
        world.setBalance(0);
        const auto answer = world.post(v1, AgentWorld::input(QStringLiteral("a fox"), { up }));
        QCOMPARE(answer.status, 200);
        QTRY_COMPARE(world.engineJobs.size(), 1);
        world.engineJobs[0]->succeed();
        QTRY_VERIFY(answer.sink->closed);
        const auto last = fromJson<Generation>(answer.sink->all<ActivitySnapshot>().last().content);
        QVERIFY(last->covered);
        QCOMPARE(last->chargedCredits, std::optional<Credits>(0));
        QCOMPARE(world.balance(), 0);
    }

    void textAloneIsNotCovered()
    {
        AgentWorld world(plan("premium"));
        world.setBalance(32);
        const auto answer = world.post(v1, AgentWorld::input(QStringLiteral("a fox")));
        QCOMPARE(answer.status, 402);
        QCOMPARE(answer.code(), QStringLiteral("insufficient_credits"));
        QCOMPARE(answer.problem.at("required").get<Credits>(), 33);
        QCOMPARE(answer.problem.at("balance").get<Credits>(), 32);
        world.setBalance(33);
        QCOMPARE(world.post(v1, AgentWorld::input(QStringLiteral("a fox"))).status, 200);
        QCOMPARE(world.balance(), 0);
    }

    void agentTwoRefusesWithTheWayOut()
    {
        AgentWorld world(plan("premium"));
        world.setBalance(3);
        auto input = AgentWorld::input(QStringLiteral("Use Carat Basic Video (LTX 2.3)"), { up });
        const auto english = world.post(v2, input);
        QCOMPARE(english.status, 402);
        QCOMPARE(english.code(), QStringLiteral("insufficient_credits"));
        const QString detail = QString::fromStdString(english.problem.at("detail").get<std::string>());
        QVERIFY2(detail.contains(QStringLiteral("Agent 1.0")) && detail.contains(QStringLiteral("top up")),
            qPrintable(detail));
        QCOMPARE(world.balance(), 3);
        QVERIFY(world.services->jobs().unfinished().isEmpty());
        const auto korean =
            world.post(v2, AgentWorld::input(QStringLiteral("캐럿 기본 비디오로 만들어줘"), { up }));
        QVERIFY(QString::fromStdString(korean.problem.at("detail").get<std::string>())
                    .contains(QStringLiteral("에이전트 1.0")));
        // A refusal is not kept: the same run works once it can be paid.
        world.setBalance(4);
        QCOMPARE(world.post(v2, input).status, 200);
        QCOMPARE(world.balance(), 0);
    }

    void priceLockIsKept()
    {
        AgentWorld world(plan("plus"));
        auto input = AgentWorld::input(QStringLiteral("a fox"));
        input.props.maxCredits = 217; // 214 + 4 is one more
        const auto refused = world.post(v2, input);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.code(), QStringLiteral("price_changed"));
        QCOMPARE(refused.problem.at("quote").at("total_credits").get<Credits>(), 218);
        QCOMPARE(world.balance(), 10'000);
        QVERIFY(world.services->jobs().unfinished().isEmpty());
        input.props.maxCredits = 218;
        QCOMPARE(world.post(v2, input).status, 200);
        QCOMPARE(world.balance(), 10'000 - 218);
    }

    void talkTakesTheTurnOnly()
    {
        AgentWorld world(plan("plus"));
        auto input = AgentWorld::input(QStringLiteral("How many credits do I have?"));
        const auto two = world.post(v2, input);
        QVERIFY(two.sink->closed);
        QCOMPARE(two.sink->types().join(u' '),
            QStringLiteral(
                "RUN_STARTED STATE_SNAPSHOT TEXT_MESSAGE_START TEXT_MESSAGE_CONTENT TEXT_MESSAGE_END "
                "RUN_FINISHED"));
        QCOMPARE(world.balance(), 9'996);
        const auto one = world.post(v1, AgentWorld::input(QStringLiteral("크레딧 얼마나 남았어?")));
        QVERIFY2(one.sink->text().contains(QStringLiteral("9,996")), qPrintable(one.sink->text()));
        QCOMPARE(world.balance(), 9'996);
        QVERIFY(world.engineJobs.isEmpty());
    }

    void questionsAreAnsweredFromTheData_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("holds");
        const auto row = [](const char *prompt, const char *holds) {
            QTest::newRow(prompt) << QString::fromUtf8(prompt) << QString::fromUtf8(holds);
        };
        row("How much does Kling cost?", "145 credits");
        row("What is unlimited?", "Carat Video (LTX 2.3)");
        row("무제한이 뭐야?", "시작·끝 프레임");
        row("Which plans are there?", "20,000 credits");
        row("요금제 알려줘", "100,000 크레딧");
        row("What is the difference between the agents?", "4 credits");
        row("Which models are there?", "Veo 3.1: 1,104 credits");
        row("thanks!", "welcome");
        row("안녕하세요", "안녕하세요");
    }

    void questionsAreAnsweredFromTheData()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, holds);
        AgentWorld world(plan("premium"));
        const auto answer = world.post(v1, AgentWorld::input(prompt));
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.sink->text().contains(holds), qPrintable(answer.sink->text()));
    }

    /// PRODUCT rule 3.
    void refusesToEditInsideAVideo()
    {
        AgentWorld world(plan("plus"));
        const auto english =
            world.post(v1, AgentWorld::input(QStringLiteral("remove the hat from the video")));
        QVERIFY(english.sink->closed);
        QVERIFY2(english.sink->text().contains(QStringLiteral("not supported"))
                && english.sink->text().contains(QStringLiteral("last frame")),
            qPrintable(english.sink->text()));
        const auto korean = world.post(v1, AgentWorld::input(QStringLiteral("영상에서 모자만 지워줘")));
        QVERIFY2(
            korean.sink->text().contains(QStringLiteral("지원하지 않")), qPrintable(korean.sink->text()));
        QVERIFY(world.services->jobs().unfinished().isEmpty());

        // "Remove the hat" means the video once the conversation holds one, and only in that conversation.
        const auto first = world.post(v1, AgentWorld::input(QStringLiteral("a man with a hat")));
        QTRY_COMPARE(world.engineJobs.size(), 1);
        world.engineJobs[0]->succeed();
        QTRY_VERIFY(first.sink->closed);
        const auto second = world.post(v1, AgentWorld::input(QStringLiteral("remove the hat")));
        QVERIFY(second.sink->all<ToolCallStart>().isEmpty());
        auto elsewhere = AgentWorld::input(QStringLiteral("remove the hat"));
        elsewhere.threadId = QStringLiteral("thread-2");
        QCOMPARE(world.post(v1, elsewhere).sink->all<ToolCallStart>().size(), 1);
    }

    void asksAboveTheThreshold()
    {
        AgentWorld world(plan("plus"));
        auto input = AgentWorld::input(QStringLiteral("a fox"));
        input.props.confirmAbove = 217;
        const auto asked = world.post(v2, input);
        QVERIFY(asked.sink->closed);
        const auto finished = asked.sink->all<RunFinished>().first();
        QCOMPARE(finished.interrupts.size(), 1);
        const Interrupt interrupt = finished.interrupts[0];
        QCOMPARE(interrupt.reason, QStringLiteral("approve_cost"));
        QVERIFY2(interrupt.message.contains(QStringLiteral("takes 214 credits (218 with this turn)")),
            qPrintable(interrupt.message));
        const auto quote = fromJson<Quote>(interrupt.metadata.at("quote"));
        QVERIFY(quote);
        QCOMPARE(quote->totalCredits, std::optional<Credits>(214)); // the turn itself is paid already
        QCOMPARE(quote->balanceAfter, std::optional<Credits>(10'000 - 218));
        QCOMPARE(quote->modelId, QStringLiteral("seedance-2.0-fast"));
        QCOMPARE(world.balance(), 9'996);
        QVERIFY(world.services->jobs().unfinished().isEmpty());

        auto approval = input;
        approval.runId += QStringLiteral("-approved");
        approval.resume = { { interrupt.id, QStringLiteral("resolved"), true } };
        const auto approved = world.post(v2, approval);
        QCOMPARE(approved.status, 200);
        QCOMPARE(approved.sink->all<ToolCallStart>().size(), 1);
        QCOMPARE(world.balance(), 10'000 - 218); // no second turn
        // The answer counts once.
        auto again = approval;
        again.runId += QStringLiteral("-again");
        QCOMPARE(world.post(v2, again).status, 409);
        QCOMPARE(world.balance(), 10'000 - 218);
        // Sent again unchanged, it is the same run.
        const auto repeated = world.post(v2, approval);
        QCOMPARE(repeated.sink->all<ToolCallStart>().size(), 1);
        QCOMPARE(world.services->jobs().unfinished().size(), 1);
    }

    void notAtTheThreshold()
    {
        AgentWorld world(plan("plus"));
        auto input = AgentWorld::input(QStringLiteral("a fox"));
        input.props.confirmAbove = 218;
        QCOMPARE(world.post(v2, input).sink->all<ToolCallStart>().size(), 1);
    }

    void abandonedTakesNothingMore_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("approved");
        QTest::newRow("declined") << QStringLiteral("resolved") << false;
        QTest::newRow("cancelled") << QStringLiteral("cancelled") << false;
    }

    void abandonedTakesNothingMore()
    {
        QFETCH(QString, status);
        QFETCH(bool, approved);
        AgentWorld world(plan("plus"));
        auto input = AgentWorld::input(QStringLiteral("여우"));
        input.props.confirmAbove = 10;
        const auto asked = world.post(v2, input);
        const QString id = asked.sink->all<RunFinished>().first().interrupts[0].id;
        auto answer = input;
        answer.runId += QStringLiteral("-no");
        answer.resume = { { id, status, approved } };
        const auto ended = world.post(v2, answer);
        QVERIFY(ended.sink->closed);
        QVERIFY2(
            ended.sink->text().contains(QStringLiteral("아무것도 만들지")), qPrintable(ended.sink->text()));
        QCOMPARE(world.balance(), 9'996);
        auto late = input;
        late.runId += QStringLiteral("-late");
        late.resume = { { id, QStringLiteral("resolved"), true } };
        QCOMPARE(world.post(v2, late).status, 409);
        QVERIFY(world.services->jobs().unfinished().isEmpty());
    }

    void anOrdinaryMessageLeavesTheQuestion()
    {
        AgentWorld world(plan("plus"));
        auto input = AgentWorld::input(QStringLiteral("a fox"));
        input.props.confirmAbove = 10;
        const QString id = world.post(v1, input).sink->all<RunFinished>().first().interrupts[0].id;
        world.post(v1, AgentWorld::input(QStringLiteral("hello")));
        auto late = input;
        late.runId += QStringLiteral("-late");
        late.resume = { { id, QStringLiteral("resolved"), true } };
        QCOMPARE(world.post(v1, late).code(), QStringLiteral("idempotency_conflict"));
    }

    /// A client that shows no prices is asked before anything is spent.
    void asksWhenNoPriceWasShown()
    {
        AgentWorld world(plan("premium"));
        auto input = AgentWorld::input(QStringLiteral("a fox"));
        input.props.maxCredits.reset();
        QCOMPARE(world.post(v1, input).sink->all<RunFinished>().first().interrupts.size(), 1);
        auto covered = AgentWorld::input(QStringLiteral("a fox"), { up });
        covered.props.maxCredits.reset();
        QCOMPARE(world.post(v1, covered).sink->all<ToolCallStart>().size(), 1);
    }

    void asksBeforeUsingAnotherModel()
    {
        AgentWorld world(plan("plus"));
        auto input = AgentWorld::input(QStringLiteral("Use Sora 2 for a fox"));
        const auto asked = world.post(v1, input);
        QCOMPARE(asked.status, 200);
        const Interrupt interrupt = asked.sink->all<RunFinished>().first().interrupts.value(0);
        QCOMPARE(interrupt.reason, QStringLiteral("approve_cost"));
        QVERIFY2(asked.sink->text().contains(QStringLiteral("Sora 2"))
                && asked.sink->text().contains(QStringLiteral("Carat Video")),
            qPrintable(asked.sink->text()));
        auto approval = input;
        approval.runId += QStringLiteral("-ok");
        approval.resume = { { interrupt.id, QStringLiteral("resolved"), true } };
        QCOMPARE(world.post(v1, approval).status, 200);
        QCOMPARE(world.services->jobs().unfinished().value(0).modelId, QStringLiteral("carat-video"));
        QCOMPARE(world.balance(), 10'000 - 33);
    }

    void questionsOfOthersAreNotFound()
    {
        AgentWorld world(plan("plus"));
        auto input = AgentWorld::input(QStringLiteral("a fox"));
        input.props.confirmAbove = 10;
        const QString id = world.post(v1, input).sink->all<RunFinished>().first().interrupts[0].id;
        auto answer = input;
        answer.runId += QStringLiteral("-x");
        answer.resume = { { QStringLiteral("ask_none"), QStringLiteral("resolved"), true } };
        QCOMPARE(world.post(v1, answer).status, 404);
        answer.resume = { { id, QStringLiteral("resolved"), true } };
        QCOMPARE(world.post(v2, answer).status, 404);
        answer.threadId = QStringLiteral("thread-9");
        QCOMPARE(world.post(v1, answer).status, 404);
    }

    void sendingTwiceTakesOnce()
    {
        AgentWorld world(plan("plus"));
        const auto input = AgentWorld::input(QStringLiteral("a fox"));
        const auto first = world.post(v2, input, false, "key-1");
        const auto second = world.post(v2, input, false, "key-1");
        QCOMPARE(second.status, 200);
        QCOMPARE(second.sink->ids, first.sink->ids);
        QCOMPARE(world.balance(), 10'000 - 218);
        QCOMPARE(world.services->jobs().unfinished().size(), 1);

        auto other = input;
        other.messages[0].content[0].text = QStringLiteral("a wolf");
        QCOMPARE(world.post(v2, other, false, "key-1").code(), QStringLiteral("idempotency_conflict"));
        other.runId += QStringLiteral("-other");
        QCOMPARE(world.post(v2, other, false, "key-1").code(), QStringLiteral("idempotency_conflict"));
        QCOMPARE(world.post(v2, other, false, "key-2").status, 200);
    }

    void replaysAndContinues()
    {
        AgentWorld world(plan("plus"));
        const auto input = AgentWorld::input(QStringLiteral("a fox"));
        const auto first = world.post(v1, input);
        QTRY_COMPARE(world.engineJobs.size(), 1);
        first.sink->cutAfter(0); // the line is cut
        world.engineJobs[0]->progress(0.25);

        const qint64 seen = first.sink->ids[3];
        const auto again = world.get(v1, input.runId, seen);
        QCOMPARE(again.status, 200);
        QVERIFY(again.sink->ids.first() > seen);
        QTRY_VERIFY(!again.sink->all<ActivityDelta>().isEmpty());
        world.engineJobs[0]->succeed();
        QTRY_VERIFY(again.sink->closed);
        QVERIFY(!first.sink->closed);

        // Nothing is missing, nothing comes twice.
        const auto whole = world.get(v1, input.runId);
        QVERIFY(whole.sink->closed);
        QVERIFY(std::holds_alternative<RunStarted>(whole.sink->events.first()));
        QVERIFY(std::holds_alternative<RunFinished>(whole.sink->events.last()));
        QVERIFY(std::adjacent_find(whole.sink->ids.cbegin(), whole.sink->ids.cend(), std::greater_equal<>())
            == whole.sink->ids.cend());
        QCOMPARE(
            whole.sink->text(), QString(first.sink->text() + u'\n' + again.sink->text().section(u'\n', -1)));

        QCOMPARE(world.get(v2, input.runId).status, 404);
        QCOMPARE(world.get(v1, QStringLiteral("run-none")).status, 404);
    }

    void survivesARestart()
    {
        AgentWorld world(plan("plus"));
        const auto input = AgentWorld::input(QStringLiteral("a fox"));
        const auto first = world.post(v1, input);
        QTRY_COMPARE(world.engineJobs.size(), 1);
        world.engineJobs[0]->progress(0.5);
        QTRY_VERIFY(!first.sink->all<ActivityDelta>().isEmpty());
        const qint64 seen = first.sink->ids.last();
        world.restart();

        const auto again = world.get(v1, input.runId, seen);
        QVERIFY(!again.sink->closed);
        QVERIFY(!again.sink->ids.isEmpty() && again.sink->ids.first() > seen);
        QTRY_COMPARE(world.engineJobs.size(), 1);
        world.engineJobs[0]->succeed();
        QTRY_VERIFY(again.sink->closed);
        QCOMPARE(again.sink->all<ToolCallResult>().size(), 1);
        QCOMPARE(world.balance(), 10'000 - 33);
        world.restart();
        const auto whole = world.get(v1, input.runId);
        QVERIFY(whole.sink->closed);
        QVERIFY(std::holds_alternative<RunFinished>(whole.sink->events.last()));
        // The request repeated after all that is still the same run.
        QVERIFY(world.post(v1, input).sink->closed);
        QCOMPARE(world.balance(), 10'000 - 33);
    }

    void aFailureGivesTheCreditsBack()
    {
        AgentWorld world(plan("plus"));
        const auto answer = world.post(v2, AgentWorld::input(QStringLiteral("a fox")));
        QTRY_COMPARE(world.engineJobs.size(), 1);
        world.engineJobs[0]->fail(QStringLiteral("The engine stopped."));
        QTRY_VERIFY(answer.sink->closed);
        QCOMPARE(world.balance(), 9'996); // the turn was taken, the generation was not
        QVERIFY2(
            answer.sink->text().contains(QStringLiteral("214 credits")), qPrintable(answer.sink->text()));
        QVERIFY(answer.sink->all<ToolCallResult>().first().parts.isEmpty());
        const auto last = fromJson<Generation>(answer.sink->all<ActivitySnapshot>().last().content);
        QCOMPARE(last->status, GenerationStatus::Failed);
        QCOMPARE(answer.sink->raw.last().at("type").get<std::string>(), std::string("RUN_FINISHED"));
    }

    void aCancelledGenerationEndsTheRun()
    {
        AgentWorld world(plan("plus"));
        const auto answer = world.post(v1, AgentWorld::input(QStringLiteral("a fox")));
        QTRY_COMPARE(world.engineJobs.size(), 1);
        QVERIFY(world.services->jobs().cancel(world.services->jobs().unfinished().first().id));
        QTRY_VERIFY(answer.sink->closed);
        QVERIFY(answer.sink->all<RunFinished>().first().cancelled);
        QCOMPARE(world.balance(), 10'000);
    }

    void refusesWhatItCannotUse_data()
    {
        QTest::addColumn<RunAgentInput>("input");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const RunAgentInput &input, int status, const char *code) {
            QTest::newRow(name) << input << status << QString::fromLatin1(code);
        };
        const QString fox = QStringLiteral("a fox");
        row("unknown file", AgentWorld::input(fox, { QStringLiteral("nothing") }), 404, "not_found");
        row("nothing said", AgentWorld::input(QString()), 400, "bad_request");
        row("too many images", AgentWorld::input(fox, { up, up, up }), 422, "unsupported_input");
        auto model = AgentWorld::input(fox, { up }, { InputRole::StartFrame });
        model.props.modelId = QStringLiteral("seedream-4.5");
        row("frame for an image model", model, 422, "unsupported_input");
        row("nothing to upscale", AgentWorld::input(QStringLiteral("upscale")), 422, "unsupported_input");
        auto option = AgentWorld::input(fox);
        option.props.options.background = QStringLiteral("red");
        row("impossible colour", option, 422, "unsupported_option");
        row("too long a message", AgentWorld::input(QString(10'001, u'a')), 422, "too_long");
        auto id = AgentWorld::input(fox);
        id.runId = QString(201, u'r');
        row("too long an id", id, 400, "bad_request");
        auto nobody = AgentWorld::input(fox);
        nobody.messages.clear();
        row("no message", nobody, 400, "bad_request");
    }

    void refusesWhatItCannotUse()
    {
        QFETCH(RunAgentInput, input);
        QFETCH(int, status);
        QFETCH(QString, code);
        AgentWorld world(plan("plus"));
        const auto answer = world.post(v2, input);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
        QVERIFY(!answer.problem.at("detail").get<std::string>().empty());
        QCOMPARE(world.balance(), 10'000); // not even the turn
    }

    void anEarlierResultCanBeAnInput()
    {
        AgentWorld world(plan("plus"));
        const auto first = world.post(v1, AgentWorld::input(QStringLiteral("a fox")));
        QTRY_COMPARE(world.engineJobs.size(), 1);
        world.engineJobs[0]->succeed();
        QTRY_VERIFY(first.sink->closed);
        const QString asset = first.sink->all<ToolCallResult>().first().parts.first().fileId;
        auto input = AgentWorld::input(QStringLiteral("upscale this"));
        ContentPart part;
        part.type = ContentPart::Type::Video;
        part.fileId = asset;
        input.messages[0].content.append(part);
        const auto second = world.post(v1, input);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.sink->all<ToolCallStart>().first().toolCallName, QStringLiteral("upscale"));
        QCOMPARE(world.services->jobs().unfinished().first().inputs.first().assetId, asset);
    }
};

Q_DECLARE_METATYPE(facet::contract::RunAgentInput)

QTEST_GUILESS_MAIN(TestAgents)
#include "tst_service_agents.moc"
