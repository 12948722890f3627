#include "domain/Enums.h"
#include "domain/Options.h"

#include <QTest>

using namespace facet;

namespace {

/// Every value before Other has its own word and comes back from it.
template <typename Enum, typename FromWire>
void roundTrip(FromWire fromWire, const QStringList &words)
{
    for (int i = 0; i < words.size(); ++i) {
        const auto value = static_cast<Enum>(i);
        QCOMPARE(wireName(value), words[i]);
        QVERIFY(fromWire(words[i]) == value);
    }
    QCOMPARE(static_cast<int>(Enum::Other), words.size() - 1);
    QVERIFY(fromWire(u"hologram") == Enum::Other);
    QVERIFY(fromWire(u"") == Enum::Other);
    QVERIFY(fromWire(QString(words.first()).toUpper()) == Enum::Other);
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

} // namespace

class TestEnums : public QObject {
    Q_OBJECT

private slots:
    void agents()
    {
        QCOMPARE(wireName(AgentVersion::V1), QStringLiteral("1.0"));
        QCOMPARE(wireName(AgentVersion::V2), QStringLiteral("2.0"));
        QVERIFY(agentFromWire(u"1.0") == AgentVersion::V1);
        QVERIFY(agentFromWire(u"2.0") == AgentVersion::V2);
        QVERIFY(!agentFromWire(u"3.0"));
        QVERIFY(!agentFromWire(u""));
    }

    void contractWords()
    {
        roundTrip<Method>(methodFromWire, words("text image start_end audio video other"));
        roundTrip<ModelKind>(modelKindFromWire, words("video image audio tool other"));
        roundTrip<ModelStatus>(
            modelStatusFromWire, words("ready draft needs_connection retired_upstream other"));
        roundTrip<InputRole>(inputRoleFromWire, words("reference start_frame end_frame audio video other"));
        roundTrip<PriceUnit>(priceUnitFromWire, words("second item minute run other"));
        roundTrip<GenerationStatus>(
            generationStatusFromWire, words("queued running succeeded failed cancelled other"));
        roundTrip<LedgerKind>(
            ledgerKindFromWire, words("grant hold capture release refund conversation top_up expiry other"));
        roundTrip<ModelChoice>(modelChoiceFromWire, words("picker prompt agent_default other"));
        roundTrip<CoverReason>(coverReasonFromWire,
            words("covered plan_has_no_benefit model_not_covered method_not_covered benefit_ended other"));
        roundTrip<SuggestionKind>(suggestionKindFromWire,
            words("switch_agent attach_image add_frame use_model shorten lower_resolution lower_count top_up "
                  "change_plan other"));
        roundTrip<Blocker>(blockerFromWire,
            words("conversation_credits generation_credits model_unavailable missing_input unsupported_input "
                  "unsupported_task unsupported_option other"));
    }

    void optionsMerge()
    {
        Options base;
        base.durationS = 5;
        base.resolution = QStringLiteral("720p");
        Options over;
        over.durationS = 10;
        over.audio = false;
        const Options both = merged(base, over);
        QCOMPARE(both.durationS, std::optional(10));
        QCOMPARE(both.resolution, std::optional(QStringLiteral("720p")));
        QCOMPARE(both.audio, std::optional(false));
        QVERIFY(!both.count);
        QVERIFY(merged(base, {}) == base);
        QVERIFY(merged({}, over) == over);
    }
};

QTEST_APPLESS_MAIN(TestEnums)
#include "tst_domain_enums.moc"
