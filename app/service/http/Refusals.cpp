#include "service/http/Refusals.h"

#include "service/http/Problems.h"

namespace facet::service {

namespace {

HttpResponse refuse(const HttpRequest &request, int status, const char *code, const char16_t *english,
    const char16_t *korean, std::optional<qint64> limitBytes = {})
{
    contract::Problem problem;
    problem.status = status;
    problem.code = QString::fromLatin1(code);
    problem.detail = QString::fromUtf16(request.korean ? korean : english);
    problem.limitBytes = limitBytes;
    return problemResponse(std::move(problem), request);
}

} // namespace

HttpResponse plainHttpRefused(const HttpRequest &request)
{
    return refuse(request, 400, "bad_request",
        u"This service speaks HTTPS only: use an address that begins with https://.",
        u"이 서비스는 HTTPS만 씁니다. https://로 시작하는 주소를 쓰세요.");
}

HttpResponse malformedRefused(const HttpRequest &request)
{
    return refuse(
        request, 400, "bad_request", u"This is not an HTTP/1.1 request.", u"HTTP/1.1 요청이 아닙니다.");
}

HttpResponse targetRefused(const HttpRequest &request)
{
    return refuse(request, 400, "bad_request", u"The address of this request is not a path.",
        u"요청 주소가 경로가 아닙니다.");
}

HttpResponse headTooLarge(const HttpRequest &request, qint64 limitBytes)
{
    return refuse(request, 431, "too_large", u"The header fields of this request are too large.",
        u"요청의 헤더가 너무 큽니다.", limitBytes);
}

HttpResponse bodyTooLarge(const HttpRequest &request, qint64 limitBytes)
{
    return refuse(request, 413, "too_large", u"This is larger than the service takes.",
        u"서비스가 받는 크기보다 큽니다.", limitBytes);
}

HttpResponse unauthorized(const HttpRequest &request)
{
    return refuse(request, 401, "unauthorized",
        u"The access token is missing or not the one of this service. Sign in again.",
        u"액세스 토큰이 없거나 이 서비스의 토큰이 아닙니다. 다시 로그인하세요.");
}

HttpResponse noRoute(const HttpRequest &request, const QList<QByteArray> &allowed)
{
    if (allowed.isEmpty())
        return refuse(request, 404, "not_found", u"There is nothing at this address.",
            u"이 주소에는 아무것도 없습니다.");
    HttpResponse response = refuse(request, 405, "not_allowed", u"This address does not take that method.",
        u"이 주소에서는 그 메서드를 쓸 수 없습니다.");
    response.headers.emplaceBack("Allow", allowed.join(", "));
    return response;
}

HttpResponse unanswered(const HttpRequest &request)
{
    return refuse(request, 500, "internal", u"The service could not answer this request.",
        u"서비스가 이 요청에 답하지 못했습니다.");
}

} // namespace facet::service
