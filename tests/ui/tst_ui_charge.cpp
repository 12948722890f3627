#include "ui/chat/FailureCard.h"
#include "ui/chat/GenerationWords.h"
#include "ui/chat/RowLayout.h"
#include "ui/widgets/Chip.h"

#include "support/FakeChatRunner.h"
#include "support/FakeGenerations.h"
#include "support/FakeSession.h"

#include <QTest>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;
using client::GenerationRecord;
using client::GenerationState;

using Charged = std::optional<Credits>;
Q_DECLARE_METATYPE(Charged)

/// What each card says was taken: the service's word, never an estimate.
class TestCharge : public QObject {
    Q_OBJECT

    static GenerationRecord ended(
        GenerationState state, GenerationStatus status, bool covered, Charged charged)
    {
        GenerationRecord record;
        record.key = QStringLiteral("k");
        record.state = state;
        record.generation.id = QStringLiteral("g");
        record.generation.modelId = QStringLiteral("kling-3.0");
        record.generation.status = status;
        record.generation.covered = covered;
        record.generation.quotedCredits = covered ? 0 : 145;
        record.generation.chargedCredits = charged;
        return record;
    }

private slots:
    void whatACardSays_data()
    {
        QTest::addColumn<GenerationState>("state");
        QTest::addColumn<GenerationStatus>("status");
        QTest::addColumn<bool>("covered");
        QTest::addColumn<Charged>("charged");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("free");
        using S = GenerationState;
        using G = GenerationStatus;
        QTest::newRow("taken") << S::Done << G::Succeeded << false << Charged(145)
                               << QStringLiteral("145 credits") << false;
        QTest::newRow("covered") << S::Done << G::Succeeded << true << Charged(0)
                                 << QStringLiteral("0 credits · unlimited") << true;
        QTest::newRow("one of the takes came back") << S::Done << G::Succeeded << false << Charged(100)
                                                    << QStringLiteral("100 credits · 45 returned") << false;
        QTest::newRow("failed") << S::Failed << G::Failed << false << Charged(0)
                                << QStringLiteral("Not charged · 145 credits returned") << true;
        QTest::newRow("cancelled") << S::Cancelled << G::Cancelled << false << Charged(0)
                                   << QStringLiteral("Not charged · 145 credits returned") << true;
        QTest::newRow("covered, failed")
            << S::Failed << G::Failed << true << Charged(0) << QStringLiteral("Not charged") << true;
        QTest::newRow("not said yet")
            << S::Downloading << G::Succeeded << false << Charged() << QStringLiteral("—") << false;
        QTest::newRow("covered, not said yet")
            << S::Done << G::Succeeded << true << Charged() << QStringLiteral("—") << false;
        QTest::newRow("failed, not said")
            << S::Failed << G::Failed << false << Charged() << QStringLiteral("—") << false;
        QTest::newRow("nobody knows")
            << S::Unknown << G::Running << false << Charged() << QStringLiteral("—") << false;
    }
    void whatACardSays()
    {
        QFETCH(GenerationState, state);
        QFETCH(GenerationStatus, status);
        QFETCH(bool, covered);
        QFETCH(Charged, charged);
        const GenerationRecord record = ended(state, status, covered, charged);
        QTEST(GenerationWords::charge(record), "said");
        QTEST(GenerationWords::isFree(record), "free");
        QVERIFY(!GenerationWords::chargeReason(record).isEmpty());
    }

    void whatWasNeverSentTookNothing()
    {
        GenerationRecord record = ended(GenerationState::Failed, GenerationStatus::Queued, false, {});
        record.generation.id.clear();
        record.error =
            Error{ ErrorKind::Network, QStringLiteral("Not sent."), {}, QStringLiteral("not_sent"), {}, {} };
        QCOMPARE(GenerationWords::charge(record), QStringLiteral("Not charged"));
        record.error->code = QStringLiteral("engine_failed"); // how far it came is not known
        QCOMPARE(GenerationWords::charge(record), QStringLiteral("—"));
        record.state = GenerationState::Cancelled; // while its pictures were on their way
        QCOMPARE(GenerationWords::charge(record), QStringLiteral("Not charged"));
    }

    void aLostOneDoesNotClaimToKnow()
    {
        GenerationRecord record = ended(GenerationState::Unknown, GenerationStatus::Running, false, {});
        QCOMPARE(GenerationWords::held(record), QStringLiteral("Not known yet what is held"));
        record.state = GenerationState::Running;
        QCOMPARE(GenerationWords::held(record), QStringLiteral("145 credits held"));
        record.state = GenerationState::Uploading;
        QCOMPARE(GenerationWords::held(record), QStringLiteral("Nothing taken yet"));
    }

    void aFailureCardSaysWhatBecameOfTheCredits()
    {
        Theme theme(Theme::Mode::Dark);
        FakeChatRunner runner;
        FakeGenerations generations;
        FakeSession session;
        FailureCard card({ runner, generations, session, theme }, nullptr);
        client::TranscriptItem item;
        item.kind = client::TranscriptItem::Kind::Generation;
        item.generation = ended(GenerationState::Failed, GenerationStatus::Failed, false, Credits(0));
        card.present(item);
        const Chip *chip = card.findChild<Chip *>();
        QCOMPARE(chip->text(), QStringLiteral("Not charged · 145 credits returned"));
        QCOMPARE(chip->accessibleDescription(),
            QStringLiteral("Not charged: it failed, and its credits were returned."));
        item.generation.generation.chargedCredits.reset();
        card.present(item);
        QCOMPARE(chip->text(), QStringLiteral("Charged: —"));
    }

    void theConversationsChargeStandsBelowTheAnswer()
    {
        const Theme theme(Theme::Mode::Dark);
        client::TranscriptItem item;
        item.kind = client::TranscriptItem::Kind::AgentText;
        item.text = QStringLiteral("Here it is.");
        const auto rowOf = [&] { return layOutRow(item, {}, 760, theme, [](int) { return 0; }); };
        const RowLayout unknown = rowOf();
        QVERIFY(unknown.note.isEmpty());
        item.conversationCharge = 0; // Agent 1.0
        QVERIFY(rowOf().note.isEmpty());
        item.conversationCharge = 4;
        const RowLayout charged = rowOf();
        QVERIFY(!charged.note.isEmpty());
        QVERIFY(charged.note.bottom() < charged.height);
        QVERIFY(charged.height >= unknown.height);
        QCOMPARE(GenerationWords::conversationCharge(4), QStringLiteral("4 credits for the conversation"));
    }
};

QTEST_MAIN(TestCharge)
#include "tst_ui_charge.moc"
