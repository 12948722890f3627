#include "service/agents/AgentTalk.h"

#include <QRegularExpression>

#include <algorithm>

namespace facet::service {

namespace {

bool mentions(const QString &text, const QString &pattern)
{
    return QRegularExpression(
        pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption)
        .match(text)
        .hasMatch();
}

QString methodName(Method method, bool korean)
{
    switch (method) {
    case Method::Text:
        return korean ? QStringLiteral("글") : QStringLiteral("text");
    case Method::Image:
        return korean ? QStringLiteral("이미지") : QStringLiteral("an image");
    case Method::StartEnd:
        return korean ? QStringLiteral("시작·끝 프레임") : QStringLiteral("start and end frames");
    case Method::Audio:
        return korean ? QStringLiteral("음성") : QStringLiteral("audio");
    case Method::Video:
        return korean ? QStringLiteral("동영상") : QStringLiteral("a video");
    case Method::Other:
        return korean ? QStringLiteral("기타") : QStringLiteral("other");
    }
    return {};
}

QString aboutModel(const Model &model, const Account &account, const AgentVoice &voice)
{
    const bool ko = voice.korean();
    const QString about = ko ? model.description.ko : model.description.en;
    QString price = ko ? QStringLiteral("기본 설정 기준 크레딧은 알 수 없습니다.")
                       : QStringLiteral("Its price at default options is not known.");
    if (model.perGenerationCredits) {
        price =
            (ko ? QStringLiteral("기본 설정으로 한 번에 %1이 들고, 남은 크레딧으로 %2번 만들 수 있습니다.")
                : QStringLiteral("It takes %1 at default options; your balance buys %2 of them."))
                .arg(voice.credits(*model.perGenerationCredits),
                    voice.number(*model.perGenerationCredits > 0
                            ? account.balance.credits / *model.perGenerationCredits
                            : 0));
    }
    return QStringLiteral("**%1** — %2 %3").arg(model.name, about, price);
}

QString aboutBenefits(const ServiceData &data, const Account &account, const AgentVoice &voice)
{
    const bool ko = voice.korean();
    if (account.benefits.isEmpty()) {
        QStringList plans;
        for (const Plan &plan : data.plans) {
            if (!plan.benefits.isEmpty())
                plans << plan.name;
        }
        return (ko ? QStringLiteral("%1 플랜에는 무제한 혜택이 없습니다. 무제한 혜택이 있는 플랜: %2.")
                   : QStringLiteral("Your %1 plan has no unlimited benefit. These have one: %2."))
            .arg(account.plan.name, plans.join(QStringLiteral(", ")));
    }
    QStringList lines;
    for (const Benefit &benefit : account.benefits) {
        const Model *model = data.catalogue.find(benefit.modelId);
        QStringList methods;
        for (const Method method : benefit.methods)
            methods << methodName(method, ko);
        lines << (ko ? QStringLiteral("- %1: %2(으)로 만들 때 무제한")
                     : QStringLiteral("- %1, unlimited when made from %2"))
                     .arg(model ? model->name : benefit.modelId,
                         methods.join(ko ? QStringLiteral(", ") : QStringLiteral(" or ")));
    }
    return (
        ko ? QStringLiteral("%1 플랜의 무제한 혜택:\n\n%2") : QStringLiteral("Your %1 plan covers:\n\n%2"))
        .arg(account.plan.name, lines.join(u'\n'));
}

QString aboutPlans(const ServiceData &data, const AgentVoice &voice)
{
    const bool ko = voice.korean();
    QStringList lines;
    for (const Plan &plan : data.plans) {
        const QString period = plan.period == QLatin1String("day")
            ? (ko ? QStringLiteral("24시간마다") : QStringLiteral("every 24 hours"))
            : (ko ? QStringLiteral("매월") : QStringLiteral("a month"));
        QString line = ko
            ? QStringLiteral("- **%1**: %3 %2").arg(plan.name, voice.credits(plan.credits), period)
            : QStringLiteral("- **%1**: %2 %3").arg(plan.name, voice.credits(plan.credits), period);
        if (!plan.benefits.isEmpty())
            line += ko ? QStringLiteral(", 무제한 혜택 포함") : QStringLiteral(", with an unlimited benefit");
        lines << line;
    }
    return lines.join(u'\n');
}

QString aboutBalance(const Account &account, const AgentVoice &voice)
{
    const bool ko = voice.korean();
    QString text = (ko ? QStringLiteral("지금 쓸 수 있는 크레딧은 %1입니다(%2 플랜).")
                       : QStringLiteral("You have %1 to spend, on the %2 plan."))
                       .arg(voice.credits(account.balance.credits), account.plan.name);
    if (account.balance.held > 0)
        text += u' '
            + (ko ? QStringLiteral("진행 중인 작업에 %1이 잡혀 있습니다.")
                  : QStringLiteral("%1 are held for work under way."))
                  .arg(voice.credits(account.balance.held));
    return text;
}

QString aboutAgents(const ServiceData &data, const AgentVoice &voice)
{
    const bool ko = voice.korean();
    QStringList lines;
    for (const AgentInfo &agent : data.agents) {
        const Model *model = data.catalogue.find(agent.defaultVideoModelId);
        const QString charge = agent.conversationCredits > 0
            ? (ko ? QStringLiteral("대화마다 %1 차감")
                  : QStringLiteral("takes %1 a turn for its conversation"))
                  .arg(voice.credits(agent.conversationCredits))
            : (ko ? QStringLiteral("대화 비용 없음") : QStringLiteral("takes nothing for its conversation"));
        lines << (ko ? QStringLiteral("- **%1**: %2, 기본 동영상 모델은 %3")
                     : QStringLiteral("- **%1** %2; its default video model is %3"))
                     .arg(agent.name, charge, model ? model->name : agent.defaultVideoModelId);
    }
    return lines.join(u'\n');
}

} // namespace

QString talkAnswer(const QString &prompt, const PromptWords &words, AgentVersion agent,
    const ServiceData &data, const Account &account, const AgentVoice &voice)
{
    const bool ko = voice.korean();
    const Model *model = words.modelId ? data.catalogue.find(*words.modelId) : nullptr;
    if (model)
        return aboutModel(*model, account, voice);
    if (mentions(prompt, QStringLiteral("\\bunlimited\\b|무제한|혜택")))
        return aboutBenefits(data, account, voice);
    if (mentions(prompt, QStringLiteral("\\bagents?\\b|에이전트")))
        return aboutAgents(data, voice);
    if (mentions(prompt, QStringLiteral("\\bplans?\\b|\\bsubscri|\\bupgrade|요금|플랜|구독|업그레이드")))
        return aboutPlans(data, voice);
    if (mentions(prompt, QStringLiteral("\\bcredits?\\b|\\bbalance\\b|\\btop[- ]?up|크레딧|잔액|충전|남았")))
        return aboutBalance(account, voice);
    if (mentions(prompt, QStringLiteral("\\bmodels?\\b|\\bprices?\\b|\\bcosts?\\b|모델|가격|비용|얼마"))) {
        QStringList lines;
        for (const Model &each : data.catalogue.models()) {
            if (isUsable(each) && each.perGenerationCredits)
                lines << QStringLiteral("- %1: %2").arg(each.name, voice.credits(*each.perGenerationCredits));
        }
        return (ko ? QStringLiteral("기본 설정으로 한 번 만들 때 드는 크레딧입니다.\n\n%1")
                   : QStringLiteral("Credits for one generation at default options:\n\n%1"))
            .arg(lines.join(u'\n'));
    }
    if (mentions(prompt, QStringLiteral("\\b(?:thanks?|thank you|thx)\\b|고마|감사|땡큐|수고")))
        return ko ? QStringLiteral("천만에요. 다음 장면도 알려 주세요.")
                  : QStringLiteral("You are welcome. Tell me about the next shot whenever you like.");
    const auto info = std::find_if(data.agents.cbegin(), data.agents.cend(),
        [agent](const AgentInfo &each) { return each.version == agent; });
    const Model *standard =
        info == data.agents.cend() ? nullptr : data.catalogue.find(info->defaultVideoModelId);
    const QString name = standard ? standard->name : QString();
    return (
        ko ? QStringLiteral(
            "안녕하세요. 만들고 싶은 장면을 설명하거나, 이미지 또는 시작·끝 프레임을 첨부해 주세요. "
            "모델을 고르지 않으면 %1을(를) 씁니다. \"세로로 10초짜리 두 개\"처럼 길이와 모양도 말로 정할 수 있습니다.")
           : QStringLiteral(
               "Hello. Describe the shot you want, or attach an image or a start and an end frame. "
               "Unless you choose a model, I use %1. You can say length and shape in words: "
               "\"10 seconds, vertical, two takes\"."))
        .arg(name);
}

} // namespace facet::service
