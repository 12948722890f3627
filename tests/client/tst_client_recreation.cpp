#include "client/composer/StoredRecreation.h"
#include "client/sequence/StoredSequence.h"
#include "client/store/GenerationRecords.h"
#include "client/store/TurnStore.h"
#include "tests/support/Await.h"
#include "tests/support/FakeGenerations.h"
#include "tests/ui/support/FakeConversations.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace facet;
using namespace facet::client;
using facet::test::await;

/// What was made comes back as a request, and clips keep their order on disk.
class RecreationTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<Database>(m_dir->filePath(QStringLiteral("facet.db")));
        QVERIFY(await(m_database->open()));
    }

    void everythingComesBack()
    {
        store();
        StoredRecreation recreation(m_database.get());
        const auto made = await(recreation.of(m_record));
        QVERIFY(made);
        QCOMPARE(made->request.text, QStringLiteral("Clouds clear"));
        QCOMPARE(made->request.agent, AgentVersion::V2);
        QCOMPARE(made->request.modelId, QStringLiteral("carat-video"));
        QCOMPARE(made->request.options.durationS, 10);
        QCOMPARE(made->request.options.seed, quint32(41872));
        QCOMPARE(made->request.attachments.size(), 2);
        // In the role that the generation gave them, as the bytes that were sent.
        QCOMPARE(made->request.attachments.at(0).role, InputRole::StartFrame);
        QCOMPARE(made->request.attachments.at(0).path, picturePath(QStringLiteral("s")));
        QCOMPARE(made->request.attachments.at(1).role, InputRole::EndFrame);
        QCOMPARE(made->files.size(), 1);
        QCOMPARE(made->files.constFirst().role, InputRole::Reference);
        QCOMPARE(made->files.constFirst().path, m_dir->filePath(QStringLiteral("earlier.png")));
        QVERIFY(made->gone.isEmpty());
        QVERIFY(!made->fromFileAlone);
    }

    void whatIsGoneIsNamed()
    {
        store();
        QFile::remove(picturePath(QStringLiteral("e")));
        QFile::remove(m_dir->filePath(QStringLiteral("earlier.png")));
        StoredRecreation recreation(m_database.get());
        const auto made = await(recreation.of(m_record));
        QVERIFY(made);
        QCOMPARE(made->request.attachments.size(), 1);
        QVERIFY(made->files.isEmpty());
        QCOMPARE(made->gone.size(), 2);
        QCOMPARE(made->gone.at(0).role, InputRole::EndFrame);
        QCOMPARE(made->gone.at(0).fileName, QStringLiteral("e.png"));
        QCOMPARE(made->gone.at(1).fileName, QStringLiteral("earlier.png"));
    }

    void tagsOfAKnownGenerationBringItsPictures()
    {
        store();
        StoredRecreation recreation(m_database.get());
        ResultTags tags = ResultTags::of(m_record.generation, 0, {});
        tags.prompt = QStringLiteral("edited by somebody"); // the history is to be trusted, a file is not
        const auto made = await(recreation.ofTags(tags));
        QVERIFY(made && !made->fromFileAlone);
        QCOMPARE(made->request.text, QStringLiteral("Clouds clear"));
        QCOMPARE(made->request.attachments.size(), 2);
    }

    void tagsOfAnUnknownGenerationSayWhatTheySay()
    {
        StoredRecreation recreation(m_database.get());
        ResultTags tags;
        tags.generationId = QStringLiteral("gen-of-somebody-else");
        tags.prompt = QStringLiteral("a fox");
        tags.modelId = QStringLiteral("kling-3.0");
        tags.seed = 5;
        tags.options.resolution = QStringLiteral("1080p");
        tags.agent = AgentVersion::V2;
        const auto made = await(recreation.ofTags(tags));
        QVERIFY(made && made->fromFileAlone);
        QCOMPARE(made->request.text, QStringLiteral("a fox"));
        QCOMPARE(made->request.modelId, QStringLiteral("kling-3.0"));
        QCOMPARE(made->request.options.resolution, QStringLiteral("1080p"));
        QCOMPARE(made->request.options.seed, quint32(5));
        QCOMPARE(made->request.agent, AgentVersion::V2);
        QVERIFY(made->request.attachments.isEmpty());
    }

    void clipsKeepTheirOrderAcrossARestart()
    {
        GenerationRecords records(m_database.get());
        for (const char *key : { "a", "b", "c" })
            QVERIFY(await(records.save(clip(QLatin1String(key)))));
        test::FakeGenerations generations;
        ui::test::FakeConversations conversations;
        conversations.current = QStringLiteral("c1");
        {
            StoredSequence sequence(*m_database, conversations, generations);
            settle();
            for (const char *key : { "a", "b", "c" })
                sequence.add(clip(QLatin1String(key)), 0);
            sequence.add(clip(QStringLiteral("a")), 0); // the same clip again
            sequence.move(3, 0);
            sequence.remove(2);
            QCOMPARE(keys(sequence), QStringLiteral("aac"));
            settle();
        }
        StoredSequence again(*m_database, conversations, generations);
        QTRY_COMPARE(keys(again), QStringLiteral("aac"));
        QCOMPARE(again.seconds(), 15.0);
        // Another conversation has its own.
        conversations.open(QStringLiteral("c2"));
        QCOMPARE(again.rowCount(), 0);
        settle();
        QCOMPARE(again.rowCount(), 0);
        conversations.open(QStringLiteral("c1"));
        QTRY_COMPARE(again.rowCount(), 3);
        // A clip whose record is gone leaves the others in order.
        QVERIFY(await(records.remove(QStringLiteral("c"))));
        conversations.open(QStringLiteral("c2"));
        conversations.open(QStringLiteral("c1"));
        QTRY_COMPARE(keys(again), QStringLiteral("aa"));
    }

private:
    QString picturePath(const QString &id) const { return m_dir->filePath(id + QStringLiteral(".png")); }

    Attachment picture(const QString &id, InputRole role) const
    {
        Attachment a;
        a.id = id;
        a.role = role;
        a.state = Attachment::State::Ready;
        a.fileName = id + QStringLiteral(".png");
        a.path = picturePath(id);
        a.mime = QStringLiteral("image/png");
        a.size = QSize(8, 8);
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        image.save(a.path);
        return a;
    }

    static GenerationRecord clip(const QString &key)
    {
        GenerationRecord record;
        record.key = key;
        record.conversationId = QStringLiteral("c1");
        record.state = GenerationState::Done;
        record.generation.id = QStringLiteral("g-") + key;
        record.generation.assets = { Asset{ QStringLiteral("asset-") + key, ModelKind::Video,
            QStringLiteral("video/mp4"), 1, {}, 8, 8, 5.0, 24.0 } };
        record.assets = { LocalAsset{
            QStringLiteral("asset-") + key, QStringLiteral("/tmp/x.mp4"), {}, 1, {} } };
        return record;
    }

    static QString keys(const Sequence &sequence)
    {
        QString all;
        for (const SequenceClip &one : sequence.clips())
            all += one.record.key;
        return all;
    }

    /// Everything that was given to the database before this is done.
    void settle()
    {
        await(m_database->run([](QSqlDatabase &) { return Result<void>(); }));
        QCoreApplication::processEvents();
    }

    /// A message with two pictures, its uploads, an earlier result, and what was made of them.
    void store()
    {
        TurnRecord turn;
        turn.runId = QStringLiteral("run");
        turn.conversationId = QStringLiteral("c1");
        turn.messageId = QStringLiteral("m");
        turn.idempotencyKey = QStringLiteral("k");
        turn.runUrl = QStringLiteral("/run");
        turn.turn.text = QStringLiteral("Clouds clear");
        turn.turn.attachments = { picture(QStringLiteral("s"), InputRole::StartFrame),
            picture(QStringLiteral("e"), InputRole::EndFrame) };
        StoredItem message{ turn.conversationId, turn.runId, 1, {} };
        message.item.id = turn.messageId;
        message.item.kind = TranscriptItem::Kind::User;
        message.item.at = QDateTime::currentDateTimeUtc();
        message.item.text = turn.turn.text;
        message.item.attachments = turn.turn.attachments;
        TurnStore turns(m_database.get());
        QVERIFY(await(turns.begin(turn, QStringLiteral("Clouds"), { message })));
        QVERIFY(await(turns.setUploadId(turn.messageId, QStringLiteral("s"), QStringLiteral("up-s"))));
        QVERIFY(await(turns.setUploadId(turn.messageId, QStringLiteral("e"), QStringLiteral("up-e"))));

        GenerationRecords records(m_database.get());
        GenerationRecord earlier = clip(QStringLiteral("earlier"));
        earlier.assets.first().filePath = m_dir->filePath(QStringLiteral("earlier.png"));
        QImage(8, 8, QImage::Format_RGB32).save(earlier.assets.first().filePath);
        QVERIFY(await(records.save(earlier)));

        m_record = clip(QStringLiteral("made"));
        Generation &g = m_record.generation;
        g.prompt = QStringLiteral("Clouds clear");
        g.agent = AgentVersion::V2;
        g.modelId = QStringLiteral("carat-video");
        g.options.durationS = 10;
        g.seed = 41872;
        g.inputs = { { InputRole::StartFrame, QStringLiteral("up-s"), {} },
            { InputRole::EndFrame, QStringLiteral("up-e"), {} },
            { InputRole::Reference, {}, QStringLiteral("asset-earlier") } };
        QVERIFY(await(records.save(m_record)));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;
    GenerationRecord m_record;
};

QTEST_MAIN(RecreationTest)
#include "tst_client_recreation.moc"
