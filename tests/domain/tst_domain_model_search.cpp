#include "TestWorld.h"

#include "domain/ModelSearch.h"
#include "domain/SearchLetters.h"

#include <QTest>

using namespace facet;
using facet::test::World;

class TestModelSearch : public QObject {
    Q_OBJECT

    static QStringList idsFor(const QString &query, const QString &plan = QStringLiteral("premium"))
    {
        const World &world = World::bundled();
        const ModelSearch search(world.catalogue, world.plan(plan).benefits);
        QStringList ids;
        for (const ModelSearch::Hit &hit : search.find(query))
            ids.append(world.catalogue.models()[hit.model].id);
        return ids;
    }

private slots:
    void lettersAreThoseThatAreTyped()
    {
        QCOMPARE(searchLetters(u"Lip-Sync"), QStringLiteral("lipsync"));
        QCOMPARE(searchLetters(u"LTX 2.3 (9:16)"), QStringLiteral("ltx2.39:16"));
        QCOMPARE(searchLetters(u"시작"), QStringLiteral("ㅅㅣㅈㅏㄱ"));
        QCOMPARE(searchLetters(u"값"), QStringLiteral("ㄱㅏㅂㅅ"));
        QCOMPARE(searchLetters(u"ㄳ"), QStringLiteral("ㄱㅅ"));
        QCOMPARE(searchLetters(u"화"), QStringLiteral("ㅎㅗㅏ"));
        // As a Mac writes it.
        QCOMPARE(searchLetters(QStringLiteral("클링").normalized(QString::NormalizationForm_D)),
            searchLetters(u"클링"));
        QCOMPARE(initialLetters(u"클링 3.0"), QStringLiteral("ㅋㄹ"));
        QVERIFY(isInitials(u"ㅋㄹ"));
        QVERIFY(!isInitials(u"ㅋ"));
        QVERIFY(!isInitials(u"ㅋㅏ"));
    }

    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("in"); // must be among the results
        QTest::addColumn<QString>("out"); // must not
        const auto row = [](const char16_t *query, const char *in, const char *out) {
            const QString text = QString::fromUtf16(query);
            QTest::newRow(text.toUtf8().constData())
                << text << QString::fromLatin1(in) << QString::fromLatin1(out);
        };
        row(u"kling", "kling-3.0", "carat-video");
        row(u"KUAISHOU", "kling-3.0", "carat-video"); // vendor
        row(u"basic video", "carat-video", "kling-3.0"); // alias
        row(u"ltx2.3", "carat-video", "kling-3.0");
        row(u"클링", "kling-3.0", "carat-video");
        row(u"캐럿", "carat-video", "kling-3.0");
        // Words for what a model can do.
        row(u"lip sync", "lip-sync", "upscale");
        row(u"lipsync", "lip-sync", "carat-video");
        row(u"립싱크", "lip-sync", "carat-video");
        row(u"립 싱크", "lip-sync", "carat-video");
        row(u"voice", "lip-sync", "background-music");
        row(u"4K", "veo-3.1", "carat-video");
        row(u"4케이", "kling-3.0", "carat-video");
        row(u"1080p", "carat-video", "seedance-2.0");
        row(u"audio", "veo-3.1", "carat-video");
        row(u"소리", "veo-3.1-fast", "seedance-2.0");
        row(u"start frame", "carat-video", "sora-2");
        row(u"end frame", "kling-3.0", "seedream-4.5");
        row(u"시작 프레임", "carat-video", "sora-2");
        row(u"끝프레임", "seedance-2.0-fast", "lip-sync");
        row(u"references", "seedance-2.0", "carat-video");
        row(u"레퍼런스", "seedance-2.0", "carat-video");
        row(u"upscale", "upscale", "lip-sync");
        row(u"업스케일", "upscale", "carat-video");
        row(u"화질 개선", "upscale", "lip-sync");
        row(u"unlimited", "carat-video", "kling-3.0");
        row(u"무제한", "carat-video", "seedance-2.0-fast");
        row(u"edit", "seedream-4.5", "carat-video");
        row(u"편집", "seedream-5.0-lite", "carat-video");
        row(u"vertical", "sora-2", "upscale");
        row(u"세로", "carat-video", "lip-sync");
        row(u"15초", "carat-video", "seedream-4.5");
        row(u"15 seconds", "veo-3.1", "sora-2");
        row(u"music", "background-music", "carat-video");
        row(u"효과음", "sound-effects", "carat-video");
        // Several words narrow the search.
        row(u"4k audio", "veo-3.1", "seedream-4.5");
        row(u"bytedance start frame", "seedance-2.0", "kling-3.0");
        row(u"google 4k", "veo-3.1-fast", "kling-3.0");
        // A syllable that is still being written.
        row(u"ㅋ", "kling-3.0", "sora-2");
        row(u"킐", "", "carat-video");
        row(u"크", "kling-3.0", "carat-video");
        row(u"클ㄹ", "kling-3.0", "carat-video");
        row(u"클리", "kling-3.0", "carat-video");
        row(u"싲", "carat-video", "sora-2");
        row(u"시자", "carat-video", "sora-2");
        row(u"업슼", "upscale", "carat-video");
        row(u"ㅋㄹ", "kling-3.0", "upscale"); // initials: 클링, and 캐럿
    }

    void finds()
    {
        QFETCH(QString, query);
        QFETCH(QString, in);
        QFETCH(QString, out);
        const QStringList ids = idsFor(query);
        if (!in.isEmpty())
            QVERIFY2(ids.contains(in), qPrintable(ids.join(u' ')));
        QVERIFY2(!ids.contains(out), qPrintable(ids.join(u' ')));
    }

    void unlimitedIsThePlansToSay()
    {
        QCOMPARE(idsFor(QStringLiteral("unlimited")), QStringList{ QStringLiteral("carat-video") });
        QCOMPARE(idsFor(QStringLiteral("무제한"), QStringLiteral("plus")), QStringList());
    }

    void abilitiesMatchFromTheStartOfAWord()
    {
        QVERIFY(idsFor(QStringLiteral("frame")).contains(QStringLiteral("carat-video")));
        QVERIFY(!idsFor(QStringLiteral("rame")).contains(QStringLiteral("kling-3.0")));
    }

    void namesAreToldFromAbilities()
    {
        const World &world = World::bundled();
        const ModelSearch search(world.catalogue, {});
        for (const ModelSearch::Hit &hit : search.find(u"upscale"))
            QCOMPARE(hit.byName, world.catalogue.models()[hit.model].id == QLatin1String("upscale"));
        bool any = false;
        for (const ModelSearch::Hit &hit : search.find(u"start frame")) {
            any = true;
            QVERIFY(!hit.byName);
        }
        QVERIFY(any);
    }

    void nothingAskedIsEverything()
    {
        const auto all = World::bundled().catalogue.models().size();
        QCOMPARE(idsFor({}).size(), all);
        QCOMPARE(idsFor(QStringLiteral("  ")).size(), all);
        QCOMPARE(idsFor(QStringLiteral("zzzz")).size(), 0);
        QVERIFY(ModelSearch().find(u"x").isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestModelSearch)
#include "tst_domain_model_search.moc"
