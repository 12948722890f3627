#include "service/http/Problems.h"

namespace facet::service {

namespace {

struct Title {
    const char16_t *code;
    const char16_t *english;
    const char16_t *korean;
};

// RFC 9457: the title is the same for every occurrence of a type, apart from its language.
constexpr Title titles[] = {
    { u"unauthorized", u"Not authorized", u"인증되지 않음" },
    { u"insufficient_credits", u"Not enough credits", u"크레딧 부족" },
    { u"price_changed", u"The price changed", u"가격이 바뀜" },
    { u"idempotency_conflict", u"Key used for another request", u"다른 요청에 쓰인 키" },
    { u"not_found", u"Not found", u"찾을 수 없음" },
    { u"not_allowed", u"Method not allowed", u"허용되지 않는 메서드" },
    { u"bad_request", u"Request not understood", u"요청을 이해할 수 없음" },
    { u"unsupported_input", u"Input not supported", u"지원하지 않는 입력" },
    { u"unsupported_option", u"Option not supported", u"지원하지 않는 옵션" },
    { u"too_long", u"Too long", u"너무 김" },
    { u"unsupported_task", u"Task not supported", u"지원하지 않는 작업" },
    { u"too_large", u"Too large", u"너무 큼" },
    { u"content_refused", u"Content refused", u"거부된 콘텐츠" },
    { u"too_many_running", u"Too many at once", u"동시 실행 한도 초과" },
    { u"engine_unavailable", u"Engine unavailable", u"엔진을 사용할 수 없음" },
    { u"engine_failed", u"Engine failed", u"엔진 오류" },
    { u"checksum_mismatch", u"Checksum mismatch", u"체크섬 불일치" },
    { u"offset_conflict", u"Wrong offset", u"잘못된 오프셋" },
    { u"storage_failed", u"Storage failed", u"저장 실패" },
    { u"internal", u"Service error", u"서비스 오류" },
};

QString titleOf(const QString &code, bool korean)
{
    for (const Title &title : titles) {
        if (code == QStringView(title.code))
            return QString::fromUtf16(korean ? title.korean : title.english);
    }
    return korean ? QStringLiteral("요청을 처리할 수 없음") : QStringLiteral("Request not carried out");
}

} // namespace

HttpResponse problemResponse(contract::Problem problem, const HttpRequest &request)
{
    problem.requestId = request.requestId;
    if (problem.title.isEmpty())
        problem.title = titleOf(problem.code, request.korean);
    HttpResponse response;
    response.status = problem.status;
    response.headers = { { "Content-Type", "application/problem+json" },
        { "Content-Language", request.korean ? "ko" : "en" } };
    if (problem.status == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    response.body = contract::toBytes(contract::toJson(problem));
    return response;
}

HttpResponse problemResponse(
    int status, const QString &code, const QString &detail, const HttpRequest &request)
{
    contract::Problem problem;
    problem.status = status;
    problem.code = code;
    problem.detail = detail;
    return problemResponse(std::move(problem), request);
}

} // namespace facet::service
