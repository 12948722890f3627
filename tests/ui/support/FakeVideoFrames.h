#pragma once

#include "client/media/VideoFrames.h"

#include <QHash>

namespace facet::ui::test {

/// Videos of `frames` plain pictures; frame n is coloured by n, so that a test sees which one it was given.
class FakeVideoFrames : public client::VideoFrames {
public:
    QFuture<Result<client::VideoInfo>> info(const QString &) override
    {
        client::VideoInfo made;
        made.size = size;
        made.rate = { 24, 1 };
        made.frames = frames;
        made.durationUs = frames * 1'000'000 / 24;
        for (qint64 n = 0; n < frames; ++n)
            made.startsUs.append(n * 1'000'000 / 24);
        return QtFuture::makeReadyFuture(Result<client::VideoInfo>(made));
    }
    QFuture<Result<QImage>> frame(const QString &path, qint64 index, const QSize &within = {}) override
    {
        asked.append({ path, index });
        if (error)
            return QtFuture::makeReadyFuture(Result<QImage>(tl::unexpected(*error)));
        const QImage full = picture(index < 0 ? frames + index : index);
        return QtFuture::makeReadyFuture(
            Result<QImage>(within.isEmpty() ? full : full.scaled(within, Qt::KeepAspectRatio)));
    }
    QFuture<Result<QList<QImage>>> strip(const QString &, int count, int height) override
    {
        QList<QImage> all;
        for (int n = 0; n < count; ++n)
            all.append(picture(n).scaledToHeight(height));
        return QtFuture::makeReadyFuture(Result<QList<QImage>>(all));
    }

    QImage picture(qint64 index) const
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor::fromRgb(int(index % 256), int(index / 256 % 256), 200));
        return image;
    }

    QSize size{ 320, 180 };
    qint64 frames = 48;
    std::optional<Error> error;
    QList<std::pair<QString, qint64>> asked;
};

} // namespace facet::ui::test
