#include "support/AgentWorld.h"

#include <QTest>

using namespace facet;
using namespace facet::contract;

namespace {

const QString v1 = QStringLiteral("1.0");
const QString v2 = QStringLiteral("2.0");
const QString chain = QStringLiteral("Make the red fox, animate it, then bring it to 4K");

RunAgentInput approvalOf(const RunAgentInput &asked, const Interrupt &interrupt, bool approved = true)
{
    RunAgentInput answer = asked;
    answer.runId += approved ? QStringLiteral("-approved") : QStringLiteral("-stopped");
    answer.resume = { { interrupt.id, QStringLiteral("resolved"), approved } };
    answer.props.maxCredits.reset();
    return answer;
}

Interrupt questionOf(const AgentWorld::Answer &answer)
{
    const auto finished = answer.sink->all<RunFinished>();
    return finished.size() == 1 ? finished[0].interrupts.value(0) : Interrupt();
}

Quote quoteIn(const Interrupt &interrupt)
{
    return fromJson<Quote>(interrupt.metadata.at("quote")).value_or(Quote());
}

} // namespace

/// Agent-made plans of several generations (issue 3): asked about first, then made with what was approved,
/// and not a credit more.
class TestPlans : public QObject {
    Q_OBJECT

private:
    /// Asks and approves; the answer is that of the approval.
    AgentWorld::Answer approved(
        AgentWorld &world, const QString &agent, const QString &prompt, const QStringList &files = {})
    {
        auto input = AgentWorld::input(prompt, files);
        input.props.clientRef = QStringLiteral("ref");
        m_asked = world.post(agent, input);
        const Interrupt interrupt = questionOf(m_asked);
        m_approval = approvalOf(input, interrupt);
        m_approval.props.maxCredits = quoteIn(interrupt).totalCredits;
        return world.post(agent, m_approval);
    }
    static QList<Generation> generations(AgentWorld &world)
    {
        auto page = world.services->jobs().list({}, 50);
        std::reverse(page->items.begin(), page->items.end());
        return page->items;
    }

    AgentWorld::Answer m_asked;
    RunAgentInput m_approval;

private slots:
    void asksWithThePlan_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("question");
        QTest::newRow("English") << chain << QStringLiteral("Three steps. Shall I go on?");
        QTest::newRow("Korean") << QStringLiteral("빨간 여우를 그리고, 움직이게 하고, 4K로 올려 줘")
                                << QStringLiteral("3단계로 진행합니다. 시작할까요?");
    }

    void asksWithThePlan()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, question);
        AgentWorld world(QStringLiteral("premium"));
        const Credits before = world.balance();
        const auto asked = world.post(v2, AgentWorld::input(prompt));
        QVERIFY(asked.sink->closed);
        const Interrupt interrupt = questionOf(asked);
        QCOMPARE(interrupt.reason, QStringLiteral("approve_cost"));
        QCOMPARE(interrupt.message, question);
        const Quote quote = quoteIn(interrupt);
        QCOMPARE(quote.steps.size(), 3);
        QCOMPARE(quote.steps[0].modelId, QStringLiteral("seedream-5.0-lite"));
        QCOMPARE(quote.steps[0].generationCredits, std::optional<Credits>(13));
        // Agent 2.0 takes its own default model.
        QCOMPARE(quote.steps[1].modelId, QStringLiteral("seedance-2.0-fast"));
        QCOMPARE(quote.steps[1].method, Method::Image);
        QCOMPARE(quote.steps[1].generationCredits, std::optional<Credits>(214));
        QCOMPARE(quote.steps[2].modelId, QStringLiteral("upscale"));
        QCOMPARE(quote.steps[2].generationCredits, std::optional<Credits>(18));
        QCOMPARE(quote.totalCredits, std::optional<Credits>(245)); // the turn is paid already
        QCOMPARE(quote.balanceAfter, std::optional<Credits>(before - 4 - 245));
        QVERIFY(quote.validUntil.has_value());
        QCOMPARE(world.balance(), before - 4);
        QVERIFY(generations(world).isEmpty());
    }

    /// A client that knows nothing of plans locked the price of less: it is asked, not charged.
    void asksAlsoAboveTheLock()
    {
        AgentWorld world(QStringLiteral("plus"));
        auto input = AgentWorld::input(chain);
        input.props.maxCredits = 33;
        const auto asked = world.post(v1, input);
        QCOMPARE(asked.status, 200);
        QCOMPARE(quoteIn(questionOf(asked)).totalCredits, std::optional<Credits>(64));
        QCOMPARE(world.balance(), 10'000);
        // But not even the turn may cost more than the lock.
        input = AgentWorld::input(chain);
        input.props.maxCredits = 3;
        QCOMPARE(world.post(v2, input).code(), QStringLiteral("price_changed"));
        QCOMPARE(world.balance(), 10'000);
    }

    void makesOneAfterTheOther()
    {
        AgentWorld world(QStringLiteral("premium"));
        const Credits before = world.balance();
        const auto answer = approved(world, v1, chain);
        QCOMPARE(answer.status, 200);
        CollectingSink &sink = *answer.sink;
        QCOMPARE(sink.all<ToolCallStart>().size(), 3);
        QCOMPARE(sink.all<ToolCallStart>()[0].toolCallName, QStringLiteral("generate_image"));
        QCOMPARE(sink.all<ToolCallStart>()[1].toolCallName, QStringLiteral("generate_video"));
        QCOMPARE(sink.all<ToolCallStart>()[2].toolCallName, QStringLiteral("upscale"));
        QCOMPARE(sink.all<ActivitySnapshot>().size(), 3);
        // All that was approved is held at once; the covered video holds nothing.
        QCOMPARE(world.balance(), before - 31);
        auto all = generations(world);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].clientRef, QStringLiteral("ref"));
        QCOMPARE(all[1].clientRef, QStringLiteral("ref/2"));
        QCOMPARE(all[1].stage, QStringLiteral("waiting_for_step"));
        QCOMPARE(all[1].quotedCredits, 0);
        QVERIFY(all[1].covered);
        QCOMPARE(all[2].stage, QStringLiteral("waiting_for_step"));

        QTRY_COMPARE(world.engineJobs.size(), 1);
        QCOMPARE(world.engineJobs[0]->job().model.id, QStringLiteral("seedream-5.0-lite"));
        world.engineJobs[0]->succeed();
        QTRY_COMPARE(world.engineJobs.size(), 2);
        all = generations(world);
        QCOMPARE(all[1].inputs.size(), 1);
        QCOMPARE(all[1].inputs[0].assetId, all[0].assets[0].id);
        QCOMPARE(all[1].inputs[0].role, InputRole::Reference);
        QCOMPARE(world.engineJobs[1]->job().inputs.size(), 1);
        QCOMPARE(world.engineJobs[1]->job().method, Method::Image);
        QVERIFY(!sink.closed);
        world.engineJobs[1]->succeed();
        QTRY_COMPARE(world.engineJobs.size(), 3);
        QCOMPARE(world.engineJobs[2]->job().inputs[0].role, InputRole::Video);
        QCOMPARE(world.engineJobs[2]->job().options.resolution, std::optional(QStringLiteral("4K")));
        world.engineJobs[2]->succeed();
        QTRY_VERIFY(sink.closed);
        QCOMPARE(sink.all<ToolCallResult>().size(), 3);
        QVERIFY2(sink.text().endsWith(QStringLiteral("Done, all 3 steps. Taken: 31 credits.")),
            qPrintable(sink.text()));
        QCOMPARE(sink.all<RunFinished>().size(), 1);
        QCOMPARE(sink.all<RunFinished>()[0].result.at("generation_ids").size(), 3U);
        QCOMPARE(world.balance(), before - 31);
        QCOMPARE(world.services->ledger().balance().held, 0);
    }

    void sideBySideNeedsNoWaiting()
    {
        AgentWorld world(QStringLiteral("plus"));
        const auto answer =
            approved(world, v1, QStringLiteral("A fox, one take with Kling 3.0 and one with Veo 3.1"));
        QCOMPARE(world.balance(), 10'000 - 145 - 1104);
        QTRY_COMPARE(world.services->jobs().concurrency().running, 2);
        QTRY_VERIFY(!world.engineJobs.isEmpty());
        world.engineJobs[0]->fail(QStringLiteral("The engine stopped."));
        QTRY_COMPARE(world.engineJobs.size(), 2);
        world.engineJobs[1]->succeed();
        QTRY_VERIFY(answer.sink->closed);
        // The one does not depend on the other.
        QCOMPARE(world.balance(), 10'000 - 1104);
        QVERIFY2(answer.sink->text().contains(QStringLiteral("Step 1 did not work."))
                && answer.sink->text().contains(QStringLiteral("Given back: 145 credits.")),
            qPrintable(answer.sink->text()));
    }

    void aFailedStepStopsTheRest()
    {
        AgentWorld world(QStringLiteral("plus"));
        const auto answer = approved(world, v1, chain);
        QCOMPARE(world.balance(), 10'000 - 64);
        QTRY_COMPARE(world.engineJobs.size(), 1);
        world.engineJobs[0]->succeed();
        QTRY_COMPARE(world.engineJobs.size(), 2);
        world.engineJobs[1]->fail(QStringLiteral("The engine stopped."));
        QTRY_VERIFY(answer.sink->closed);
        const auto all = generations(world);
        QCOMPARE(all[1].status, GenerationStatus::Failed);
        QCOMPARE(all[2].status, GenerationStatus::Cancelled);
        QCOMPARE(all[2].error->code, QStringLiteral("step_before_failed"));
        QCOMPARE(all[2].chargedCredits, std::optional<Credits>(0));
        QCOMPARE(world.engineJobs.size(), 2);
        QCOMPARE(world.balance(), 10'000 - 13);
        QCOMPARE(world.services->ledger().balance().held, 0);
        const QString text = answer.sink->text();
        QVERIFY2(text.contains(QStringLiteral("Step 2 did not work.")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Step 3 was not started.")), qPrintable(text));
        QVERIFY2(
            text.endsWith(QStringLiteral("Taken: 13 credits. Given back: 51 credits.")), qPrintable(text));
    }

    void cancellingAStepCancelsWhatFollows()
    {
        AgentWorld world(QStringLiteral("plus"));
        const auto answer = approved(world, v1, chain);
        QTRY_COMPARE(world.engineJobs.size(), 1);
        QVERIFY(world.services->jobs().cancel(generations(world)[1].id));
        QCOMPARE(world.balance(), 10'000 - 13);
        world.engineJobs[0]->succeed();
        QTRY_VERIFY(answer.sink->closed);
        QCOMPARE(generations(world)[0].status, GenerationStatus::Succeeded);
        QCOMPARE(generations(world)[2].status, GenerationStatus::Cancelled);
        QCOMPARE(world.engineJobs.size(), 1);
        QCOMPARE(world.balance(), 10'000 - 13);
    }

    void stopTakesNothing()
    {
        AgentWorld world(QStringLiteral("plus"));
        const auto input = AgentWorld::input(chain);
        const auto asked = world.post(v2, input);
        const auto stopped = world.post(v2, approvalOf(input, questionOf(asked), false));
        QVERIFY(stopped.sink->closed);
        QCOMPARE(world.balance(), 10'000 - 4);
        QVERIFY(generations(world).isEmpty());
        // Left unanswered, it costs no more either; the next message closes it.
        const auto again = AgentWorld::input(chain);
        const auto open = questionOf(world.post(v1, again));
        world.post(v1, AgentWorld::input(QStringLiteral("hello")));
        QCOMPARE(world.post(v1, approvalOf(again, open)).code(), QStringLiteral("idempotency_conflict"));
        QCOMPARE(world.balance(), 10'000 - 4);
    }

    void anApprovalCountsOnce()
    {
        AgentWorld world(QStringLiteral("plus"));
        approved(world, v1, chain);
        const Credits after = world.balance();
        QCOMPARE(world.post(v1, m_approval).status, 200); // the same run again
        auto other = m_approval;
        other.runId += QStringLiteral("-again");
        QCOMPARE(world.post(v1, other).code(), QStringLiteral("idempotency_conflict"));
        QCOMPARE(world.balance(), after);
        QCOMPARE(generations(world).size(), 3);
    }

    void neverMoreThanApproved()
    {
        AgentWorld world(QStringLiteral("premium"));
        const auto input = AgentWorld::input(chain);
        const Interrupt interrupt = questionOf(world.post(v1, input));
        const Credits before = world.balance();
        auto approval = approvalOf(input, interrupt);
        approval.props.maxCredits = 30; // 31 was asked for
        const auto less = world.post(v1, approval);
        QCOMPARE(less.code(), QStringLiteral("price_changed"));
        QCOMPARE(less.problem.at("quote").at("total_credits").get<Credits>(), 31);
        QCOMPARE(less.problem.at("quote").at("steps").size(), 3U);
        QCOMPARE(world.balance(), before);
        // The plan was changed meanwhile, and the video is covered no more.
        QVERIFY(world.services->ledger().changePlan(QStringLiteral("plus")));
        const Credits now = world.balance();
        approval.props.maxCredits = 31;
        const auto dearer = world.post(v1, approval);
        QCOMPARE(dearer.code(), QStringLiteral("price_changed"));
        QCOMPARE(dearer.problem.at("quote").at("total_credits").get<Credits>(), 64);
        QCOMPARE(world.balance(), now);
        QCOMPARE(world.services->ledger().balance().held, 0);
        QVERIFY(generations(world).isEmpty());
    }

    void heldWholeOrNotAtAll()
    {
        AgentWorld world(QStringLiteral("plus"));
        world.setBalance(64);
        auto input = AgentWorld::input(chain);
        const Interrupt interrupt = questionOf(world.post(v1, input));
        world.setBalance(50); // enough for the first two steps
        const auto refused = world.post(v1, approvalOf(input, interrupt));
        QCOMPARE(refused.code(), QStringLiteral("insufficient_credits"));
        QCOMPARE(world.balance(), 50);
        QCOMPARE(world.services->ledger().balance().held, 0);
        QVERIFY(generations(world).isEmpty());
        // Still open: once it can be paid, it goes on.
        world.setBalance(64);
        QCOMPARE(world.post(v1, approvalOf(input, interrupt)).status, 200);
        QCOMPARE(world.balance(), 0);
    }

    void survivesARestart()
    {
        AgentWorld world(QStringLiteral("premium"));
        const auto answer = approved(world, v1, chain);
        QTRY_COMPARE(world.engineJobs.size(), 1);
        world.engineJobs[0]->succeed();
        QTRY_COMPARE(world.engineJobs.size(), 2);
        const Credits held = world.balance();
        world.restart();
        QCOMPARE(world.balance(), held);
        QTRY_COMPARE(world.engineJobs.size(), 1); // the video again; the picture is there
        QCOMPARE(world.engineJobs[0]->job().model.id, QStringLiteral("carat-video"));
        const auto again = world.get(v1, m_approval.runId, answer.sink->ids.last());
        world.engineJobs[0]->succeed();
        QTRY_COMPARE(world.engineJobs.size(), 2);
        world.engineJobs[1]->succeed();
        QTRY_VERIFY(again.sink->closed);
        QVERIFY2(again.sink->text().contains(QStringLiteral("all 3 steps")), qPrintable(again.sink->text()));
        QCOMPARE(world.services->ledger().balance().held, 0);
        QCOMPARE(world.balance(), held);
        // A question outlives a restart as well.
        const auto input = AgentWorld::input(chain);
        const Interrupt interrupt = questionOf(world.post(v1, input));
        world.restart();
        QCOMPARE(world.post(v1, approvalOf(input, interrupt)).status, 200);
        QCOMPARE(generations(world).size(), 6);
    }

    /// ✨ on Automatic: the model is the agent's to choose, but not behind the user's back.
    void asksBeforeAnotherModelThanShown()
    {
        AgentWorld world(QStringLiteral("plus"));
        auto input = AgentWorld::input(QStringLiteral("a fox in the snow"));
        input.props.shownModelId = QStringLiteral("kling-3.0");
        const auto asked = world.post(v1, input);
        const Interrupt interrupt = questionOf(asked);
        QVERIFY2(interrupt.message.contains(QStringLiteral("You were shown Kling 3.0")),
            qPrintable(interrupt.message));
        QCOMPARE(quoteIn(interrupt).modelId, QStringLiteral("carat-video"));
        QVERIFY(quoteIn(interrupt).steps.isEmpty());
        QCOMPARE(world.balance(), 10'000);
        QCOMPARE(world.post(v1, approvalOf(input, interrupt)).status, 200);
        QCOMPARE(world.balance(), 10'000 - 33);
        // As shown, nothing is asked.
        auto same = AgentWorld::input(QStringLiteral("a fox in the snow"));
        same.props.shownModelId = QStringLiteral("carat-video");
        QCOMPARE(world.post(v1, same).sink->all<ToolCallStart>().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_service_plans.moc"
