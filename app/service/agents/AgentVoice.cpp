#include "service/agents/AgentVoice.h"

#include <QLocale>

#include <algorithm>

namespace facet::service {

namespace {

QString optionName(const QString &option, bool korean)
{
    if (option == QLatin1String("duration_s"))
        return korean ? QStringLiteral("길이") : QStringLiteral("length");
    if (option == QLatin1String("resolution"))
        return korean ? QStringLiteral("해상도") : QStringLiteral("resolution");
    if (option == QLatin1String("aspect_ratio"))
        return korean ? QStringLiteral("화면 비율") : QStringLiteral("aspect ratio");
    if (option == QLatin1String("count"))
        return korean ? QStringLiteral("개수") : QStringLiteral("count");
    return korean ? QStringLiteral("소리") : QStringLiteral("sound");
}

/// A value as people say it: "10 s", "on".
QString optionValue(const QString &option, const QString &value, bool korean)
{
    if (option == QLatin1String("duration_s"))
        return korean ? value + QStringLiteral("초") : value + QStringLiteral(" s");
    if (value == QLatin1String("true"))
        return korean ? QStringLiteral("켬") : QStringLiteral("on");
    if (value == QLatin1String("false"))
        return korean ? QStringLiteral("끔") : QStringLiteral("off");
    return value;
}

} // namespace

AgentVoice AgentVoice::of(const QString &message, bool acceptsKorean)
{
    const bool hangul = std::any_of(
        message.cbegin(), message.cend(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
    return AgentVoice(hangul || acceptsKorean);
}

QString AgentVoice::number(Credits count) const
{
    return QLocale(m_korean ? QLocale::Korean : QLocale::English).toString(count);
}

QString AgentVoice::credits(Credits count) const
{
    if (m_korean)
        return number(count) + QStringLiteral(" 크레딧");
    return count == 1 ? QStringLiteral("1 credit") : number(count) + QStringLiteral(" credits");
}

QString AgentVoice::what(const Quote &quote, const Model &model) const
{
    const Options &options = quote.options;
    QStringList details;
    if (options.durationS)
        details << (m_korean ? QStringLiteral("%1초") : QStringLiteral("%1 s")).arg(*options.durationS);
    if (options.resolution)
        details << *options.resolution;
    if (options.aspectRatio)
        details << *options.aspectRatio;
    if (options.audio.value_or(false))
        details << choose(QStringLiteral("with sound"), QStringLiteral("소리 포함"));
    const int count = options.count.value_or(1);
    if (count > 1)
        details << (m_korean ? QStringLiteral("%1개") : QStringLiteral("%1 takes")).arg(count);
    const QString list =
        details.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(details.join(QStringLiteral(", ")));
    return QStringLiteral("**%1**%2").arg(model.name, list);
}

QString AgentVoice::price(const Quote &quote) const
{
    if (quote.covered)
        return choose(QStringLiteral("It is covered by your unlimited benefit: nothing is taken for it."),
            QStringLiteral("무제한 혜택이 적용되어 크레딧이 차감되지 않습니다."));
    return choose(QStringLiteral("It takes %1."), QStringLiteral("%1이 듭니다."))
        .arg(credits(quote.generationCredits.value_or(0)));
}

QString AgentVoice::adjustment(const Adjustment &change, const Model &model) const
{
    const QString name = optionName(change.option, m_korean);
    const QString asked = optionValue(change.option, change.asked, m_korean);
    if (change.used.isEmpty())
        return choose(QStringLiteral("%1 has no %2 to set, so %3 was left out."),
            QStringLiteral("%1에는 %2 설정이 없어 %3 요청은 적용하지 않았습니다."))
            .arg(model.name, name, asked);
    return choose(QStringLiteral("%1 does not offer %2 %3, so I use %4."),
        QStringLiteral("%1에서는 %2 %3을(를) 쓸 수 없어 %4(으)로 만듭니다."))
        .arg(model.name, name, asked, optionValue(change.option, change.used, m_korean));
}

QString AgentVoice::making(const Quote &quote, const Model &model, const Model *named, bool draft) const
{
    QStringList sentences;
    sentences << choose(
        QStringLiteral("I am making this with %1."), QStringLiteral("%1(으)로 만들고 있습니다."))
                     .arg(what(quote, model));
    sentences << price(quote);
    if (named)
        sentences << choose(QStringLiteral("Your message names %1, but ✨ is set to %2, and ✨ decides."),
            QStringLiteral("메시지에는 %1이(가) 있지만 ✨에서 %2을(를) 골랐으므로 ✨를 따릅니다."))
                         .arg(named->name, model.name);
    for (const Adjustment &change : quote.adjustments)
        sentences << adjustment(change, model);
    if (draft)
        sentences << choose(
            QStringLiteral("This is the sandbox, so the result is a draft render made on this machine."),
            QStringLiteral("샌드박스이므로 결과는 이 컴퓨터에서 만든 초안 렌더입니다."));
    return sentences.join(u' ');
}

QString AgentVoice::done(const Generation &generation) const
{
    const Credits charged = generation.chargedCredits.value_or(0);
    const auto wanted = generation.options.count.value_or(1);
    QString text = generation.covered
        ? choose(QStringLiteral("Done. Nothing was taken: it is covered."),
            QStringLiteral("완성되었습니다. 무제한 혜택으로 크레딧은 차감되지 않았습니다."))
        : choose(QStringLiteral("Done. It took %1."), QStringLiteral("완성되었습니다. %1이 차감되었습니다."))
              .arg(credits(charged));
    if (generation.assets.size() < wanted)
        text += u' '
            + choose(QStringLiteral("%1 of %2 came out; what the others would have taken was given back."),
                QStringLiteral("%2개 중 %1개가 만들어졌고, 나머지 크레딧은 돌려드렸습니다."))
                  .arg(generation.assets.size())
                  .arg(wanted);
    return text;
}

QString AgentVoice::failed(const Generation &generation) const
{
    QString text = choose(QStringLiteral("That did not work."), QStringLiteral("만들지 못했습니다."));
    if (generation.error && !generation.error->detail.isEmpty())
        text += u' ' + generation.error->detail;
    if (!generation.covered && generation.quotedCredits > 0)
        text += u' '
            + choose(QStringLiteral("Your %1 are back."), QStringLiteral("%1은 돌려드렸습니다."))
                  .arg(credits(generation.quotedCredits - generation.chargedCredits.value_or(0)));
    return text;
}

QString AgentVoice::cancelled(const Generation &generation) const
{
    const Credits charged = generation.chargedCredits.value_or(0);
    if (charged > 0)
        return choose(QStringLiteral("Cancelled. What was finished took %1; the rest was given back."),
            QStringLiteral("취소했습니다. 완성된 것에 %1이 차감되었고 나머지는 돌려드렸습니다."))
            .arg(credits(charged));
    return choose(QStringLiteral("Cancelled. Nothing was taken for it."),
        QStringLiteral("취소했습니다. 크레딧은 차감되지 않았습니다."));
}

QStringList AgentVoice::insteadOfEditing() const
{
    return {
        choose(QStringLiteral(
                   "Edit the last frame as an image and continue from it as the start frame of a new video"),
            QStringLiteral("마지막 프레임을 이미지로 편집한 뒤, 새 동영상의 시작 프레임으로 이어서 만들기")),
        choose(QStringLiteral("Generate the video again with the change in the description"),
            QStringLiteral("바꿀 내용을 설명에 넣어 동영상을 다시 만들기"))
    };
}

QString AgentVoice::cannotEditVideo() const
{
    const QStringList instead = insteadOfEditing();
    return choose(
        QStringLiteral(
            "Changing a single element inside a finished video is not supported, so I have made nothing. What works:\n\n- %1\n- %2"),
        QStringLiteral(
            "완성된 동영상 안의 특정 요소만 바꾸는 기능은 지원하지 않아 아무것도 만들지 않았습니다. 대신 이렇게 할 수 있습니다.\n\n- %1\n- %2"))
        .arg(instead[0], instead[1]);
}

QString AgentVoice::askAboutCost(const Quote &quote, const Model &model, std::optional<Credits> limit) const
{
    // The turn itself is paid before the answer; what is asked about is the work.
    QString cost = credits(quote.generationCredits.value_or(0));
    if (quote.conversationCredits > 0)
        cost = choose(QStringLiteral("%1 (%2 with this turn)"), QStringLiteral("%1(이번 대화까지 %2)"))
                   .arg(cost, number(quote.totalCredits.value_or(0)));
    if (limit)
        return choose(QStringLiteral("%1 takes %2, and you want to be asked above %3. Shall I go on?"),
            QStringLiteral("%1: %2이(가) 듭니다. %3을 넘으면 먼저 확인하도록 되어 있습니다. 진행할까요?"))
            .arg(what(quote, model), cost, credits(*limit));
    return choose(
        QStringLiteral("%1 takes %2. Shall I go on?"), QStringLiteral("%1: %2이(가) 듭니다. 진행할까요?"))
        .arg(what(quote, model), cost);
}

QString AgentVoice::askAboutModel(
    const Quote &quote, const Model &instead, const QString &asked, bool retired) const
{
    const QString why = retired
        ? choose(
            QStringLiteral("%1 is no longer offered."), QStringLiteral("%1은(는) 더 이상 제공되지 않습니다."))
        : choose(QStringLiteral("%1 cannot be used now."), QStringLiteral("%1을(를) 지금은 쓸 수 없습니다."));
    return why.arg(asked) + u' '
        + choose(QStringLiteral("I can use %1 instead. %2 Shall I?"),
            QStringLiteral("대신 %1(으)로 만들 수 있습니다. %2 진행할까요?"))
              .arg(what(quote, instead), price(quote));
}

QString AgentVoice::askAboutOtherModel(const Quote &quote, const Model &model, const QString &shown) const
{
    return choose(QStringLiteral("You were shown %1, but this message goes to %2. %3 Shall I go on?"),
        QStringLiteral("화면에는 %1(으)로 표시되었지만 이 메시지는 %2(으)로 만들게 됩니다. %3 진행할까요?"))
        .arg(shown, what(quote, model), price(quote));
}

QString AgentVoice::steps(qsizetype count) const
{
    static const char *const words[] = { "Two", "Three", "Four", "Five", "Six" };
    if (m_korean)
        return QStringLiteral("%1단계").arg(count);
    const QString word =
        count >= 2 && count <= 6 ? QString::fromLatin1(words[count - 2]) : QString::number(count);
    return word + QStringLiteral(" steps");
}

QString AgentVoice::askAboutPlan(const Quote &quote) const
{
    if (!quote.steps.last().takesFrom)
        return choose(QStringLiteral("%1, side by side. Shall I go on?"),
            QStringLiteral("%1로 나란히 만듭니다. 진행할까요?"))
            .arg(steps(quote.steps.size()));
    return choose(QStringLiteral("%1. Shall I go on?"), QStringLiteral("%1로 진행합니다. 시작할까요?"))
        .arg(steps(quote.steps.size()));
}

QString AgentVoice::makingPlan(const Quote &quote, bool draft) const
{
    QStringList sentences;
    sentences << (quote.steps.last().takesFrom
            ? choose(QStringLiteral(
                         "I am making these one after the other; each goes on with the result before it."),
                QStringLiteral("차례로 만듭니다. 앞 단계의 결과로 다음 단계를 이어 갑니다."))
            : choose(QStringLiteral("I am making these side by side."), QStringLiteral("나란히 만듭니다.")));
    if (draft)
        sentences << choose(
            QStringLiteral("This is the sandbox, so the results are draft renders made on this machine."),
            QStringLiteral("샌드박스이므로 결과는 이 컴퓨터에서 만든 초안 렌더입니다."));
    return sentences.join(u' ');
}

QString AgentVoice::donePlan(const QList<Generation> &generations) const
{
    Credits taken = 0;
    Credits back = 0;
    QStringList sentences;
    qsizetype made = 0;
    QStringList notStarted;
    for (qsizetype i = 0; i < generations.size(); ++i) {
        const Generation &each = generations[i];
        taken += each.chargedCredits.value_or(0);
        back += each.quotedCredits - each.chargedCredits.value_or(0);
        const QString number = QString::number(i + 1);
        if (each.status == GenerationStatus::Succeeded) {
            ++made;
        } else if (each.status == GenerationStatus::Failed) {
            sentences << choose(
                QStringLiteral("Step %1 did not work."), QStringLiteral("%1단계를 만들지 못했습니다."))
                             .arg(number);
            if (each.error && !each.error->detail.isEmpty())
                sentences << each.error->detail;
        } else if (each.error && each.error->code == QLatin1String("step_before_failed")) {
            notStarted << number;
        } else {
            sentences << choose(
                QStringLiteral("Step %1 was cancelled."), QStringLiteral("%1단계를 취소했습니다."))
                             .arg(number);
        }
    }
    for (const QString &number : notStarted)
        sentences << choose(
            QStringLiteral("Step %1 was not started."), QStringLiteral("%1단계는 시작하지 않았습니다."))
                         .arg(number);
    if (made == generations.size())
        sentences << choose(
            QStringLiteral("Done, all %1 steps."), QStringLiteral("%1단계를 모두 마쳤습니다."))
                         .arg(made);
    sentences << (taken > 0
            ? choose(QStringLiteral("Taken: %1."), QStringLiteral("차감: %1.")).arg(credits(taken))
            : choose(QStringLiteral("Nothing was taken."), QStringLiteral("크레딧은 차감되지 않았습니다.")));
    if (back > 0)
        sentences
            << choose(QStringLiteral("Given back: %1."), QStringLiteral("돌려드림: %1.")).arg(credits(back));
    return sentences.join(u' ');
}

QString AgentVoice::abandoned() const
{
    return choose(QStringLiteral("All right. Nothing was made, and nothing more was taken."),
        QStringLiteral("알겠습니다. 아무것도 만들지 않았고 크레딧도 더 차감되지 않았습니다."));
}

QString AgentVoice::notEnough(const Quote &quote, AgentVersion agent, Credits balance) const
{
    if (quote.blockedBy == Blocker::ConversationCredits && quote.generationCredits.value_or(0) == 0) {
        const QString text = choose(
            QStringLiteral(
                "Not enough credits for Agent %1: %2 left, its conversation needs %3. Switch to Agent 1.0, which takes nothing for its conversation, or top up."),
            QStringLiteral(
                "에이전트 %1에 쓸 크레딧이 부족합니다. 남은 크레딧은 %2, 대화에 필요한 크레딧은 %3입니다. 대화 비용이 없는 에이전트 1.0으로 바꾸거나 크레딧을 충전하세요."));
        return text.arg(wireName(agent), number(balance), number(quote.conversationCredits));
    }
    return choose(
        QStringLiteral(
            "Not enough credits: this takes %1, and %2 are left. Choose something that takes less, or top up."),
        QStringLiteral(
            "크레딧이 부족합니다. %1이 필요한데 %2이 남아 있습니다. 더 적게 드는 방법을 고르거나 크레딧을 충전하세요."))
        .arg(credits(quote.totalCredits.value_or(0)), m_korean ? credits(balance) : number(balance));
}

QString AgentVoice::missingInput(const Model &model) const
{
    if (model.takes(Method::Audio))
        return choose(
            QStringLiteral(
                "%1 needs a voice recording, and an image or a video of the face. Attach both and send again."),
            QStringLiteral(
                "%1에는 음성 파일과, 얼굴이 나오는 이미지나 동영상이 필요합니다. 둘 다 첨부해서 다시 보내 주세요."))
            .arg(model.name);
    return choose(QStringLiteral("%1 needs an image or a video to work on. Attach one and send again."),
        QStringLiteral("%1에는 작업할 이미지나 동영상이 필요합니다. 첨부해서 다시 보내 주세요."))
        .arg(model.name);
}

} // namespace facet::service
