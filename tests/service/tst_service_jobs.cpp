#include "service/jobs/EngineRegistry.h"
#include "support/ServiceBench.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

using namespace facet;
using namespace facet::service;

namespace {

QStringList rows(const ServiceBench &bench)
{
    QStringList all;
    for (const LedgerEntry &entry : bench.entries())
        all.append(wireName(entry.kind) + u' ' + QString::number(entry.credits));
    return all;
}

} // namespace

#define SOUND(bench) QCOMPARE((bench).brokenLedger(), QString())
#define STATUS(bench, id) (bench).find(id).status

class TestJobs : public QObject {
    Q_OBJECT

private slots:
    void succeeds();
    void failureGivesEverythingBack();
    void failureInKorean();
    void coveredTakesNothing();
    void cancelWhileQueued();
    void cancelWhileRunning();
    void cancelInTheMomentOfSuccess();
    void cancelOfAFinalOneChangesNothing();
    void takesHaveSeedsInARow();
    void partialFailureChargesWhatWasDelivered();
    void cancelChargesWhatWasDelivered();
    void planLimitGovernsRunning();
    void engineJobsAreBounded();
    void queueIsFirstInFirstOut();
    void queueIsBounded();
    void movedOnesAreBegunInTheNewOrder();
    void placesInTheQueueAreTold();
    void movesBeforeWhatWasBegunAndNotRendered();
    void whatDoesNotWaitIsNotMoved();
    void theNewOrderOutlivesAStop();
    void cancellingEverythingGivesEveryHoldBack();
    void aLargerPlanStartsMore();
    void resumesAfterAStop();
    void resumesInTheMiddleOfTakes();
    void crashesUseUpAttempts();
    void cleanStopsDoNot();
    void missingInputAfterRestart();
    void engineThatCannotBeHad();
    void progressAndEta();
    void progressIsAnnouncedSparingly();
    void resultsAreOnDiskAndDigested();
    void refusals_data();
    void refusals();
    void priceLock();
    void submissionThatCannotBePaidLeavesNothing();
    void findsByReferenceAndThread();
    void pages();
};

void TestJobs::succeeds()
{
    ServiceBench bench;
    auto body = bench.body();
    body.clientRef = QStringLiteral("ref");
    body.threadId = QStringLiteral("thread");
    body.options.seed = 7;
    body.inputs = { { InputRole::StartFrame, QStringLiteral("start"), {} },
        { InputRole::EndFrame, QStringLiteral("end"), {} } };
    const auto taken = bench.jobs().submit({ body, QStringLiteral("run"), true });
    QVERIFY(taken.has_value());
    QCOMPARE(taken->status, GenerationStatus::Queued);
    QCOMPARE(taken->stage, QStringLiteral("queued"));
    QCOMPARE(taken->quotedCredits, 33);
    QVERIFY(!taken->chargedCredits);
    QCOMPARE(taken->method, Method::StartEnd);
    QVERIFY(taken->draft);
    QCOMPARE(bench.ledger().balance().held, 33);
    SOUND(bench);

    QTRY_COMPARE(bench.engine->running().size(), 1);
    FakeRun *run = bench.engine->running().first();
    QCOMPARE(STATUS(bench, taken->id), GenerationStatus::Running);
    QVERIFY(bench.find(taken->id).startedAt.has_value());
    QCOMPARE(run->job.seed, 7u);
    QCOMPARE(run->job.options.durationS, std::optional<int>(5));
    QCOMPARE(run->job.inputs.size(), 2);
    QCOMPARE(run->job.inputs[0].path, QStringLiteral("/uploads/start"));
    QVERIFY(run->job.korean);
    run->succeed();
    QTRY_COMPARE(STATUS(bench, taken->id), GenerationStatus::Succeeded);

    const Generation done = bench.find(taken->id);
    QCOMPARE(done.chargedCredits, std::optional<Credits>(33));
    QCOMPARE(done.assets.size(), 1);
    QCOMPARE(done.clientRef, QStringLiteral("ref"));
    QCOMPARE(done.runId, QStringLiteral("run"));
    QCOMPARE(done.inputs, body.inputs);
    QCOMPARE(done.seed, std::optional<quint32>(7));
    QVERIFY(!done.error);
    QVERIFY(done.finishedAt.has_value());
    QCOMPARE(rows(bench),
        (QStringList{
            QStringLiteral("grant 100"), QStringLiteral("hold -33"), QStringLiteral("capture 0") }));
    QCOMPARE(bench.ledger().available(), 67);
    SOUND(bench);
}

void TestJobs::failureGivesEverythingBack()
{
    ServiceBench bench;
    const QString id = bench.submit();
    QTRY_COMPARE(bench.engine->running().size(), 1);
    bench.engine->running().first()->fail();
    QTRY_COMPARE(STATUS(bench, id), GenerationStatus::Failed);
    const Generation failed = bench.find(id);
    QCOMPARE(failed.chargedCredits, std::optional<Credits>(0));
    QCOMPARE(failed.error->code, QStringLiteral("engine_failed"));
    QCOMPARE(failed.error->detail, QStringLiteral("The fake engine failed."));
    QVERIFY(failed.error->retryable);
    QCOMPARE(bench.ledger().available(), 100);
    QCOMPARE(rows(bench).last(), QStringLiteral("release 33"));
    SOUND(bench);
}

void TestJobs::failureInKorean()
{
    ServiceBench bench;
    const auto taken = bench.jobs().submit({ bench.body(), {}, true });
    QTRY_COMPARE(bench.engine->running().size(), 1);
    bench.engine->running().first()->fail();
    QTRY_COMPARE(STATUS(bench, taken->id), GenerationStatus::Failed);
    QVERIFY(bench.find(taken->id).error->detail.contains(QStringLiteral("크레딧은 돌려드렸습니다")));
}

void TestJobs::coveredTakesNothing()
{
    ServiceBench bench("premium");
    auto body = bench.body("video", 2);
    body.inputs = { { InputRole::Reference, QStringLiteral("start"), {} } };
    const auto taken = bench.jobs().submit({ body, {}, false });
    QVERIFY(taken->covered);
    QCOMPARE(taken->quotedCredits, 0);
    QTRY_COMPARE(bench.engine->running().size(), 1);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(bench.engine->running().size(), 1);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(STATUS(bench, taken->id), GenerationStatus::Succeeded);
    QCOMPARE(bench.find(taken->id).chargedCredits, std::optional<Credits>(0));
    QCOMPARE(rows(bench), QStringList{ QStringLiteral("grant 20000") });

    // Text only is not covered (PRODUCT rule 2).
    const auto text = bench.jobs().submit({ bench.body(), {}, false });
    QVERIFY(!text->covered);
    QCOMPARE(text->quotedCredits, 33);
    SOUND(bench);
}

void TestJobs::cancelWhileQueued()
{
    ServiceBench bench;
    const QString id = bench.submit();
    const auto cancelled = bench.jobs().cancel(id);
    QCOMPARE(cancelled->status, GenerationStatus::Cancelled);
    QCOMPARE(cancelled->chargedCredits, std::optional<Credits>(0));
    QCOMPARE(bench.ledger().available(), 100);
    QCoreApplication::processEvents();
    QVERIFY(bench.engine->started.isEmpty());
    SOUND(bench);
}

void TestJobs::cancelWhileRunning()
{
    ServiceBench bench;
    const QString first = bench.submit();
    const QString second = bench.submit();
    QTRY_COMPARE(bench.engine->running().size(), 2);
    FakeRun *run = bench.engine->running().first();
    QCOMPARE(bench.jobs().cancel(first)->status, GenerationStatus::Cancelled);
    QVERIFY(run->cancelled);
    QCOMPARE(STATUS(bench, second), GenerationStatus::Running);
    QTRY_COMPARE(bench.engine->running().size(), 1);
    QCOMPARE(bench.engine->running().first()->job.generationId, second);
    QCOMPARE(bench.ledger().balance().held, 33);
    QCOMPARE(bench.jobs().cancel(QStringLiteral("nobody")).error().status, 404);
    SOUND(bench);
}

void TestJobs::cancelInTheMomentOfSuccess()
{
    ServiceBench bench;
    const QString id = bench.submit();
    QTRY_COMPARE(bench.engine->running().size(), 1);
    FakeRun *run = bench.engine->running().first();
    run->deaf = true;
    QVERIFY(bench.jobs().cancel(id).has_value());
    const QString path = run->job.outputBase + QStringLiteral(".mp4");
    run->succeed();
    QTRY_VERIFY(!QFile::exists(path));
    QCOMPARE(STATUS(bench, id), GenerationStatus::Cancelled);
    QVERIFY(bench.find(id).assets.isEmpty());
    QCOMPARE(bench.ledger().available(), 100);
    SOUND(bench);
}

void TestJobs::cancelOfAFinalOneChangesNothing()
{
    ServiceBench bench;
    const QString id = bench.submit();
    QTRY_COMPARE(bench.engine->running().size(), 1);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(STATUS(bench, id), GenerationStatus::Succeeded);
    QCOMPARE(bench.jobs().cancel(id)->status, GenerationStatus::Succeeded);
    QCOMPARE(bench.ledger().available(), 67);
    SOUND(bench);
}

void TestJobs::takesHaveSeedsInARow()
{
    ServiceBench bench("plus");
    auto body = bench.body("video", 3);
    body.options.seed = 4'294'967'295u;
    const auto taken = bench.jobs().submit({ body, {}, false });
    QCOMPARE(taken->quotedCredits, 99);
    for (int take = 0; take < 3; ++take) {
        QTRY_COMPARE(bench.engine->started.size(), take + 1);
        QCOMPARE(bench.engine->started.last().take, take);
        bench.engine->running().first()->succeed();
    }
    QTRY_COMPARE(STATUS(bench, taken->id), GenerationStatus::Succeeded);
    QCOMPARE(bench.engine->started[0].seed, 4'294'967'295u);
    QCOMPARE(bench.engine->started[1].seed, 0u);
    QCOMPARE(bench.find(taken->id).assets.size(), 3);
    QSet<QString> paths;
    for (const EngineJob &job : qAsConst(bench.engine->started))
        paths.insert(job.outputBase);
    QCOMPARE(paths.size(), 3);
}

void TestJobs::partialFailureChargesWhatWasDelivered()
{
    ServiceBench bench("plus");
    const QString id = bench.submit("video", 3);
    QTRY_COMPARE(bench.engine->started.size(), 1);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(bench.engine->started.size(), 2);
    bench.engine->running().first()->fail();
    QTRY_COMPARE(bench.engine->started.size(), 3);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(STATUS(bench, id), GenerationStatus::Succeeded);
    const Generation done = bench.find(id);
    QCOMPARE(done.assets.size(), 2);
    QCOMPARE(done.quotedCredits, 99);
    QCOMPARE(done.chargedCredits, std::optional<Credits>(66));
    QCOMPARE(done.error->code, QStringLiteral("engine_failed"));
    QCOMPARE(bench.ledger().available(), 10'000 - 66);
    SOUND(bench);
}

void TestJobs::cancelChargesWhatWasDelivered()
{
    ServiceBench bench("plus");
    const QString id = bench.submit("video", 3);
    QTRY_COMPARE(bench.engine->started.size(), 1);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(bench.engine->started.size(), 2);
    const auto cancelled = bench.jobs().cancel(id);
    QCOMPARE(cancelled->status, GenerationStatus::Cancelled);
    QCOMPARE(cancelled->chargedCredits, std::optional<Credits>(33));
    QCOMPARE(cancelled->assets.size(), 1);
    SOUND(bench);
}

void TestJobs::planLimitGovernsRunning()
{
    ServiceBench bench; // free: 2 at once
    QVERIFY(bench.ledger().topUp(1'000).has_value());
    QStringList ids;
    for (int i = 0; i < 4; ++i)
        ids.append(bench.submit());
    QTRY_COMPARE(bench.engine->running().size(), 2);
    QCOMPARE(bench.jobs().concurrency(), (Concurrency{ 2, 2 }));
    QCOMPARE(STATUS(bench, ids[1]), GenerationStatus::Running);
    QCOMPARE(STATUS(bench, ids[2]), GenerationStatus::Queued);
    bench.engine->running().last()->succeed();
    QTRY_COMPARE(STATUS(bench, ids[2]), GenerationStatus::Running);
    QCOMPARE(STATUS(bench, ids[3]), GenerationStatus::Queued);
    SOUND(bench);
}

void TestJobs::engineJobsAreBounded()
{
    ServiceBench bench("plus"); // 4 at once, of which the machine renders 2
    QStringList ids;
    for (int i = 0; i < 5; ++i)
        ids.append(bench.submit());
    QTRY_COMPARE(bench.jobs().concurrency().running, 4);
    QCOMPARE(bench.engine->running().size(), 2);
    QCOMPARE(STATUS(bench, ids[3]), GenerationStatus::Running);
    QCOMPARE(bench.find(ids[3]).stage, QStringLiteral("waiting"));
    QVERIFY(!bench.find(ids[3]).progress);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(bench.engine->running().size(), 2);
    QCOMPARE(bench.engine->running().last()->job.generationId, ids[2]);
    // One that is stopping still uses the machine.
    FakeRun *slow = bench.engine->running().first();
    slow->deaf = true;
    QVERIFY(bench.jobs().cancel(ids[1]).has_value());
    QTRY_COMPARE(STATUS(bench, ids[4]), GenerationStatus::Running);
    QCOMPARE(bench.engine->running().size(), 2);
    slow->fail();
    QTRY_COMPARE(bench.engine->running().size(), 2);
    QCOMPARE(bench.engine->running().last()->job.generationId, ids[3]);
}

void TestJobs::queueIsFirstInFirstOut()
{
    ServiceBench bench("plus", { 50, 1, 3 });
    QStringList ids;
    for (int i = 0; i < 7; ++i)
        ids.append(bench.submit());
    QStringList order;
    for (int i = 0; i < 7; ++i) {
        QTRY_COMPARE(bench.engine->started.size(), i + 1);
        order.append(bench.engine->started.last().generationId);
        bench.engine->running().first()->succeed();
    }
    QCOMPARE(order, ids);
}

void TestJobs::queueIsBounded()
{
    QCOMPARE(JobLimits().queued, 50);
    ServiceBench bench("plus", { 5, 2, 3 });
    for (int i = 0; i < 9; ++i) // 4 run, 5 wait
        bench.submit();
    QTRY_COMPARE(bench.jobs().concurrency().running, 4);
    const auto refused = bench.jobs().submit({ bench.body(), {}, false });
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().status, 429);
    QCOMPARE(refused.error().code, QStringLiteral("too_many_running"));
    QCOMPARE(refused.error().limit, std::optional<int>(4));
    QCOMPARE(bench.ledger().balance().held, 9 * 33);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(bench.ledger().balance().held, 8 * 33);
    bench.submit();
    QVERIFY(!bench.jobs().submit({ bench.body(), {}, false }).has_value());
    SOUND(bench);
}

void TestJobs::movedOnesAreBegunInTheNewOrder()
{
    ServiceBench bench("free", { 50, 1, 3 }); // 2 at once, 1 is rendered
    QVERIFY(bench.ledger().topUp(1'000).has_value());
    QStringList ids;
    for (int i = 0; i < 6; ++i)
        ids.append(bench.submit());
    QTRY_COMPARE(bench.engine->running().size(), 1);
    QVERIFY(bench.jobs().move(ids[5], ids[2]).has_value()); // before the third
    QVERIFY(bench.jobs().move(ids[3], std::nullopt).has_value()); // to the end
    QStringList order;
    for (int i = 0; i < 6; ++i) {
        QTRY_COMPARE(bench.engine->started.size(), i + 1);
        order.append(bench.engine->started.last().generationId);
        bench.engine->running().first()->succeed();
    }
    QCOMPARE(order, QStringList({ ids[0], ids[1], ids[5], ids[2], ids[4], ids[3] }));
    SOUND(bench);
}

void TestJobs::placesInTheQueueAreTold()
{
    ServiceBench bench; // 2 at once, and both are rendered
    QVERIFY(bench.ledger().topUp(1'000).has_value());
    QStringList ids;
    for (int i = 0; i < 5; ++i)
        ids.append(bench.submit());
    QTRY_COMPARE(bench.engine->running().size(), 2);
    const auto place = [&](int i) { return bench.find(ids[i]).queuePosition; };
    QCOMPARE(place(0), std::optional<int>());
    QCOMPARE(place(1), std::optional<int>());
    QCOMPARE(place(2), std::optional(1));
    QCOMPARE(place(4), std::optional(3));
    QSignalSpy changed(&bench.jobs(), &Jobs::changed);
    QVERIFY(bench.jobs().move(ids[4], ids[2]).has_value());
    QCOMPARE(place(4), std::optional(1));
    QCOMPARE(place(2), std::optional(2));
    QCOMPARE(place(3), std::optional(3));
    // Each of the three has another place now, and whoever follows it is told.
    const auto told = [&](int i) { return changed.contains(QList<QVariant>{ ids[i] }); };
    QTRY_VERIFY(told(2) && told(3) && told(4));
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(place(4), std::optional<int>());
    QCOMPARE(place(2), std::optional(1));
}

void TestJobs::movesBeforeWhatWasBegunAndNotRendered()
{
    ServiceBench bench("plus"); // 4 at once, of which the machine renders 2
    QStringList ids;
    for (int i = 0; i < 6; ++i)
        ids.append(bench.submit());
    QTRY_COMPARE(bench.jobs().concurrency().running, 4);
    QCOMPARE(bench.find(ids[2]).stage, QStringLiteral("waiting"));
    QCOMPARE(bench.find(ids[2]).queuePosition, std::optional(1));
    QVERIFY(bench.jobs().move(ids[5], ids[2]).has_value());
    QTRY_COMPARE(STATUS(bench, ids[5]), GenerationStatus::Running);
    QCOMPARE(STATUS(bench, ids[2]), GenerationStatus::Running);
    QCOMPARE(STATUS(bench, ids[3]), GenerationStatus::Queued);
    QVERIFY(!bench.find(ids[3]).startedAt);
    QCOMPARE(bench.engine->running().size(), 2); // what is rendered goes on
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(bench.engine->started.size(), 3);
    QCOMPARE(bench.engine->started.last().generationId, ids[5]);
    // Being put back is not a start that a crash has used up.
    for (int i = 0; i < 5; ++i) {
        QVERIFY(bench.jobs().move(ids[4], ids[2]).has_value());
        QTRY_COMPARE(STATUS(bench, ids[4]), GenerationStatus::Running);
        QVERIFY(bench.jobs().move(ids[4], std::nullopt).has_value());
        QTRY_COMPARE(STATUS(bench, ids[4]), GenerationStatus::Queued);
    }
    bench.restart(false);
    QVERIFY(!bench.find(ids[4]).isFinal());
    SOUND(bench);
}

void TestJobs::whatDoesNotWaitIsNotMoved()
{
    ServiceBench bench;
    QVERIFY(bench.ledger().topUp(1'000).has_value());
    QStringList ids;
    for (int i = 0; i < 4; ++i)
        ids.append(bench.submit());
    QTRY_COMPARE(bench.engine->running().size(), 2);
    QCOMPARE(bench.jobs().move(ids[0], std::nullopt)->status, GenerationStatus::Running);
    QCOMPARE(bench.find(ids[2]).queuePosition, std::optional(1));
    // What it was to go before has begun meanwhile: it is the next.
    QCOMPARE(bench.jobs().move(ids[3], ids[1])->queuePosition, std::optional(1));
    QCOMPARE(bench.jobs().move(ids[3], ids[3])->queuePosition, std::optional(1)); // no change
    for (const auto &refused : { bench.jobs().move(QStringLiteral("none"), ids[2]),
             bench.jobs().move(ids[3], QStringLiteral("none")) }) {
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, QStringLiteral("not_found"));
    }
    QVERIFY(bench.jobs().cancel(ids[3]).has_value());
    QCOMPARE(bench.jobs().move(ids[3], ids[2])->status, GenerationStatus::Cancelled);
}

void TestJobs::theNewOrderOutlivesAStop()
{
    for (const bool inGoodOrder : { true, false }) {
        ServiceBench bench("free", { 50, 1, 3 }); // 2 at once, 1 is rendered
        QVERIFY(bench.ledger().topUp(1'000).has_value());
        QStringList ids;
        for (int i = 0; i < 5; ++i)
            ids.append(bench.submit());
        QTRY_COMPARE(bench.engine->running().size(), 1);
        QVERIFY(bench.jobs().move(ids[4], ids[1]).has_value());
        QTRY_COMPARE(STATUS(bench, ids[4]), GenerationStatus::Running);
        bench.restart(inGoodOrder);
        QStringList order;
        for (int i = 0; i < 5; ++i) {
            QTRY_COMPARE(bench.engine->started.size(), i + 1);
            order.append(bench.engine->started.last().generationId);
            bench.engine->running().first()->succeed();
        }
        // What was being rendered comes first.
        QCOMPARE(order, QStringList({ ids[0], ids[4], ids[1], ids[2], ids[3] }));
        SOUND(bench);
    }
}

void TestJobs::cancellingEverythingGivesEveryHoldBack()
{
    ServiceBench bench("plus");
    const Credits before = bench.ledger().available();
    QStringList ids;
    for (int i = 0; i < 7; ++i)
        ids.append(bench.submit());
    QTRY_COMPARE(bench.jobs().concurrency().running, 4);
    QVERIFY(bench.jobs().move(ids[6], ids[2]).has_value());
    for (const QString &id : std::as_const(ids))
        QVERIFY(bench.jobs().cancel(id).has_value());
    QCOMPARE(bench.ledger().balance().held, 0);
    QCOMPARE(bench.ledger().available(), before);
    QTRY_COMPARE(bench.jobs().concurrency().running, 0);
    SOUND(bench);
}

void TestJobs::aLargerPlanStartsMore()
{
    ServiceBench bench;
    QVERIFY(bench.ledger().topUp(1'000).has_value());
    for (int i = 0; i < 4; ++i)
        bench.submit();
    QTRY_COMPARE(bench.jobs().concurrency().running, 2);
    QVERIFY(bench.ledger().changePlan(QStringLiteral("plus")).has_value());
    QTRY_COMPARE(bench.jobs().concurrency().running, 4);
}

void TestJobs::resumesAfterAStop()
{
    ServiceBench bench;
    QVERIFY(bench.ledger().topUp(1'000).has_value());
    QStringList ids;
    for (int i = 0; i < 3; ++i)
        ids.append(bench.submit());
    QTRY_COMPARE(bench.engine->running().size(), 2);
    bench.restart();
    QCOMPARE(bench.ledger().balance().held, 99);
    QTRY_COMPARE(bench.engine->running().size(), 2);
    QCOMPARE(bench.engine->running()[0]->job.generationId, ids[0]);
    QCOMPARE(bench.engine->running()[1]->job.generationId, ids[1]);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(STATUS(bench, ids[0]), GenerationStatus::Succeeded);
    QCOMPARE(bench.find(ids[0]).chargedCredits, std::optional<Credits>(33));
    SOUND(bench);
}

void TestJobs::resumesInTheMiddleOfTakes()
{
    ServiceBench bench("plus");
    const QString id = bench.submit("video", 3);
    QTRY_COMPARE(bench.engine->started.size(), 1);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(bench.engine->started.size(), 2);
    const QDateTime startedAt = *bench.find(id).startedAt;
    bench.clock->advance(3'600);
    bench.restart();
    QTRY_COMPARE(bench.engine->started.size(), 1);
    QCOMPARE(bench.engine->started.last().take, 1);
    QCOMPARE(bench.find(id).startedAt, std::optional(startedAt));
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(bench.engine->started.size(), 2);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(STATUS(bench, id), GenerationStatus::Succeeded);
    QCOMPARE(bench.find(id).assets.size(), 3);
    QCOMPARE(bench.find(id).chargedCredits, std::optional<Credits>(99));
    SOUND(bench);
}

void TestJobs::crashesUseUpAttempts()
{
    ServiceBench bench("plus");
    const QString id = bench.submit("video", 2);
    QTRY_COMPARE(bench.engine->started.size(), 1);
    bench.engine->running().first()->succeed();
    QTRY_COMPARE(bench.engine->started.size(), 2);
    for (int crash = 1; crash < 3; ++crash) {
        bench.restart(false);
        QTRY_COMPARE(bench.engine->started.size(), 1);
        QVERIFY(!bench.find(id).isFinal());
    }
    bench.restart(false);
    const Generation done = bench.find(id);
    QCOMPARE(done.status, GenerationStatus::Succeeded); // one take was delivered
    QCOMPARE(done.chargedCredits, std::optional<Credits>(33));
    QCOMPARE(done.error->code, QStringLiteral("engine_failed"));
    QVERIFY(!done.error->retryable);
    QCoreApplication::processEvents();
    QVERIFY(bench.engine->started.isEmpty());
    SOUND(bench);
}

void TestJobs::cleanStopsDoNot()
{
    ServiceBench bench;
    const QString id = bench.submit();
    for (int stop = 0; stop < 6; ++stop) {
        QTRY_COMPARE(bench.engine->running().size(), 1);
        bench.restart();
        QVERIFY(!bench.find(id).isFinal());
    }
}

void TestJobs::missingInputAfterRestart()
{
    ServiceBench bench;
    auto body = bench.body();
    body.inputs = { { InputRole::Reference, QStringLiteral("start"), {} } };
    const auto taken = bench.jobs().submit({ body, {}, false });
    bench.services->suspend();
    bench.uploads.files.clear();
    bench.restart();
    QTRY_COMPARE(STATUS(bench, taken->id), GenerationStatus::Failed);
    QCOMPARE(bench.find(taken->id).error->code, QStringLiteral("not_found"));
    QCOMPARE(bench.ledger().available(), 100);
    SOUND(bench);
}

void TestJobs::engineThatCannotBeHad()
{
    ServiceBench bench;
    Services::Settings settings = bench.services->settings();
    bench.services->suspend();
    bench.services.reset();
    settings.engines = std::make_shared<EngineRegistry>(QStringList{ bench.dir.path() });
    settings.dataDir = bench.dir.filePath(QStringLiteral("other"));
    auto services = Services::open(settings);
    QVERIFY(services.has_value());
    QVERIFY((*services)->resume().has_value());
    const auto taken = (*services)->jobs().submit({ bench.body(), {}, false });
    QVERIFY(taken.has_value());
    QTRY_COMPARE((*services)->jobs().find(taken->id)->status, GenerationStatus::Failed);
    QCOMPARE((*services)->jobs().find(taken->id)->error->code, QStringLiteral("engine_unavailable"));
    QCOMPARE((*services)->ledger().available(), 100);
}

void TestJobs::progressAndEta()
{
    ServiceBench bench("plus");
    const QString id = bench.submit("video", 2);
    QTRY_COMPARE(bench.engine->running().size(), 1);
    QCOMPARE(bench.find(id).stage, QStringLiteral("waiting"));
    FakeRun *run = bench.engine->running().first();
    run->progress("reading", std::nullopt);
    QCOMPARE(bench.find(id).stage, QStringLiteral("reading"));
    QVERIFY(!bench.find(id).progress);
    QVERIFY(!bench.find(id).etaS);
    run->progress("rendering", 0.5, 4.0);
    QCOMPARE(bench.find(id).progress, std::optional(0.25));
    QCOMPARE(bench.find(id).etaS, std::optional(12.0)); // 4 s of this take, 8 s of the next
    run->succeed();
    QTRY_COMPARE(bench.engine->started.size(), 2);
    QCOMPARE(bench.find(id).progress, std::optional(0.5));
    QVERIFY(!bench.find(id).etaS);
}

void TestJobs::progressIsAnnouncedSparingly()
{
    ServiceBench bench;
    QSignalSpy changed(&bench.jobs(), &Jobs::changed);
    const QString id = bench.submit();
    QTRY_COMPARE(bench.engine->running().size(), 1);
    FakeRun *run = bench.engine->running().first();
    QTRY_VERIFY(!changed.isEmpty());
    QCoreApplication::processEvents();
    changed.clear();
    run->progress("rendering", 0.0);
    QTRY_COMPARE(changed.size(), 1);
    changed.clear();
    for (int i = 1; i <= 100; ++i)
        run->progress("rendering", i / 100.0);
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toString(), id);
}

void TestJobs::resultsAreOnDiskAndDigested()
{
    ServiceBench bench;
    auto body = bench.body();
    body.prompt = QStringLiteral("  고양이가 / 뛴다: \"높이\"  ");
    const auto taken = bench.jobs().submit({ body, {}, false });
    QTRY_COMPARE(bench.engine->running().size(), 1);
    const QByteArray bytes(3'000'000, 'v');
    bench.engine->running().first()->succeed(bytes);
    QTRY_COMPARE(STATUS(bench, taken->id), GenerationStatus::Succeeded);
    const Asset asset = bench.find(taken->id).assets.first();
    QCOMPARE(asset.bytes, bytes.size());
    QCOMPARE(asset.sha256,
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    QCOMPARE(asset.durationS, std::optional(5.0));
    const auto file = bench.jobs().assetFiles().asset(asset.id);
    QVERIFY(file.has_value());
    QVERIFY(file->path.startsWith(bench.dir.path() + QStringLiteral("/assets/")));
    QVERIFY(QFile::exists(file->path));
    QVERIFY(QFile::exists(file->posterPath));
    QCOMPARE(file->name, QStringLiteral("고양이가 뛴다 높이.mp4"));
    QCOMPARE(file->sha256, asset.sha256);
    QVERIFY(!bench.jobs().assetFiles().asset(QStringLiteral("nothing")).has_value());
}

void TestJobs::refusals_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("allowed");
    const auto row = [](const char *what, int status, const char *code, const char *field,
                         const QStringList &allowed) {
        QTest::newRow(what) << QString::fromLatin1(what) << status << QString::fromLatin1(code)
                            << QString::fromLatin1(field) << allowed;
    };
    const QStringList images{ QStringLiteral("image/png"), QStringLiteral("image/jpeg") };
    const QStringList roles{ QStringLiteral("reference"), QStringLiteral("start_frame"),
        QStringLiteral("end_frame") };
    const QStringList lengths{ QStringLiteral("5"), QStringLiteral("10") };
    row("model", 404, "not_found", "model_id", {});
    row("retired", 503, "engine_unavailable", "", {});
    row("no prompt", 422, "unsupported_input", "prompt", {});
    row("long prompt", 422, "too_long", "prompt", {});
    row("upload", 404, "not_found", "inputs.reference", {});
    row("sound as image", 422, "unsupported_input", "inputs.reference", images);
    row("sound", 422, "unsupported_input", "inputs", roles);
    row("huge image", 422, "unsupported_input", "inputs.reference", {});
    row("three images", 422, "unsupported_input", "inputs", roles);
    row("too long", 422, "too_long", "options.duration_s", lengths);
    row("odd length", 422, "unsupported_option", "options.duration_s", lengths);
    row("resolution", 422, "unsupported_option", "options.resolution",
        { QStringLiteral("720p"), QStringLiteral("1080p") });
    row("count", 422, "unsupported_option", "options.count",
        { QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4") });
    row("credits", 402, "insufficient_credits", "", {});
}

void TestJobs::refusals()
{
    QFETCH(QString, what);
    ServiceBench bench;
    bench.uploads.add("huge", "image/png", 10'000, 10'000);
    auto body = bench.body();
    const auto attach = [&](InputRole role, const char *id) {
        body.inputs.append({ role, QString::fromLatin1(id), {} });
    };
    if (what == QLatin1String("model"))
        body.modelId = QStringLiteral("nothing");
    else if (what == QLatin1String("retired"))
        body.modelId = what;
    else if (what == QLatin1String("no prompt"))
        body.prompt = QStringLiteral("  ");
    else if (what == QLatin1String("long prompt"))
        body.prompt = QString(10'001, u'a');
    else if (what == QLatin1String("upload"))
        attach(InputRole::Reference, "gone");
    else if (what == QLatin1String("sound as image"))
        attach(InputRole::Reference, "song");
    else if (what == QLatin1String("sound"))
        attach(InputRole::Audio, "song");
    else if (what == QLatin1String("huge image"))
        attach(InputRole::Reference, "huge");
    else if (what == QLatin1String("three images"))
        for (int i = 0; i < 3; ++i)
            attach(InputRole::Reference, "start");
    else if (what == QLatin1String("too long"))
        body.options.durationS = 11;
    else if (what == QLatin1String("odd length"))
        body.options.durationS = 7;
    else if (what == QLatin1String("resolution"))
        body.options.resolution = QStringLiteral("4K");
    else if (what == QLatin1String("count"))
        body.options.count = 9;
    else if (what == QLatin1String("credits"))
        body.options.count = 4; // 132 of 100

    const auto refused = bench.jobs().submit({ body, {}, false });
    QVERIFY(!refused.has_value());
    QTEST(refused.error().status, "status");
    QTEST(refused.error().code, "code");
    QTEST(refused.error().field.value_or(QString()), "field");
    QTEST(refused.error().allowed, "allowed");
    QVERIFY(bench.jobs().list({}, 10)->items.isEmpty());
    QCOMPARE(rows(bench), QStringList{ QStringLiteral("grant 100") });
}

void TestJobs::priceLock()
{
    ServiceBench bench;
    auto body = bench.body("video", 2);
    body.maxCredits = 65;
    const auto refused = bench.jobs().submit({ body, {}, false });
    QCOMPARE(refused.error().status, 409);
    QCOMPARE(refused.error().code, QStringLiteral("price_changed"));
    QCOMPARE(refused.error().quote->totalCredits, std::optional<Credits>(66));
    body.maxCredits = 66;
    QCOMPARE(bench.jobs().submit({ body, {}, false })->quotedCredits, 66);
    SOUND(bench);
}

void TestJobs::submissionThatCannotBePaidLeavesNothing()
{
    ServiceBench bench;
    bench.submit();
    bench.submit();
    bench.submit();
    const auto refused = bench.jobs().submit({ bench.body(), {}, false });
    QCOMPARE(refused.error().required, std::optional<Credits>(33));
    QCOMPARE(refused.error().balance, std::optional<Credits>(1));
    QCOMPARE(bench.jobs().list({}, 10)->items.size(), 3);
    SOUND(bench);
}

void TestJobs::findsByReferenceAndThread()
{
    ServiceBench bench;
    auto body = bench.body();
    body.clientRef = QStringLiteral("ref");
    body.threadId = QStringLiteral("thread");
    const auto taken = bench.jobs().submit({ body, {}, false });
    bench.submit();
    QCOMPARE(bench.jobs().findByClientRef(QStringLiteral("ref"))->id, taken->id);
    QVERIFY(!bench.jobs().findByClientRef(QStringLiteral("other")));
    QCOMPARE(bench.jobs().list({}, 10, QStringLiteral("thread"))->items.size(), 1);
    QCOMPARE(bench.jobs().unfinished().size(), 2);
    QVERIFY(!bench.jobs().hasFinishedVideo(QStringLiteral("thread")));
    QTRY_COMPARE(bench.engine->running().size(), 2);
    bench.engine->running().first()->succeed();
    QTRY_VERIFY(bench.jobs().hasFinishedVideo(QStringLiteral("thread")));
    QVERIFY(!bench.jobs().hasFinishedVideo(QString()));
    QCOMPARE(bench.jobs().unfinished().size(), 1);
}

void TestJobs::pages()
{
    ServiceBench bench("plus");
    QStringList ids;
    for (int i = 0; i < 5; ++i)
        ids.prepend(bench.submit());
    QStringList seen;
    QString cursor;
    int count = 0;
    do {
        const auto page = bench.jobs().list(cursor, 2);
        for (const Generation &generation : page->items)
            seen.append(generation.id);
        cursor = page->nextCursor.value_or(QString());
        ++count;
    } while (!cursor.isEmpty());
    QCOMPARE(seen, ids);
    QCOMPARE(count, 3);
    QCOMPARE(bench.jobs().list(QStringLiteral("x"), 2).error().status, 400);
}

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_service_jobs.moc"
