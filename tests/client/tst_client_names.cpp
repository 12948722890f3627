#include "client/generation/NameTemplate.h"

#include <QTest>

using namespace facet;
using namespace facet::client;

namespace {

NameTemplate::Facts facts()
{
    NameTemplate::Facts f;
    f.prompt = QStringLiteral("Clouds clear over the harbor");
    f.modelName = QStringLiteral("Carat Video (LTX 2.3)");
    f.modelId = QStringLiteral("carat-video");
    f.seed = 41872;
    f.agent = AgentVersion::V2;
    f.generationId = QStringLiteral("gen_7f3a");
    f.take = 1;
    f.at = QDateTime(QDate(2026, 11, 23), QTime(21, 4, 7));
    return f;
}

} // namespace

class NamesTest : public QObject {
    Q_OBJECT

private slots:
    void everyTokenSaysItsFact_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::newRow("standard") << QString() << QStringLiteral("clouds-clear-over-the-harbor");
        QTest::newRow("model") << QStringLiteral("{model}") << QStringLiteral("carat-video-ltx-2-3");
        QTest::newRow("date and time")
            << QStringLiteral("{date} {time}") << QStringLiteral("2026-11-23 21-04-07");
        QTest::newRow("seed, agent, id, take")
            << QStringLiteral("{seed}_{agent}_{id}_{take}") << QStringLiteral("41872_2.0_gen_7f3a_02");
        QTest::newRow("words around") << QStringLiteral("Film {date} – {prompt}")
                                      << QStringLiteral("Film 2026-11-23 – clouds-clear-over-the-harbor");
        QTest::newRow("unknown token")
            << QStringLiteral("{prompt} {shot}") << QStringLiteral("clouds-clear-over-the-harbor {shot}");
        QTest::newRow("no way out of the folder")
            << QStringLiteral("../../{date}/..\\{seed}") << QStringLiteral("2026-11-23-..-41872");
        QTest::newRow("refused characters")
            << QStringLiteral("a<b>c:d\"e|f?g*h") << QStringLiteral("a-b-c-d-e-f-g-h");
        QTest::newRow("device of Windows") << QStringLiteral("CON") << QStringLiteral("_CON");
        QTest::newRow("hidden") << QStringLiteral(".{seed}. ") << QStringLiteral("41872");
        QTest::newRow("nothing left") << QStringLiteral("///") << QStringLiteral("facet");
    }
    void everyTokenSaysItsFact()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, name);
        QCOMPARE(NameTemplate(pattern).baseName(facts()), name);
    }

    void whatIsNotKnownLeavesNoGap()
    {
        NameTemplate::Facts f = facts();
        f.seed.reset();
        f.modelName.clear();
        QCOMPARE(NameTemplate(QStringLiteral("{seed}-{prompt}-{seed}-{model}")).baseName(f),
            QStringLiteral("clouds-clear-over-the-harbor-carat-video"));
    }

    void hangulIsComposedAndFits()
    {
        NameTemplate::Facts f = facts();
        f.prompt = QStringLiteral("노을이 지는 바다").normalized(QString::NormalizationForm_D);
        QCOMPARE(NameTemplate().baseName(f), QStringLiteral("노을이-지는-바다"));
        f.prompt = QStringLiteral("노을이지는바다 ").repeated(50);
        const QString name =
            NameTemplate(QString(60, QChar(u'가')) + QStringLiteral("{prompt}{date}")).baseName(f);
        QVERIFY(name.toUtf8().size() <= NameTemplate::mostBytes);
        QCOMPARE(name, name.normalized(QString::NormalizationForm_C));
        QVERIFY(!name.contains(QChar::ReplacementCharacter));
    }

    void directionsAndSurrogatesGo()
    {
        const QString pattern = QStringLiteral("a") + QChar(0x202e) + QStringLiteral("gpj") + QChar(0xd800);
        const QString name = NameTemplate(pattern).baseName(facts());
        QVERIFY(!name.contains(QChar(0x202e)));
        QCOMPARE(QString::fromUtf8(name.toUtf8()), name);
    }

    void unknownTokensAreTold()
    {
        QCOMPARE(NameTemplate(QStringLiteral("{prompt}{shot}{take}")).unknownTokens(),
            QStringList{ QStringLiteral("{shot}") });
        QVERIFY(NameTemplate(QStringLiteral("{take}")).tellsTakes());
        QVERIFY(!NameTemplate().tellsTakes());
    }
};

QTEST_APPLESS_MAIN(NamesTest)
#include "tst_client_names.moc"
