#include "domain/PromptParts.h"

#include <QHash>

#include <cmath>

/// Length, count, aspect ratio, resolution and sound said in words.
namespace facet::detail {

namespace {

#define FACET_NUMBER                                                                                         \
    "(?:\\d{1,3}(?:\\.\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty)"

double numberOf(const QString &word)
{
    static const QHash<QString, int> words{
        { QStringLiteral("a"), 1 },
        { QStringLiteral("one"), 1 },
        { QStringLiteral("two"), 2 },
        { QStringLiteral("three"), 3 },
        { QStringLiteral("four"), 4 },
        { QStringLiteral("five"), 5 },
        { QStringLiteral("six"), 6 },
        { QStringLiteral("seven"), 7 },
        { QStringLiteral("eight"), 8 },
        { QStringLiteral("nine"), 9 },
        { QStringLiteral("ten"), 10 },
        { QStringLiteral("twelve"), 12 },
        { QStringLiteral("fifteen"), 15 },
        { QStringLiteral("twenty"), 20 },
        { QStringLiteral("thirty"), 30 },
        { QStringLiteral("sixty"), 60 },
        { QStringLiteral("couple"), 2 }, //
        { QStringLiteral("한"), 1 },
        { QStringLiteral("하나"), 1 },
        { QStringLiteral("두"), 2 },
        { QStringLiteral("세"), 3 },
        { QStringLiteral("네"), 4 },
        { QStringLiteral("다섯"), 5 },
        { QStringLiteral("여섯"), 6 },
        { QStringLiteral("일곱"), 7 },
        { QStringLiteral("여덟"), 8 },
        { QStringLiteral("삼"), 3 },
        { QStringLiteral("사"), 4 },
        { QStringLiteral("오"), 5 },
        { QStringLiteral("육"), 6 },
        { QStringLiteral("팔"), 8 },
        { QStringLiteral("십"), 10 },
        { QStringLiteral("십이"), 12 },
        { QStringLiteral("십오"), 15 },
        { QStringLiteral("이십"), 20 },
        { QStringLiteral("삼십"), 30 },
    };
    const auto it = words.constFind(word);
    return it != words.constEnd() ? *it : word.toDouble();
}

std::optional<int> seconds(double value)
{
    const double whole = std::ceil(value);
    return whole >= 1 && whole <= 600 ? std::optional(static_cast<int>(whole)) : std::nullopt;
}

} // namespace

bool maySayOptions(const QString &text)
{
    // Every pattern of this file needs one of these; a word added there is added here.
    static const QRegularExpression any = pattern(
        "\\d|×|[초분개편장건번]|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|half|couple|twice|min|mins|minute|minutes)\\b"
        "|vertical|portrait|tiktok|reels?|shorts|stor(?:y|ies)|wide|horizontal|landscape|square|cinemascope"
        "|세로|쇼츠|릴스|틱톡|가로|와이드|정사각|정방형|시네마스코프"
        "|hd|사케이|에이치디|sound|audio|music|dialog|voice|speech|narration|mute|silent"
        "|가지|버전|테이크|종류|소리|오디오|사운드|음성|음향|음악|대사|레이션|무음|음소거");
    return any.match(text).hasMatch();
}

std::optional<SaidLength> durationIn(const QString &text)
{
    // "After 5 seconds", "the first 3 seconds", "3초 후" place something inside the video; the "80s" are a
    // decade, "her 20s" an age.
    static const QRegularExpression english = pattern(
        "(?<before>\\b(?:first|last|next|final|after|at|every|per|within|around the|for the|until|than|the|her|his|their|my|late|early|mid|mid-)\\s+|['’\\d.:])?"
        "(?<![\\p{L}\\p{N}.])(?<n>" FACET_NUMBER
        "|half an?|an?)(?<gap>\\s*-?\\s*)(?<unit>seconds?|secs?|s|minutes?|mins?)(?![a-z0-9])"
        "(?<after>\\s+(?:in\\b(?!\\s+(?:all|total|length))|into\\b|later|after|before|ago|long|video|clip|loop|shot|movie|animation|film|ad\\b|take)|,?\\s+(?:mark\\b))?");
    static const QRegularExpression korean = pattern(
        "(?<before>(?:첫|처음|마지막|맨 앞|끝)\\s*)?(?<![\\p{L}\\p{N}.])"
        "(?:(?<min>\\d{1,2}|일|한|이|두)\\s*분\\s*(?=\\d|짜리|길이|영상|동영상|비디오|으로|로|정도|$|[\\s,.]))?"
        "(?:(?<n>\\d{1,3}(?:\\.\\d+)?|십오|십이|십|오|육|팔|사|삼|이십|삼십)\\s*초(?![원대록기보])(?<after>\\s*(?:후|뒤|마다|지점|부분|쯤에|에서|전|간격|째|동안만))?"
        "(?<strong>\\s*(?:짜리|길이|분량|영상|동영상|비디오|클립|으로))?)?");

    std::optional<int> weak;
    std::optional<int> strong;
    const auto offer = [&](std::optional<int> value, bool isStrong) {
        if (!value)
            return;
        if (isStrong)
            strong = value; // the last one said so plainly counts: people correct themselves
        else if (!weak)
            weak = value;
    };
    for (auto it = english.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString number = match.captured(u"n");
        const QString unit = match.captured(u"unit");
        const QString gap = match.captured(u"gap");
        const QString after = match.captured(u"after").trimmed();
        const QString before = match.captured(u"before").trimmed();
        const bool digits = number[0].isDigit();
        const bool article = number == QLatin1String("a") || number == QLatin1String("an");
        const bool minutes = unit.startsWith(u'm');
        if (unit == QLatin1String("s")) {
            const double value = numberOf(number);
            if (!digits || gap.contains(u' ') || (value >= 50 && std::fmod(value, 10) == 0)
                || !before.isEmpty())
                continue;
        }
        if (article && !minutes) // "a second" is a moment
            continue;
        const bool long_ = after == QLatin1String("long") || after == QLatin1String("video")
            || after == QLatin1String("clip") || after == QLatin1String("loop")
            || after == QLatin1String("shot") || after == QLatin1String("movie")
            || after == QLatin1String("animation") || after == QLatin1String("film")
            || after == QLatin1String("ad") || after == QLatin1String("take");
        if (!after.isEmpty() && !long_)
            continue;
        if (!before.isEmpty() && !(before == QLatin1String("the") && long_))
            continue;
        const double value = number.startsWith(QLatin1String("half")) ? 0.5 : numberOf(number);
        offer(seconds(minutes ? value * 60 : value), long_ || gap.contains(u'-'));
    }
    for (auto it = korean.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString minutes = match.captured(u"min");
        const QString number = match.captured(u"n");
        if ((minutes.isEmpty() && number.isEmpty()) || !match.captured(u"before").isEmpty()
            || !match.captured(u"after").isEmpty())
            continue;
        const double minuteValue = minutes == QLatin1String("") ? 0
            : minutes == QStringLiteral("일")                   ? 1
            : minutes == QStringLiteral("이")                   ? 2
                                                                : numberOf(minutes);
        offer(seconds(minuteValue * 60 + (number.isEmpty() ? 0 : numberOf(number))),
            !match.captured(u"strong").isEmpty());
    }
    if (strong)
        return SaidLength{ *strong, true };
    return weak ? std::optional(SaidLength{ *weak, false }) : std::nullopt;
}

std::optional<int> countIn(const QString &text)
{
    // What is counted must be a result: "two cats run" are two cats, "these two images" are inputs.
    static const QRegularExpression english = pattern(
        "(?<before>\\b(?:these|those|the|my|our|your|both|attached|between|from|of|using|with|into|in|first|last|next|to|all|combine|merge|animate|join|blend|connect|loop)\\s+)?"
        "(?<![\\p{L}\\p{N}.:-])(?:a\\s+)?(?<n>[1-9]|1\\d|one|two|three|four|five|six|seven|eight|couple)(?:\\s+of)?\\s*-?\\s*"
        "(?:(?:different|more|other|alternative|alternate|separate|short|vertical|horizontal|square|new|distinct|similar|quick|candidate|\\d{1,2}[- ]?(?:s|sec|secs|second|seconds))\\s+){0,3}"
        "(?<what>takes?|versions?|variations?|variants?|alternatives|videos|clips|images|pictures|photos|illustrations|drawings|renders|generations|results|outputs|samples|candidates|tracks|songs)\\b"
        "(?!\\s+(?:of\\s+(?:them|these|those)\\s+)?(?:together|side by side))");
    static const QRegularExpression englishBare = pattern(
        "\\b(?:make|give me|generate|create|render|i want|i need|do)\\s+(?:me\\s+)?(?<n>[1-9]|two|three|four|five|six)"
        "(?=\\s*(?:[.,!;]|$|of (?:them|these|those|it)|please))");
    // As the window itself writes it: "×2". A bare "2x" is a speed or an enlargement.
    static const QRegularExpression times =
        pattern("(?:^|[\\s,;·])(?:×\\s?|x)(?<n>[1-9])(?=\\s*(?:[,.;!·]|$))");
    static const QRegularExpression repeated = pattern(
        "\\b(?:make|generate|create|render|run|do)\\s+(?:it|this|that|one)\\s+(?:(?<twice>twice)|(?<n>[2-9]|two|three|four|five|six)\\s+times)\\b"
        "|(?<!\\p{Hangul})(?<ko>[2-9]|두|세|네|다섯)\\s*번\\s*(?:만들|생성|제작|뽑|렌더|돌려)");
    // Without a result noun a bare 개 counts only after another wish, or at the start of a clause: "사과 두
    // 개" are apples.
    static const QRegularExpression korean = pattern(
        "(?<before>[\\p{L}\\p{N}:¤]+)?(?<sep>[\\s,.·/]*)(?<![\\p{N}.])(?<n>(?:[1-9]|1\\d)(?=\\s*(?:개|편|장|가지|버전|테이크|종류|건|컷씩))|(?<!\\p{Hangul})(?:한|두|세|네|다섯|여섯|일곱|여덟))\\s*"
        "(?<unit>개|편|장|가지|버전|테이크|종류|건)(?<after>으로|로|을|를|의|이|가|사이|씩)?");
    static const QRegularExpression resultNoun = pattern(
        "(?:영상|동영상|비디오|클립|이미지|그림|사진|일러스트|버전|테이크|결과물?|시안|음악|효과음|곡)(?:을|를|은|도)?$");
    static const QRegularExpression afterWish = pattern(
        "(?:짜리|초|로|으로|세로|가로|세로형|가로형|정사각형?|와이드|없이|있게|포함|4k|2k|\\d+p|\\d+:\\d+|길이|화질|해상도|비율|한번에|총|각각|서로|다른|비슷한|다양한|하나로|줘|주세요|말고)$");
    static const QRegularExpression inputNoun = pattern("(?:이미지|그림|사진|프레임)$");

    std::optional<int> count;
    for (auto it = english.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (!match.captured(u"before").isEmpty())
            continue;
        const QString what = match.captured(u"what");
        const int number = static_cast<int>(numberOf(match.captured(u"n")));
        // "Make one image", "a single take"; but "version 2", "take one" have another order and do not match.
        if (number > 1 && !what.endsWith(u's') && !match.captured(0).contains(u'-'))
            continue;
        count = number;
    }
    if (!count) {
        const auto match = englishBare.match(text);
        if (match.hasMatch())
            count = static_cast<int>(numberOf(match.captured(u"n")));
    }
    if (!count) {
        if (const auto match = times.match(text); match.hasMatch())
            count = static_cast<int>(numberOf(match.captured(u"n")));
    }
    if (!count) {
        if (const auto match = repeated.match(text); match.hasMatch()) {
            const QString number = match.captured(u"n") + match.captured(u"ko");
            count = number.isEmpty() ? 2 : static_cast<int>(numberOf(number));
        }
    }
    for (auto it = korean.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString before = match.captured(u"before");
        const QString unit = match.captured(u"unit");
        const QString after = match.captured(u"after");
        const QString separator = match.captured(u"sep");
        const bool clauseStart = before.isEmpty() || separator.contains(u',') || separator.contains(u'.');
        const bool asInput =
            inputNoun.match(before).hasMatch() && !after.isEmpty() && after != QStringLiteral("씩");
        const bool ofOthers = after == QStringLiteral("의") || after == QStringLiteral("이")
            || after == QStringLiteral("가") || after == QStringLiteral("사이");
        if (asInput || ofOthers)
            continue;
        const bool plain = unit == QStringLiteral("편") || unit == QStringLiteral("버전")
            || unit == QStringLiteral("테이크");
        if (plain || clauseStart || resultNoun.match(before).hasMatch() || afterWish.match(before).hasMatch())
            count = static_cast<int>(numberOf(match.captured(u"n")));
    }
    return count && *count <= 20 ? count : std::nullopt;
}

std::optional<QString> aspectRatioIn(const QString &text)
{
    static const QRegularExpression figures = pattern(
        "(?<![\\d:.])(16|9|1|4|3|21|5|2)\\s*(?::|x|×|대|by|/)\\s*(16|9|1|4|3|21|5|2)(?![\\d:.]|\\s*(?:am|pm|a\\.m|p\\.m))");
    static const QRegularExpression tall = pattern(
        "\\bvertical(?:ly)?\\b(?!\\s+(?:lines?|stripes?|gardens?|farms?|blinds?|walls?|bars?|axis|pan|tilt|movement|motion|drop|jump|climb|slats?|takeoff))"
        "|\\bportrait\\s+(?:mode|orientation|format|video|clip|aspect|ratio|size|screen|version)\\b"
        "|(?:^|[,;]\\s*|\\bin\\s+|\\bas\\s+)portrait(?=\\s*(?:[,;.!]|$|and\\b))"
        "|\\b(?:for|as)\\s+(?:an?\\s+)?(?:tiktoks?|(?:instagram\\s+)?reels?|(?:youtube\\s+)?shorts|instagram stor(?:y|ies))\\b"
        "|\\byoutube shorts\\b|세로(?!\\s*(?:줄|선|무늬|획|로\\s*(?:쓰|길게|늘어|갈라|찢)))|쇼츠|릴스|틱톡");
    static const QRegularExpression wide = pattern(
        "\\bwide[- ]?screen\\b|\\bhorizontal(?:ly)?\\b(?!\\s+(?:lines?|stripes?|blinds?|bars?|axis|pan|movement|motion|slats?))"
        "|\\blandscape\\s+(?:mode|orientation|format|aspect|ratio|version)\\b"
        "|(?:^|[,;]\\s*|\\bin\\s+)landscape(?=\\s*(?:[,;.!]|$))"
        "|가로(?=(?:로|형|화면|영상|동영상|비디오|모드|방향|비율)?(?:\\s|[,.!]|$))(?!\\s*(?:줄|선|무늬))|와이드\\s?스크린|와이드\\s?(?:화면|비율|영상)");
    static const QRegularExpression square = pattern(
        "\\bsquare[- ](?:video|clip|image|picture|photo|format|aspect|crop|ratio|frame|version|shape)\\b"
        "|(?:^|[,;]\\s*|\\bin\\s+(?:a\\s+)?|\\bas\\s+(?:a\\s+)?|\\bit\\s+)square(?=\\s*(?:[,;.!]|$|and\\b|please))|정사각|정방형");
    static const QRegularExpression ultraWide = pattern(
        "\\bultra[- ]?wide(?:screen)?(?!\\s+(?:lens|angle|shot))\\b|\\bcinemascope\\b|시네마스코프|울트라\\s?와이드");

    for (auto it = figures.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString ratio = match.captured(1) + u':' + match.captured(2);
        static const QStringList known{ QStringLiteral("16:9"), QStringLiteral("9:16"), QStringLiteral("1:1"),
            QStringLiteral("4:3"), QStringLiteral("3:4"), QStringLiteral("21:9"), QStringLiteral("9:21"),
            QStringLiteral("4:5"), QStringLiteral("5:4"), QStringLiteral("3:2"), QStringLiteral("2:3"),
            QStringLiteral("2:1") };
        if (known.contains(ratio))
            return ratio;
    }
    if (ultraWide.match(text).hasMatch())
        return QStringLiteral("21:9");
    if (tall.match(text).hasMatch())
        return QStringLiteral("9:16");
    if (square.match(text).hasMatch())
        return QStringLiteral("1:1");
    if (wide.match(text).hasMatch())
        return QStringLiteral("16:9");
    return std::nullopt;
}

std::optional<QString> resolutionIn(const QString &text)
{
    static const QRegularExpression lines =
        pattern("(?<![a-z0-9])(360|480|540|720|1080|1440|2160)(?:\\s?p(?![a-z0-9])|(?=으로))"
                "|(?<=\\bin )(720|1080|1440|2160)(?=\\s*(?:[,.;!]|$))");
    static const QRegularExpression fourK =
        pattern("(?<![a-z0-9])(?:4\\s?k|uhd|ultra[- ]?hd)(?![a-z0-9])|4케이|사케이|유에이치디");
    static const QRegularExpression twoK = pattern("(?<![a-z0-9])(?:2\\s?k|qhd|quad[- ]?hd)(?![a-z0-9])");
    static const QRegularExpression fullHd =
        pattern("(?<![a-z0-9])(?:full[- ]?hd|fhd)(?![a-z0-9])|풀\\s?hd|풀\\s?에이치디");
    static const QRegularExpression hd = pattern("(?<![a-z0-9])hd(?![a-z0-9])|에이치디");

    const auto match = lines.match(text);
    if (match.hasMatch()) {
        const QString number = match.captured(1) + match.captured(2);
        if (number == QLatin1String("2160"))
            return QStringLiteral("4K");
        if (number == QLatin1String("1440"))
            return QStringLiteral("2K");
        return QString(number + u'p');
    }
    if (fourK.match(text).hasMatch())
        return QStringLiteral("4K");
    if (twoK.match(text).hasMatch())
        return QStringLiteral("2K");
    if (fullHd.match(text).hasMatch())
        return QStringLiteral("1080p");
    if (hd.match(text).hasMatch())
        return QStringLiteral("720p");
    return std::nullopt;
}

std::optional<bool> audioIn(const QString &text)
{
    static const QRegularExpression off = pattern(
        "\\b(?:no|without)\\s+(?:any\\s+)?(?:sound|audio|music|dialogue|voices?)\\b|\\b(?:mute|muted|soundless)\\b"
        "|\\baudio\\s+off\\b|\\bsilent\\s+(?:video|clip|film|movie)\\b|(?:^|[,;]\\s*)silent(?=\\s*(?:[,;.!]|$))"
        "|(?:소리|오디오|사운드|음성|음향)\\s*(?:는|은|도)?\\s*(?:없이|없는|없게|빼고|빼 줘|빼줘|끄고|꺼)|무음|음소거");
    static const QRegularExpression on = pattern(
        "\\bwith\\s+(?:the\\s+|some\\s+|natural\\s+|ambient\\s+|native\\s+|background\\s+)?(?:sounds?|audio|dialog(?:ue)?|voices?|voice-?over|narration|music|speech)\\b"
        "|\\b(?:include|add|and)\\s+(?:sound|audio|dialogue)\\b|\\baudio\\s+on\\b"
        "|(?:소리|오디오|사운드|음성|대사|음향|음악|내레이션|나레이션)(?:도|를|가|을|이|까지)?\\s*(?:포함|있게|있는|넣어|넣은|와 함께|과 함께|나오게|켜)|(?:소리|오디오|사운드|음성)(?:와|과)\\s+함께");
    if (off.match(text).hasMatch())
        return false;
    if (on.match(text).hasMatch())
        return true;
    return std::nullopt;
}

} // namespace facet::detail
