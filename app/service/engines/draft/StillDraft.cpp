#include "service/engines/draft/StillDraft.h"

#include "service/engines/draft/DraftTags.h"
#include "service/engines/draft/Fitting.h"
#include "service/engines/draft/FrameFormat.h"
#include "service/engines/draft/ImageReading.h"
#include "service/engines/draft/Poster.h"
#include "service/engines/draft/Sentences.h"
#include "service/engines/draft/StoppableFile.h"
#include "service/engines/draft/TitlePainter.h"

#include <QFileInfo>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QImageWriter>
#include <QPainter>
#include <QRegularExpression>

#include <opencv2/imgproc.hpp>

namespace facet::service::draft {

namespace {

bool asksToExpand(const QString &prompt)
{
    static const QRegularExpression words(
        QStringLiteral(
            R"(\b(expand|extend|outpaint|uncrop|wider|widen|zoom out)|확장|넓혀|넓게|늘려|바깥|여백)"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(prompt).hasMatch();
}

QString firstPicture(const EngineJob &job)
{
    for (const EngineInput &input : job.inputs) {
        if (input.role != InputRole::Audio && input.role != InputRole::Video)
            return input.path;
    }
    return {};
}

/// The picture filling all of `size`, far out of focus.
cv::Mat continuation(const QImage &image, QSize size)
{
    const Fitting filling{ FitMode::Crop, Qt::black };
    // Blurred small and enlarged: the same look for a hundredth of the work.
    const QSize small(std::max(2, size.width() / 16), std::max(2, size.height() / 16));
    cv::Mat blurred;
    cv::GaussianBlur(fitted(image, small, filling), blurred, {}, 3);
    cv::Mat large;
    cv::resize(blurred, large, cv::Size(size.width(), size.height()), 0, 0, cv::INTER_CUBIC);
    return large * 0.85;
}

QImage composed(const EngineJob &job, const QImage &picture, QSize size)
{
    const Fitting fitting = fittingFrom(job.options);
    cv::Mat canvas;
    if (fitting.mode == FitMode::Crop || job.options.background) {
        canvas = fitted(picture, size, fitting);
    } else {
        canvas = continuation(picture, size);
        QRect place = fittedRect(picture.size(), size, fitting);
        if (asksToExpand(job.prompt)) {
            const QSize smaller(place.width() * 3 / 8 * 2, place.height() * 3 / 8 * 2);
            place = QRect(
                { (size.width() - smaller.width()) / 2, (size.height() - smaller.height()) / 2 }, smaller);
        }
        fitted(picture, place.size(), { FitMode::Crop, Qt::black })
            .copyTo(canvas(cv::Rect(place.x(), place.y(), place.width(), place.height())));
    }
    return QImage(
        canvas.data, canvas.cols, canvas.rows, static_cast<qsizetype>(canvas.step), QImage::Format_RGB32)
        .copy();
}

/// The asked edit, under the picture.
void caption(QImage &image, const EngineJob &job)
{
    const double unit = std::min(image.width(), image.height());
    const QRectF band(0, image.height() - unit * 0.075, image.width(), unit * 0.075);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(band, QColor(10, 12, 18, 190));
    QFont font = painter.font();
    font.setPixelSize(std::max(6, static_cast<int>(unit * 0.028)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(TitlePainter::ink());
    const QRectF room = band.adjusted(unit * 0.03, 0, -unit * 0.03, 0);
    const QString mark = job.korean ? QStringLiteral("초안 DRAFT") : QStringLiteral("DRAFT");
    const QString words = job.prompt.simplified();
    const QString line = words.isEmpty() ? mark : QStringLiteral("%1   %2").arg(mark, words);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(font).elidedText(line, Qt::ElideRight, static_cast<int>(room.width())));
}

/// Writes `image` and its poster and describes them.
Result<EngineOutput> saved(const EngineJob &job, const QImage &image, JobMonitor &monitor)
{
    monitor.enter(QStringLiteral("encoding"));
    const QString path = job.outputBase + QStringLiteral(".png");
    const QString posterPath = job.outputBase + QStringLiteral(".poster.jpg");
    const auto discard = [&] {
        QFile::remove(path + QStringLiteral(".part"));
        QFile::remove(path);
        QFile::remove(posterPath);
    };

    StoppableFile file(path + QStringLiteral(".part"), monitor.stop());
    if (!file.open(QIODevice::WriteOnly))
        return sentences::outputUnwritable(job.korean, file.errorString());
    QImageWriter writer(&file, "png");
    writer.setCompression(30);
    const QMap<QString, QString> tags = tagsFor(job);
    for (auto tag = tags.cbegin(); tag != tags.cend(); ++tag)
        writer.setText(tag.key(), tag.value());
    const bool written = writer.write(image) && file.flush();
    const bool full = file.error() == QFileDevice::ResourceError;
    const QString detail = file.errorString();
    file.close();
    if (monitor.stopped()) {
        discard();
        return sentences::cancelled(job.korean);
    }
    QFile::remove(path);
    if (!written || !file.rename(path) || !writePoster(image, posterPath)) {
        discard();
        return full ? sentences::diskFull(job.korean, detail)
                    : sentences::outputUnwritable(job.korean, detail);
    }

    EngineOutput output;
    output.path = path;
    output.posterPath = posterPath;
    output.asset.kind = ModelKind::Image;
    output.asset.mime = QStringLiteral("image/png");
    output.asset.bytes = QFileInfo(path).size();
    output.asset.width = image.width();
    output.asset.height = image.height();
    monitor.complete();
    return output;
}

QImage titleCard(const EngineJob &job, QSize size)
{
    const TitlePainter painter(size,
        { job.model.name, QStringLiteral("%1 × %2").arg(size.width()).arg(size.height()), job.korean,
            job.seed, 0 });
    constexpr qsizetype readable = 400;
    QString words = job.prompt.simplified();
    if (words.isEmpty())
        words = job.model.name;
    if (words.size() > readable)
        words = words.left(readable - 1) + QChar(0x2026);
    QImage image = painter.ground();
    QPainter(&image).drawImage(0, 0, painter.words(words, 1, 1));
    return image;
}

} // namespace

Result<EngineOutput> makeStill(const EngineJob &job, JobMonitor &monitor)
{
    monitor.enter(QStringLiteral("reading"));
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return sentences::engineFailed(job.korean, QStringLiteral("no QGuiApplication"));
    const QString source = firstPicture(job);
    if (source.isEmpty() && job.method != Method::Text)
        return sentences::noPicture(job.korean);
    Options options = job.options;
    if (!options.resolution)
        options.resolution = QStringLiteral("2K");
    const auto size = frameSize(options, source.isEmpty() ? QSize() : pictureSize(source), job.korean);
    if (!size)
        return tl::unexpected<Error>(size.error());
    if (source.isEmpty()) {
        monitor.enter(QStringLiteral("rendering"));
        return saved(job, titleCard(job, *size), monitor);
    }

    const auto read =
        readPicture(source, *size, fittingFrom(job.options).background, monitor.stop(), job.korean);
    if (!read)
        return tl::unexpected<Error>(read.error());
    monitor.enter(QStringLiteral("rendering"));
    QImage image = composed(job, read->image, *size);
    caption(image, job);
    if (monitor.stopped())
        return sentences::cancelled(job.korean);
    return saved(job, image, monitor);
}

Result<EngineOutput> makeLarger(const EngineJob &job, JobMonitor &monitor)
{
    monitor.enter(QStringLiteral("reading"));
    const QString source = firstPicture(job);
    if (source.isEmpty())
        return sentences::taskUnsupported(job.korean, QStringLiteral("only pictures can be enlarged"));
    const auto read =
        readPicture(source, QSize(1 << 16, 1 << 16), Qt::transparent, monitor.stop(), job.korean);
    if (!read)
        return tl::unexpected<Error>(read.error());
    Options square;
    square.resolution = job.options.resolution.value_or(QStringLiteral("1080p"));
    square.aspectRatio = QStringLiteral("1:1");
    const auto wanted = frameSize(square, {}, job.korean);
    if (!wanted)
        return tl::unexpected<Error>(wanted.error());

    monitor.enter(QStringLiteral("rendering"));
    const QSize from = read->image.size();
    constexpr double longest = 16'000;
    const double scale = std::clamp(double(wanted->width()) / std::min(from.width(), from.height()), 1.0,
        std::max(1.0, longest / std::max(from.width(), from.height())));
    const cv::Size to(static_cast<int>(std::lround(from.width() * scale)),
        static_cast<int>(std::lround(from.height() * scale)));
    QImage image(to.width, to.height, read->image.format());
    cv::Mat rows(to, CV_8UC4, image.bits(), static_cast<size_t>(image.bytesPerLine()));
    cv::resize(asMat(read->image), rows, to, 0, 0, cv::INTER_LANCZOS4);
    if (monitor.stopped())
        return sentences::cancelled(job.korean);
    return saved(job, image, monitor);
}

} // namespace facet::service::draft
