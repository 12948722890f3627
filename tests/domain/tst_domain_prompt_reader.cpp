#include "TestWorld.h"

#include "domain/PromptReader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace facet;
using facet::test::World;

/// Reading while a message is written must come to what reading it at once comes to.
class TestPromptReader : public QObject {
    Q_OBJECT

    static QString script(int sentences)
    {
        static const QStringList lines{ QStringLiteral(
                                            "She puts the kettle on and looks out of the window. "),
            QStringLiteral("A gull crosses the frame, left to right! "),
            QStringLiteral("아침 부엌에서 그녀가 창밖을 바라본다.\n"),
            QStringLiteral("\"You could have called,\" she says? "),
            QStringLiteral("Version 2.3 of the story has no ending, and nobody at the table minds it much") };
        QString text;
        for (int i = 0; i < sentences; ++i)
            text += lines[i % lines.size()];
        return text;
    }

    static const Catalogue &models() { return World::bundled().catalogue; }

private slots:
    void writingComesToReadingAtOnce_data()
    {
        QTest::addColumn<QString>("start");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a request") << QStringLiteral("Two takes of a fox, 10 seconds, with Kling 3.0");
        QTest::newRow("just below a long one") << script(12).left(695);
        QTest::newRow("a script") << script(120);
        QTest::newRow("one sentence without an end") << QString(3000, u'x');
    }

    void writingComesToReadingAtOnce()
    {
        QFETCH(QString, start);
        static const QStringList bits{ QStringLiteral("a"), QStringLiteral(" "), QStringLiteral("."),
            QStringLiteral("\n"), QStringLiteral("10 seconds long"), QStringLiteral(" Kling 3.0 "),
            QStringLiteral("not with Veo 3.1"), QStringLiteral(" 4K"), QStringLiteral(" 두 개 "),
            QStringLiteral("세로로 "), QStringLiteral("with sound"), QStringLiteral("make an image of "),
            QStringLiteral("remove the hat from the video. "), QStringLiteral("클링으로 ") };
        QRandomGenerator random(7);
        const auto below = [&random](
                               qsizetype n) { return qsizetype(random.bounded(int(qMax<qsizetype>(1, n)))); };
        PromptReader reader;
        QString text = start;
        for (int i = 0; i < 150; ++i) {
            if (below(3) == 0 && !text.isEmpty()) {
                const qsizetype at = below(text.size());
                text.remove(at, 1 + below(qMin<qsizetype>(40, text.size() - at)));
            } else {
                text.insert(below(text.size() + 1), bits[below(bits.size())]);
            }
            const bool video = below(10) == 0;
            const PromptWords whole = readPromptWords(text, models(), video);
            QVERIFY2(reader.read(text, models(), video) == whole, text.toUtf8().constData());
        }
    }

    void wishesCountWhereverTheyStand_data()
    {
        QTest::addColumn<QString>("text");
        const QString before = script(60);
        const QString after = script(60);
        const QString wish = QStringLiteral(
            " Make it 10 seconds long with Kling 3.0, three takes, vertical, 1080p, with sound. ");
        QTest::newRow("first") << wish + before + after;
        QTest::newRow("inside") << before + wish + after;
        QTest::newRow("last") << before + after + wish;
    }

    void wishesCountWhereverTheyStand()
    {
        QFETCH(QString, text);
        const PromptWords words = readPromptWords(text, models());
        QCOMPARE(words.durationS, std::optional(10));
        QCOMPARE(words.modelId, std::optional(QStringLiteral("kling-3.0")));
        QCOMPARE(words.count, std::optional(3));
        QCOMPARE(words.aspectRatio, std::optional(QStringLiteral("9:16")));
        QCOMPARE(words.resolution, std::optional(QStringLiteral("1080p")));
        QCOMPARE(words.audio, std::optional(true));
        QVERIFY(words.asksForGeneration);
    }

    void koreanWishesToo()
    {
        const QString text =
            script(80) + QStringLiteral(" 클링으로 세로로 10초짜리 영상 두 개 만들어 주세요. 4K, 소리 없이.");
        const PromptWords words = readPromptWords(text, models());
        QCOMPARE(words.durationS, std::optional(10));
        QCOMPARE(words.modelId, std::optional(QStringLiteral("kling-3.0")));
        QCOMPARE(words.count, std::optional(2));
        QCOMPARE(words.aspectRatio, std::optional(QStringLiteral("9:16")));
        QCOMPARE(words.resolution, std::optional(QStringLiteral("4K")));
        QCOMPARE(words.audio, std::optional(false));
    }

    void theLastOneSaidCounts()
    {
        const QString text = QStringLiteral("Use Veo 3.1, 5 seconds long, one take. ") + script(60)
            + QStringLiteral(" No: Kling 3.0, 15 seconds long, two takes.");
        const PromptWords words = readPromptWords(text, models());
        QCOMPARE(words.modelId, std::optional(QStringLiteral("kling-3.0")));
        QCOMPARE(words.durationS, std::optional(15));
        QCOMPARE(words.count, std::optional(2));
        // Not the one that is only named to be turned down.
        QCOMPARE(readPromptWords(text + QStringLiteral(" Not with Veo 3.1."), models()).modelId,
            std::optional(QStringLiteral("kling-3.0")));
    }

    void subjectIsToldByBothEnds()
    {
        QVERIFY(readPromptWords(QStringLiteral("Make an image of this scene. ") + script(60), models()).kind
            == ModelKind::Image);
        QVERIFY(readPromptWords(
                    script(60) + QStringLiteral(". Please compose background music for it."), models())
                    .kind
            == ModelKind::Audio);
        // What somebody does inside the story is no request.
        QVERIFY(!readPromptWords(
            script(60) + QStringLiteral(" Draw me a picture, says the boy. ") + script(60), models())
                     .kind);
    }

    void anotherCatalogueHasOtherNames()
    {
        PromptReader reader;
        const QString text = QStringLiteral("a fox with Kling 3.0");
        QCOMPARE(reader.read(text, models()).modelId, std::optional(QStringLiteral("kling-3.0")));
        QList<Model> others = models().models();
        for (Model &model : others) {
            model.id += QStringLiteral("-b");
        }
        QCOMPARE(reader.read(text, Catalogue(others)).modelId, std::optional(QStringLiteral("kling-3.0-b")));
        QVERIFY(!reader.read(text, Catalogue()).modelId);
    }
};

QTEST_APPLESS_MAIN(TestPromptReader)
#include "tst_domain_prompt_reader.moc"
