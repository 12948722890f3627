#include "service/uploads/TusAnswers.h"

#include "service/api/Problems.h"

namespace facet::service {

namespace {

QString pick(const HttpRequest &request, const char16_t *english, const char16_t *korean)
{
    return QString::fromUtf16(request.korean ? korean : english);
}

} // namespace

HttpResponse tus(HttpResponse response)
{
    response.headers.emplaceBack("Tus-Resumable", "1.0.0");
    return response;
}

HttpResponse refusal(
    const HttpRequest &request, int status, const char *code, const char16_t *english, const char16_t *korean)
{
    return tus(problemResponse(status, QString::fromLatin1(code), pick(request, english, korean), request));
}

HttpResponse badField(const HttpRequest &request, const char *field)
{
    return tus(refuse(problem::badRequest(QString::fromLatin1(field)), request));
}

HttpResponse tooLarge(const HttpRequest &request, qint64 limit)
{
    contract::Problem large;
    large.status = 413;
    large.code = QStringLiteral("too_large");
    large.limitBytes = limit;
    large.detail =
        pick(request, u"This file is larger than the %1 MiB that the service takes. Make it smaller first.",
            u"이 파일은 서비스가 받는 %1MiB보다 큽니다. 먼저 크기를 줄이세요.")
            .arg(limit / (1024 * 1024));
    return tus(problemResponse(std::move(large), request));
}

HttpResponse busy(const HttpRequest &request)
{
    auto response = refusal(request, 423, "offset_conflict",
        u"Another request is still adding to this upload.", u"다른 요청이 아직 이 업로드에 쓰고 있습니다.");
    response.headers.emplaceBack("Retry-After", "1");
    return response;
}

HttpResponse storageFailed(const HttpRequest &request)
{
    return refusal(request, 507, "storage_failed",
        u"The service could not write this file: its disk may be full. Make room, then try again.",
        u"서비스가 이 파일을 쓰지 못했습니다. 디스크가 가득 찼을 수 있습니다. 공간을 확보한 뒤 다시 시도하세요.");
}

HttpResponse faultResponse(const HttpRequest &request, ContentFault fault, qint64 maxPixels)
{
    contract::Problem unfit;
    unfit.status = 422;
    unfit.code = QStringLiteral("unsupported_input");
    unfit.field = QStringLiteral("file");
    unfit.allowed = takenTypes();
    switch (fault) {
    case ContentFault::Unreadable:
        return storageFailed(request);
    case ContentFault::OtherChecksum:
        return refusal(request, 460, "checksum_mismatch", u"The file changed on its way. Send it again.",
            u"파일이 전송 중에 바뀌었습니다. 다시 보내세요.");
    case ContentFault::NotTaken:
        unfit.detail = pick(request,
            u"The service does not take this kind of file. Send a picture (PNG, JPEG, WebP, GIF, BMP, TIFF), a video "
            u"(MP4, MOV, WebM) or a recording (WAV, MP3, M4A, OGG).",
            u"서비스가 받지 않는 종류의 파일입니다. 그림(PNG, JPEG, WebP, GIF, BMP, TIFF), 동영상(MP4, MOV, WebM) 또는 "
            u"음성(WAV, MP3, M4A, OGG) 파일을 보내세요.");
        break;
    case ContentFault::Damaged:
        unfit.detail =
            pick(request, u"This file is damaged or incomplete. Save it again, or choose another one.",
                u"이 파일은 손상되었거나 완전하지 않습니다. 다시 저장하거나 다른 파일을 고르세요.");
        break;
    case ContentFault::TooManyPixels:
        unfit.detail = pick(request, u"This picture has more than %1 megapixels. Make it smaller first.",
            u"이 그림은 %1메가픽셀보다 큽니다. 먼저 크기를 줄이세요.")
                           .arg(maxPixels / 1'000'000);
        break;
    case ContentFault::TooLong:
        unfit.code = QStringLiteral("too_long");
        unfit.detail = pick(request, u"This file is longer than %1 minutes. Shorten it first.",
            u"이 파일은 %1분보다 깁니다. 먼저 길이를 줄이세요.")
                           .arg(longestMediaS / 60);
        break;
    }
    return tus(problemResponse(std::move(unfit), request));
}

} // namespace facet::service
