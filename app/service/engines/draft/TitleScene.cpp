#include "service/engines/draft/TitleScene.h"

#include "service/engines/draft/Fitting.h"
#include "service/engines/draft/FrameFormat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

/// How long words take to come and to go, in frames, and how far they rise, in parts of the frame.
constexpr double comes = 0.35 * framesPerSecond;
constexpr double goes = 0.25 * framesPerSecond;
constexpr double rise = 0.02;

double smooth(double u)
{
    u = std::clamp(u, 0.0, 1.0);
    return u * u * (3 - 2 * u);
}

cv::Rect evenRect(cv::Rect rect, cv::Size bounds)
{
    const int left = std::max(0, rect.x / 2 * 2);
    const int top = std::max(0, rect.y / 2 * 2);
    const int right = std::min(bounds.width, (rect.x + rect.width + 1) / 2 * 2);
    const int bottom = std::min(bounds.height, (rect.y + rect.height + 1) / 2 * 2);
    return { left, top, std::max(0, right - left), std::max(0, bottom - top) };
}

/// to = to + (ink - to) × share × strength
void tint(cv::Mat to, const cv::Mat &share, int strength, const uchar *ink)
{
    const int channels = to.channels();
    for (int r = 0; r < to.rows; ++r) {
        uchar *pixel = to.ptr<uchar>(r);
        const uchar *amount = share.ptr<uchar>(r);
        for (int x = 0; x < to.cols; ++x) {
            const int weight = amount[x] * strength / 255;
            for (int c = 0; c < channels; ++c) {
                uchar &value = pixel[x * channels + c];
                value = static_cast<uchar>(value + (ink[c] - value) * weight / 256);
            }
        }
    }
}

class TitleRenderer : public FrameRenderer {
public:
    explicit TitleRenderer(const TitleScene &scene)
        : m_scene(scene)
    {
    }

    void render(int index, Nv12Picture &frame) override
    {
        m_scene.ground().luma.copyTo(frame.luma);
        m_scene.ground().chroma.copyTo(frame.chroma);
        for (size_t i = 0; i < m_scene.cards().size(); ++i)
            drawCard(m_scene.cards()[i], index, i + 1 == m_scene.cards().size(), frame);
        drawBar(index, frame);
    }

private:
    void drawCard(const TitleScene::Card &card, int index, bool last, Nv12Picture &frame)
    {
        const double since = index - card.beat.firstFrame;
        if (since < 0 || since >= card.beat.frames || card.place.empty())
            return;
        const double left = card.beat.frames - since;
        const double shown = smooth((since + 1) / comes) * (last ? 1 : smooth(left / goes));
        const double low = (1 - smooth((since + 1) / comes)) * rise * frame.height();
        const int down = std::min(static_cast<int>(low / 2) * 2, frame.height() - card.place.br().y);
        const int strength = static_cast<int>(std::lround(shown * 256));
        const cv::Rect place = card.place + cv::Point(0, down);
        const Nv12Colour ink = m_scene.ink();
        tint(frame.luma(place), card.share, strength, &ink.y);
        const uchar chroma[2] = { ink.cb, ink.cr };
        tint(frame.chroma(cv::Rect(place.x / 2, place.y / 2, place.width / 2, place.height / 2)),
            card.chromaShare, strength, chroma);
    }

    void drawBar(int index, Nv12Picture &frame)
    {
        const cv::Rect bar = m_scene.bar();
        const int done =
            static_cast<int>(std::lround(double(bar.width) * (index + 1) / m_scene.frames())) / 2 * 2;
        if (done <= 0 || bar.height <= 0)
            return;
        const Nv12Colour colour = m_scene.accent();
        frame.luma(cv::Rect(bar.x, bar.y, done, bar.height)).setTo(colour.y);
        frame.chroma(cv::Rect(bar.x / 2, bar.y / 2, done / 2, bar.height / 2))
            .setTo(cv::Scalar(colour.cb, colour.cr));
    }

    const TitleScene &m_scene;
};

Nv12Colour nv12(const QColor &colour)
{
    return toNv12(colour.red(), colour.green(), colour.blue());
}

} // namespace

std::unique_ptr<TitleScene> TitleScene::of(
    const TitlePainter &painter, const std::vector<TitleBeat> &beats, int frames, const StopFlag &stop)
{
    std::unique_ptr<TitleScene> scene(new TitleScene);
    const QImage ground = painter.ground();
    scene->m_ground = toNv12(asMat(ground));
    scene->m_ink = nv12(TitlePainter::ink());
    scene->m_accent = nv12(painter.accent());
    const QRect bar = painter.bar();
    scene->m_bar = { bar.x(), bar.y(), bar.width(), bar.height() };
    scene->m_frames = frames;
    for (size_t i = 0; i < beats.size(); ++i) {
        if (stop.stopped())
            return {};
        const QImage words =
            painter.words(beats[i].text, static_cast<int>(i + 1), static_cast<int>(beats.size()));
        cv::Mat share;
        cv::extractChannel(asMat(words), share, 3);
        Card card{ beats[i], evenRect(cv::boundingRect(share), share.size()), {}, {} };
        if (!card.place.empty()) {
            card.share = share(card.place).clone();
            cv::resize(card.share, card.chromaShare, cv::Size(card.place.width / 2, card.place.height / 2), 0,
                0, cv::INTER_AREA);
        }
        scene->m_cards.push_back(std::move(card));
    }
    return scene;
}

std::unique_ptr<FrameRenderer> TitleScene::renderer() const
{
    return std::make_unique<TitleRenderer>(*this);
}

} // namespace facet::service::draft
