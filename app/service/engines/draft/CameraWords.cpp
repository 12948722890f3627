#include "service/engines/draft/CameraWords.h"

#include <QRegularExpression>
#include <QString>

#include <array>

namespace facet::service::draft {

namespace {

/// Words for one move. The English ones are verbs of the camera, so that a frying pan, rolling hills or
/// somebody holding a cup move nothing.
struct MoveWords {
    const char16_t *pattern;
    void (*apply)(CameraWish &, bool towardsNegative);
    const char16_t *negative; ///< words near by that turn the direction around; null: none
};

const std::array moveWords{
    MoveWords{
        uR"(\b(push(es|ing)?[ -]?(in|into|towards?|forward)|zoom(s|ing)?[ -]?(in|into|towards?)|zoom(s|ing)? (?!out|back|away)|zoom(s|ing)?$|doll(y|ies|ying) (in|forward|towards?|zoom|shot)|dolly$|mov(e|es|ing) (in\b|closer|forward)|clos(e|es|ing) in on|track(s|ing)? (in|forward)|creep(s|ing)? (in|closer))|밀고 ?들어|줌 ?인|줌 ?해|확대|다가가|다가간|다가서|가까워|가까이 (가|들어)|푸시 ?인|달리 ?인|돌리 ?인|앞으로 (전진|이동))",
        [](CameraWish &w, bool) { w.zoom = 1; }, nullptr },
    MoveWords{
        uR"(\b(pull(s|ing)?[ -]?(out|back|away)|zoom(s|ing)?[ -]?(out|back|away)|doll(y|ies|ying) (out|back(wards?)?|away)|mov(e|es|ing) (back(wards?)?|away)|back(s|ing)? away|track(s|ing)? (back|out))\b|줌 ?아웃|빠지|빠져|빠진|멀어|축소|풀 ?백|풀 ?아웃|달리 ?아웃|돌리 ?아웃|뒤로 (물러|이동)|물러나)",
        [](CameraWish &w, bool) { w.zoom = -1; }, nullptr },
    MoveWords{
        uR"(\b(pan(s|ning)? (\w+ ){0,4}?(left|right)|panning|pan shot|camera pans?|slow pan|(truck|slide|track|mov|glid|drift)(e|s|es|ing)? (\w+ ){0,3}?(left|right)(wards?)?|tracking shot|trucking)\b|(왼쪽|오른쪽|좌측|우측|좌|우)(으로|로)? ?(천천히 |빠르게 |부드럽게 )?(패닝|팬\b|팬하|이동|움직|훑)|(패닝|팬\b|팬하)( ?(왼쪽|오른쪽|좌측|우측|좌|우))?)",
        [](CameraWish &w, bool back) { w.pan = back ? -1 : 1; }, uR"(\bleft|왼|좌)" },
    MoveWords{
        uR"(\b(tilt(s|ing)? (\w+ ){0,2}?(up|down)(wards?)?|camera tilts?|(crane|pedestal|boom|jib|ris|rais|lower|descend)(e|s|es|ing)? ?(up|down)|camera (rises|descends))\b|(위|아래|위쪽|아래쪽)(로|으로)? ?(천천히 |빠르게 |부드럽게 )?(틸트|이동|움직|훑)|틸트( ?(업|다운|위|아래))?|크레인 ?(업|다운)?)",
        [](CameraWish &w, bool down) { w.tilt = down ? -1 : 1; }, uR"(\b(down|descend|lower)|아래|다운)" },
    MoveWords{
        uR"(\b(orbit(s|ing)?|arc(s|ing)? around|circl(e|es|ing) (around|the)|(rotat|revolv|mov|turn|spin)(e|es|ing)? around|360)\b|궤도|돌며|돌면서|돌아가며|한 ?바퀴|주위를 (돌|회전)|주변을 (돌|회전)|오빗|오르빗|공전)",
        [](CameraWish &w, bool left) { w.orbit = left ? -1 : 1; },
        uR"(\b(left|counter-?clockwise|anti-?clockwise)|왼|반시계)" },
    MoveWords{
        uR"(\b(camera roll(s|ing)?|barrel roll|roll(s|ing)? the camera|dutch (angle|tilt|roll)|roll(s|ing)? (\w+ )?(left|right|clockwise|counter-?clockwise)|rotat(e|es|ing) (\w+ )?(clockwise|counter-?clockwise|left|right))\b|카메라 ?롤|롤링|더치|시계 ?방향|화면(이|을) (기울|회전))",
        [](CameraWish &w, bool counter) { w.roll = counter ? -1 : 1; },
        uR"(\b(left|counter-?clockwise|anti-?clockwise)|왼|반시계)" },
    MoveWords{
        uR"(\b(hand-? ?held|shak(y|ing) (cam|camera)|camera shake|vlog style)\b|핸드 ?헬드|손에 들고|흔들리는 (카메라|화면))",
        [](CameraWish &w, bool) { w.handheld = true; }, nullptr },
    MoveWords{
        uR"(\b(static|locked?[ -]?(off|down)|hold(s|ing)? (the )?(shot|frame|camera|still|steady)|camera (holds|stays|is still|doesn.t move|does not move)|still (camera|shot)|fixed (camera|shot|frame)|no camera (move|moves|movement|motion)|(hold|tripod)$|tripod shot)\b|고정|정지 ?(샷|화면|카메라)|카메라 ?(움직임 ?없|멈)|움직이지 ?(말|않)|움직임 ?없이)",
        [](CameraWish &w, bool) { w.hold = true; }, nullptr },
};

const QRegularExpression &expression(const char16_t *pattern)
{
    static thread_local QHash<const char16_t *, QRegularExpression> known;
    auto found = known.find(pattern);
    if (found == known.end())
        found = known.insert(pattern,
            QRegularExpression(QString::fromUtf16(pattern),
                QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption));
    return *found;
}

/// "no zoom", "don't pan left", "줌인 없이", "패닝하지 말고".
bool isDenied(const QString &text, const QRegularExpressionMatch &match)
{
    static constexpr const char16_t before[] = uR"(\b(no|not|without|don.t|do not|never|avoid)( \w+)? $)";
    static constexpr const char16_t after[] = uR"(^\S{0,3} ?(없이|하지 ?(말|않)|말고|빼고|금지))";
    return expression(before).match(text.left(match.capturedStart())).hasMatch()
        || expression(after).match(text.mid(match.capturedEnd())).hasMatch();
}

/// The clause around a match: directions belong to the move that they stand with.
QString clauseAround(const QString &text, const QRegularExpressionMatch &match)
{
    static constexpr const char16_t border[] =
        uR"([,.;!?\n]|\b(and|then|while|as)\b|그리고|하며|하면서|다가|며 |고 )";
    qsizetype from = 0;
    auto borders = expression(border).globalMatch(text);
    qsizetype to = text.size();
    while (borders.hasNext()) {
        const QRegularExpressionMatch one = borders.next();
        if (one.capturedEnd() <= match.capturedStart())
            from = one.capturedEnd();
        else if (one.capturedStart() >= match.capturedEnd()) {
            to = one.capturedStart();
            break;
        }
    }
    return text.mid(from, to - from);
}

} // namespace

CameraWish readCameraWords(QStringView prompt)
{
    // Prompts can be pages long; a camera move is said somewhere in the beginning.
    const QString text = prompt.left(4000).toString().normalized(QString::NormalizationForm_C).simplified();
    CameraWish wish;
    for (const MoveWords &move : moveWords) {
        auto matches = expression(move.pattern).globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (isDenied(text, match))
                continue;
            bool back = false;
            if (move.negative) {
                back = expression(move.negative).match(match.captured()).hasMatch();
                static constexpr const char16_t forth[] = uR"(\b(right|up|clockwise)|오른|우|위|업)";
                if (!back && !expression(forth).match(match.captured()).hasMatch())
                    back = expression(move.negative).match(clauseAround(text, match)).hasMatch();
            }
            move.apply(wish, back);
            break;
        }
    }
    if (wish.moves())
        wish.hold = false;

    static constexpr const char16_t slow[] =
        uR"(\b(slow|slowly|gentle|gently|subtle|subtly|soft|softly|slight|slightly|smooth slow)\b|천천히|느리게|느린|부드럽게|살짝|은은|서서히)";
    static constexpr const char16_t fast[] =
        uR"(\b(fast|quick|quickly|rapid|rapidly|dramatic|dramatically|strong|strongly|whip|crash zoom|swift|swiftly)\b|빠르게|빨리|빠른|급하게|급격|강하게|크게|역동)";
    if (expression(slow).match(text).hasMatch())
        wish.strength = 0.6;
    else if (expression(fast).match(text).hasMatch())
        wish.strength = 1.6;
    return wish;
}

} // namespace facet::service::draft
