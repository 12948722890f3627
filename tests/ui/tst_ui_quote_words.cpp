#include "support/SampleData.h"

#include "ui/composer/DifferenceWords.h"
#include "ui/composer/InputWords.h"
#include "ui/composer/QuoteWords.h"
#include "ui/settings/Languages.h"

#include <QTest>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

/// The words for every reason a message can be blocked or not covered (PRODUCT rules 2, 3, 5, 6).
class TestQuoteWords : public QObject {
    Q_OBJECT
private slots:
    void init();

    void everyBlockerHasAPointAReasonAndAWayOut_data();
    void everyBlockerHasAPointAReasonAndAWayOut();
    void coveredByEachMethod();
    void notCovered_data();
    void notCovered();
    void planWithoutBenefitIsNamed();
    void differencesHaveTheirWords_data();
    void differencesHaveTheirWords();
    void inputProblemsHaveTheirWords();
    void topUpStandsSecondAndIsAlwaysThere();
    void adjustmentsAreNamed();
    void everySuggestionHasItsWords_data();
    void everySuggestionHasItsWords();
    void costOfAnImage();

private:
    QuoteWords::World world() const { return { m_models, m_account, m_agents, m_plans }; }
    Quote blocked(Blocker by, const QString &model = QStringLiteral("kling-3.0")) const
    {
        Quote q = coveredQuote();
        q.covered = false;
        q.modelId = model;
        q.generationCredits = 145;
        q.totalCredits = 149;
        q.reason = CoverReason::ModelNotCovered;
        q.sendable = false;
        q.blockedBy = by;
        return q;
    }

    Catalogue m_models = sampleCatalogue();
    Account m_account;
    QList<AgentInfo> m_agents = sampleAgents();
    QList<Plan> m_plans = samplePlans();
};

void TestQuoteWords::init()
{
    QLocale::setDefault(Languages::locale(QStringLiteral("en")));
    m_account = sampleAccount();
}

void TestQuoteWords::everyBlockerHasAPointAReasonAndAWayOut_data()
{
    QTest::addColumn<int>("blocker");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("lead");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, Blocker b, const QString &model, const QString &lead,
                         const QString &text) {
        QTest::newRow(name) << static_cast<int>(b) << model << lead << text;
    };
    const auto kling = QStringLiteral("kling-3.0");
    row("conversation", Blocker::ConversationCredits, kling,
        QStringLiteral("Not enough credits for Agent 2.0"),
        QStringLiteral("2 left, its conversation needs 4."));
    row("generation", Blocker::GenerationCredits, kling, QStringLiteral("Not enough credits"),
        QStringLiteral("2 left, this needs 149."));
    row("retired", Blocker::ModelUnavailable, QStringLiteral("sora-2"),
        QStringLiteral("Sora 2 cannot be used now"), QStringLiteral("Its vendor has closed it."));
    row("not connected", Blocker::ModelUnavailable, QStringLiteral("music"),
        QStringLiteral("Background Music cannot be used now"),
        QStringLiteral("It needs a connected provider."));
    row("missing", Blocker::MissingInput, QStringLiteral("upscale"),
        QStringLiteral("Upscale needs a file to work on"), QStringLiteral("Add an image or a video."));
    row("input", Blocker::UnsupportedInput, kling, QStringLiteral("Kling 3.0 does not take what is attached"),
        QStringLiteral("Remove it, or choose another model."));
    row("task", Blocker::UnsupportedTask, kling,
        QStringLiteral("Single elements inside a finished video cannot be changed yet"),
        QStringLiteral("Edit its last frame and continue from it, or generate it again."));
    row("option", Blocker::UnsupportedOption, kling, QStringLiteral("Kling 3.0 does not offer these options"),
        QStringLiteral("Choose others in Options."));
    row("other", Blocker::Other, kling, QStringLiteral("This cannot be sent now"),
        QStringLiteral("Change the model or the options."));
}

void TestQuoteWords::everyBlockerHasAPointAReasonAndAWayOut()
{
    QFETCH(int, blocker);
    QFETCH(QString, model);
    QFETCH(QString, lead);
    QFETCH(QString, text);
    m_account.balance.credits = 2;
    const BandContent band =
        QuoteWords::band(blocked(static_cast<Blocker>(blocker), model), AgentVersion::V2, true, world());
    QCOMPARE(band.tone, BandContent::Tone::Warning);
    QCOMPARE(band.lead, lead);
    QCOMPARE(band.text, text);
}

void TestQuoteWords::coveredByEachMethod()
{
    Quote q = coveredQuote();
    BandContent band = QuoteWords::band(q, AgentVersion::V2, true, world());
    QCOMPARE(band.tone, BandContent::Tone::Good);
    QCOMPARE(band.text,
        QStringLiteral(
            "start and end frames on Carat Video (LTX 2.3). Only the Agent 2.0 conversation is charged."));
    q.method = Method::Image;
    q.conversationCredits = 0;
    band = QuoteWords::band(q, AgentVersion::V1, true, world());
    QCOMPARE(band.text, QStringLiteral("an image on Carat Video (LTX 2.3)."));
}

void TestQuoteWords::notCovered_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("method");
    QTest::addColumn<QString>("text");
    QTest::newRow("model") << int(CoverReason::ModelNotCovered) << int(Method::Text)
                           << QStringLiteral(
                                  "Your unlimited benefit does not include Carat Video (LTX 2.3).");
    QTest::newRow("words only") << int(CoverReason::MethodNotCovered) << int(Method::Text)
                                << QStringLiteral(
                                       "Your unlimited benefit needs an image, or a start and an end frame.");
    QTest::newRow("ended") << int(CoverReason::BenefitEnded) << int(Method::Image)
                           << QStringLiteral("Your unlimited benefit for Carat Video (LTX 2.3) has ended.");
}

void TestQuoteWords::notCovered()
{
    QFETCH(int, reason);
    QFETCH(int, method);
    QFETCH(QString, text);
    Quote q = coveredQuote();
    q.covered = false;
    q.generationCredits = 33;
    q.reason = static_cast<CoverReason>(reason);
    q.method = static_cast<Method>(method);
    q.suggestions = { { SuggestionKind::Shorten, QStringLiteral("5"), 33 },
        { SuggestionKind::AttachImage, QStringLiteral("reference"), 33 } };
    const BandContent band = QuoteWords::band(q, AgentVersion::V1, true, world());
    QCOMPARE(band.tone, BandContent::Tone::Plain);
    QCOMPARE(band.text, text);
    // What would change the cover is the button; what merely makes it cheaper is in the menu.
    QCOMPARE(band.actions.size(), 1);
    QCOMPARE(band.more.size(), 1);
    QCOMPARE(band.more.first().text, QStringLiteral("Make it 5 s · saves 33"));
    QCOMPARE(band.actions.first().text, QStringLiteral("Add an image · saves 33"));
}

void TestQuoteWords::planWithoutBenefitIsNamed()
{
    m_account.benefits.clear();
    m_account.plan = samplePlans().at(1);
    Quote q = coveredQuote();
    q.covered = false;
    q.reason = CoverReason::PlanHasNoBenefit;
    q.generationCredits = 33;
    BandContent band = QuoteWords::band(q, AgentVersion::V1, true, world());
    QCOMPARE(band.tone, BandContent::Tone::Plain);
    QCOMPARE(band.text, QStringLiteral("Plus has no unlimited benefit."));
    q.suggestions = { { SuggestionKind::ChangePlan, QStringLiteral("premium"), 33 } };
    band = QuoteWords::band(q, AgentVersion::V1, true, world());
    QCOMPARE(band.text, QStringLiteral("Plus has no unlimited benefit; Premium would cover this."));
    QCOMPARE(band.actions.first().text, QStringLiteral("Compare plans · saves 33"));
    // What costs nothing has nothing to be covered.
    q.generationCredits = 0;
    QCOMPARE(QuoteWords::band(q, AgentVersion::V1, true, world()).tone, BandContent::Tone::None);
}

void TestQuoteWords::differencesHaveTheirWords_data()
{
    QTest::addColumn<int>("cause");
    QTest::addColumn<QString>("words");
    using Cause = QuoteDifference::Cause;
    const auto row = [](Cause cause, const char *words) {
        QTest::newRow(words) << static_cast<int>(cause) << QString::fromUtf8(words);
    };
    row(Cause::ModelChanged, "Kling 3.0 would make it.");
    row(Cause::BenefitEnded, "Your unlimited benefit has ended.");
    row(Cause::BenefitLost, "Your plan does not cover it any more.");
    row(Cause::BenefitGained, "Your plan covers it now.");
    row(Cause::OptionsChanged, "It would be made as 5 s · 720p · 16:9 · ×1.");
    row(Cause::PriceChanged, "The price of Kling 3.0 changed.");
    row(Cause::ConversationChanged, "Agent 2.0 now takes 4 credits a turn.");
    row(Cause::BalanceChanged, "Your balance changed meanwhile.");
    row(Cause::NoLongerPossible, "It is not possible any more.");
    row(Cause::NowPossible, "It is possible now.");
}

void TestQuoteWords::differencesHaveTheirWords()
{
    QFETCH(int, cause);
    QFETCH(QString, words);
    Quote q = coveredQuote();
    q.modelId = QStringLiteral("kling-3.0");
    QuoteDifference difference{ { static_cast<QuoteDifference::Cause>(cause) }, Credits(145), Credits(290) };
    const auto said = [&] { return DifferenceWords::sentence(difference, q, AgentVersion::V2, m_models); };
    QCOMPARE(said(), QStringLiteral("The service says 290 credits instead of 145. ") + words);
    QCOMPARE(DifferenceWords::mark(difference), QStringLiteral("was 145"));
    QVERIFY(DifferenceWords::isDearer(difference));
    difference.own.reset();
    QCOMPARE(DifferenceWords::mark(difference), QStringLiteral("was —"));
    QVERIFY(!DifferenceWords::isDearer(difference));
    difference.own = 290; // the same figure needs no mark
    QCOMPARE(said(), words);
    QVERIFY(DifferenceWords::mark(difference).isEmpty());
}

void TestQuoteWords::inputProblemsHaveTheirWords()
{
    const Model &model = *m_models.find(u"carat-video");
    for (int i = 0; i <= static_cast<int>(InputProblem::NeedsFaceAndVoice); ++i) {
        const auto problem = static_cast<InputProblem>(i);
        QVERIFY(!InputWords::problem(problem, model).isEmpty());
        QVERIFY(InputWords::remedy(problem, model).endsWith(QLatin1Char('.')));
        QCOMPARE(InputWords::problem(problem, model).startsWith(QLatin1String("Needs")), isMissing(problem));
    }
}

void TestQuoteWords::topUpStandsSecondAndIsAlwaysThere()
{
    m_account.balance.credits = 2;
    Quote q = blocked(Blocker::ConversationCredits);
    q.suggestions = { { SuggestionKind::SwitchAgent, QStringLiteral("1.0"), 4 },
        { SuggestionKind::UseModel, QStringLiteral("carat-video"), 145 },
        { SuggestionKind::TopUp, QStringLiteral("147"), 0 } };
    const BandContent band = QuoteWords::band(q, AgentVersion::V2, true, world());
    QCOMPARE(band.actions.size(), 2);
    QCOMPARE(band.actions[0].text, QStringLiteral("Switch to Agent 1.0"));
    QCOMPARE(band.actions[1].text, QStringLiteral("Top up"));
    QCOMPARE(band.actions[1].suggestion.to, QStringLiteral("147"));
    q.suggestions.clear();
    QCOMPARE(
        QuoteWords::band(q, AgentVersion::V2, true, world()).actions.first().text, QStringLiteral("Top up"));
}

void TestQuoteWords::adjustmentsAreNamed()
{
    Quote q = coveredQuote();
    q.adjustments = { { QStringLiteral("duration_s"), QStringLiteral("12"), QStringLiteral("10") } };
    const BandContent band = QuoteWords::band(q, AgentVersion::V1, true, world());
    QCOMPARE(band.notes.size(), 1);
    QVERIFY(band.notes.first().contains(QStringLiteral("Length")));
    QVERIFY(band.notes.first().contains(QStringLiteral("12")));
    QVERIFY(band.notes.first().contains(QStringLiteral("10")));
}

void TestQuoteWords::everySuggestionHasItsWords_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("words");
    const auto row = [](SuggestionKind kind, const char *to, const QString &words) {
        QTest::newRow(to) << static_cast<int>(kind) << QString::fromLatin1(to) << words;
    };
    row(SuggestionKind::SwitchAgent, "1.0", QStringLiteral("Switch to Agent 1.0"));
    row(SuggestionKind::AttachImage, "reference", QStringLiteral("Add an image"));
    row(SuggestionKind::AddFrame, "start_frame", QStringLiteral("Add a start frame"));
    row(SuggestionKind::UseModel, "kling-3.0", QStringLiteral("Use Kling 3.0"));
    row(SuggestionKind::Shorten, "5", QStringLiteral("Make it 5 s"));
    row(SuggestionKind::LowerResolution, "720p", QStringLiteral("Make it 720p"));
    row(SuggestionKind::TopUp, "147", QStringLiteral("Top up"));
    row(SuggestionKind::ChangePlan, "pro", QStringLiteral("Compare plans"));
}

void TestQuoteWords::everySuggestionHasItsWords()
{
    QFETCH(int, kind);
    QFETCH(QString, to);
    QFETCH(QString, words);
    QCOMPARE(QuoteWords::action({ static_cast<SuggestionKind>(kind), to, 12 }, world(), false), words);
    QVERIFY(QuoteWords::action({ static_cast<SuggestionKind>(kind), to, 1234 }, world(), true)
                .endsWith(QStringLiteral(" · saves 1,234")));
}

void TestQuoteWords::costOfAnImage()
{
    Quote q = coveredQuote();
    q.modelId = QStringLiteral("seedream-4.5");
    QCOMPARE(QuoteWords::cost(q, AgentVersion::V2, true, world()).chip, QStringLiteral("image free"));
    QVERIFY(!QuoteWords::cost(q, AgentVersion::V2, true, world()).warning);
}

QTEST_MAIN(TestQuoteWords)
#include "tst_ui_quote_words.moc"
