#include "domain/PromptSteps.h"

#include "domain/Model.h"
#include "domain/PromptParts.h"

#include <algorithm>

namespace facet::detail {

namespace {

constexpr qsizetype readAtMost = 2000; // longer is a script that was pasted, not a list of orders
constexpr int mostSteps = 6;

enum class Act { Create, Animate, Enlarge };

/// A place where the message turns to the next thing to do.
struct Order {
    Act act = Act::Create;
    qsizetype start = 0; ///< of its words
    qsizetype end = 0; ///< of its verb and object
    bool sure = false; ///< said to come after what stands before it ("then", "그다음")
    bool plain = true; ///< its words mean nothing else; "make it move" may only describe
};

QRegularExpression steps(const char *utf8)
{
    QRegularExpression expression = pattern(utf8);
    expression.setPatternOptions(expression.patternOptions() | QRegularExpression::CaseInsensitiveOption);
    return expression;
}

/// What stands in quotes is read out or written on something; no order.
QString withoutQuotes(QString text)
{
    static const QRegularExpression quoted = pattern(
        "\"[^\"\\n]{1,400}\"|“[^”\\n]{1,400}”|«[^»\\n]{1,400}»|「[^」\\n]{1,400}」|『[^』\\n]{1,400}』");
    for (auto it = quoted.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        text.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u'¤'));
    }
    return text;
}

// ---- English ------------------------------------------------------------------------------------------

#define FACET_STILL "image|picture|photo|drawing|painting|illustration|sketch|portrait|still|frame|result|one"
#define FACET_RESULT FACET_STILL "|video|clip|animation|movie|film|footage"
#define FACET_IT                                                                                             \
    "(?:it|this|that|them|these|those|(?:the|this|that|these|those|each)\\s+(?:\\w+\\s+)?(?:" FACET_RESULT   \
    ")s?)"
#define FACET_SIZE "(?:4\\s?k|2\\s?k|uhd|ultra[- ]?hd|full[- ]?hd|fhd|1080\\s?p|2160\\s?p)"

QList<Order> englishOrders(const QString &text)
{
    // After a mark, "and", "then"; not in the middle of a sentence.
    static const QRegularExpression begins = steps(
        "(?:^|[,;.!?:\\n]|\\b(?:and|then|next|finally|afterwards?|after\\s+that)\\b)\\s*"
        "(?<lead>(?:(?:and|then|next|finally|lastly|afterwards?|after\\s+that|please|also|now|just|first|i\\s+want\\s+you\\s+to|can\\s+you|could\\s+you|you\\s+can)\\b[\\s,]*)*)"
        "(?:(?<animate>animate\\s+(?:" FACET_IT "|the|this|that|my)(?=\\b))"
        "|(?<move>(?:make|get|have|let)\\s+" FACET_IT "\\s+mov(?:e|ing)\\b|bring\\s+" FACET_IT
        "\\s+to\\s+life\\b"
        "|(?:turn|make|convert|transform)\\s+" FACET_IT
        "\\s+(?:in)?to\\s+(?:an?\\s+)?(?:[\\w-]+\\s+){0,3}?(?:video|clip|animation|movie)s?\\b"
        "|(?:make|create|generate|produce|render)\\s+(?:an?|the)\\s+(?:[\\w-]+\\s+){0,3}?(?:video|clip|animation|movie)\\s+(?:from|out\\s+of)\\s+" FACET_IT
        "\\b)"
        "|(?<enlarge>(?:upscale|up-scale|enlarge)\\s+(?:" FACET_IT "\\b|(?:it\\s+)?to\\s+" FACET_SIZE
        "\\b)|(?:bring|take|get|push|blow|scale|convert)\\s+" FACET_IT
        "\\s+(?:up\\s+)?(?:in)?to\\s+" FACET_SIZE "\\b|(?:up-?scale)(?=\\s*(?:[.,!]|$)))"
        "|(?<size>make\\s+" FACET_IT "\\s+" FACET_SIZE "\\b))");
    static const QRegularExpression after =
        steps("\\b(?:then|next|finally|lastly|afterwards?|after\\s+that)\\b");
    QList<Order> orders;
    for (auto it = begins.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        Order order;
        order.sure = after.match(match.captured(0)).hasMatch();
        order.end = match.capturedEnd();
        const char16_t *names[] = { u"animate", u"move", u"enlarge", u"size" };
        for (const char16_t *name : names) {
            const qsizetype at = match.capturedStart(QStringView(name));
            if (at >= 0)
                order.start = at;
        }
        const bool isSize = !match.captured(u"size").isEmpty();
        if (isSize && !order.sure)
            continue; // "make it 4K" wishes for a resolution
        order.act = isSize || !match.captured(u"enlarge").isEmpty() ? Act::Enlarge : Act::Animate;
        order.plain = match.captured(u"move").isEmpty();
        orders.append(order);
    }
    return orders;
}

bool createsInEnglish(const QString &text)
{
    static const QRegularExpression verb = steps(
        "^\\s*(?:(?:please|first|now|ok|okay|hi|hello|hey|can\\s+you|could\\s+you|would\\s+you|i\\s+want\\s+you\\s+to|let[’']?s)[,\\s]+)*"
        "(?:use\\s+[^,.:]{1,40}[,.:]\\s*)?"
        "(?:make|create|generate|draw|paint|sketch|illustrate|design|render|produce|give\\s+me)\\b");
    return verb.match(text).hasMatch();
}

// ---- Korean -------------------------------------------------------------------------------------------

/// The verb stands at the end of what is about it, so an order ends with it.
QList<Order> koreanOrders(const QString &text)
{
    static const QRegularExpression verbs = steps(
        "(?<create>(?<=[을를]\\s)(?:그리고|그려서|그린|그려|만들고|만들어서|만든|만들어|생성하고|생성해서|생성한|생성해|제작하고|제작한|뽑고|뽑아서|뽑은)"
        "|(?<=[을를]\\s)\\p{Hangul}+게\\s(?:그리고|그려서|그린))"
        "|(?<animate>(?:살아\\s?)?움직이(?:게|도록)\\s?(?:하고|해서|한|해|만들고|만들어서|만든|만들어)"
        "|(?:동영상|영상|비디오|애니메이션|클립)(?:으로|로)\\s?(?:만들고|만들어서|만든|만들어|바꾸고|바꿔서|바꾼|바꿔|변환하고|변환한|변환해))"
        "|(?<enlarge>(?:4\\s?k|2\\s?k|1080\\s?p|풀\\s?hd)(?:으로|로|까지)\\s?(?:올리고|올려서|올린|올려|키우고|키운|키워|높이고|높인|높여|업\\s?스케일(?:링)?\\s?(?:하고|한|해))"
        "|업\\s?스케일(?:링)?(?:을)?\\s?(?:하고|해서|한|해))"
        "(?<next>\\s?(?:나서|다음(?:에)?|뒤(?:에)?|후(?:에)?|이후(?:에)?))?");
    QList<Order> orders;
    qsizetype from = 0;
    for (auto it = verbs.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        Order order;
        order.act = !match.captured(u"create").isEmpty() ? Act::Create
            : !match.captured(u"animate").isEmpty()      ? Act::Animate
                                                         : Act::Enlarge;
        order.start = from;
        order.end = match.capturedEnd();
        order.sure = !match.captured(u"next").isEmpty();
        from = order.end;
        orders.append(order);
    }
    return orders;
}

/// Whether nothing but "it", an adverb, a length or a model stands between two verbs: a new subject or object
/// means that both only tell what happens in the picture.
bool goesOn(QStringView between)
{
    static const QRegularExpression gap = steps(
        "^(?:\\s?(?:줘|주세요|주고|주시고))?[\\s,.;]*(?:(?:그리고|그\\s?다음(?:에|엔)?|다음(?:에|으로)?|이어서|마지막으로|또|이후(?:에)?)[\\s,]*)?"
        "(?:(?:그걸|이걸|그것을|이것을|그거|이거|결과(?:물)?(?:을|를)|(?:그|이)\\s?(?:그림|이미지|사진|영상|동영상|결과)(?:을|를)?)\\s*)?"
        "(?:(?:\\d+\\s?초(?:짜리|\\s?길이)?|[\\p{L}\\p{N}.¤]+(?:으로|로|게|히|하게|씩|만))[\\s,]*){0,3}$");
    return gap.match(between.toString()).hasMatch();
}

// ---- one after another --------------------------------------------------------------------------------

bool hasHangul(const QString &text)
{
    return std::any_of(
        text.cbegin(), text.cend(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
}

std::optional<ModelKind> kindSaid(const QString &text)
{
    return kindIn(text.toLower());
}

QString trimmed(const QString &text)
{
    static const QRegularExpression edges =
        steps("^[\\s,;.]+|(?:[\\s,;]|\\b(?:and|then|next|finally|after\\s+that|please)\\b|그리고)+$");
    QString result = text;
    return result.remove(edges).trimmed();
}

/// The order as a step after the last one. False: it is no step of its own, only more words about the last.
bool append(QList<PromptStep> &plan, const Order &order)
{
    if (plan.size() >= mostSteps)
        return false;
    PromptStep &last = plan.last();
    if (order.act == Act::Animate) {
        // A picture is set in motion; a video moves already.
        if (last.kind && last.kind != ModelKind::Image && last.kind != ModelKind::Tool)
            return false;
        if (!last.kind && !order.plain && !order.sure)
            return false;
        if (!last.kind)
            last.kind = ModelKind::Image;
    } else if (last.kind == ModelKind::Audio || (last.kind == ModelKind::Tool && plan.size() > 1)) {
        return false;
    }
    PromptStep step;
    step.kind = order.act == Act::Animate ? ModelKind::Video : ModelKind::Tool;
    step.takesFrom = static_cast<int>(plan.size()) - 1;
    plan.append(step);
    return true;
}

/// Shares the words of the message out: a step has those from its start to the next one's.
void writeTexts(QList<PromptStep> &plan, const QList<qsizetype> &starts, const QString &prompt)
{
    for (qsizetype i = 0; i < plan.size(); ++i) {
        const qsizetype end = i + 1 < starts.size() ? starts[i + 1] : prompt.size();
        plan[i].text = trimmed(prompt.mid(starts[i], end - starts[i]));
    }
}

void writePrompts(QList<PromptStep> &plan)
{
    const QString subject = plan.first().text;
    for (qsizetype i = 0; i < plan.size(); ++i)
        plan[i].prompt = i == 0 ? plan[i].text : subject + QStringLiteral(", ") + plan[i].text;
}

QList<PromptStep> chainInEnglish(const QString &prompt, const QString &masked)
{
    const QList<Order> orders = englishOrders(masked);
    if (orders.isEmpty())
        return {};
    PromptStep first;
    const QString before = masked.left(orders.first().start);
    const bool opens = trimmed(before).isEmpty();
    if (opens)
        first.kind = orders.first().act == Act::Animate ? ModelKind::Video : ModelKind::Tool;
    else if (createsInEnglish(before) || orders.first().sure)
        first.kind = kindSaid(before);
    else
        return {}; // "a fox in the snow, bring it to life" describes one video
    QList<PromptStep> plan{ first };
    QList<qsizetype> starts{ 0 };
    for (qsizetype i = opens ? 1 : 0; i < orders.size(); ++i) {
        if (append(plan, orders[i]))
            starts.append(orders[i].start);
    }
    writeTexts(plan, starts, prompt);
    return plan;
}

QList<PromptStep> chainInKorean(const QString &prompt, const QString &masked)
{
    static const QRegularExpression object = steps(
        "(?:살아\\s?)?움직이|동영상|영상|비디오|애니메이션|클립|4\\s?k|2\\s?k|1080\\s?p|풀\\s?hd|업\\s?스케일");
    static const QRegularExpression draws = steps("그(?:리|려|린)");
    const QList<Order> orders = koreanOrders(masked);
    if (orders.size() < 2)
        return {};
    QList<PromptStep> plan;
    QList<qsizetype> starts;
    for (const Order &order : orders) {
        const QString words = masked.mid(order.start, order.end - order.start);
        if (plan.isEmpty()) {
            PromptStep first;
            if (order.act != Act::Create)
                first.kind = order.act == Act::Animate ? ModelKind::Video : ModelKind::Tool;
            else
                first.kind = kindSaid(words);
            if (!first.kind && draws.match(words).hasMatch())
                first.kind = ModelKind::Image;
            plan.append(first);
        } else {
            const auto at = object.match(words);
            if (order.act == Act::Create || !at.hasMatch()
                || !goesOn(QStringView(words).left(at.capturedStart())) || !append(plan, order))
                return {};
        }
        starts.append(order.start);
    }
    writeTexts(plan, starts, prompt);
    return plan;
}

// ---- side by side -------------------------------------------------------------------------------------

constexpr char16_t nameMark = u'\uE000'; ///< stands for the name of a model

int numberFrom(const QString &word)
{
    static const QRegularExpression two = steps("^(?:two|twice|두|둘|2)");
    static const QRegularExpression three = steps("^(?:three|세|셋|3)");
    static const QRegularExpression four = steps("^(?:four|네|넷|4)");
    return two.match(word).hasMatch()  ? 2
        : three.match(word).hasMatch() ? 3
        : four.match(word).hasMatch()  ? 4
                                       : 1;
}

#define FACET_TAKE "(?:takes?|versions?|videos?|clips?|shots?|renders?|images?|pictures?|variants?)"
#define FACET_MANY "(?:one|two|three|four|once|twice|another|an?|[1-4])"
#define FACET_WITH "(?:with|by|using|in|on|from|via)"
#define FACET_ONE_WITH "\\b" FACET_MANY "(?:\\s+(?:more\\s+)?" FACET_TAKE ")?\\s+" FACET_WITH "\\s+\uE000"
#define FACET_KO_MANY "(?:하나|둘|셋|넷|(?:한|두|세|네|[1-4])\\s?(?:개|편|번|장|테이크|버전))"

QList<PromptStep> sideBySide(const QString &prompt, const Catalogue &catalogue)
{
    const QList<AliasHit> hits = catalogue.namesIn(prompt);
    if (hits.size() < 2)
        return {};
    QString marked;
    QStringList models;
    qsizetype from = 0;
    for (const AliasHit &hit : hits) {
        const Model &model = catalogue.models()[hit.model];
        if (model.kind != ModelKind::Video && model.kind != ModelKind::Image)
            continue;
        marked += QStringView(prompt).mid(from, hit.start - from);
        marked += QChar(nameMark);
        models.append(model.id);
        from = hit.start + hit.length;
    }
    marked += QStringView(prompt).mid(from);
    static const QList<QRegularExpression> forms{
        steps(FACET_ONE_WITH "(?:\\s*(?:,|&|\\+|,?\\s*\\b(?:and|plus)\\b)\\s*" FACET_ONE_WITH ")+"),
        steps("\\b(?:" FACET_WITH "\\s+)?both\\s+\uE000\\s+and\\s+\uE000"),
        steps("(?:\\b" FACET_WITH
              "\\s+)?\uE000(?:\\s*,\\s*\uE000)*\\s*(?:,?\\s*\\band\\b|&)\\s+\uE000\\s*,?\\s*"
              "(?:(?:one|an?)\\s+(?:" FACET_TAKE "\\s+)?each|one\\s+of\\s+each)\\b"),
        steps("\\b(?:one|an?)\\s+(?:" FACET_TAKE "\\s+)?each\\s+" FACET_WITH
              "\\s+\uE000(?:\\s*,\\s*\uE000)*\\s*(?:,?\\s*\\band\\b|&)\\s+\uE000"),
        steps("\uE000(?:으로|로)\\s*" FACET_KO_MANY
              "(?:\\s*(?:,|와|과|하고|그리고)?\\s*\uE000(?:으로|로)\\s*" FACET_KO_MANY ")+"),
        steps("\uE000(?:\\s*(?:과|와|이랑|랑|하고|,)\\s*\uE000)+(?:으로|로)\\s*(?:각각\\s*)?(?:" FACET_KO_MANY
              "씩|각각)"),
    };
    for (const QRegularExpression &form : forms) {
        const auto match = form.match(marked);
        if (!match.hasMatch())
            continue;
        const QString phrase = match.captured(0);
        const auto before = marked.left(match.capturedStart()).count(QChar(nameMark));
        static const QRegularExpression eachOf = steps("(" FACET_KO_MANY ")씩$");
        const QString each = eachOf.match(phrase).captured(1);
        static const QRegularExpression counted =
            steps("(?<many>" FACET_MANY ")(?:\\s+(?:more\\s+)?" FACET_TAKE ")?\\s+" FACET_WITH "\\s+\uE000"
                  "|\uE000(?:으로|로)\\s*(?<ko>" FACET_KO_MANY ")(?!씩)|\uE000");
        QString rest = marked;
        rest.replace(match.capturedStart(), match.capturedLength(), QString());
        rest = trimmed(rest);
        if (rest.contains(QChar(nameMark)))
            return {}; // a name elsewhere too: nobody could say what is meant
        QList<PromptStep> plan;
        QStringList seen;
        qsizetype index = before;
        for (auto it = counted.globalMatch(phrase); it.hasNext(); ++index) {
            const auto part = it.next();
            PromptStep step;
            step.modelId = models.value(index);
            step.kind = catalogue.find(*step.modelId)->kind;
            step.count = numberFrom(part.captured(u"many") + part.captured(u"ko") + each);
            step.text = rest;
            step.prompt = rest.isEmpty() ? prompt.trimmed() : rest;
            if (seen.contains(*step.modelId))
                return {};
            seen.append(*step.modelId);
            plan.append(step);
        }
        if (plan.size() >= 2 && plan.size() <= mostSteps)
            return plan;
    }
    return {};
}

} // namespace

QList<PromptStep> stepsIn(const QString &prompt, const Catalogue &catalogue)
{
    // Looked at at every keystroke: most messages hold none of these and are done with here.
    static const QRegularExpression worthReading = steps(
        "\\banimate\\b|\\bupscale|\\bup-scale|\\benlarge|\\b(?:make|get|have|let|bring|take|turn|convert|transform|push|blow|scale|generate|create|render|produce)\\b.*\\b(?:it|this|that|them|the|each)\\b"
        "|\\b(?:with|by|using|both|via|from|in|on)\\b.*\\band\\b|\\beach\\b|움직이|업\\s?스케일|4\\s?k|으로|로\\s");
    if (prompt.size() > readAtMost || !worthReading.match(prompt).hasMatch())
        return {};
    QList<PromptStep> plan = sideBySide(prompt, catalogue);
    if (!plan.isEmpty())
        return plan;
    const QString masked = withoutQuotes(prompt);
    plan = hasHangul(prompt) ? chainInKorean(prompt, masked) : QList<PromptStep>();
    if (plan.isEmpty())
        plan = chainInEnglish(prompt, masked);
    if (plan.size() >= 2)
        writePrompts(plan);
    return plan.size() >= 2 ? plan : QList<PromptStep>();
}

} // namespace facet::detail
