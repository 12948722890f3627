#include "ui/chat/FilmScrub.h"

#include "client/media/VideoFrames.h"
#include "client/net/Then.h"

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int framesAcross = 20;
constexpr int frameHeight = 180; ///< pixels
constexpr int mostStrips = 2; ///< some four megabytes each
} // namespace

FilmScrub::FilmScrub(QObject *parent)
    : QObject(parent)
    , m_strips(mostStrips)
{
}

QImage FilmScrub::frame(const QString &path, qreal at)
{
    if (!m_frames || path.isEmpty())
        return {};
    if (const QList<QImage> *strip = m_strips.object(path)) {
        if (strip->isEmpty())
            return {};
        const auto last = strip->size() - 1;
        return strip->at(std::clamp<qsizetype>(qsizetype(at * qreal(strip->size())), 0, last));
    }
    if (m_asked.contains(path))
        return {};
    m_asked.insert(path);
    client::then(m_frames->strip(path, framesAcross, frameHeight), this,
        [this, path](const Result<QList<QImage>> &strip) {
            m_asked.remove(path);
            // An empty one is kept too: a file that cannot be read is not asked about at every movement.
            m_strips.insert(path, new QList<QImage>(strip.value_or(QList<QImage>{})));
            emit ready();
        });
    return {};
}

} // namespace facet::ui
