#include "client/store/ConversationStore.h"
#include "client/store/DraftStore.h"
#include "client/store/GenerationRecords.h"
#include "client/store/MessageStore.h"
#include "client/store/TurnStore.h"
#include "tests/support/Await.h"

#include <QFile>
#include <QTemporaryDir>

using namespace facet;
using namespace facet::client;
using facet::test::await;

namespace {

const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0, 0, 123), Qt::UTC);

Quote someQuote()
{
    Quote quote;
    quote.modelId = u"ltx"_qs;
    quote.method = Method::StartEnd;
    quote.options.durationS = 10;
    quote.generationCredits = 66;
    quote.conversationCredits = 4;
    quote.totalCredits = 70;
    quote.reason = CoverReason::PlanHasNoBenefit;
    quote.listCredits = 66;
    quote.sendable = true;
    quote.quoteId = u"q1"_qs;
    return quote;
}

TurnRecord someTurn(const QString &run, const QString &conversation)
{
    TurnRecord record;
    record.runId = run;
    record.conversationId = conversation;
    record.messageId = run + u"-message"_qs;
    record.idempotencyKey = run + u"-key"_qs;
    record.runUrl = u"/agents/1.0/run"_qs;
    record.turn.conversationId = conversation;
    record.turn.agent = AgentVersion::V2;
    record.turn.text = u"A boat leaves the harbour"_qs;
    record.turn.modelId = u"ltx"_qs;
    record.turn.options.durationS = 10;
    record.turn.quote = someQuote();
    return record;
}

StoredItem messageOf(const TurnRecord &record)
{
    StoredItem stored{ record.conversationId, record.runId, 1000, {} };
    stored.item.id = record.messageId;
    stored.item.kind = TranscriptItem::Kind::User;
    stored.item.agent = record.turn.agent;
    stored.item.at = noon;
    stored.item.text = record.turn.text;
    stored.item.attachments = record.turn.attachments;
    return stored;
}

GenerationRecord someGeneration(const QString &key, GenerationState state)
{
    GenerationRecord record;
    record.key = key;
    record.conversationId = u"c1"_qs;
    record.state = state;
    record.generation.id = u"g-"_qs + key;
    record.generation.clientRef = key;
    record.generation.modelId = u"ltx"_qs;
    record.generation.prompt = u"바다"_qs;
    record.generation.createdAt = noon;
    return record;
}

} // namespace

class TestStores : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;

    void reopen()
    {
        m_database.reset();
        m_database = std::make_unique<Database>(m_dir->filePath(u"facet.db"_qs));
    }
    Attachment picture(const QString &id, InputRole role) const
    {
        Attachment a;
        a.id = id;
        a.role = role;
        a.state = Attachment::State::Ready;
        a.fileName = u"한글.png"_qs;
        a.path = m_dir->filePath(id + u".png"_qs);
        a.mime = u"image/png"_qs;
        a.sha256 = QString(64, u'a');
        a.size = QSize(30, 20);
        a.notices = QStringList{ u"Turned upright."_qs, u"Sent as PNG."_qs };
        QImage image(30, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        image.save(a.path);
        image.save(a.path + u".thumb.png"_qs);
        a.bytes = QFileInfo(a.path).size();
        return a;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        reopen();
    }

    void draftComesBackWhole()
    {
        StoredDraft draft;
        draft.conversationId = u"c1"_qs;
        draft.text = u"half a sent"_qs;
        draft.agent = AgentVersion::V2;
        draft.modelId = u"kling-3"_qs;
        draft.options.count = 2;
        draft.options.resolution = u"1080p"_qs;
        draft.attachments = { picture(u"p1"_qs, InputRole::EndFrame),
            picture(u"p2"_qs, InputRole::StartFrame) };
        Attachment reading;
        reading.id = u"p3"_qs;
        draft.attachments.append(reading); // not read yet: cannot be kept
        QVERIFY(await(DraftStore(m_database.get()).save(draft)));
        reopen();
        const auto back = await(DraftStore(m_database.get()).load(u"c1"_qs));
        QVERIFY(back && *back);
        const StoredDraft &got = **back;
        QCOMPARE(got.text, draft.text);
        QCOMPARE(got.agent, AgentVersion::V2);
        QCOMPARE(got.modelId, draft.modelId);
        QCOMPARE(got.options, draft.options);
        QCOMPARE(got.attachments.size(), 2);
        QCOMPARE(got.attachments.at(0).id, u"p1"_qs);
        QCOMPARE(got.attachments.at(0).role, InputRole::EndFrame);
        QCOMPARE(got.attachments.at(0).fileName, u"한글.png"_qs);
        QCOMPARE(got.attachments.at(0).notices.size(), 2);
        QCOMPARE(got.attachments.at(0).size, QSize(30, 20));
        QCOMPARE(got.attachments.at(0).thumbnail.size(), QSize(30, 20));
        QCOMPARE(got.attachments.at(1).state, Attachment::State::Ready);
        QVERIFY(await(DraftStore(m_database.get()).load(u"other"_qs)).value() == std::nullopt);
    }

    void aPictureThatIsGoneIsSaid()
    {
        StoredDraft draft;
        draft.conversationId = u"c1"_qs;
        draft.attachments = { picture(u"p1"_qs, InputRole::Reference) };
        QVERIFY(await(DraftStore(m_database.get()).save(draft)));
        QFile::remove(draft.attachments.constFirst().path);
        const auto back = await(DraftStore(m_database.get()).load(u"c1"_qs));
        QCOMPARE((*back)->attachments.constFirst().state, Attachment::State::Failed);
        QVERIFY((*back)->attachments.constFirst().error->sentence.contains(u"again"_qs));
    }

    void theNewestDraftWithoutAConversation()
    {
        DraftStore drafts(m_database.get());
        QVERIFY(await(drafts.newestWithoutConversation()).value() == std::nullopt);
        QVERIFY(await(TurnStore(m_database.get()).begin(someTurn(u"r1"_qs, u"c1"_qs), u"T"_qs, {})));
        StoredDraft draft;
        draft.conversationId = u"c1"_qs;
        QVERIFY(await(drafts.save(draft)));
        QVERIFY(await(drafts.newestWithoutConversation()).value() == std::nullopt);
        draft.conversationId = u"fresh"_qs;
        QVERIFY(await(drafts.save(draft)));
        QCOMPARE(await(drafts.newestWithoutConversation()).value().value_or(QString()), u"fresh"_qs);
    }

    void aTurnIsOnDiskWhole()
    {
        TurnRecord record = someTurn(u"r1"_qs, u"c1"_qs);
        record.turn.attachments = { picture(u"p1"_qs, InputRole::StartFrame) };
        TurnStore turns(m_database.get());
        QVERIFY(await(turns.begin(record, u"A boat"_qs, { messageOf(record) })));
        QVERIFY(await(turns.setInput(u"r1"_qs, "{\"threadId\":\"c1\"}")));
        QVERIFY(await(turns.setUploadId(record.messageId, u"p1"_qs, u"u-1"_qs)));
        reopen();
        TurnStore again(m_database.get());
        const auto unfinished = await(again.unfinished());
        QCOMPARE(unfinished->size(), 1);
        const TurnRecord &got = unfinished->constFirst();
        QCOMPARE(got.runId, u"r1"_qs);
        QCOMPARE(got.idempotencyKey, record.idempotencyKey);
        QCOMPARE(got.runUrl, record.runUrl);
        QCOMPARE(got.state, TurnRecord::State::Sending);
        QCOMPARE(got.input, QByteArray("{\"threadId\":\"c1\"}"));
        QCOMPARE(got.turn.text, record.turn.text);
        QCOMPARE(got.turn.agent, AgentVersion::V2);
        QCOMPARE(got.turn.modelId, record.turn.modelId);
        QCOMPARE(got.turn.options, record.turn.options);
        QCOMPARE(got.turn.quote, record.turn.quote);
        QCOMPARE(got.turn.attachments.size(), 1);
        QCOMPARE(await(again.uploadIds(record.messageId))->value(u"p1"_qs), u"u-1"_qs);

        QVERIFY(await(again.saveProgress(u"r1"_qs, TurnRecord::State::Finished, "7", {})));
        QVERIFY(await(again.unfinished())->isEmpty());
        QCOMPARE((*await(again.ofItem(record.messageId)))->lastEventId, QByteArray("7"));
    }

    void theSameKeyIsNeverStoredTwice()
    {
        TurnStore turns(m_database.get());
        TurnRecord first = someTurn(u"r1"_qs, u"c1"_qs);
        TurnRecord second = someTurn(u"r2"_qs, u"c1"_qs);
        second.idempotencyKey = first.idempotencyKey;
        QVERIFY(await(turns.begin(first, u"T"_qs, { messageOf(first) })));
        QVERIFY(!await(turns.begin(second, u"T"_qs, { messageOf(second) })));
        // and nothing of the second is there
        MessageStore messages(m_database.get());
        QCOMPARE(await(messages.load(u"c1"_qs))->size(), 1);
    }

    void rowsOfEveryKind()
    {
        TurnStore turns(m_database.get());
        const TurnRecord record = someTurn(u"r1"_qs, u"c1"_qs);
        QVERIFY(await(turns.begin(record, u"T"_qs, { messageOf(record) })));
        QVERIFY(await(
            GenerationRecords(m_database.get()).save(someGeneration(u"k1"_qs, GenerationState::Running))));
        const auto row = [](const QString &id, qint64 position, TranscriptItem::Kind kind) {
            StoredItem stored{ u"c1"_qs, u"r1"_qs, position, {} };
            stored.item.id = id;
            stored.item.kind = kind;
            stored.item.at = noon;
            return stored;
        };
        StoredItem text = row(u"t"_qs, 1001, TranscriptItem::Kind::AgentText);
        text.item.text = u"**Here** it is"_qs;
        StoredItem card = row(u"g"_qs, 1002, TranscriptItem::Kind::Generation);
        card.item.generation.key = u"k1"_qs;
        StoredItem approval = row(u"i1"_qs, 1003, TranscriptItem::Kind::Approval);
        approval.item.approval = { u"i1"_qs, u"r1"_qs, someQuote(), 50, ApprovalRequest::State::Stopped };
        StoredItem problem = row(u"p"_qs, 1004, TranscriptItem::Kind::Problem);
        problem.item.error = Error{ ErrorKind::Refused, u"Too many."_qs, u"d"_qs, u"too_many_running"_qs,
            u"req"_qs, std::chrono::seconds(9) };
        // written out of order; they are shown by position
        QVERIFY(await(turns.saveProgress(
            u"r1"_qs, TurnRecord::State::Streaming, "1", { problem, approval, card, text })));
        text.item.text = u"**Here** it is, again"_qs;
        QVERIFY(await(turns.saveProgress(u"r1"_qs, TurnRecord::State::Streaming, "2", { text })));
        reopen();
        MessageStore messages(m_database.get());
        const auto rows = await(messages.load(u"c1"_qs));
        QVERIFY(rows);
        QCOMPARE(rows->size(), 5);
        QCOMPARE(rows->at(0).item.kind, TranscriptItem::Kind::User);
        QCOMPARE(rows->at(0).item.at, noon);
        QCOMPARE(rows->at(1).item.text, text.item.text);
        QCOMPARE(rows->at(2).item.generation.generation.prompt, u"바다"_qs);
        QCOMPARE(rows->at(2).item.generation.state, GenerationState::Running);
        QCOMPARE(rows->at(3).item.approval.quote, someQuote());
        QCOMPARE(rows->at(3).item.approval.confirmAbove, 50);
        QCOMPARE(rows->at(3).item.approval.state, ApprovalRequest::State::Stopped);
        QCOMPARE(*rows->at(4).item.error, *problem.item.error);
    }

    void retractingTheOnlyMessageTakesTheConversationAway()
    {
        TurnStore turns(m_database.get());
        ConversationStore conversations(m_database.get());
        const TurnRecord first = someTurn(u"r1"_qs, u"c1"_qs);
        const TurnRecord second = someTurn(u"r2"_qs, u"c1"_qs);
        QVERIFY(await(turns.begin(first, u"T"_qs, { messageOf(first) })));
        QVERIFY(await(turns.begin(second, u"T"_qs, { messageOf(second) })));
        QVERIFY(await(turns.retract(u"r2"_qs, second.messageId)));
        QCOMPARE(await(conversations.all())->size(), 1);
        QVERIFY(await(turns.retract(u"r1"_qs, first.messageId)));
        QVERIFY(await(conversations.all())->isEmpty());
        QVERIFY(await(turns.unfinished())->isEmpty());
    }

    void summaries()
    {
        TurnStore turns(m_database.get());
        const TurnRecord record = someTurn(u"r1"_qs, u"c1"_qs);
        QVERIFY(await(turns.begin(record, u"A boat"_qs, { messageOf(record) })));
        GenerationRecord done = someGeneration(u"k1"_qs, GenerationState::Done);
        Asset video;
        video.id = u"a1"_qs;
        video.kind = ModelKind::Video;
        done.generation.assets = { video };
        done.assets = { { u"a1"_qs, u"/videos/a.mp4"_qs, u"/posters/a.jpg"_qs, 10, {} } };
        GenerationRecords generations(m_database.get());
        QVERIFY(await(generations.save(done)));
        QVERIFY(await(generations.save(someGeneration(u"k2"_qs, GenerationState::Queued))));
        QVERIFY(await(generations.save(someGeneration(u"k3"_qs, GenerationState::Failed))));
        const auto all = await(ConversationStore(m_database.get()).all());
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->constFirst().title, u"A boat"_qs);
        QCOMPARE(all->constFirst().subtitleModel, u"ltx"_qs);
        QCOMPARE(all->constFirst().videos, 1);
        QCOMPARE(all->constFirst().images, 0);
        QCOMPARE(all->constFirst().running, 1);
        QCOMPARE(all->constFirst().posterPath, u"/posters/a.jpg"_qs);
    }

    void finding_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("found");
        QTest::newRow("title") << u"harbor"_qs << true;
        QTest::newRow("prompt, other case") << u"BOAT LEAVES"_qs << true;
        QTest::newRow("Hangul, decomposed") << u"바다"_qs.normalized(QString::NormalizationForm_D) << true;
        QTest::newRow("umlaut, other case") << u"ÜBER"_qs << true;
        QTest::newRow("no pattern characters") << u"%"_qs << false;
        QTest::newRow("not there") << u"desert"_qs << false;
        QTest::newRow("the agent's words") << u"certainly"_qs << true;
    }
    void finding()
    {
        QFETCH(QString, words);
        QFETCH(bool, found);
        TurnStore turns(m_database.get());
        TurnRecord record = someTurn(u"r1"_qs, u"c1"_qs);
        record.turn.text = u"A boat leaves, über der 바다"_qs;
        QVERIFY(await(turns.begin(record, u"Harbor at dawn"_qs, { messageOf(record) })));
        StoredItem text{ u"c1"_qs, u"r1"_qs, 1001, {} };
        text.item.id = u"t"_qs;
        text.item.kind = TranscriptItem::Kind::AgentText;
        text.item.at = noon;
        text.item.text = u"Certainly"_qs;
        QVERIFY(await(turns.saveProgress(u"r1"_qs, TurnRecord::State::Finished, "1", { text })));
        QCOMPARE(await(ConversationStore(m_database.get()).containing(words))->contains(u"c1"_qs), found);
    }

    void generationRecords_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("unfinished");
        for (int state = static_cast<int>(GenerationState::Draft);
             state <= static_cast<int>(GenerationState::Unknown); ++state) {
            const auto s = static_cast<GenerationState>(state);
            QTest::addRow("state %d", state) << state
                                             << (s != GenerationState::Done && s != GenerationState::Failed
                                                    && s != GenerationState::Cancelled);
        }
    }
    void generationRecords()
    {
        QFETCH(int, state);
        QFETCH(bool, unfinished);
        GenerationRecord record = someGeneration(u"k1"_qs, static_cast<GenerationState>(state));
        record.error = Error{ ErrorKind::Network, u"Cut."_qs, {}, {}, {}, {} };
        record.assets = { { u"a1"_qs, {}, {}, 77,
            Error{ ErrorKind::File, u"Disk full."_qs, {}, {}, {}, {} } } };
        QVERIFY(await(GenerationRecords(m_database.get()).save(record)));
        reopen();
        GenerationRecords records(m_database.get());
        const auto back = await(records.load(u"k1"_qs));
        QVERIFY(back && *back);
        QCOMPARE((*back)->state, record.state);
        QCOMPARE((*back)->generation, record.generation);
        QCOMPARE((*back)->error, record.error);
        QCOMPARE((*back)->assets.constFirst().received, 77);
        QCOMPARE((*back)->assets.constFirst().error->sentence, u"Disk full."_qs);
        QCOMPARE(await(records.loadUnfinished())->size(), unfinished ? 1 : 0);
        QVERIFY(await(records.remove(u"k1"_qs)));
        QVERIFY(await(records.load(u"k1"_qs)).value() == std::nullopt);
    }

    void aGenerationNotSentYetHasNoServiceId()
    {
        GenerationRecord record;
        record.key = u"k1"_qs;
        record.conversationId = u"c1"_qs;
        record.generation.modelId = u"ltx"_qs;
        record.generation.prompt = u"before the network"_qs;
        QVERIFY(await(GenerationRecords(m_database.get()).save(record)));
        const auto back = await(GenerationRecords(m_database.get()).load(u"k1"_qs));
        QCOMPARE((*back)->generation.prompt, record.generation.prompt);
        QVERIFY((*back)->generation.id.isEmpty());
    }

    void remembering()
    {
        ConversationStore store(m_database.get());
        QCOMPARE(await(store.remembered(u"open"_qs)).value(), QString());
        QVERIFY(await(store.remember(u"open"_qs, u"c1"_qs)));
        QVERIFY(await(store.remember(u"open"_qs, u"c2"_qs)));
        QCOMPARE(await(store.remembered(u"open"_qs)).value(), u"c2"_qs);
    }
};

QTEST_MAIN(TestStores)
#include "tst_client_stores.moc"
