#include "client/generation/LiveGenerations.h"
#include "client/net/Download.h"
#include "client/tags/TagFile.h"
#include "contract/Codecs.h"
#include "contract/JsonPatch.h"
#include "tests/client/support/MemoryGenerations.h"
#include "tests/support/Await.h"
#include "tests/support/ScriptedServer.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace facet;
using namespace facet::client;
using namespace facet::test;
using namespace std::chrono_literals;
using S = GenerationState;

namespace {

QString hexSha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// The generations of a service: what it would answer, and who listens.
class GenerationService {
public:
    explicit GenerationService(ScriptedServer &server)
    {
        server.setHandler(
            [this](const SeenRequest &request, const AnswerPtr &answer) { take(request, answer); });
    }

    Generation &make(const QString &id, const QString &clientRef = {})
    {
        Generation generation;
        generation.id = id;
        generation.clientRef = clientRef;
        generation.prompt = QStringLiteral("바다 at dusk");
        generation.modelId = QStringLiteral("carat-video");
        generation.status = GenerationStatus::Queued;
        generation.createdAt = QDateTime::currentDateTimeUtc();
        order.append(id);
        return generations.insert(id, generation).value();
    }
    /// One file of `bytes` as the result.
    void succeed(
        const QString &id, const QByteArray &bytes, const QString &assetId = QStringLiteral("asset-1"))
    {
        Generation &generation = generations[id];
        generation.status = GenerationStatus::Succeeded;
        generation.chargedCredits = 33;
        Asset asset;
        asset.id = assetId;
        asset.mime = QStringLiteral("video/mp4");
        asset.bytes = bytes.size();
        asset.sha256 = hexSha256(bytes);
        generation.assets.append(asset);
        files.insert(assetId, bytes);
        tell(id);
    }
    /// Sends the change to whoever listens, as a patch.
    void tell(const QString &id)
    {
        const contract::Json now = contract::toJson(generations[id]);
        for (auto &[listener, last] : listeners[id]) {
            const QByteArray patch = contract::toBytes(contract::makePatch(last, now));
            listener->write(
                "id: " + QByteArray::number(++events) + "\nevent: patch\ndata: " + patch + "\n\n");
            last = now;
        }
    }
    void tellRaw(const QString &id, const QByteArray &data)
    {
        for (auto &[listener, last] : listeners[id])
            listener->write("id: " + QByteArray::number(++events) + "\ndata: " + data + "\n\n");
    }
    void cutAll()
    {
        for (auto &all : listeners) {
            for (auto &[listener, last] : all)
                listener->cut();
            all.clear();
        }
    }

    QHash<QString, Generation> generations;
    QStringList order; ///< oldest first
    QHash<QString, QByteArray> files;
    QHash<QString, QList<std::pair<AnswerPtr, contract::Json>>> listeners;
    bool withoutPosters = true;
    int events = 0;

private:
    void take(const SeenRequest &request, const AnswerPtr &answer)
    {
        const QList<QByteArray> parts = request.path().split('/');
        const QString id = QString::fromUtf8(QByteArray::fromPercentEncoding(parts.value(3)));
        const auto notFound = [&] {
            answer->json(404, "{\"code\":\"not_found\",\"status\":404,\"title\":\"t\"}");
        };
        if (parts.value(2) == "assets")
            return content(id, request, answer);
        if (parts.size() == 3) {
            contract::Page<Generation> page;
            for (const QString &one : order)
                page.items.prepend(generations[one]);
            return answer->json(200, contract::toBytes(contract::toJson(page)));
        }
        if (!generations.contains(id))
            return notFound();
        if (parts.value(4) == "events") {
            answer->head(200, { { "Content-Type", "text/event-stream" }, { "Connection", "close" } });
            const contract::Json now = contract::toJson(generations[id]);
            answer->write("id: " + QByteArray::number(++events)
                + "\nevent: generation\ndata: " + contract::toBytes(now) + "\n\n");
            listeners[id].append({ answer, now });
            return;
        }
        if (parts.value(4) == "cancel") {
            if (!generations[id].isFinal()) {
                generations[id].status = GenerationStatus::Cancelled;
                generations[id].chargedCredits = 0;
            }
            answer->json(202, contract::toBytes(contract::toJson(generations[id])));
            return tell(id);
        }
        answer->json(200, contract::toBytes(contract::toJson(generations[id])));
    }
    void content(const QString &id, const SeenRequest &request, const AnswerPtr &answer)
    {
        if (request.target.contains("variant=poster"))
            return withoutPosters
                ? answer->json(404, "{\"code\":\"not_found\",\"status\":404,\"title\":\"t\"}")
                : answer->send(200, "poster");
        if (!files.contains(id))
            return answer->json(404, "{\"code\":\"not_found\",\"status\":404,\"title\":\"t\"}");
        const QByteArray bytes = files[id];
        const QByteArray etag = "\"sha256-" + hexSha256(bytes).toLatin1() + '"';
        const QByteArray range = request.header("range");
        if (range.isEmpty() || request.header("if-range") != etag)
            return answer->send(200, bytes, { { "ETag", etag } });
        const qint64 from = range.mid(6).chopped(1).toLongLong();
        answer->send(206, bytes.mid(from),
            { { "ETag", etag },
                { "Content-Range",
                    "bytes " + QByteArray::number(from) + '-' + QByteArray::number(bytes.size() - 1) + '/'
                        + QByteArray::number(bytes.size()) } });
    }
};

} // namespace

class GenerationsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_service = std::make_unique<GenerationService>(*m_server);
        m_client = std::make_unique<HttpClient>();
        m_client->setRetryPolicy({ 2, 1ms, 20ms });
        m_client->setEndpoint({ m_server->url(), QStringLiteral("t"), m_server->certificate().sha256() });
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<MemoryGenerations>();
        begin();
    }
    void cleanup()
    {
        m_generations.reset();
        m_client.reset();
        m_service.reset();
        m_server.reset();
    }

    void a_generation_ends_in_a_file()
    {
        ready();
        QSignalSpy finished(m_generations.get(), &Generations::finished);
        QSignalSpy balance(m_generations.get(), &LiveGenerations::balanceMayHaveChanged);
        m_service->withoutPosters = false;
        const QString key = m_generations->begin(intent());
        QCOMPARE(stateOf(key), S::Draft);
        QVERIFY(await(m_generations->uploading(key)));
        QVERIFY(await(m_generations->submitting(key)));
        m_service->make(QStringLiteral("g1"), key);
        QCOMPARE(m_generations->adopt(key, m_service->generations[QStringLiteral("g1")]), key);
        QTRY_COMPARE(m_service->listeners[QStringLiteral("g1")].size(), 1);

        Generation &remote = m_service->generations[QStringLiteral("g1")];
        remote.status = GenerationStatus::Running;
        remote.stage = QStringLiteral("rendering");
        remote.progress = 0.25;
        m_service->tell(remote.id);
        QTRY_COMPARE(stateOf(key), S::Running);
        QCOMPARE(m_generations->find(key)->generation.progress, std::optional(0.25));
        const QByteArray bytes(300 * 1000, 'v');
        m_service->succeed(remote.id, bytes);
        QTRY_COMPARE(stateOf(key), S::Done);
        QTRY_COMPARE(finished.count(), 1);

        const GenerationRecord record = *m_generations->find(key);
        QCOMPARE(record.assets.size(), 1);
        QCOMPARE(record.assets[0].filePath, results().filePath(QStringLiteral("바다-at-dusk-01.mp4")));
        QCOMPARE(contentOf(record.assets[0].filePath), bytes);
        QTRY_VERIFY(!m_generations->find(key)->assets[0].posterPath.isEmpty());
        QCOMPARE(contentOf(m_generations->find(key)->assets[0].posterPath), QByteArray("poster"));
        QCOMPARE(record.generation.chargedCredits, std::optional<Credits>(33));
        QVERIFY(balance.count() >= 1);
        QVERIFY(m_generations->running().isEmpty());
        QCOMPARE(m_store->states(key),
            (QList<S>{
                S::Draft, S::Uploading, S::Submitting, S::Queued, S::Running, S::Downloading, S::Done }));
    }

    void theFileSaysHowItWasMadeOnceItIsVerified()
    {
        ready();
        QFile fixture(QStringLiteral(FACET_FIXTURES "/video/two-seconds.mp4"));
        QVERIFY(fixture.open(QIODevice::ReadOnly));
        const QByteArray bytes = fixture.readAll();
        m_generations->setModelNames([](const QString &) { return QStringLiteral("Carat Video"); });
        m_generations->setNamePattern(QStringLiteral("{seed} {prompt} {take}"));
        const QString key = m_generations->begin(intent());
        QVERIFY(await(m_generations->uploading(key)));
        QVERIFY(await(m_generations->submitting(key)));
        Generation &remote = m_service->make(QStringLiteral("g1"), key);
        remote.seed = 7;
        m_generations->adopt(key, remote);
        QTRY_COMPARE(m_service->listeners[QStringLiteral("g1")].size(), 1);
        m_service->succeed(remote.id, bytes); // checked by the sha256 of these very bytes
        QTRY_COMPARE(stateOf(key), S::Done);
        const QString path = m_generations->find(key)->assets[0].filePath;
        QCOMPARE(path, results().filePath(QStringLiteral("7 바다-at-dusk 01.mp4")));
        const auto tags = readTags(path);
        QVERIFY(tags && *tags);
        QCOMPARE((*tags)->generationId, QStringLiteral("g1"));
        QCOMPARE((*tags)->prompt, QStringLiteral("바다 at dusk"));
        QCOMPARE((*tags)->modelName, QStringLiteral("Carat Video"));
        QCOMPARE((*tags)->seed, quint32(7));
        // The file's own hash is noted: it is another one than the service's now.
        QCOMPARE(m_store->noted.value(QStringLiteral("asset-1")), hexSha256(contentOf(path)));
        QVERIFY(contentOf(path) != bytes);
        QCOMPARE(results().entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void nothing_is_sent_before_it_is_stored()
    {
        ready();
        const QString key = m_generations->begin(intent());
        m_store->hold = true;
        const auto submitting = m_generations->submitting(key);
        QTest::qWait(20);
        QVERIFY(!submitting.isFinished());
        QCOMPARE(m_store->record(key).state, S::Submitting);
        m_store->release();
        QVERIFY(await(submitting));

        m_service->make(QStringLiteral("g1"), key);
        m_service->succeed(QStringLiteral("g1"), "video");
        m_generations->adopt(key, m_service->generations[QStringLiteral("g1")]);
        QCOMPARE(m_store->record(key).state, S::Downloading);
        QTest::qWait(50);
        QCOMPARE(m_server->count("GET /v1/assets/asset-1/content"), 0);
        m_store->hold = false;
        m_store->release();
        QTRY_COMPARE(stateOf(key), S::Done);
    }

    void what_cannot_be_stored_is_not_sent()
    {
        ready();
        QSignalSpy problems(m_generations.get(), &LiveGenerations::storeFailed);
        const QString key = m_generations->begin(intent());
        m_store->refuse = true;
        const auto submitting = await(m_generations->submitting(key));
        QVERIFY(!submitting);
        QCOMPARE(submitting.error().kind, ErrorKind::File);
        QTRY_VERIFY(problems.count() >= 1);
    }

    void a_failure_says_why()
    {
        const QString key = running(QStringLiteral("g1"));
        Generation &remote = m_service->generations[QStringLiteral("g1")];
        remote.status = GenerationStatus::Failed;
        remote.chargedCredits = 0;
        remote.error =
            GenerationError{ QStringLiteral("engine_failed"), QStringLiteral("The engine broke."), true };
        m_service->tell(remote.id);
        QTRY_COMPARE(stateOf(key), S::Failed);
        QCOMPARE(m_generations->find(key)->error->sentence, QStringLiteral("The engine broke."));
        QCOMPARE(m_store->record(key).state, S::Failed);
    }

    void exactly_the_one_that_was_meant_is_cancelled()
    {
        const QString first = running(QStringLiteral("g1"));
        const QString second = running(QStringLiteral("g2"));
        m_generations->cancel(first);
        QTRY_COMPARE(stateOf(first), S::Cancelled);
        QCOMPARE(stateOf(second), S::Running);
        QCOMPARE(m_server->count("POST /v1/generations/g1/cancel"), 1);
        QCOMPARE(m_server->count("POST /v1/generations/g2/cancel"), 0);
    }

    void cancelled_before_its_id_is_known()
    {
        ready();
        const QString key = m_generations->begin(intent());
        QVERIFY(await(m_generations->submitting(key)));
        m_generations->cancel(key);
        QCOMPARE(stateOf(key), S::Submitting);
        m_service->make(QStringLiteral("g1"), key);
        m_generations->adopt(key, m_service->generations[QStringLiteral("g1")]);
        QTRY_COMPARE(stateOf(key), S::Cancelled);
        QCOMPARE(m_server->count("POST /v1/generations/g1/cancel"), 1);
    }

    void cancelled_before_it_was_sent()
    {
        ready();
        const QString key = m_generations->begin(intent());
        m_generations->cancel(key);
        QCOMPARE(stateOf(key), S::Cancelled);
        const auto submitting = await(m_generations->submitting(key));
        QVERIFY(!submitting);
        QCOMPARE(submitting.error().kind, ErrorKind::Cancelled);
        QVERIFY(m_server->seen().isEmpty());
    }

    void a_made_one_is_not_cancelled()
    {
        const QString key = running(QStringLiteral("g1"));
        m_service->generations[QStringLiteral("g1")].status = GenerationStatus::Succeeded;
        m_service->succeed(QStringLiteral("g1"), "video");
        m_generations->cancel(key); // the user was faster than the news
        QTRY_COMPARE(stateOf(key), S::Done);
    }

    void a_cut_stream_is_taken_up()
    {
        const QString key = running(QStringLiteral("g1"));
        m_service->cutAll();
        m_service->succeed(QStringLiteral("g1"), "video");
        QTRY_COMPARE(stateOf(key), S::Done);
    }

    void a_patch_that_does_not_fit_is_asked_about()
    {
        const QString key = running(QStringLiteral("g1"));
        const int asked = m_server->count("GET /v1/generations/g1");
        m_service->generations[QStringLiteral("g1")].progress = 0.75;
        m_service->tellRaw(
            QStringLiteral("g1"), "[{\"op\":\"replace\",\"path\":\"/nowhere/at/all\",\"value\":1}]");
        QTRY_COMPARE(m_generations->find(key)->generation.progress, std::optional(0.75));
        QVERIFY(m_server->count("GET /v1/generations/g1") > asked);
        QTRY_VERIFY(!m_service->listeners[QStringLiteral("g1")].isEmpty());
    }

    void news_in_ag_ui_events_are_taken_too()
    {
        const QString key = running(QStringLiteral("g1"));
        m_service->tellRaw(QStringLiteral("g1"),
            "{\"type\":\"ACTIVITY_DELTA\",\"messageId\":\"m\",\"activityType\":\"generation\","
            "\"patch\":[{\"op\":\"replace\",\"path\":\"/stage\",\"value\":\"encoding\"}]}");
        QTRY_COMPARE(m_generations->find(key)->generation.stage, QStringLiteral("encoding"));
        Generation remote = m_service->generations[QStringLiteral("g1")];
        remote.stage = QStringLiteral("motion");
        contract::Json snapshot = { { "type", "ACTIVITY_SNAPSHOT" }, { "messageId", "m" },
            { "activityType", "generation" }, { "content", contract::toJson(remote) } };
        m_service->tellRaw(QStringLiteral("g1"), contract::toBytes(snapshot));
        QTRY_COMPARE(m_generations->find(key)->generation.stage, QStringLiteral("motion"));
    }

    void a_run_that_makes_several_gets_several_records()
    {
        const QString first = running(QStringLiteral("g1"));
        m_service->make(QStringLiteral("g2"), first);
        const QString second = m_generations->adopt(first, m_service->generations[QStringLiteral("g2")]);
        QVERIFY(second != first);
        QCOMPARE(m_generations->find(second)->conversationId, QStringLiteral("c1"));
        QCOMPARE(m_generations->keyOf(QStringLiteral("g2")), second);
        QCOMPARE(m_generations->adopt(first, m_service->generations[QStringLiteral("g2")]), second);
        QCOMPARE(m_generations->running().size(), 2);
    }

    void a_turn_of_talk_leaves_nothing()
    {
        ready();
        QSignalSpy withdrawn(m_generations.get(), &LiveGenerations::withdrawn);
        const QString key = m_generations->begin(intent());
        QVERIFY(await(m_generations->submitting(key)));
        m_generations->withdraw(key);
        QCOMPARE(withdrawn.count(), 1);
        QVERIFY(!m_generations->find(key));
        QVERIFY(!m_store->contains(key));
        // One that the service has is not forgotten.
        const QString made = running(QStringLiteral("g1"));
        m_generations->withdraw(made);
        QVERIFY(m_generations->find(made));
    }

    void a_restart_follows_what_was_running()
    {
        const QString key = running(QStringLiteral("g1"));
        begin();
        QTRY_VERIFY(m_generations->find(key));
        QCOMPARE(stateOf(key), S::Running);
        QCOMPARE(m_generations->running().size(), 1);
        m_service->succeed(QStringLiteral("g1"), "video");
        m_generations->serviceReady();
        QTRY_COMPARE(stateOf(key), S::Done);
        QCOMPARE(contentOf(m_generations->find(key)->assets[0].filePath), QByteArray("video"));
    }

    void a_restart_continues_a_download()
    {
        const QByteArray bytes(500 * 1000, 'w');
        GenerationRecord record = storedRecord(S::Downloading, QStringLiteral("g1"));
        m_service->make(QStringLiteral("g1"), record.key);
        m_service->succeed(QStringLiteral("g1"), bytes);
        record.generation = m_service->generations[QStringLiteral("g1")];
        record.assets = { LocalAsset{ QStringLiteral("asset-1"), {}, {}, 0, {} } };
        m_store->save(record);
        Download::Target target;
        target.folder = results().path();
        target.baseName = QStringLiteral("바다-at-dusk");
        target.tag = QStringLiteral("asset-1");
        QVERIFY(QDir().mkpath(target.folder));
        QFile part(Download(*m_client, target).partPath());
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(bytes.left(200 * 1000));
        part.close();
        begin();
        m_generations->serviceReady();
        QTRY_COMPARE(stateOf(record.key), S::Done);
        QCOMPARE(m_server->seen("GET /v1/assets/asset-1/content").last().header("range"),
            QByteArray("bytes=200000-"));
        QCOMPARE(contentOf(m_generations->find(record.key)->assets[0].filePath), bytes);
    }

    void a_restart_between_name_and_note_does_not_fetch_twice()
    {
        const QString key = running(QStringLiteral("g1"));
        m_service->succeed(QStringLiteral("g1"), "video");
        QTRY_COMPARE(stateOf(key), S::Done);
        GenerationRecord record = *m_generations->find(key);
        const QString path = record.assets[0].filePath;
        record.state = S::Downloading; // as it stood before the last save
        record.assets[0].filePath.clear();
        m_store->save(record);
        m_server->forget();
        begin();
        m_generations->serviceReady();
        QTRY_COMPARE(stateOf(key), S::Done);
        QCOMPARE(m_generations->find(key)->assets[0].filePath, path);
        QCOMPARE(results().entryList(QDir::Files).size(), 1);
        for (const SeenRequest &request : m_server->seen("GET /v1/assets/asset-1/content"))
            QVERIFY(request.target.contains("variant=poster"));
    }

    void a_restart_finds_what_was_being_sent()
    {
        const GenerationRecord record = storedRecord(S::Submitting, {});
        m_store->save(record);
        m_service->make(QStringLiteral("other"), QStringLiteral("someone-else"));
        m_service->make(QStringLiteral("g1"), record.key);
        begin();
        QTRY_VERIFY(m_generations->find(record.key));
        QCOMPARE(stateOf(record.key), S::Unknown);
        m_generations->serviceReady();
        QTRY_COMPARE(stateOf(record.key), S::Queued);
        QCOMPARE(m_generations->keyOf(QStringLiteral("g1")), record.key);
        QCOMPARE(m_generations->keyOf(QStringLiteral("other")), QString());
    }

    void a_restart_says_what_never_arrived()
    {
        GenerationRecord sent = storedRecord(S::Submitting, {});
        sent.generation.createdAt = QDateTime::currentDateTimeUtc().addSecs(-600);
        m_store->save(sent);
        GenerationRecord draft = storedRecord(S::Uploading, {});
        m_store->save(draft);
        begin();
        m_generations->serviceReady();
        QTRY_COMPARE(stateOf(sent.key), S::Failed);
        QTRY_COMPARE(stateOf(draft.key), S::Failed);
        for (const QString &key : { sent.key, draft.key }) {
            QCOMPARE(m_generations->find(key)->error->code, QStringLiteral("not_sent"));
            QVERIFY(m_generations->find(key)->error->sentence.contains(QLatin1String("nothing was taken")));
        }
    }

    void an_unsure_one_is_found_or_given_up()
    {
        ready();
        m_generations->setLostAfter(0);
        const QString found = m_generations->begin(intent());
        QVERIFY(await(m_generations->submitting(found)));
        m_service->make(QStringLiteral("g1"), found);
        m_generations->unsure(found, { ErrorKind::Network, QStringLiteral("cut"), {}, {}, {}, {} });
        QCOMPARE(m_store->record(found).state, S::Unknown);
        QTRY_COMPARE(stateOf(found), S::Queued);
        const QString lost = m_generations->begin(intent());
        QVERIFY(await(m_generations->submitting(lost)));
        m_generations->unsure(lost, { ErrorKind::Network, QStringLiteral("cut"), {}, {}, {}, {} });
        QTRY_COMPARE(stateOf(lost), S::Failed);
    }

    void a_lost_service_leaves_them_unknown()
    {
        const QString key = running(QStringLiteral("g1"));
        const Error error{ ErrorKind::Network, QStringLiteral("Gone."), {}, {}, {}, {} };
        m_generations->serviceLost(error);
        QCOMPARE(stateOf(key), S::Unknown);
        QCOMPARE(m_generations->find(key)->error->sentence, QStringLiteral("Gone."));
        m_generations->serviceReady();
        QTRY_COMPARE(stateOf(key), S::Running);
        QVERIFY(!m_generations->find(key)->error);
    }

    void one_that_the_service_forgot_is_said()
    {
        const GenerationRecord record = storedRecord(S::Running, QStringLiteral("gone"));
        m_store->save(record);
        begin();
        m_generations->serviceReady();
        QTRY_COMPARE(stateOf(record.key), S::Failed);
        QVERIFY(m_generations->find(record.key)->error->sentence.contains(QLatin1String("no longer knows")));
    }

    void a_folder_that_cannot_be_written_waits_for_another()
    {
        QFile blocker(results().path());
        QVERIFY(blocker.open(QIODevice::WriteOnly)); // a file where the folder should be
        const QString key = running(QStringLiteral("g1"));
        m_service->succeed(QStringLiteral("g1"), "video");
        QTRY_VERIFY(m_generations->find(key)->assets.value(0).error);
        QCOMPARE(stateOf(key), S::Downloading);
        QCOMPARE(m_generations->find(key)->assets[0].error->kind, ErrorKind::File);
        QVERIFY(!m_generations->find(key)->assets[0].error->sentence.isEmpty());
        QCOMPARE(m_store->record(key).state, S::Downloading);
        m_generations->setResultsFolder(m_folder->filePath(QStringLiteral("elsewhere")));
        m_generations->fetchAgain(key);
        QTRY_COMPARE(stateOf(key), S::Done);
        QVERIFY(m_generations->find(key)->assets[0].filePath.contains(QLatin1String("elsewhere")));
    }

    void a_file_removed_by_hand_is_fetched_again()
    {
        const QString key = running(QStringLiteral("g1"));
        m_service->succeed(QStringLiteral("g1"), "video");
        QTRY_COMPARE(stateOf(key), S::Done);
        const QString path = m_generations->find(key)->assets[0].filePath;
        m_generations->fetchAgain(key); // it is there: nothing to do
        QCOMPARE(stateOf(key), S::Done);
        QVERIFY(QFile::remove(path));
        begin(); // not in memory any more either
        m_generations->serviceReady();
        m_generations->fetchAgain(key);
        QTRY_VERIFY(m_generations->find(key).has_value());
        QTRY_COMPARE(stateOf(key), S::Done);
        QCOMPARE(contentOf(m_generations->find(key)->assets[0].filePath), QByteArray("video"));
    }

    void a_result_that_the_service_lost_is_said()
    {
        const QString key = running(QStringLiteral("g1"));
        m_service->succeed(QStringLiteral("g1"), "video");
        m_service->files.clear();
        QTRY_COMPARE(stateOf(key), S::Failed);
        QVERIFY(
            m_generations->find(key)->error->sentence.contains(QLatin1String("no longer has this result")));
    }

    void one_failure_on_its_own_is_tried_again()
    {
        m_generations->setAgainAfter(20);
        const QString key = running(QStringLiteral("g1"));
        // The line breaks for as long as a stream and its question are tried, but nobody says that the
        // service is lost.
        m_server->die();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(key), S::Unknown, 20000);
        QVERIFY(m_server->listenAgain());
        m_service->listeners.clear();
        QTRY_COMPARE(stateOf(key), S::Running);
        m_service->succeed(QStringLiteral("g1"), "video");
        QTRY_COMPARE(stateOf(key), S::Done);
    }

    void all_takes_of_one_request_arrive()
    {
        const QString key = running(QStringLiteral("g1"));
        Asset extra;
        extra.id = QStringLiteral("asset-0");
        extra.mime = QStringLiteral("video/mp4");
        extra.bytes = 5;
        extra.sha256 = hexSha256("first");
        m_service->files.insert(extra.id, "first");
        m_service->generations[QStringLiteral("g1")].assets.append(extra);
        m_service->succeed(QStringLiteral("g1"), "second");
        QTRY_COMPARE(stateOf(key), S::Done);
        QCOMPARE(results().entryList(QDir::Files, QDir::Name),
            (QStringList{ QStringLiteral("바다-at-dusk-01.mp4"), QStringLiteral("바다-at-dusk-02.mp4") }));
        QCOMPARE(contentOf(results().filePath(QStringLiteral("바다-at-dusk-02.mp4"))), QByteArray("second"));
    }

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QDir results() const { return QDir(m_folder->filePath(QStringLiteral("Facet"))); }
    S stateOf(const QString &key) const
    {
        const auto record = m_generations->find(key);
        return record ? record->state : S::Draft;
    }
    static LiveGenerations::Intent intent()
    {
        LiveGenerations::Intent made;
        made.conversationId = QStringLiteral("c1");
        made.modelId = QStringLiteral("carat-video");
        made.prompt = QStringLiteral("바다 at dusk");
        made.quotedCredits = 33;
        return made;
    }
    static GenerationRecord storedRecord(S state, const QString &id)
    {
        GenerationRecord record;
        static int number = 0;
        record.key = QStringLiteral("key-%1").arg(++number);
        record.conversationId = QStringLiteral("c1");
        record.state = state;
        record.generation.id = id;
        record.generation.prompt = QStringLiteral("바다 at dusk");
        record.generation.createdAt = QDateTime::currentDateTimeUtc();
        return record;
    }
    /// A start of the program over the same store.
    void begin()
    {
        m_generations.reset();
        m_generations = std::make_unique<LiveGenerations>(*m_client, *m_store,
            LiveGenerations::Folders{ results().path(), m_folder->filePath(QStringLiteral("posters")) });
        m_generations->start();
    }
    void ready() { m_generations->serviceReady(); }
    QString running(const QString &id)
    {
        ready();
        const QString key = m_generations->begin(intent());
        await(m_generations->submitting(key));
        m_service->make(id, key).status = GenerationStatus::Running;
        m_generations->adopt(key, m_service->generations[id]);
        if (!QTest::qWaitFor([&] { return m_service->listeners[id].size() == 1; }))
            qFatal("nobody follows %s", qPrintable(id));
        return key;
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<GenerationService> m_service;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryGenerations> m_store;
    std::unique_ptr<LiveGenerations> m_generations;
};

QTEST_GUILESS_MAIN(GenerationsTest)
#include "tst_client_generations.moc"
