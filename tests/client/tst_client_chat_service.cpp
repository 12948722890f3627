#include "client/api/GenerationApi.h"
#include "client/api/LedgerApi.h"
#include "client/api/UploadApi.h"
#include "client/store/TurnStore.h"
#include "tests/client/support/ChatWorld.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace facet;
using namespace facet::client;
using facet::test::await;
using facet::test::renderMs;

namespace {

QImage picture(int hue)
{
    QImage image(640, 360, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(hue, 200, 200));
    QPainter painter(&image);
    painter.setBrush(Qt::white);
    painter.drawEllipse(100 + hue, 120, 120, 120);
    return image;
}

} // namespace

/// The chat against the real service process: what is promised on screen is what is taken.
class TestChatService : public QObject {
    Q_OBJECT

    using Kind = TranscriptItem::Kind;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::ServiceProcess> m_service;
    std::unique_ptr<test::FakeSession> m_session;
    std::optional<Credits> m_confirmAbove;
    std::unique_ptr<test::ChatWorld> m_world;

    void start()
    {
        m_world.reset();
        m_confirmAbove.reset();
        m_world = std::make_unique<test::ChatWorld>(m_dir->path(), *m_session, test::endpointOf(*m_service),
            [this](const TurnRequest &) { return m_confirmAbove; });
        QTRY_VERIFY(!m_world->transcript.conversationId().isEmpty());
        QTRY_COMPARE(m_world->composer.conversationId(), m_world->conversations.currentId());
        m_world->readService();
    }
    QList<Kind> kinds() const
    {
        QList<Kind> all;
        for (int row = 0; row < m_world->transcript.rowCount(); ++row)
            all.append(m_world->transcript.item(row).kind);
        return all;
    }
    std::optional<TranscriptItem> card() const
    {
        for (int row = 0; row < m_world->transcript.rowCount(); ++row) {
            if (m_world->transcript.item(row).kind == Kind::Generation)
                return m_world->transcript.item(row);
        }
        return {};
    }
    GenerationState cardState() const { return card() ? card()->generation.state : GenerationState::Draft; }
    void compose(const QString &text, bool frames)
    {
        LiveComposer &composer = m_world->composer;
        composer.setText(text);
        if (frames) {
            composer.attachPixels(InputRole::StartFrame, picture(10));
            composer.attachPixels(InputRole::EndFrame, picture(200));
        }
        Options small;
        small.durationS = 5;
        composer.setOptions(small);
        QTRY_VERIFY_WITH_TIMEOUT(composer.quoteConfirmed(), 10000);
        QTRY_VERIFY_WITH_TIMEOUT(composer.canSend(), 10000);
    }

    /// What the service was given for the attachments of the first message.
    QList<Upload> uploads()
    {
        const QString messageId = m_world->transcript.item(0).id;
        QList<Upload> all;
        const auto ids = await(TurnStore(&m_world->database).uploadIds(messageId));
        if (!ids)
            return all;
        for (const QString &id : *ids) {
            if (const auto upload = await(UploadApi(m_world->http).get(id)))
                all.append(*upload);
        }
        return all;
    }

    static QString plan() { return u"Draw a red fox and animate it"_qs; }
    int questionRow() const { return static_cast<int>(kinds().indexOf(Kind::Approval)); }
    /// Sends a message of two steps and waits for the question.
    void askForPlan()
    {
        compose(plan(), false);
        const Quote shown = m_world->composer.quote();
        QCOMPARE(shown.steps.size(), 2);
        QCOMPARE(
            shown.totalCredits, std::optional<Credits>(13)); // Premium: the video from the picture is covered
        m_world->runner.send(m_world->composer.take());
        QTRY_VERIFY_WITH_TIMEOUT(kinds().contains(Kind::Approval), 20000);
        QTRY_COMPARE(m_world->runner.turnsUnderWay(), 0);
        QVERIFY(!card()); // nothing is begun before the answer
        const Quote &asked = m_world->transcript.item(questionRow()).approval.quote;
        QCOMPARE(asked.steps.size(), 2);
        QCOMPARE(asked.totalCredits, shown.totalCredits);
    }
    /// Each step has its own card and file, once.
    void planComesOut()
    {
        const auto made = [this] {
            QList<GenerationRecord> done;
            for (int row = 0; row < m_world->transcript.rowCount(); ++row) {
                const TranscriptItem &item = m_world->transcript.item(row);
                if (item.kind == Kind::Generation && item.generation.state == GenerationState::Done)
                    done.append(item.generation);
            }
            return done;
        };
        QTRY_COMPARE_WITH_TIMEOUT(made().size(), 2, renderMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 30000);
        const QList<GenerationRecord> records = made();
        QCOMPARE(kinds().count(Kind::Generation), 2);
        QVERIFY(!kinds().contains(Kind::Problem));
        QCOMPARE(records[0].generation.assets.constFirst().kind, ModelKind::Image);
        QCOMPARE(records[1].generation.assets.constFirst().kind, ModelKind::Video);
        QCOMPARE(
            records[1].generation.inputs.constFirst().assetId, records[0].generation.assets.constFirst().id);
        for (const GenerationRecord &record : records)
            QVERIFY(QFileInfo::exists(record.assets.constFirst().filePath));
        QVERIFY(records[0].assets.constFirst().filePath != records[1].assets.constFirst().filePath);
        QCOMPARE(await(GenerationApi(m_world->http).list())->items.size(), 2);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<test::FakeSession>();
        m_service = std::make_unique<test::ServiceProcess>();
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        start();
    }
    void cleanup()
    {
        m_world.reset();
        m_service.reset();
    }

    void theOwnQuoteIsTheServices()
    {
        LiveComposer &composer = m_world->composer;
        composer.setText(u"세로로 10초짜리 두 개"_qs);
        const Quote own = composer.quote();
        QTRY_VERIFY_WITH_TIMEOUT(composer.quoteConfirmed(), 10000);
        Quote said = composer.quote();
        QVERIFY(!said.quoteId.isEmpty());
        said.quoteId = own.quoteId;
        said.validUntil = own.validUntil;
        QCOMPARE(contract::toJson(said).dump(2), contract::toJson(own).dump(2));
    }

    void twoPicturesBecomeACoveredVideo()
    {
        compose(u"Slow push in until the sun is up"_qs, true);
        QVERIFY(m_world->composer.quote().covered);
        QCOMPARE(m_world->composer.quote().totalCredits, std::optional<Credits>(0)); // Premium, Agent 1.0
        const Credits before = m_session->accountNow.balance.credits;
        m_world->runner.send(m_world->composer.take());
        QTRY_COMPARE_WITH_TIMEOUT(cardState(), GenerationState::Done, renderMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        const GenerationRecord record = card()->generation;
        QCOMPARE(record.generation.chargedCredits, std::optional<Credits>(0));
        QCOMPARE(record.assets.size(), 1);
        QFile file(record.assets.constFirst().filePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(
            QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex()),
            record.generation.assets.constFirst().sha256);
        QCOMPARE(kinds().constFirst(), Kind::User);
        QVERIFY(kinds().contains(Kind::AgentText));
        QCOMPARE(kinds().count(Kind::Generation), 1);
        QVERIFY(!kinds().contains(Kind::Problem));
        m_world->readAccount();
        QCOMPARE(m_session->accountNow.balance.credits, before);
        QTRY_COMPARE(m_world->conversations.summary(0).videos, 1);
        QTRY_VERIFY(!m_world->conversations.summary(0).posterPath.isEmpty());
        const QList<Kind> rows = kinds();
        start();
        QTRY_COMPARE(kinds(), rows);
        QCOMPARE(cardState(), GenerationState::Done);
    }

    void whatIsUploadedIsWhatWasMadeOfThePicture()
    {
        QList<Model> models = m_session->catalogueNow.models();
        for (Model &model : models)
            model.inputs.images.maxPixels = 20'000;
        m_session->catalogueNow = Catalogue(models);
        m_session->sayCatalogue();
        QImage logo(400, 200, QImage::Format_ARGB32);
        logo.fill(Qt::transparent);
        QPainter(&logo).fillRect(100, 50, 200, 100, Qt::red);
        QBuffer original;
        original.open(QIODevice::WriteOnly);
        QVERIFY(logo.save(&original, "png"));
        LiveComposer &composer = m_world->composer;
        composer.attachBytes(InputRole::StartFrame, original.data(), u"logo.png"_qs);
        composer.setText(u"Slow push in"_qs);
        QTRY_VERIFY(composer.attachments().constFirst().state == Attachment::State::Ready);
        composer.flatten(composer.attachments().constFirst().id, Qt::white);
        QTRY_VERIFY(composer.canSend() && !composer.attachments().constFirst().transparent);
        const Attachment shown = composer.attachments().constFirst();
        QCOMPARE(shown.size, QSize(200, 100));
        m_world->runner.send(composer.take());
        QTRY_COMPARE_WITH_TIMEOUT(uploads().size(), 1, 20000);
        const Upload upload = uploads().constFirst();
        QCOMPARE(upload.sha256, shown.sha256);
        QCOMPARE(upload.bytes, shown.bytes);
        QCOMPARE(QSize(upload.width, upload.height), QSize(200, 100));
        const QByteArray kept = QCryptographicHash::hash(original.data(), QCryptographicHash::Sha256).toHex();
        QVERIFY(upload.sha256 != QString::fromLatin1(kept));
        QTRY_COMPARE_WITH_TIMEOUT(cardState(), GenerationState::Done, renderMs);
    }

    void aFaceAndAVoiceBecomeALipSync()
    {
        // Two seconds of a tone, as a WAV of 8 kHz.
        QByteArray samples;
        for (int i = 0; i < 16'000; ++i)
            samples.append(static_cast<char>(128 + (i / 20 % 2 ? 60 : -60)));
        QByteArray wave(
            "RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data", 40);
        QByteArray length(4, '\0');
        qToLittleEndian(static_cast<quint32>(samples.size()), length.data());
        wave += length + samples;
        qToLittleEndian(static_cast<quint32>(wave.size() - 8), wave.data() + 4);
        const QString voice = m_dir->filePath(u"voice.wav"_qs);
        QFile file(voice);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(wave) == wave.size());
        file.close();
        LiveComposer &composer = m_world->composer;
        composer.pickModel(u"lip-sync"_qs);
        composer.setText(u"Say it"_qs);
        composer.attachPixels(InputRole::Reference, picture(10));
        composer.attachFile(InputRole::Audio, voice);
        QTRY_VERIFY_WITH_TIMEOUT(composer.canSend(), 20000);
        m_world->runner.send(composer.take());
        QTRY_COMPARE_WITH_TIMEOUT(uploads().size(), 2, 20000);
        const QList<Upload> sent = uploads();
        const auto sound = std::find_if(
            sent.begin(), sent.end(), [](const Upload &upload) { return upload.mime == u"audio/wav"_qs; });
        QVERIFY(sound != sent.end());
        QCOMPARE(sound->bytes, wave.size());
        QVERIFY(qAbs(sound->durationS.value_or(0) - 2) < 0.1);
        QTRY_COMPARE_WITH_TIMEOUT(cardState(), GenerationState::Done, renderMs);
        QVERIFY(!kinds().contains(Kind::Problem));
    }

    void aRestartOfTheWindowCompletesTheTurnOnce()
    {
        compose(u"A boat leaves the harbour"_qs, true);
        m_world->runner.send(m_world->composer.take());
        QTRY_VERIFY_WITH_TIMEOUT(
            cardState() == GenerationState::Running || cardState() == GenerationState::Queued, 20000);
        start(); // in the middle of it
        QTRY_COMPARE_WITH_TIMEOUT(cardState(), GenerationState::Done, renderMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        QCOMPARE(await(GenerationApi(m_world->http).list())->items.size(), 1);
        QCOMPARE(kinds().count(Kind::User), 1);
        QCOMPARE(kinds().count(Kind::Generation), 1);
        QVERIFY(!kinds().contains(Kind::Problem));
        QSet<QString> texts;
        for (int row = 0; row < m_world->transcript.rowCount(); ++row) {
            const TranscriptItem &item = m_world->transcript.item(row);
            if (item.kind != Kind::AgentText)
                continue;
            QVERIFY(!texts.contains(item.text)); // nothing is said twice
            QVERIFY(!item.streaming);
            texts.insert(item.text);
        }
    }

    void aCrashOfTheServiceLosesNothing()
    {
        compose(u"A boat leaves the harbour"_qs, true);
        m_world->runner.send(m_world->composer.take());
        QTRY_VERIFY_WITH_TIMEOUT(cardState() == GenerationState::Running, 20000);
        m_service->kill();
        m_session->sayState(Session::State::Offline);
        m_world->generations.serviceLost({ ErrorKind::Network, u"gone"_qs, {}, {}, {}, {} });
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        m_world->http.setEndpoint(test::endpointOf(*m_service)); // another port
        m_session->sayState(Session::State::Ready);
        m_world->generations.serviceReady();
        QTRY_COMPARE_WITH_TIMEOUT(cardState(), GenerationState::Done, renderMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 30000);
        QCOMPARE(await(GenerationApi(m_world->http).list())->items.size(), 1);
        QCOMPARE(kinds().count(Kind::Generation), 1);
        QVERIFY(!kinds().contains(Kind::Problem));
    }

    void theAgentAsksAboveTheThreshold()
    {
        m_confirmAbove = 10;
        m_world->composer.pickModel(u"kling-3.0"_qs);
        compose(u"A boat leaves the harbour"_qs, true);
        QCOMPARE(
            m_world->composer.quote().totalCredits, std::optional<Credits>(145)); // ceil($0.084 ÷ 0.0029 × 5)
        const Credits before = m_session->accountNow.balance.credits;
        m_world->runner.send(m_world->composer.take());
        QTRY_VERIFY_WITH_TIMEOUT(kinds().contains(Kind::Approval), 20000);
        QTRY_COMPARE(m_world->runner.turnsUnderWay(), 0);
        m_world->readAccount();
        QCOMPARE(m_session->accountNow.balance.credits, before); // asking costs nothing
        QVERIFY(!card());
        const int row = static_cast<int>(kinds().indexOf(Kind::Approval));
        const ApprovalRequest question = m_world->transcript.item(row).approval;
        QCOMPARE(question.quote.totalCredits, std::optional<Credits>(145));
        m_world->runner.approve(question.interruptId);
        QTRY_COMPARE_WITH_TIMEOUT(cardState(), GenerationState::Done, renderMs);
        m_world->readAccount();
        QCOMPARE(m_session->accountNow.balance.credits, before - 145);
        QCOMPARE(m_world->transcript.item(row).approval.state, ApprovalRequest::State::Approved);
    }

    void aPlanIsAskedAboutAndMakesAFileForEachStep()
    {
        const Credits before = m_session->accountNow.balance.credits;
        askForPlan();
        m_world->readAccount();
        QCOMPARE(m_session->accountNow.balance.credits, before); // Agent 1.0: asking costs nothing
        m_world->runner.approve(m_world->transcript.item(questionRow()).approval.interruptId);
        planComesOut();
        m_world->readAccount();
        QCOMPARE(m_session->accountNow.balance.credits, before - 13);
        QCOMPARE(m_session->accountNow.balance.held, 0);
        const QList<Kind> rows = kinds();
        start();
        QTRY_COMPARE(kinds(), rows);
    }

    void aRestartOfTheWindowLosesNoStep()
    {
        askForPlan();
        m_world->runner.approve(m_world->transcript.item(questionRow()).approval.interruptId);
        QTRY_COMPARE_WITH_TIMEOUT(kinds().count(Kind::Generation), 2, 20000);
        start(); // in the middle of it
        planComesOut();
        start();
        QTRY_COMPARE(kinds().count(Kind::Generation), 2);
    }

    void aCrashOfTheServiceLosesNoStep()
    {
        askForPlan();
        m_world->runner.approve(m_world->transcript.item(questionRow()).approval.interruptId);
        QTRY_COMPARE_WITH_TIMEOUT(kinds().count(Kind::Generation), 2, 20000);
        m_service->kill();
        m_session->sayState(Session::State::Offline);
        m_world->generations.serviceLost({ ErrorKind::Network, u"gone"_qs, {}, {}, {}, {} });
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        m_world->http.setEndpoint(test::endpointOf(*m_service));
        m_session->sayState(Session::State::Ready);
        m_world->generations.serviceReady();
        planComesOut();
    }

    void changeTakesNothingAndGivesTheMessageBack()
    {
        connect(&m_world->runner, &ChatRunner::changeWanted, &m_world->composer,
            [this](const TurnRequest &turn) { m_world->composer.putBack(turn); });
        askForPlan();
        const QString question = m_world->transcript.item(questionRow()).approval.interruptId;
        const auto priced = [this] { return m_world->transcript.item(questionRow()).approval.quote.quoteId; };
        const QString before = priced();
        m_world->runner.renew(question); // a new price, as good as the old one
        QTRY_VERIFY_WITH_TIMEOUT(priced() != before, 10000);
        QCOMPARE(m_world->transcript.item(questionRow()).approval.quote.conversationCredits, 0);
        m_world->runner.change(question);
        QTRY_COMPARE(m_world->transcript.item(questionRow()).approval.state, ApprovalRequest::State::Changed);
        QTRY_COMPARE(m_world->composer.text(), plan());
        QVERIFY(!m_world->composer.pickedModel());
        m_world->runner.approve(question); // too late
        QVERIFY(await(GenerationApi(m_world->http).list())->items.isEmpty());
        start();
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText, Kind::Approval }));
        QCOMPARE(m_world->transcript.item(questionRow()).approval.state, ApprovalRequest::State::Changed);
    }

    void aGreetingIsOnlyTalk()
    {
        compose(u"안녕하세요"_qs, false);
        m_world->runner.send(m_world->composer.take());
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        QCOMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText }));
        QVERIFY(!m_world->transcript.item(1).text.isEmpty());
    }

    void whatWasShownIsNotExceeded()
    {
        compose(u"A boat leaves the harbour"_qs, false);
        QSignalSpy back(&m_world->runner, &ChatRunner::priceChanged);
        TurnRequest turn = m_world->composer.take();
        turn.quote.totalCredits = 10; // as if the price had been 10 when it was shown
        m_world->runner.send(turn);
        QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, 20000);
        QCOMPARE(back.constFirst().at(1).value<Quote>().totalCredits, std::optional<Credits>(33));
        m_world->composer.putBack(turn);
        QCOMPARE(m_world->composer.text(), u"A boat leaves the harbour"_qs);
        QVERIFY(await(GenerationApi(m_world->http).list())->items.isEmpty());
        QTRY_COMPARE(m_world->conversations.rowCount(), 0);
    }
};

QTEST_MAIN(TestChatService)
#include "tst_client_chat_service.moc"
