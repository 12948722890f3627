#include "service/api/Problems.h"

#include <QLocale>

namespace facet::service {

namespace problem {

namespace {

contract::Problem make(int status, const char *code)
{
    contract::Problem problem;
    problem.status = status;
    problem.code = QString::fromLatin1(code);
    return problem;
}

} // namespace

contract::Problem badRequest(const QString &what)
{
    auto problem = make(400, "bad_request");
    problem.field = what;
    return problem;
}

contract::Problem notFound()
{
    return make(404, "not_found");
}

contract::Problem insufficientCredits(Credits required, Credits balance)
{
    auto problem = make(402, "insufficient_credits");
    problem.required = required;
    problem.balance = balance;
    return problem;
}

contract::Problem priceChanged(const Quote &now)
{
    auto problem = make(409, "price_changed");
    problem.quote = now;
    return problem;
}

contract::Problem idempotencyConflict()
{
    return make(409, "idempotency_conflict");
}

contract::Problem unsupportedInput(const QString &field, const QStringList &allowed)
{
    auto problem = make(422, "unsupported_input");
    problem.field = field;
    problem.allowed = allowed;
    return problem;
}

contract::Problem unsupportedOption(const QString &field, const QStringList &allowed)
{
    auto problem = make(422, "unsupported_option");
    problem.field = field;
    problem.allowed = allowed;
    return problem;
}

contract::Problem tooLong(const QString &field, const QStringList &allowed)
{
    auto problem = make(422, "too_long");
    problem.field = field;
    problem.allowed = allowed;
    return problem;
}

contract::Problem unsupportedTask(const QStringList &alternatives)
{
    auto problem = make(422, "unsupported_task");
    problem.alternatives = alternatives;
    return problem;
}

contract::Problem contentRefused()
{
    return make(422, "content_refused");
}

contract::Problem tooManyRunning(int limit)
{
    auto problem = make(429, "too_many_running");
    problem.limit = limit;
    return problem;
}

contract::Problem engineUnavailable(const QString &engine)
{
    auto problem = make(503, "engine_unavailable");
    problem.engine = engine;
    problem.retryable = true;
    return problem;
}

contract::Problem engineFailed(const QString &engine, bool retryable)
{
    auto problem = make(502, "engine_failed");
    problem.engine = engine;
    problem.retryable = retryable;
    return problem;
}

contract::Problem internal(const Error &error)
{
    qCritical().noquote() << "facet-service:" << error.sentence << error.detail;
    return make(500, "internal");
}

} // namespace problem

namespace {

/// %1, %2, … are filled from the problem's members by sentenceFor().
struct Sentence {
    const char16_t *code;
    const char16_t *field; ///< only for this member; null: for every other one
    const char16_t *english;
    const char16_t *korean;
};

constexpr Sentence sentences[] = {
    { u"unsupported_input", u"prompt", u"Say in words what to make, and send it again.",
        u"무엇을 만들지 글로 적어 다시 보내세요." },
    { u"unsupported_input", u"inputs",
        u"The attached files do not fit this model; it takes: %2. Change them, or choose another model.",
        u"첨부한 파일이 이 모델에 맞지 않습니다. 가능한 입력: %2. 파일을 바꾸거나 다른 모델을 고르세요." },
    { u"unsupported_option", u"plan_id", u"There is no such plan. Choose one of: %2.",
        u"그런 요금제가 없습니다. 다음 중에서 고르세요: %2." },
    { u"bad_request", nullptr, u"The request cannot be carried out: “%1” is missing or cannot be read.",
        u"요청을 처리할 수 없습니다. “%1” 값이 없거나 읽을 수 없습니다." },
    { u"not_found", nullptr,
        u"The service does not have this. It may have been removed; reload and try again.",
        u"서비스에 해당 항목이 없습니다. 삭제되었을 수 있으니 새로 고친 뒤 다시 시도하세요." },
    { u"insufficient_credits", nullptr,
        u"This takes %1 credits, and %2 can be spent. Top up, or choose something that takes fewer.",
        u"%1 크레딧이 필요하지만 사용할 수 있는 크레딧은 %2입니다. 크레딧을 충전하거나 더 적게 드는 설정을 "
        u"고르세요." },
    { u"price_changed", nullptr,
        u"The price is now %1 credits, more than was shown. Nothing was taken; check it and send again.",
        u"지금 가격은 %1 크레딧으로, 표시된 것보다 높습니다. 차감된 크레딧은 없습니다. 확인한 뒤 다시 보내세요." },
    { u"idempotency_conflict", nullptr,
        u"The same request key was used before with other contents. Send it again as a new request.",
        u"같은 요청 키가 다른 내용으로 이미 쓰였습니다. 새 요청으로 다시 보내세요." },
    { u"unsupported_input", nullptr,
        u"The model does not take this input: “%1”. Remove it, or choose another model.",
        u"이 모델은 “%1” 입력을 받지 않습니다. 빼거나 다른 모델을 고르세요." },
    { u"unsupported_option", nullptr,
        u"The model does not offer this setting: “%1”. Choose another value or another model.",
        u"이 모델에는 “%1” 설정이 없습니다. 다른 값이나 다른 모델을 고르세요." },
    { u"too_long", nullptr, u"“%1” is longer than allowed. Shorten it and send again.",
        u"“%1”이(가) 허용된 길이를 넘습니다. 줄여서 다시 보내세요." },
    { u"unsupported_task", nullptr,
        u"Changing single elements inside a finished video is not supported. Edit its last frame and continue "
        u"from it, or generate it again.",
        u"완성된 영상에서 일부 요소만 바꾸는 작업은 지원하지 않습니다. 마지막 프레임을 편집해 이어서 만들거나 다시 "
        u"생성하세요." },
    { u"content_refused", nullptr, u"The service refuses to make this. Change the request and send it again.",
        u"서비스가 이 요청을 거부했습니다. 내용을 바꿔 다시 보내세요." },
    { u"too_many_running", nullptr,
        u"Too many generations are waiting; %1 can run at once. Wait until one has finished, then send again.",
        u"대기 중인 생성이 너무 많습니다. 동시에 %1개까지 실행됩니다. 하나가 끝난 뒤 다시 보내세요." },
    { u"engine_unavailable", nullptr,
        u"The engine “%1” cannot be used right now. Nothing was taken; try again later.",
        u"지금은 “%1” 엔진을 사용할 수 없습니다. 차감된 크레딧은 없습니다. 나중에 다시 시도하세요." },
    { u"engine_failed", nullptr, u"The engine “%1” failed. The credits were given back; try again.",
        u"“%1” 엔진에서 오류가 났습니다. 크레딧은 돌려드렸습니다. 다시 시도하세요." },
    { u"internal", nullptr,
        u"The service could not do this. Nothing was taken; try again, and if it stays so, restart it.",
        u"서비스가 요청을 처리하지 못했습니다. 차감된 크레딧은 없습니다. 다시 시도하고, 계속되면 다시 시작하세요." },
};

} // namespace

QString sentenceFor(const contract::Problem &problem, bool korean)
{
    if (!problem.detail.isEmpty())
        return problem.detail;
    const QLocale locale(korean ? QLocale::Korean : QLocale::English);
    for (const Sentence &sentence : sentences) {
        if (problem.code != QStringView(sentence.code)
            || (sentence.field && problem.field.value_or(QString()) != QStringView(sentence.field)))
            continue;
        QString text = QString::fromUtf16(korean ? sentence.korean : sentence.english);
        if (problem.required)
            return text.arg(locale.toString(*problem.required), locale.toString(problem.balance.value_or(0)));
        if (problem.quote)
            return text.arg(locale.toString(problem.quote->totalCredits.value_or(0)));
        if (problem.limit)
            return text.arg(locale.toString(*problem.limit));
        if (problem.engine)
            return text.arg(*problem.engine);
        if (problem.field)
            text.replace(QLatin1String("%1"), *problem.field);
        return text.replace(QLatin1String("%2"), problem.allowed.join(QStringLiteral(", ")));
    }
    return korean ? QStringLiteral("서비스가 요청을 처리하지 못했습니다.")
                  : QStringLiteral("The service could not carry out the request.");
}

HttpResponse refuse(contract::Problem problem, const HttpRequest &request)
{
    problem.detail = sentenceFor(problem, request.korean);
    return problemResponse(std::move(problem), request);
}

} // namespace facet::service
