#include "client/chat/StoredConversations.h"
#include "client/composer/LiveComposer.h"
#include "client/media/ImageIntake.h"
#include "client/store/DraftStore.h"
#include "client/store/MessageStore.h"
#include "client/store/TurnStore.h"
#include "tests/support/Await.h"
#include "tests/support/FakeGenerations.h"
#include "tests/support/FakeSession.h"

#include <QBuffer>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUrl>

using namespace facet;
using namespace facet::client;
using facet::test::await;

namespace {

class FixedClock : public Clock {
public:
    QDateTime now() const override { return time; }
    QDateTime time{ QDate(2026, 11, 23), QTime(12, 0), Qt::UTC };
};

QImage picture(Qt::GlobalColor colour = Qt::red, QSize size = { 32, 18 })
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

QByteArray pngOf(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data();
}

/// Everything a composer stands on; made again for a restart.
struct World {
    World(const QString &folder, test::FakeSession &session, const Clock &clock)
        : database(folder + u"/facet.db"_qs)
        , messages(&database)
        , intake(folder + u"/attachments"_qs)
        , conversations(&database, messages, generations, session)
        , composer(
              { session, conversations, database, intake, clock, [this](const contract::QuoteBody &body) {
                   asked.append(body);
                   QPromise<Result<Quote>> promise;
                   promise.start();
                   if (answer) {
                       promise.addResult(*answer);
                       promise.finish();
                   }
                   const QFuture<Result<Quote>> future = promise.future();
                   if (!answer)
                       waiting.push_back(std::make_shared<QPromise<Result<Quote>>>(std::move(promise)));
                   return future;
               } })
    {
        conversations.start();
    }
    bool isOpen() const { return !composer.conversationId().isEmpty(); }

    Database database;
    MessageStore messages;
    test::FakeGenerations generations;
    ImageIntake intake;
    StoredConversations conversations;
    QList<contract::QuoteBody> asked;
    std::optional<Result<Quote>> answer; ///< empty: the service does not answer by itself
    std::vector<std::shared_ptr<QPromise<Result<Quote>>>> waiting;
    LiveComposer composer;
};

} // namespace

class TestComposer : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::FakeSession> m_session;
    FixedClock m_clock;
    std::unique_ptr<World> m_world;

    void start()
    {
        m_world.reset();
        m_world = std::make_unique<World>(m_dir->path(), *m_session, m_clock);
        QTRY_VERIFY(m_world->isOpen());
    }
    LiveComposer &composer() { return m_world->composer; }
    bool allRead()
    {
        const auto all = composer().attachments();
        return std::all_of(
            all.begin(), all.end(), [](const Attachment &a) { return a.state == Attachment::State::Ready; });
    }
    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile out(m_dir->filePath(name));
        if (!out.open(QIODevice::WriteOnly))
            qFatal("no room");
        out.write(bytes);
        return out.fileName();
    }
    QList<InputRole> roles()
    {
        QList<InputRole> all;
        for (const Attachment &a : composer().attachments())
            all.append(a.role);
        return all;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<test::FakeSession>();
        start();
    }
    void cleanup() { m_world.reset(); }

    void theQuoteFollowsEveryChange()
    {
        // PRODUCT rules 2, 4, 5 with a Premium account.
        composer().setText(u"A boat leaves the harbour"_qs);
        QCOMPARE(composer().quote().modelId, u"carat-video"_qs); // Agent 1.0's default
        QCOMPARE(composer().quote().totalCredits, std::optional<Credits>(33)); // text only: not covered
        QCOMPARE(composer().quote().reason, CoverReason::MethodNotCovered);
        composer().attachPixels(InputRole::StartFrame, picture());
        QVERIFY(composer().quote().covered); // while the picture is still being read
        QCOMPARE(composer().quote().totalCredits, std::optional<Credits>(0));
        composer().setAgent(AgentVersion::V2);
        QCOMPARE(composer().quote().modelId, u"seedance-2.0-fast"_qs);
        QCOMPARE(composer().quote().conversationCredits, 4);
        composer().setText(u"Use Carat Basic Video (LTX 2.3): a boat"_qs);
        QCOMPARE(composer().quote().modelId, u"carat-video"_qs);
        QCOMPARE(composer().quote().totalCredits, std::optional<Credits>(4));
        composer().pickModel(u"kling-3.0"_qs);
        QCOMPARE(composer().quote().modelChosenBy, ModelChoice::Picker);
        QCOMPARE(composer().quote().modelInWords, std::optional<QString>(u"carat-video"_qs));
        Options options;
        options.count = 2;
        composer().setOptions(options);
        QCOMPARE(
            composer().quote().generationCredits, std::optional<Credits>(290)); // 2 × ceil(28.965518 × 5)
        m_session->accountNow.balance.credits = 100;
        m_session->sayAccount();
        QVERIFY(!composer().quote().sendable);
        // An estimate alone keeps nobody from sending.
        QTRY_VERIFY(composer().canSend());
        QVERIFY(!composer().quoteConfirmed());
    }

    void onlyTheServicesAnswerBlocksForCredits()
    {
        m_session->accountNow.balance.credits = 3;
        m_session->sayAccount();
        composer().pickModel(u"kling-3.0"_qs);
        composer().setText(u"A boat"_qs);
        QVERIFY(!composer().quote().sendable);
        QTRY_VERIFY(composer().canSend());
        // Nobody waits for typing to rest: the answer is wanted now.
        QSignalSpy asked(&composer(), &Composer::serviceAsked);
        composer().askService();
        QCOMPARE(m_world->waiting.size(), std::size_t(1));
        QCOMPARE(asked.size(), 0);
        m_world->waiting.front()->addResult(composer().quote());
        m_world->waiting.front()->finish();
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(composer().quoteConfirmed());
        QVERIFY(!composer().canSend());
        composer().askService(); // it has said so already
        QCOMPARE(asked.size(), 2);
        QCOMPARE(m_world->asked.size(), 1);
        // The balance is another one by now, says the service.
        composer().setText(u"A boat!"_qs);
        QVERIFY(composer().canSend());
        composer().askService();
        Quote yes = composer().quote();
        yes.sendable = true;
        yes.blockedBy.reset();
        yes.balanceAfter = 10;
        m_world->waiting.back()->addResult(yes);
        m_world->waiting.back()->finish();
        QTRY_COMPARE(asked.size(), 3);
        QVERIFY(composer().canSend());
        QCOMPARE(composer().quoteDifference()->causes, QList{ QuoteDifference::Cause::BalanceChanged });
    }

    void whoAsksIsToldAboutTheDraftAsItIsNow()
    {
        composer().setText(u"A boat"_qs);
        QSignalSpy asked(&composer(), &Composer::serviceAsked);
        composer().askService();
        composer().setText(u"A boat at sea"_qs);
        QCOMPARE(m_world->waiting.size(), std::size_t(2));
        m_world->waiting.front()->addResult(composer().quote());
        m_world->waiting.front()->finish();
        m_world->waiting.back()->addResult(facet::fail(ErrorKind::Network, u"cut"_qs));
        m_world->waiting.back()->finish();
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(!composer().quoteConfirmed());
        composer().setText({}); // nothing to ask about
        composer().askService();
        QCOMPARE(asked.size(), 2);
        QCOMPARE(m_world->asked.size(), 2);
    }

    void otherReasonsThanCreditsBlockAtOnce()
    {
        composer().pickModel(u"kling-3.0"_qs);
        composer().setText(u"A boat"_qs);
        QTRY_VERIFY(composer().canSend());
        QList<Model> models = m_session->catalogueNow.models();
        for (Model &model : models)
            model.status = ModelStatus::NeedsConnection;
        m_session->catalogueNow = Catalogue(models);
        m_session->sayCatalogue();
        QVERIFY(composer().quote().blockedBy == Blocker::ModelUnavailable);
        QVERIFY(!composer().canSend());
    }

    void withoutACatalogueNothingIsPriced()
    {
        m_session->catalogueNow = {};
        m_session->sayCatalogue();
        composer().setText(u"hello"_qs);
        QVERIFY(composer().quote().modelId.isEmpty());
        QVERIFY(!composer().quote().totalCredits);
        QVERIFY(!composer().canSend());
    }

    void theServicesWordWins()
    {
        composer().setText(u"A boat"_qs);
        composer().attachPixels(InputRole::StartFrame, picture());
        QTRY_VERIFY(allRead());
        QVERIFY(!composer().quoteConfirmed());
        QTRY_COMPARE(m_world->waiting.size(), std::size_t(1));
        const contract::QuoteBody body = m_world->asked.constLast();
        QCOMPARE(body.prompt, u"A boat"_qs);
        QCOMPARE(body.inputs.size(), 1);
        QCOMPARE(body.inputs.constFirst().role, InputRole::StartFrame);
        QCOMPARE(body.threadId, std::optional<QString>(composer().conversationId()));
        Quote said = composer().quote();
        said.totalCredits = 41;
        said.quoteId = u"q-7"_qs;
        QSignalSpy changed(&composer(), &Composer::quoteChanged);
        m_world->waiting.front()->addResult(said);
        m_world->waiting.front()->finish();
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(composer().quoteConfirmed());
        QCOMPARE(composer().quote(), said);
        const auto difference = composer().quoteDifference();
        QVERIFY(difference);
        QCOMPARE(difference->service, std::optional<Credits>(41));
        QVERIFY(difference->own != difference->service);
        QCOMPARE(composer().take().quote.totalCredits, std::optional<Credits>(41)); // the price lock
    }

    void anAnswerToAnEarlierDraftIsIgnored()
    {
        composer().setText(u"A boat"_qs);
        QTRY_COMPARE(m_world->waiting.size(), std::size_t(1));
        composer().setText(u"Two boats, 10 seconds"_qs);
        const Quote own = composer().quote();
        Quote late = own;
        late.totalCredits = 999;
        m_world->waiting.front()->addResult(late);
        m_world->waiting.front()->finish();
        QTRY_COMPARE(m_world->waiting.size(), std::size_t(2)); // asked again
        QVERIFY(!composer().quoteConfirmed());
        QCOMPARE(composer().quote(), own);
    }

    void aServiceThatCannotQuoteChangesNothing()
    {
        m_world->answer = facet::fail(ErrorKind::Network, u"cut"_qs);
        composer().setText(u"A boat"_qs);
        QTRY_COMPARE(m_world->asked.size(), 1);
        QVERIFY(!composer().quoteConfirmed());
        QTRY_VERIFY(composer().canSend());
    }

    void typingFastAsksOnce()
    {
        for (const QString &text : { u"A"_qs, u"A b"_qs, u"A bo"_qs, u"A boat"_qs })
            composer().setText(text);
        QTRY_COMPARE(m_world->asked.size(), 1);
        QCOMPARE(m_world->asked.constFirst().prompt, u"A boat"_qs);
    }

    void whatCanBeSent()
    {
        QVERIFY(!composer().canSend()); // nothing
        composer().setText(u"   \n"_qs);
        QVERIFY(!composer().canSend());
        composer().setText(u"A boat"_qs);
        QTRY_VERIFY(composer().canSend()); // once the stored draft was looked for
        composer().attachBytes(InputRole::Reference, pngOf(picture()), u"a.png"_qs);
        QVERIFY(!composer().canSend()); // still being read
        QTRY_VERIFY(composer().canSend());
        m_session->sayState(Session::State::Offline);
        QVERIFY(!composer().canSend());
        m_session->sayState(Session::State::Ready);
        QVERIFY(composer().canSend());
    }

    void takingClearsTheMessageAndKeepsTheChoices()
    {
        composer().setText(u"  A boat  "_qs);
        composer().setAgent(AgentVersion::V2);
        composer().pickModel(u"kling-3.0"_qs);
        composer().attachPixels(InputRole::Reference, picture());
        QTRY_VERIFY(composer().canSend());
        const TurnRequest turn = composer().take();
        QCOMPARE(turn.text, u"A boat"_qs);
        QCOMPARE(turn.attachments.size(), 1);
        QCOMPARE(turn.modelId, std::optional<QString>(u"kling-3.0"_qs));
        QCOMPARE(turn.conversationId, composer().conversationId());
        QCOMPARE(composer().text(), QString());
        QVERIFY(composer().attachments().isEmpty());
        QCOMPARE(composer().agent(), AgentVersion::V2);
        QCOMPARE(composer().pickedModel(), std::optional<QString>(u"kling-3.0"_qs));
    }

    void theDraftOutlivesTheProgram()
    {
        composer().setText(u"half a sent"_qs);
        composer().setAgent(AgentVersion::V2);
        composer().pickModel(u"kling-3.0"_qs);
        composer().attachPixels(InputRole::StartFrame, picture(Qt::red));
        composer().attachPixels(InputRole::EndFrame, picture(Qt::blue));
        QTRY_VERIFY(allRead());
        const QString id = composer().conversationId();
        start(); // at once: nothing waits for the timer
        QTRY_COMPARE(composer().text(), u"half a sent"_qs);
        QCOMPARE(composer().conversationId(), id);
        QCOMPARE(composer().agent(), AgentVersion::V2);
        QCOMPARE(composer().pickedModel(), std::optional<QString>(u"kling-3.0"_qs));
        QCOMPARE(roles(), (QList<InputRole>{ InputRole::StartFrame, InputRole::EndFrame }));
        QVERIFY(!composer().attachments().constFirst().thumbnail.isNull());
    }

    void draftsBelongToTheirConversations()
    {
        // A conversation with a message, so that there are two to go between.
        TurnRecord record;
        record.runId = u"r1"_qs;
        record.conversationId = u"old"_qs;
        record.messageId = u"m1"_qs;
        record.idempotencyKey = u"k1"_qs;
        QVERIFY(await(TurnStore(&m_world->database).begin(record, u"Old"_qs, {})));
        composer().setText(u"for the new one"_qs);
        const QString fresh = composer().conversationId();
        m_world->conversations.open(u"old"_qs);
        QCOMPARE(composer().conversationId(), u"old"_qs);
        QCOMPARE(composer().text(), QString());
        composer().setText(u"for the old one"_qs);
        m_world->conversations.openNew();
        QCOMPARE(composer().conversationId(), fresh);
        QTRY_COMPARE(composer().text(), u"for the new one"_qs);
        m_world->conversations.open(u"old"_qs);
        QTRY_COMPARE(composer().text(), u"for the old one"_qs);
    }

    void aPictureReadAfterSwitchingStaysWithItsDraft()
    {
        composer().attachPixels(InputRole::Reference, picture(Qt::red, { 2000, 2000 }));
        const QString fresh = composer().conversationId();
        m_world->conversations.open(u"elsewhere"_qs);
        QVERIFY(composer().attachments().isEmpty());
        QTRY_VERIFY([&] {
            const auto draft = await(DraftStore(&m_world->database).load(fresh));
            return draft && *draft && (*draft)->attachments.size() == 1;
        }());
        m_world->conversations.open(fresh);
        QTRY_COMPARE(composer().attachments().size(), 1);
        QVERIFY(allRead());
    }

    void aPictureThatCannotBeUsedIsSaidAndGone()
    {
        QSignalSpy refused(&composer(), &Composer::refused);
        composer().attachFile(InputRole::StartFrame, file(u"empty.png"_qs, {}));
        QCOMPARE(composer().attachments().size(), 1);
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(refused.constFirst().constFirst().value<Error>().sentence.contains(u"empty.png"_qs));
        QVERIFY(composer().attachments().isEmpty());
        composer().attachFile(InputRole::Audio, file(u"voice.mp3"_qs, "x"));
        QTRY_COMPARE(refused.size(), 2);
        QVERIFY(composer().attachments().isEmpty());
    }

    void aFrameReplacesTheOneBefore()
    {
        composer().attachPixels(InputRole::StartFrame, picture(Qt::red));
        composer().attachPixels(InputRole::StartFrame, picture(Qt::blue, { 64, 36 }));
        QTRY_VERIFY(allRead());
        QCOMPARE(composer().attachments().size(), 1);
        QCOMPARE(composer().attachmentFor(InputRole::StartFrame)->size, QSize(64, 36));
        composer().swapFrames();
        QVERIFY(!composer().attachmentFor(InputRole::StartFrame));
        QCOMPARE(composer().attachmentFor(InputRole::EndFrame)->size, QSize(64, 36));
        composer().detach(composer().attachments().constFirst().id);
        QVERIFY(composer().attachments().isEmpty());
    }

    void asManyPicturesAsTheServiceTakes()
    {
        QSignalSpy refused(&composer(), &Composer::refused);
        for (int n = 0; n < 5; ++n)
            composer().attachPixels(InputRole::Reference, picture());
        QCOMPARE(composer().attachments().size(), 4);
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused.constFirst().constFirst().value<Error>().sentence.contains(u"4"_qs));
    }

    void drops_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<int>("onSlot"); // −1: on the window
        QTest::addColumn<QList<InputRole>>("before");
        QTest::addColumn<QList<InputRole>>("after");
        QTest::addColumn<int>("refusals");
        using R = InputRole;
        const QStringList one{ u"a.png"_qs }, two{ u"a.png"_qs, u"b.png"_qs },
            three{ u"a.png"_qs, u"b.png"_qs, u"c.png"_qs };
        const int slot = static_cast<int>(R::StartFrame);
        QTest::newRow("one") << one << -1 << QList<R>{} << QList<R>{ R::Reference } << 0;
        QTest::newRow("two fill the slots")
            << two << -1 << QList<R>{} << QList<R>{ R::StartFrame, R::EndFrame } << 0;
        QTest::newRow("two, a slot is taken") << two << -1 << QList<R>{ R::StartFrame }
                                              << QList<R>{ R::StartFrame, R::Reference, R::Reference } << 0;
        QTest::newRow("three") << three << -1 << QList<R>{}
                               << QList<R>{ R::Reference, R::Reference, R::Reference } << 0;
        QTest::newRow("one on a slot") << one << slot << QList<R>{} << QList<R>{ R::StartFrame } << 0;
        QTest::newRow("one on a taken slot")
            << one << slot << QList<R>{ R::StartFrame } << QList<R>{ R::StartFrame } << 0;
        QTest::newRow("two on a slot")
            << two << slot << QList<R>{} << QList<R>{ R::StartFrame, R::EndFrame } << 0;
        QTest::newRow("two on a slot, the other taken")
            << two << slot << QList<R>{ R::EndFrame } << QList<R>{ R::EndFrame, R::StartFrame } << 1;
        QTest::newRow("three on a slot")
            << three << slot << QList<R>{} << QList<R>{ R::StartFrame, R::EndFrame } << 1;
    }
    void drops()
    {
        QFETCH(QStringList, files);
        QFETCH(int, onSlot);
        QFETCH(QList<InputRole>, before);
        QFETCH(QList<InputRole>, after);
        QFETCH(int, refusals);
        for (const InputRole role : before)
            composer().attachPixels(role, picture());
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &name : files)
            urls.append(QUrl::fromLocalFile(file(name, pngOf(picture(Qt::green)))));
        data.setUrls(urls);
        QSignalSpy refused(&composer(), &Composer::refused);
        QVERIFY(composer().accepts(&data));
        composer().attachMime(
            &data, onSlot < 0 ? std::nullopt : std::optional(static_cast<InputRole>(onSlot)));
        QCOMPARE(roles(), after);
        QCOMPARE(refused.size(), refusals);
        QTRY_VERIFY(allRead());
    }

    void pastes()
    {
        QMimeData pixels;
        pixels.setImageData(picture());
        QVERIFY(composer().accepts(&pixels));
        composer().attachMime(&pixels);
        QMimeData bytes; // as other programs offer it
        bytes.setData(u"image/png"_qs, pngOf(picture(Qt::blue)));
        bytes.setText(u"https://example.test/a.png"_qs);
        QVERIFY(composer().accepts(&bytes));
        composer().attachMime(&bytes);
        QTRY_VERIFY(allRead());
        QCOMPARE(composer().attachments().size(), 2);
        QCOMPARE(composer().attachments().at(1).mime, u"image/png"_qs);

        QMimeData text;
        text.setText(u"just words"_qs);
        QVERIFY(!composer().accepts(&text));
        QMimeData cells; // an office program: the words are meant
        cells.setText(u"1\t2"_qs);
        cells.setImageData(picture());
        QVERIFY(!composer().accepts(&cells));
        QMimeData document;
        document.setUrls({ QUrl::fromLocalFile(u"/tmp/report.pdf"_qs) });
        QVERIFY(!composer().accepts(&document));
        QMimeData web;
        web.setUrls({ QUrl(u"https://example.test/a.png"_qs) });
        QVERIFY(composer().accepts(&web)); // see tst_client_attachments
        QVERIFY(!composer().accepts(nullptr));
        const auto count = composer().attachments().size();
        composer().attachMime(&cells);
        composer().attachMime(&web);
        QCOMPARE(composer().attachments().size(), count);
    }

    void suggestionsAreDone()
    {
        composer().apply({ SuggestionKind::SwitchAgent, u"2.0"_qs, 0 });
        QCOMPARE(composer().agent(), AgentVersion::V2);
        composer().apply({ SuggestionKind::UseModel, u"carat-video"_qs, 0 });
        QCOMPARE(composer().pickedModel(), std::optional<QString>(u"carat-video"_qs));
        composer().apply({ SuggestionKind::Shorten, u"5"_qs, 0 });
        composer().apply({ SuggestionKind::LowerResolution, u"720p"_qs, 0 });
        composer().apply({ SuggestionKind::LowerCount, u"1"_qs, 0 });
        QCOMPARE(composer().options().durationS, std::optional<int>(5));
        QCOMPARE(composer().options().resolution, std::optional<QString>(u"720p"_qs));
        QCOMPARE(composer().options().count, std::optional<int>(1));
        const Options before = composer().options();
        composer().apply({ SuggestionKind::TopUp, u"100"_qs, 0 });
        composer().apply({ SuggestionKind::LowerCount, u"many"_qs, 0 });
        QCOMPARE(composer().options(), before);
    }

    void theAgentIsRememberedPerConversation()
    {
        const QString first = composer().conversationId();
        QCOMPARE(composer().agent(), AgentVersion::V1);
        composer().setAgent(AgentVersion::V2);
        composer().setText(u"first"_qs);
        m_world->conversations.open(u"other"_qs);
        QTRY_VERIFY(!composer().isLoading());
        QCOMPARE(composer().agent(), AgentVersion::V2); // new: the one that was used last
        composer().setAgent(AgentVersion::V1);
        composer().setText(u"second"_qs);
        m_world->conversations.open(first);
        QTRY_COMPARE(composer().text(), u"first"_qs);
        QCOMPARE(composer().agent(), AgentVersion::V2);
        start();
        m_world->conversations.open(u"other"_qs);
        QTRY_COMPARE(composer().text(), u"second"_qs);
        QCOMPARE(composer().agent(), AgentVersion::V1);
        m_world->conversations.open(u"third"_qs);
        QTRY_VERIFY(!composer().isLoading());
        QCOMPARE(composer().agent(), AgentVersion::V1); // also after a restart
    }

    void theOtherAgentsQuoteChangesNothing()
    {
        composer().setText(u"a fox"_qs);
        const Quote own = composer().quote();
        const Quote other = composer().quoteFor(AgentVersion::V2);
        QCOMPARE(own.totalCredits, std::optional<Credits>(33));
        QCOMPARE(other.totalCredits, std::optional<Credits>(218)); // 214 and its conversation's 4
        QCOMPARE(composer().quote(), own);
        QCOMPARE(composer().quoteFor(AgentVersion::V1).totalCredits, own.totalCredits);
    }

    void aMessageThatIsPutBackLosesNothing()
    {
        composer().setText(u"first"_qs);
        const TurnRequest turn = composer().take();
        composer().setText(u"second"_qs);
        composer().putBack(turn);
        QCOMPARE(composer().text(), u"first\nsecond"_qs);
    }

    /// The profile as a crash of this very moment would leave it, opened by the next start.
    std::optional<StoredDraft> afterACrash(const QString &conversationId)
    {
        const QTemporaryDir copy;
        for (const QString &name : { u"facet.db"_qs, u"facet.db-wal"_qs })
            QFile::copy(m_dir->filePath(name), copy.filePath(name));
        Database database(copy.filePath(u"facet.db"_qs));
        return await(DraftStore(&database).load(conversationId)).value_or(std::nullopt);
    }

    void aCrashRightAfterTypingLosesNothing()
    {
        start();
        const QString id = composer().conversationId();
        QTRY_VERIFY(!composer().isLoading());
        composer().setText(u"a"_qs); // one key, and the power goes
        QTRY_COMPARE(afterACrash(id).value_or(StoredDraft{}).text, u"a"_qs);
        // Somebody who never rests is written down as well.
        QElapsedTimer typing;
        typing.start();
        QString text;
        QString kept;
        while (typing.elapsed() < 1500) {
            text += u'x';
            composer().setText(text);
            QTest::qWait(20);
            if (kept.isEmpty() && typing.elapsed() > 700)
                kept = afterACrash(id).value_or(StoredDraft{}).text;
        }
        QVERIFY2(kept.size() > 5, qPrintable(kept));
        QTRY_COMPARE(afterACrash(id).value_or(StoredDraft{}).text, text);
    }

    void everythingOfADraftSurvivesACrash()
    {
        start();
        QTRY_VERIFY(!composer().isLoading());
        const QString id = composer().conversationId();
        composer().setText(u"등대"_qs);
        composer().setAgent(AgentVersion::V2);
        composer().pickModel(u"kling-3.0"_qs);
        Options options;
        options.durationS = 10;
        options.seed = 7;
        composer().setOptions(options);
        composer().attachPixels(InputRole::StartFrame, picture(Qt::red));
        composer().attachPixels(InputRole::EndFrame, picture(Qt::blue));
        QTRY_VERIFY(allRead());
        composer().swapFrames(); // the last change counts
        const QList<Attachment> wanted = composer().attachments();
        const auto attachmentsThen = [&] { return afterACrash(id).value_or(StoredDraft{}).attachments; };
        const auto complete = [&] {
            const QList<Attachment> have = attachmentsThen();
            return have.size() == 2 && have.at(0).role == wanted.at(0).role
                && have.at(0).sha256 == wanted.at(0).sha256 && have.at(1).role == wanted.at(1).role;
        };
        QTRY_VERIFY(complete());
        const StoredDraft kept = *afterACrash(id);
        QCOMPARE(kept.text, u"등대"_qs);
        QCOMPARE(kept.agent, AgentVersion::V2);
        QCOMPARE(kept.modelId, std::optional(u"kling-3.0"_qs));
        QCOMPARE(kept.options, options);
    }

    void twoConversationsKeepTheirOwn()
    {
        start();
        QTRY_VERIFY(!composer().isLoading());
        const QString first = composer().conversationId();
        composer().setText(u"first"_qs);
        composer().pickModel(u"kling-3.0"_qs);
        composer().attachPixels(InputRole::Reference, picture(Qt::red));
        m_world->conversations.open(u"another"_qs); // at once, the picture is still being read
        QTRY_VERIFY(!composer().isLoading());
        QVERIFY(composer().text().isEmpty());
        QVERIFY(!composer().pickedModel());
        composer().setText(u"second"_qs);
        composer().setAgent(AgentVersion::V2);
        QTRY_COMPARE(afterACrash(first).value_or(StoredDraft{}).attachments.size(), 1);
        QTRY_COMPARE(afterACrash(u"another"_qs).value_or(StoredDraft{}).text, u"second"_qs);
        start();
        m_world->conversations.open(u"another"_qs);
        QTRY_COMPARE(composer().text(), u"second"_qs);
        QCOMPARE(composer().agent(), AgentVersion::V2);
        QVERIFY(composer().attachments().isEmpty());
        m_world->conversations.open(first);
        QTRY_COMPARE(composer().text(), u"first"_qs);
        QCOMPARE(composer().pickedModel(), std::optional(u"kling-3.0"_qs));
        QCOMPARE(composer().attachments().size(), 1);
        QCOMPARE(composer().agent(), AgentVersion::V1);
    }

    void whatWasSentIsNoDraftAfterACrash()
    {
        start();
        QTRY_VERIFY(!composer().isLoading());
        const QString id = composer().conversationId();
        composer().setText(u"on its way"_qs);
        QTRY_COMPARE(afterACrash(id).value_or(StoredDraft{}).text, u"on its way"_qs);
        composer().take();
        // Whoever sends it stores it first: until then the draft on disk still has it.
        QCOMPARE(afterACrash(id).value_or(StoredDraft{}).text, u"on its way"_qs);
        QTRY_COMPARE(afterACrash(id).value_or(StoredDraft{}).text, QString());
    }

    void aMessageThatWasTakenBackKnowsItsPrice()
    {
        start();
        QTRY_VERIFY(!composer().isLoading());
        composer().setText(u"a fox"_qs);
        TurnRequest turn = composer().take();
        turn.quote.totalCredits = 12;
        composer().takeBack(turn);
        QCOMPARE(composer().priceWas(), std::optional<Credits>(12));
        start();
        QTRY_COMPARE(composer().text(), u"a fox"_qs);
        QCOMPARE(composer().priceWas(), std::optional<Credits>(12));
        composer().setText(u"a fox!"_qs); // another message
        QVERIFY(!composer().priceWas());
        start();
        QTRY_COMPARE(composer().text(), u"a fox!"_qs);
        QVERIFY(!composer().priceWas());
    }

    void everyChangeIsQuick()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("sanitized code is several times slower");
#endif
        // Nothing on the window's thread takes over 8 ms (ARCHITECTURE); the median of a long message.
        QString text;
        for (int n = 0; n < 40; ++n)
            text += u"A boat leaves the harbour at dawn, ten seconds. "_qs;
        QList<qint64> took;
        for (int n = 0; n < 21; ++n) {
            text += u'x';
            QElapsedTimer timer;
            timer.start();
            composer().setText(text);
            took.append(timer.nsecsElapsed());
        }
        std::sort(took.begin(), took.end());
        QVERIFY2(took.at(10) < 8'000'000, qPrintable(QString::number(took.at(10))));
    }
};

QTEST_MAIN(TestComposer)
#include "tst_client_composer.moc"
