#include "client/generation/GenerationMachine.h"
#include "client/generation/ResultName.h"

#include <QTest>

using namespace facet;
using namespace facet::client;
using S = GenerationState;

namespace {

const QList<S> allStates{ S::Draft, S::Uploading, S::Submitting, S::Queued, S::Running, S::Downloading,
    S::Done, S::Failed, S::Cancelled, S::Unknown };

QString nameOf(S state)
{
    static const QStringList names{ QStringLiteral("Draft"), QStringLiteral("Uploading"),
        QStringLiteral("Submitting"), QStringLiteral("Queued"), QStringLiteral("Running"),
        QStringLiteral("Downloading"), QStringLiteral("Done"), QStringLiteral("Failed"),
        QStringLiteral("Cancelled"), QStringLiteral("Unknown") };
    return names.value(static_cast<int>(state));
}

Generation said(GenerationStatus status, int assets = 0)
{
    Generation generation;
    generation.id = QStringLiteral("g1");
    generation.status = status;
    for (int i = 0; i < assets; ++i) {
        Asset asset;
        asset.id = QStringLiteral("a%1").arg(i);
        generation.assets.append(asset);
    }
    return generation;
}

} // namespace

/// What may follow what (ARCHITECTURE "Ways of working"), and how results are named.
class GenerationMachineTest : public QObject {
    Q_OBJECT

private slots:
    void every_step_is_allowed_or_not_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("allowed");
        // Rows: from. A letter for each state that may follow, in the order of the names.
        const QHash<S, QByteArray> table{
            // clang-format off
            //                  D U S Q R L O F C ?   (L: Downloading, O: Done, ?: Unknown)
            { S::Draft,        ". x x . . . . x x ." },
            { S::Uploading,    ". . x . . . . x x ." },
            { S::Submitting,   ". . . x x x . x x x" },
            { S::Queued,       ". . . . x x . x x x" },
            { S::Running,      ". . . x . x . x x x" },
            { S::Downloading,  ". . . . . . x x . ." },
            { S::Done,         ". . . . . x . . . ." },
            { S::Failed,       ". . . . . . . . . ." },
            { S::Cancelled,    ". . . . . . . . . ." },
            { S::Unknown,      ". . x x x x . x x ." },
            // clang-format on
        };
        for (const S from : allStates) {
            const QList<QByteArray> cells = table[from].split(' ');
            QCOMPARE(cells.size(), allStates.size());
            for (const S to : allStates) {
                if (from != to)
                    QTest::addRow("%s to %s", qPrintable(nameOf(from)), qPrintable(nameOf(to)))
                        << int(from) << int(to) << (cells[int(to)] == "x");
            }
        }
    }
    void every_step_is_allowed_or_not()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(bool, allowed);
        QCOMPARE(GenerationMachine::allows(S(from), S(to)), allowed);
        GenerationRecord record;
        record.state = S(from);
        QCOMPARE(GenerationMachine::move(record, S(to)), allowed);
        QCOMPARE(record.state, allowed ? S(to) : S(from));
    }

    void the_service_is_heard_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("assets");
        QTest::addColumn<int>("after");
        const auto row = [](S before, GenerationStatus status, int assets, S after) {
            QTest::addRow(
                "%s hears %s, %d files", qPrintable(nameOf(before)), qPrintable(wireName(status)), assets)
                << int(before) << int(status) << assets << int(after);
        };
        for (const S before : { S::Submitting, S::Queued, S::Running, S::Unknown }) {
            row(before, GenerationStatus::Queued, 0, S::Queued);
            row(before, GenerationStatus::Running, 0, S::Running);
            row(before, GenerationStatus::Succeeded, 2, S::Downloading);
            row(before, GenerationStatus::Succeeded, 0, S::Failed); // paid for, and nothing to fetch
            row(before, GenerationStatus::Failed, 0, S::Failed);
            row(before, GenerationStatus::Cancelled, 0, S::Cancelled);
            row(before, GenerationStatus::Other, 0, before);
        }
        // What is over stays over.
        for (const S before : { S::Done, S::Failed, S::Cancelled }) {
            for (const GenerationStatus status : { GenerationStatus::Queued, GenerationStatus::Running,
                     GenerationStatus::Succeeded, GenerationStatus::Failed, GenerationStatus::Cancelled })
                row(before, status, 1, before);
        }
        row(S::Downloading, GenerationStatus::Running, 0, S::Downloading);
        row(S::Downloading, GenerationStatus::Queued, 0, S::Downloading);
    }
    void the_service_is_heard()
    {
        QFETCH(int, before);
        QFETCH(int, status);
        QFETCH(int, assets);
        QFETCH(int, after);
        GenerationRecord record;
        record.state = S(before);
        GenerationMachine::hear(record, said(GenerationStatus(status), assets));
        QCOMPARE(nameOf(record.state), nameOf(S(after)));
        if (S(after) == S::Failed && S(before) != S::Failed)
            QVERIFY(record.error && !record.error->sentence.isEmpty());
    }

    void files_that_are_here_stay_known()
    {
        GenerationRecord record;
        record.state = S::Running;
        QVERIFY(GenerationMachine::hear(record, said(GenerationStatus::Succeeded, 2)));
        record.assets[1].filePath = QStringLiteral("/v/a-01.mp4");
        Generation again = said(GenerationStatus::Succeeded, 2);
        again.chargedCredits = 33;
        QVERIFY(GenerationMachine::hear(record, again));
        QCOMPARE(record.generation.chargedCredits, std::optional<Credits>(33));
        QCOMPARE(record.assets[1].filePath, QStringLiteral("/v/a-01.mp4"));
        QVERIFY(!GenerationMachine::hear(record, again)); // nothing new
    }

    void a_failure_keeps_the_words_of_the_service()
    {
        GenerationRecord record;
        record.state = S::Running;
        Generation failed = said(GenerationStatus::Failed);
        failed.error = GenerationError{ QStringLiteral("content_refused"),
            QStringLiteral("엔진이 거절했습니다."), false };
        QVERIFY(GenerationMachine::hear(record, failed));
        QCOMPARE(record.error->sentence, QStringLiteral("엔진이 거절했습니다."));
        QCOMPARE(record.error->code, QStringLiteral("content_refused"));
    }

    void results_are_named_by_their_prompt_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("name");
        QTest::newRow("words") << QStringLiteral("The Sea at Dusk") << QStringLiteral("the-sea-at-dusk");
        QTest::newRow("eight words") << QStringLiteral("a b c d e f g h i j")
                                     << QStringLiteral("a-b-c-d-e-f-g-h");
        QTest::newRow("Hangul") << QStringLiteral("바다 위의 노을, 천천히")
                                << QStringLiteral("바다-위의-노을-천천히");
        QTest::newRow("decomposed Hangul")
            << QStringLiteral("바다").normalized(QString::NormalizationForm_D) << QStringLiteral("바다");
        QTest::newRow("decomposed Latin")
            << QStringLiteral("Café").normalized(QString::NormalizationForm_D) << QStringLiteral("café");
        QTest::newRow("forbidden") << QStringLiteral("a/b\\c:d*e?f\"g<h>i|")
                                   << QStringLiteral("a-b-c-d-e-f-g-h");
        QTest::newRow("a path") << QStringLiteral("../../etc/passwd") << QStringLiteral("etc-passwd");
        QTest::newRow("apostrophe") << QStringLiteral("Don’t stop it's fine")
                                    << QStringLiteral("dont-stop-its-fine");
        QTest::newRow("control characters")
            << QStringLiteral("a\nb\tc\u0000d\u202Ee") << QStringLiteral("a-b-c-d-e");
        QTest::newRow("emoji") << QStringLiteral("🌊 sea 🌅") << QStringLiteral("sea");
        QTest::newRow("nothing") << QString() << QStringLiteral("facet");
        QTest::newRow("only signs") << QStringLiteral("!!! ... ///") << QStringLiteral("facet");
    }
    void results_are_named_by_their_prompt()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, name);
        QCOMPARE(resultBaseName(prompt), name);
    }

    void names_stay_within_eighty_bytes()
    {
        const QString latin = resultBaseName(QString(300, u'x'));
        QCOMPARE(latin.toUtf8().size(), 80);
        const QString hangul = resultBaseName(QString(300, QChar(u'가')));
        QCOMPARE(hangul, QString(26, QChar(u'가'))); // 78 bytes: not cut inside a character
        const QString words = resultBaseName(QStringLiteral("노을이 지는 ").repeated(40));
        QVERIFY(words.toUtf8().size() <= 80);
        QVERIFY(!words.endsWith(u'-'));
    }

    void files_get_the_suffix_of_their_type()
    {
        QCOMPARE(suffixFor(QStringLiteral("video/mp4")), QStringLiteral("mp4"));
        QCOMPARE(suffixFor(QStringLiteral("Image/PNG; charset=x")), QStringLiteral("png"));
        QCOMPARE(suffixFor(QStringLiteral("audio/wav")), QStringLiteral("wav"));
        QCOMPARE(suffixFor(QStringLiteral("application/x-executable")), QStringLiteral("bin"));
        QCOMPARE(suffixFor(QStringLiteral("../evil")), QStringLiteral("bin"));
    }
};

QTEST_GUILESS_MAIN(GenerationMachineTest)
#include "tst_client_generation_machine.moc"
