#include "TestWorld.h"

#include <QTest>

using namespace facet;
using facet::test::World;

namespace {

/// One line for all that was read: "model=… s=… n=… ratio=… res=… audio=… kind=… edit talk".
QString summary(const PromptWords &words)
{
    QStringList parts;
    if (words.modelId)
        parts << QStringLiteral("model=") + *words.modelId;
    if (words.durationS)
        parts << QStringLiteral("s=") + QString::number(*words.durationS);
    if (words.count)
        parts << QStringLiteral("n=") + QString::number(*words.count);
    if (words.aspectRatio)
        parts << QStringLiteral("ratio=") + *words.aspectRatio;
    if (words.resolution)
        parts << QStringLiteral("res=") + *words.resolution;
    if (words.audio)
        parts << (*words.audio ? QStringLiteral("audio=on") : QStringLiteral("audio=off"));
    if (words.kind)
        parts << QStringLiteral("kind=") + wireName(*words.kind);
    if (words.editsElementInVideo)
        parts << QStringLiteral("edit");
    if (!words.asksForGeneration)
        parts << QStringLiteral("talk");
    return parts.join(u' ');
}

} // namespace

class TestPromptWords : public QObject {
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("model");
        const auto row = [](const char *prompt, const char *model) {
            QTest::newRow(prompt) << QString::fromUtf8(prompt) << QString::fromUtf8(model);
        };
        // The sentence of the help page, and its Korean forms (PRODUCT rule 5).
        row("Use Carat Basic Video (LTX 2.3)", "carat-video");
        row("use carat basic video", "carat-video");
        row("USE CARAT BASIC VIDEO (LTX2.3) please", "carat-video");
        row("Carat 기본 동영상(LTX 2.3)을 사용해줘", "carat-video");
        row("Carat 기본 비디오(LTX 2.3)로 만들어줘", "carat-video");
        row("캐럿 기본 비디오로 해줘", "carat-video");
        row("캐럿 기본 동영상(LTX 2.3)으로", "carat-video");
        row("카랏 비디오로 부탁해", "carat-video");
        row("LTX로 고양이 영상", "carat-video");
        row("ltx-2.3 a cat", "carat-video");
        row("A cat, with LTX.", "carat-video");
        row("엘티엑스로 만들어줘", "carat-video");
        // The longest name wins.
        row("Seedance 2.0 Fast 10 seconds", "seedance-2.0-fast");
        row("Seedance 2.0, 10 seconds", "seedance-2.0");
        row("seedance", "seedance-2.0-fast");
        row("시댄스 2.0으로", "seedance-2.0");
        row("시댄스 2.0 패스트로", "seedance-2.0-fast");
        row("시댄스로 만들어줘", "seedance-2.0-fast");
        row("with Google Veo 3.1 Fast", "veo-3.1-fast");
        row("with Google Veo 3.1", "veo-3.1");
        row("Veo, please: a storm", "veo-3.1");
        row("veo3.1로 만들어줘", "veo-3.1");
        row("구글 비오로 만들어줘", "veo-3.1");
        row("비오 3.1 패스트로", "veo-3.1-fast");
        row("Kling 3.0: a tiger", "kling-3.0");
        row("클링으로 호랑이", "kling-3.0");
        row("클링은 어때", "kling-3.0");
        row("Sora 2 a beach", "sora-2");
        row("use Sora for this", "sora-2");
        row("소라로 만들어줘", "sora-2");
        row("Seedream 4.5 poster", "seedream-4.5");
        row("Seedream 5.0 Lite", "seedream-5.0-lite");
        row("시드림으로 그려줘", "seedream-5.0-lite");
        // Common words that are no names here.
        row("비오는 날의 거리", "");
        row("비오는 날", "");
        row("a 2 carat diamond ring turns", "");
        row("소라 껍데기를 줍는 아이", "");
        row("소라가 웃는다", "");
        row("Sora walks her dog", "");
        row("sparkling water", "");
        row("inkling of doubt", "");
        row("a seedancer", "");
        row("I love Kling. 3 takes", "kling-3.0");
        row("Kling 3 takes", "kling-3.0");
        // The last one named wins, and one that is refused does not count.
        row("not Kling, use Veo 3.1", "veo-3.1");
        row("use Seedance instead of Kling", "seedance-2.0-fast");
        row("클링 말고 시댄스로", "seedance-2.0-fast");
        row("클링 대신 LTX로", "carat-video");
        row("first I wanted Kling, now Seedance 2.0", "seedance-2.0");
        row("don't use Veo", "");
        // Kinds of work that are models too.
        row("upscale this image", "upscale");
        row("이 영상 업스케일해줘", "upscale");
        row("lip sync this face", "lip-sync");
        row("립싱크 해줘", "lip-sync");
        row("a sound effect of a door", "sound-effects");
        row("make background music for my trip", "background-music");
        row("배경음악 만들어줘", "background-music");
        row("문 닫는 효과음 만들어줘", "sound-effects");
        row("a band plays music on the street", "");
        row("배경음악 있는 영상 만들어줘", "");
    }

    void names()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, model);
        const World &world = World::bundled();
        QCOMPARE(readPromptWords(prompt, world.catalogue).modelId.value_or(QString()), model);
        // Macs write Hangul taken apart.
        QCOMPARE(readPromptWords(prompt.normalized(QString::NormalizationForm_D), world.catalogue)
                     .modelId.value_or(QString()),
            model);
    }

    void options_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("read");
        const auto row = [](const char *prompt, const char *read) {
            QTest::newRow(prompt) << QString::fromUtf8(prompt) << QString::fromUtf8(read);
        };
        // issue 2's two sentences
        row("10 seconds, vertical, two takes", "s=10 n=2 ratio=9:16");
        row("세로로 10초짜리 두 개", "s=10 n=2 ratio=9:16");
        // length
        row("a dog, 5 seconds", "s=5");
        row("a dog 5 second", "s=5");
        row("a dog 10s", "s=10");
        row("a 10-second dog", "s=10");
        row("a ten second dog", "s=10");
        row("fifteen seconds of rain", "s=15");
        row("7.5 seconds of rain", "s=8");
        row("1 minute of rain", "s=60");
        row("half a minute of rain", "s=30");
        row("make it 8 sec", "s=8");
        row("10초", "s=10");
        row("10초짜리 강아지", "s=10");
        row("10 초로 해줘", "s=10");
        row("십오초 강아지", "s=15");
        row("오초짜리로", "s=5");
        row("1분짜리 강아지", "s=60");
        row("1분 30초 강아지", "s=90");
        row("10s짜리 강아지", "s=10");
        row("a 10-second shot where she waits for 3 seconds", "s=10");
        row("after 5 seconds the dog jumps", "");
        row("the dog jumps after 2 seconds, 10 seconds in all", "s=10");
        row("for the first 3 seconds nothing moves", "");
        row("첫 3초는 정지, 전체 10초", "s=10");
        row("3초 후에 강아지가 뛴다", "");
        row("a 1980s street", "");
        row("a street in the 80s", "");
        row("a woman in her 20s", "");
        row("wait a second", "");
        row("at 9:16 am a train leaves", "");
        // numbers in names are not options
        row("Seedance 2.0 Fast 10 seconds", "model=seedance-2.0-fast s=10");
        row("LTX 2.3, 5 seconds", "model=carat-video s=5");
        row("Kling 3 takes", "model=kling-3.0 n=3");
        row("Use Carat Basic Video (LTX 2.3)", "model=carat-video");
        // count
        row("two cats run", "");
        row("고양이 두 마리가 뛴다", "");
        row("three versions of a sunset", "n=3");
        row("3 versions", "n=3");
        row("2 takes", "n=2");
        row("give me four variations", "n=4");
        row("a couple of takes", "n=2");
        row("a dog, make two", "n=2");
        row("사과 두 개가 놓인 테이블", "");
        row("두 개", "n=2");
        row("2개", "n=2");
        row("영상 세 편", "n=3 kind=video");
        row("강아지, 두 개 만들어줘", "n=2");
        row("세 가지 버전으로", "n=3");
        row("강아지 영상 2개 만들어줘", "n=2 kind=video");
        row("이 사진 두 장으로 영상 만들어줘", "kind=video");
        row("combine these two images", "");
        row("a fox, ×2", "n=2");
        row("5s · 720p · 16:9 · ×3", "s=5 n=3 ratio=16:9 res=720p");
        row("a fox x3", "n=3");
        row("a fox at 2x speed", "");
        row("a box of x2 chips falls", "");
        row("a fox. Generate it twice", "n=2");
        row("render this three times", "n=3");
        row("a fox jumps three times", "");
        row("여우 영상, 두 번 만들어 줘", "n=2 kind=video");
        row("여우가 세 번 점프한다", "");
        // shape
        row("vertical", "ratio=9:16");
        row("vertical lines on a wall", "");
        row("a dog, portrait", "ratio=9:16");
        row("oil portrait of a dog", "kind=image");
        row("세로 강아지", "ratio=9:16");
        row("세로줄 무늬 셔츠", "");
        row("a dog in square", "ratio=1:1");
        row("a town square at noon", "");
        row("정사각형으로", "ratio=1:1");
        row("widescreen", "ratio=16:9");
        row("a dog in landscape", "ratio=16:9");
        row("a wild landscape at dawn", "");
        row("가로로 강아지", "ratio=16:9");
        row("가로등 아래 강아지", "");
        row("길을 가로질러 뛰는 강아지", "");
        row("9:16", "ratio=9:16");
        row("16x9 dog", "ratio=16:9");
        row("9대16으로", "ratio=9:16");
        row("4:3, 720p", "ratio=4:3 res=720p");
        row("21:9 desert", "ratio=21:9");
        row("for TikTok", "ratio=9:16");
        row("a boy in shorts", "");
        row("쇼츠용으로", "ratio=9:16");
        // resolution
        row("4K", "res=4K");
        row("in 4k please", "res=4K");
        row("4K로 해줘", "res=4K");
        row("1080p", "res=1080p");
        row("full hd", "res=1080p");
        row("풀HD로", "res=1080p");
        row("720p로", "res=720p");
        row("uhd", "res=4K");
        row("a 1080 pound bear", "");
        row("a bear in 1080", "res=1080p");
        row("1080으로 해줘", "res=1080p");
        row("qhd", "res=2K");
        // sound
        row("a storm with sound", "audio=on");
        row("a storm without sound", "audio=off");
        row("a storm, no audio", "audio=off");
        row("a silent forest", "");
        row("a forest with narration", "audio=on");
        row("내레이션 있는 숲", "audio=on");
        row("a storm, silent", "audio=off");
        row("소리 없이", "audio=off");
        row("소리 포함해서", "audio=on");
        row("무음으로", "audio=off");
        // together
        row("Veo 3.1로 15초, 4K, 소리 포함, 가로", "model=veo-3.1 s=15 ratio=16:9 res=4K audio=on");
        row("Kling, vertical 9:16, 1080p, 10s, no sound, 2 takes",
            "model=kling-3.0 s=10 n=2 ratio=9:16 res=1080p audio=off");
        row("", "");
        row("start frame to end frame, slow push in", "");
    }

    void options()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, read);
        QCOMPARE(summary(readPromptWords(prompt, World::bundled().catalogue)), read);
    }

    void intent_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<bool>("hasVideo");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("edits");
        QTest::addColumn<bool>("generates");
        const auto row = [](const char *prompt, const char *kind, bool edits, bool generates,
                             bool hasVideo = false) {
            QTest::addRow("%s%s", prompt, hasVideo ? " (video there)" : "")
                << QString::fromUtf8(prompt) << hasVideo << QString::fromLatin1(kind) << edits << generates;
        };
        // kinds of work
        row("make an image of a fox", "image", false, true);
        row("a picture of a fox", "image", false, true);
        row("draw a fox", "image", false, true);
        row("A man looks at a photo of his wife", "", false, true);
        row("turn this image into a video", "video", false, true);
        row("animate this photo", "video", false, true);
        row("expand this image to the left", "image", false, true);
        row("remove the background from this photo", "image", false, true);
        row("make a video with background music", "video", false, true);
        row("background music for a video", "audio", false, true);
        row("compose a cheerful song", "audio", false, true);
        row("create a movie poster", "image", false, true);
        row("여우 이미지 만들어줘", "image", false, true);
        row("여우 그려줘", "image", false, true);
        row("이 사진으로 영상 만들어줘", "video", false, true);
        row("이 사진을 수채화로 바꿔줘", "image", false, true);
        row("이 사진 움직이게 해줘", "video", false, true);
        row("영상에 넣을 배경음악 만들어줘", "audio", false, true);
        row("음악을 연주하는 밴드", "", false, true);
        row("이미지 확장해줘", "image", false, true);
        row("화질 개선해줘", "tool", false, true);
        row("A fox runs over the snow", "", false, true);
        // editing inside a finished video (PRODUCT rule 3)
        row("remove the hat from the video", "", true, true);
        row("영상에서 모자만 지워줘", "", true, true);
        row("Please replace the car in this clip with a bike", "", true, true);
        row("change the colour of her dress in the video", "", true, true);
        row("영상 속 자동차를 빨간색으로 바꿔줘", "", true, true);
        row("remove the hat", "", true, true, true);
        row("remove the hat", "", false, true, false);
        row("모자만 지워줘", "", true, true, true);
        row("모자만 지워줘", "", false, true, false);
        row("make her dress red", "", true, true, true);
        row("change the length of the video to 10 seconds", "", false, true, true);
        row("영상 길이를 10초로 바꿔줘", "video", false, true, true);
        row("A magician removes the hat", "", false, true, true);
        row("again, but slower", "", false, true, true);
        row("remove the background from this photo", "image", false, true, true);
        // only talk
        row("hi", "", false, false);
        row("Hello!", "", false, false);
        row("hey there :)", "", false, false);
        row("thank you so much!", "", false, false);
        row("안녕하세요", "", false, false);
        row("감사합니다!", "", false, false);
        row("How many credits do I have left?", "", false, false);
        row("how much does Kling cost", "", false, false);
        row("What is unlimited?", "", false, false);
        row("credits left?", "", false, false);
        row("크레딧 얼마나 남았어?", "", false, false);
        row("클링은 얼마예요?", "", false, false);
        row("요금제 차이 알려줘", "", false, false);
        row("영상은 어떻게 만들어요?", "video", false, false);
        // in doubt it is work
        row("Hello kitty runs through a field", "", false, true);
        row("Can you make a fox run?", "", false, true);
        row("What would a city on Mars look like?", "", false, true);
        row("When the sun rises, a girl walks", "", false, true);
        row("여우가 뛰는 장면", "", false, true);
        row("여우 뛰게 해줄래?", "", false, true);
        row("크레딧 남은 만큼 영상 만들어줘", "video", false, true);
        row("", "", false, true);
    }

    void intent()
    {
        QFETCH(QString, prompt);
        QFETCH(bool, hasVideo);
        QFETCH(QString, kind);
        QFETCH(bool, edits);
        QFETCH(bool, generates);
        const PromptWords words = readPromptWords(prompt, World::bundled().catalogue, hasVideo);
        QCOMPARE(words.editsElementInVideo, edits);
        QCOMPARE(words.asksForGeneration, generates);
        if (!edits)
            QCOMPARE(words.kind ? wireName(*words.kind) : QString(), kind);
    }

    /// Names are told apart whatever the service offers (tests/bench/bench_quote says how fast).
    void findsNamesAmongManyModels()
    {
        QList<Model> models;
        for (int i = 0; i < 500; ++i) {
            Model model = World::bundled().catalogue.models()[i % World::bundled().catalogue.models().size()];
            model.id += QStringLiteral("-%1").arg(i);
            model.name += QStringLiteral(" %1").arg(i);
            for (QString &alias : model.aliases)
                alias += QStringLiteral(" %1").arg(i);
            models.append(model);
        }
        World world = World::bundled();
        models += world.catalogue.models();
        world.catalogue = Catalogue(models);
        QuoteRequest request;
        request.prompt =
            QStringLiteral("A fox runs over the snow at dawn, slow push in, soft light, Seedance 2.0 "
                           "Fast, 10 seconds, vertical, two takes. 세로로 10초짜리 두 개, 소리 없이 ")
                .repeated(3);
        const Account account = world.account(QStringLiteral("plus"), 40);
        QCOMPARE(world.quote(request, account).modelId, QStringLiteral("seedance-2.0-fast"));
    }
};

QTEST_APPLESS_MAIN(TestPromptWords)
#include "tst_domain_prompt_words.moc"
