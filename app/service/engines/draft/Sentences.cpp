#include "service/engines/draft/Sentences.h"

#include <QLocale>

namespace facet::service::draft::sentences {

namespace {

QString pick(bool korean, QString english, QString hangul)
{
    return korean ? std::move(hangul) : std::move(english);
}

QString megapixels(bool korean, qint64 pixels)
{
    const QLocale locale(korean ? QLocale::Korean : QLocale::English);
    return locale.toString((pixels + 999'999) / 1'000'000);
}

} // namespace

tl::unexpected<Error> cancelled(bool korean)
{
    return fail(ErrorKind::Cancelled,
        pick(korean, QStringLiteral("The draft was cancelled."), QStringLiteral("초안 제작을 취소했습니다.")),
        {}, QStringLiteral("cancelled"));
}

tl::unexpected<Error> inputMissing(bool korean, const QString &detail)
{
    return fail(ErrorKind::File,
        pick(korean, QStringLiteral("An attached picture is no longer there. Attach it again."),
            QStringLiteral("첨부한 이미지를 찾을 수 없습니다. 다시 첨부해 주세요.")),
        detail, QStringLiteral("unsupported_input"));
}

tl::unexpected<Error> inputBroken(bool korean, const QString &detail)
{
    return fail(ErrorKind::Unsupported,
        pick(korean,
            QStringLiteral(
                "An attached picture is damaged or not a picture. Attach a JPEG, PNG or WebP file that opens elsewhere."),
            QStringLiteral(
                "첨부한 이미지가 손상되었거나 이미지가 아닙니다. 다른 프로그램에서 열리는 JPEG, PNG, WebP 파일을 첨부해 주세요.")),
        detail, QStringLiteral("unsupported_input"));
}

tl::unexpected<Error> inputTooLarge(bool korean, qint64 pixels, qint64 limit)
{
    return fail(ErrorKind::Unsupported,
        pick(korean,
            QStringLiteral(
                "An attached picture has %1 megapixels; at most %2 are possible. Make it smaller and attach it again.")
                .arg(megapixels(false, pixels), megapixels(false, limit)),
            QStringLiteral(
                "첨부한 이미지가 %1메가픽셀입니다. 최대 %2메가픽셀까지 가능합니다. 크기를 줄여 다시 첨부해 주세요.")
                .arg(megapixels(true, pixels), megapixels(true, limit))),
        {}, QStringLiteral("unsupported_input"));
}

tl::unexpected<Error> noVoice(bool korean)
{
    return fail(ErrorKind::Unsupported,
        pick(korean, QStringLiteral("There is no voice to go by. Attach a recording and send again."),
            QStringLiteral("사용할 음성이 없습니다. 녹음 파일을 첨부해서 다시 보내 주세요.")),
        {}, QStringLiteral("unsupported_input"));
}

tl::unexpected<Error> inputUnplayable(bool korean, const QString &detail)
{
    return fail(ErrorKind::Unsupported,
        pick(korean,
            QStringLiteral(
                "An attached video or recording cannot be played. Attach an MP4, WebM, MOV, WAV, MP3, M4A or OGG file "
                "that plays elsewhere."),
            QStringLiteral(
                "첨부한 동영상이나 녹음 파일을 재생할 수 없습니다. 다른 프로그램에서 재생되는 MP4, WebM, MOV, "
                "WAV, MP3, M4A, OGG 파일을 첨부해 주세요.")),
        detail, QStringLiteral("unsupported_input"));
}

tl::unexpected<Error> inputTooLong(bool korean, double seconds, int most)
{
    const QLocale locale(korean ? QLocale::Korean : QLocale::English);
    const QString is = locale.toString(seconds, 'f', 1);
    return fail(ErrorKind::Unsupported,
        pick(korean,
            QStringLiteral(
                "The attached file is %1 s long, and at most %2 s are paid for or possible. Choose a longer "
                "length in Options, or attach a shorter file."),
            QStringLiteral(
                "첨부한 파일이 %1초인데, 선택한 길이나 모델의 한도는 %2초입니다. 옵션에서 더 긴 길이를 고르거나 더 "
                "짧은 파일을 첨부해 주세요."))
            .arg(is, locale.toString(most)),
        {}, QStringLiteral("too_long"));
}

tl::unexpected<Error> noPicture(bool korean)
{
    return fail(ErrorKind::Unsupported,
        pick(korean, QStringLiteral("This needs a picture. Attach one and send again."),
            QStringLiteral("이미지가 필요합니다. 이미지를 첨부해 다시 보내 주세요.")),
        {}, QStringLiteral("unsupported_input"));
}

tl::unexpected<Error> optionUnknown(bool korean, const QString &field, const QString &value)
{
    return fail(ErrorKind::Unsupported,
        pick(korean,
            QStringLiteral("The draft engine does not know the setting “%1”. Choose another one with ✨.")
                .arg(value),
            QStringLiteral("초안 엔진이 “%1” 설정을 알지 못합니다. ✨에서 다른 설정을 골라 주세요.")
                .arg(value)),
        field, QStringLiteral("unsupported_option"));
}

tl::unexpected<Error> taskUnsupported(bool korean, const QString &detail)
{
    return fail(ErrorKind::Unsupported,
        pick(korean,
            QStringLiteral(
                "The draft engine cannot make this kind of result. Choose a video or image model, or connect a provider."),
            QStringLiteral(
                "초안 엔진은 이런 결과를 만들 수 없습니다. 영상이나 이미지 모델을 고르거나 제공자를 연결해 주세요.")),
        detail, QStringLiteral("unsupported_task"));
}

tl::unexpected<Error> diskFull(bool korean, const QString &detail)
{
    return fail(ErrorKind::File,
        pick(korean,
            QStringLiteral(
                "The disk is full, so the draft could not be written. Free some space and try again."),
            QStringLiteral(
                "디스크 공간이 부족해 초안을 저장하지 못했습니다. 공간을 확보한 뒤 다시 시도해 주세요.")),
        detail, QStringLiteral("engine_failed"));
}

tl::unexpected<Error> outputUnwritable(bool korean, const QString &detail)
{
    return fail(ErrorKind::File,
        pick(korean,
            QStringLiteral(
                "The draft could not be written. Check that the service's data folder can be written to, and try again."),
            QStringLiteral(
                "초안을 저장하지 못했습니다. 서비스의 데이터 폴더에 쓸 수 있는지 확인하고 다시 시도해 주세요.")),
        detail, QStringLiteral("engine_failed"));
}

tl::unexpected<Error> engineFailed(bool korean, const QString &detail)
{
    return fail(ErrorKind::Service,
        pick(korean, QStringLiteral("The draft engine failed. Try again; nothing was charged."),
            QStringLiteral(
                "초안 엔진에 오류가 발생했습니다. 다시 시도해 주세요. 크레딧은 차감되지 않았습니다.")),
        detail, QStringLiteral("engine_failed"));
}

} // namespace facet::service::draft::sentences
