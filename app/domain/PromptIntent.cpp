#include "domain/PromptParts.h"

/// What a message is about: which kind of work, editing inside a finished video, or only talk.
namespace facet::detail {

QRegularExpression pattern(const char *utf8)
{
    QRegularExpression expression(QString::fromUtf8(utf8), QRegularExpression::UseUnicodePropertiesOption);
    Q_ASSERT_X(expression.isValid(), utf8, qPrintable(expression.errorString()));
    expression.optimize();
    return expression;
}

namespace {

#define FACET_VIDEO "videos?|clips?|animations?|movies?|footage|trailers?|time-?lapses?|gifs?"
#define FACET_IMAGE                                                                                          \
    "images?|pictures?|photos?|photographs?|illustrations?|drawings?|paintings?|posters?|logos?|wallpapers?|thumbnails?|icons?|sketch(?:es)?|portraits?"
#define FACET_AUDIO                                                                                          \
    "sound effects?|sfx|background music|bgm|soundtracks?|music|songs?|jingles?|tunes?|melody|melodies|beats?"
#define FACET_NOUN FACET_VIDEO "|" FACET_IMAGE "|" FACET_AUDIO
// Words after which a noun is no longer the object of the verb.
#define FACET_STOP                                                                                           \
    "(?!(?:an?|the|this|that|these|those|my|our|your|his|her|its|their|of|with|in|on|at|from|into|to|for|and|is|are|where|who|it|me|us)\\b)"

#define FACET_KO_VIDEO "동영상|영상|비디오|클립|애니메이션|무비"
#define FACET_KO_IMAGE "이미지|사진|그림|일러스트|포스터|로고|썸네일|배경화면"
#define FACET_KO_AUDIO "효과음|사운드\\s?이펙트|배경\\s?음악|음악|노래|브금|bgm|사운드트랙"

ModelKind kindOfNoun(const QString &noun)
{
    static const QRegularExpression video = pattern("^(?:" FACET_VIDEO "|" FACET_KO_VIDEO ")$");
    static const QRegularExpression image = pattern("^(?:" FACET_IMAGE "|" FACET_KO_IMAGE ")$");
    if (video.match(noun).hasMatch())
        return ModelKind::Video;
    return image.match(noun).hasMatch() ? ModelKind::Image : ModelKind::Audio;
}

bool hasHangul(const QString &text)
{
    static const QRegularExpression hangul = pattern("\\p{Hangul}");
    return hangul.match(text).hasMatch();
}

std::optional<ModelKind> koreanKind(const QString &text)
{
    static const QRegularExpression tool = pattern("업\\s?스케일|립\\s?싱크|화질\\s?개선");
    static const QRegularExpression moves = pattern("움직이게|움직이도록|살아\\s?움직");
    static const QRegularExpression draws = pattern("그려\\s?(?:줘|주|달|봐)");
    // A noun that is the object: what follows is a particle of object or result, a count, or the end, and
    // not "에서", "있는", "같은", "하는"…
    static const QRegularExpression object = pattern(
        "(" FACET_KO_VIDEO "|" FACET_KO_IMAGE "|" FACET_KO_AUDIO ")"
        "(?!\\s*(?:에서|에|속|의\\s|위에|처럼|같은|같이|있는|있고|없는|없이|포함|넣|들어간|와|과|하고|이랑|랑|하는|하며|보는|보고|듣|"
        "(?:을|를)\\s*(?:보|듣|연주|부르|찍|들고|그리|틀|켜|걸|하)|(?:이|가)\\s*(?:있|없|흐르|나오|들리|걸)))");
    static const QRegularExpression request = pattern(
        "만들|만드|생성|제작|그려\\s?(?:줘|주|달)|뽑아|작곡|합성|부탁|바꿔|바꾸|변환|확장|편집|보정|지워|제거|늘려|줘|주세요|필요|원해");
    if (tool.match(text).hasMatch())
        return ModelKind::Tool;
    if (moves.match(text).hasMatch())
        return ModelKind::Video;
    std::optional<ModelKind> kind;
    for (auto it = object.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString rest = text.mid(match.capturedEnd(1), 40);
        if (request.match(rest).hasMatch() || rest.trimmed().size() <= 4)
            kind = kindOfNoun(match.captured(1));
    }
    if (!kind && draws.match(text).hasMatch())
        return ModelKind::Image;
    return kind;
}

std::optional<ModelKind> englishKind(const QString &text)
{
    static const QRegularExpression tool =
        pattern("\\bup-?scal(?:e|ed|ing)\\b|\\blip[- ]?sync(?:ed|ing)?\\b");
    static const QRegularExpression intoVideo = pattern(
        "\\b(?:in)?to\\s+(?:an?\\s+)?(?:[\\w-]+\\s+){0,3}?(?:videos?|clips?|animations?|movies?)\\b|\\bimage[- ]to[- ]video\\b"
        "|\\banimate\\b|\\b(?:to life|come alive)\\b|\\bmake\\s+(?:it|them|him|her|this|the \\w+)\\s+move\\b");
    static const QRegularExpression draws = pattern(
        "^\\s*(?:please\\s+|can you\\s+|could you\\s+|i want you to\\s+)?(?:draw|sketch|illustrate|paint)\\b");
    static const QRegularExpression made = pattern(
        "\\b(?:make|create|generate|produce|render|design|compose|write|draw|paint|give|want|need|show|get)(?:\\s+(?:me|us|please))*"
        "(?:\\s+(?:an?|some|another|one|two|three|four|five|six|\\d+))?"
        "(?:[\\s,]+" FACET_STOP "(?!(?:" FACET_NOUN ")\\b)[\\w'’.:-]+){0,4}[\\s,]+" FACET_STOP
        "((?:(?:" FACET_NOUN ")\\s+)*)(" FACET_NOUN ")\\b");
    static const QRegularExpression heads = pattern(
        "^\\s*(?:please\\s+)?(?:(?:an?|the|some|one|two|three|four|\\d+)\\s+)?(?:[\\w'’.:-]+\\s+){0,2}?((?:(?:" FACET_NOUN
        ")\\s+)*)(" FACET_NOUN ")"
        "(?=\\s+(?:of|with|about|for|showing|where|in which|in the style|from)\\b|\\s*(?:[,.!:;]|$))");
    static const QRegularExpression editsImage = pattern(
        "\\b(?:edit|retouch|expand|extend|outpaint|uncrop|modify|restyle|recolou?r|change|remove|erase|replace|crop|fix)\\b"
        "[^.!?]{0,60}\\b(?:images?|pictures?|photos?|photographs?|illustrations?|drawings?|paintings?)\\b"
        "|\\bmake\\s+(?:this|the|my|that)\\s+(?:image|picture|photo|drawing)\\s+(?:look|brighter|darker|wider|bigger|larger|sharper|warmer|cooler|black|vintage)\\b");
    if (const auto match = tool.match(text); match.hasMatch())
        return ModelKind::Tool;
    if (intoVideo.match(text).hasMatch())
        return ModelKind::Video;
    if (const auto match = made.match(text); match.hasMatch())
        return kindOfNoun(match.captured(2));
    if (const auto match = heads.match(text); match.hasMatch())
        return kindOfNoun(match.captured(2));
    if (editsImage.match(text).hasMatch() || draws.match(text).hasMatch())
        return ModelKind::Image;
    return std::nullopt;
}

} // namespace

std::optional<ModelKind> kindIn(const QString &text)
{
    if (hasHangul(text)) {
        if (const auto kind = koreanKind(text))
            return kind;
    }
    return englishKind(text);
}

bool editsElementInVideo(const QString &text, bool hasVideoToEdit)
{
    // Length, size, model and the like are new generations, not edits of something in the picture.
    static const QRegularExpression wholeVideo = pattern(
        "\\b(?:length|duration|aspect|ratio|resolution|model|style|speed|prompt|agent|quality|format|orientation|frames?|ending|camera)\\b"
        "|길이|비율|해상도|모델|스타일|속도|프롬프트|에이전트|화질|방향|프레임|카메라");
    static const QRegularExpression englishNamed = pattern(
        "\\b(?:remove|erase|delete|take out|get rid of|replace|swap|change|recolou?r|edit out|cut out|edit|add)\\b[^.!?\\n]{1,80}?"
        "\\b(?:from|in|on|inside|of|within|to)\\s+(?:the|this|that|my|your|our|previous|last|finished|generated)\\s+"
        "(?:\\w+\\s+){0,2}?(?:video|clip|footage|movie)\\b");
    static const QRegularExpression english =
        pattern("^\\s*(?:(?:please|now|and|ok|okay|can you|could you|then|just|great|nice),?\\s+)*"
                "(?:remove|erase|delete|get rid of|replace|swap|recolou?r|edit out|change)\\s+"
                "(?:the|his|her|its|their|that|this|those|these)\\s+[\\w'’-]+");
    static const QRegularExpression recolours = pattern(
        "^\\s*(?:(?:please|now|and|ok|can you|could you|then|just),?\\s+)*make\\s+(?:the|his|her|its|their)\\s+(?:[\\w'’-]+\\s+){1,3}"
        "(?:red|blue|green|yellow|black|white|pink|purple|orange|brown|grey|gray|gold|silver)\\b");
    static const QRegularExpression stillImage =
        pattern("\\b(?:images?|pictures?|photos?|photographs?)\\b|이미지|사진|그림");
    static const QRegularExpression koreanNamed = pattern(
        "(?:영상|동영상|비디오|클립)\\s*(?:에서|의|속|안의|안에|에 있는|에 나오는|에)\\s*[^.!?\\n]{1,40}?(?:지워|지우|제거|없애|빼\\s?줘|빼\\s?주|삭제|바꿔|바꾸|교체|수정|변경|추가해)");
    static const QRegularExpression korean = pattern(
        "[\\p{Hangul}\\w]+(?:만|을|를)\\s*(?:[\\p{Hangul}\\w]+(?:으로|로|색으로)\\s*)?(?:좀\\s*)?(?:지워|제거해|없애|빼\\s?줘|빼\\s?주|삭제해|바꿔|교체해)");
    static const QRegularExpression newVideo = pattern(
        "(?:영상|동영상|비디오)(?:을|를|으로|로)?\\s*(?:새로|다시)?\\s*(?:만들|생성|제작)|\\b(?:make|create|generate)\\s+(?:an?|another|\\w+\\s+new)\\b");

    // "The background of this photo" is about a picture, which can be edited.
    if (stillImage.match(text).hasMatch() && !englishNamed.match(text).hasMatch()
        && !koreanNamed.match(text).hasMatch())
        return false;
    if (wholeVideo.match(text).hasMatch() || newVideo.match(text).hasMatch())
        return false;
    if (englishNamed.match(text).hasMatch() || koreanNamed.match(text).hasMatch())
        return true;
    return hasVideoToEdit
        && (english.match(text).hasMatch() || recolours.match(text).hasMatch()
            || korean.match(text).hasMatch());
}

bool asksForGeneration(const QString &text)
{
    static const QRegularExpression courtesy = pattern(
        "^(?:[\\s\\p{P}\\p{S}]*(?:hi|hello|hey|hiya|yo|there|good (?:morning|afternoon|evening|day)|thanks|thank you|thx|ty|so much|a lot|very much|ok|okay|great|cool|nice|perfect|awesome|bye|goodbye|see you|facet|carat|"
        "안녕|안녕하세요|안녕하십니까|하이|헬로|반가워요?|반갑습니다|고마워요?|고맙습니다|감사합니다|감사해요|감사|땡큐|네|넵|응|그래|좋아요?|좋네요?|수고했어요?|수고하셨습니다|잘했어요?|굿|[ㅋㅎㅠㅜ]+))+[\\s\\p{P}\\p{S}]*$");
    static const QRegularExpression topic = pattern(
        "\\b(?:credits?|plans?|prices?|pricing|costs?|balance|unlimited|subscriptions?|refunds?|agents?|models?|top[- ]?ups?|billing|upgrade)\\b"
        "|크레딧|요금|플랜|가격|비용|잔액|무제한|구독|환불|에이전트|모델|충전|결제|업그레이드|얼마");
    static const QRegularExpression englishQuestion = pattern(
        "^\\s*(?:(?:hi|hello|hey|ok|so|and|but|well|please|sorry|excuse me)[,.!]?\\s+)*(?:how (?:many|much|long|do|does|did|can|is|are|come|to)|what|what[’']s|which|why|when|who|where|is|are|am|was|do|does|did|will|should|can|could|tell me|explain|compare|list)\\b");
    static const QRegularExpression englishRequest = pattern(
        "\\b(?:can|could|would|will) you\\b[^?]*\\b(?:make|create|generate|render|animate|turn|draw|produce|edit|expand|upscale|compose|design|do|give|show|add|use|try|put|build|film|bring|change|lip)\\b"
        "|\\b(?:what (?:if|would)|look like)\\b|\\bcan i (?:get|have|see)\\b(?!.*\\b(?:refund|invoice|credits?)\\b)");
    static const QRegularExpression koreanQuestion = pattern(
        "(?:얼마|몇|뭐|무엇|무슨|어떤|어떻게|왜|언제|어디|누구|가능|되나|되는지|할 수 있|차이|남았|남아).*(?:\\?|까|나요|가요|은가|죠|지요|니|야|어|요|지|냐|래)\\s*[?.!~]*\\s*$|\\?\\s*$|(?:알려|설명|말해|비교|추천)\\s?(?:해\\s?)?(?:줘|주세요|줄래|달라)");
    static const QRegularExpression koreanRequest = pattern(
        "(?:만들|생성|제작|그려|그리|뽑|렌더|바꿔|바꾸|변환|확장|늘려|업스케일|합성|편집|작곡|넣어|움직이게|해)[\\p{Hangul}\\s]{0,6}?(?:줘|주세요|주라|줄래|줄\\s?수|주실|주시|달라|부탁|봐)");

    if (text.trimmed().isEmpty())
        return true;
    if (courtesy.match(text).hasMatch())
        return false;
    const bool asks = text.trimmed().endsWith(u'?') || text.trimmed().endsWith(u'？');
    if (hasHangul(text)) {
        static const QRegularExpression information =
            pattern("(?:알려|설명|말해|비교|추천)\\s?(?:해\\s?)?(?:줘|주세요|줄래|달라)");
        if (information.match(text).hasMatch() && topic.match(text).hasMatch())
            return false;
        if (koreanRequest.match(text).hasMatch())
            return true;
        return !(koreanQuestion.match(text).hasMatch() && (asks || topic.match(text).hasMatch()));
    }
    if (englishRequest.match(text).hasMatch())
        return true;
    if (englishQuestion.match(text).hasMatch())
        return !(asks || (topic.match(text).hasMatch() && text.size() < 120));
    return !(asks && topic.match(text).hasMatch() && text.size() < 80);
}

} // namespace facet::detail
