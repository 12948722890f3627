#include "service/engines/draft/CameraScene.h"

#include "service/engines/draft/FrameFormat.h"

#include <algorithm>

namespace facet::service::draft {

namespace {

bool isWhole(const CameraPose &pose)
{
    return pose.zoom == 1 && pose.x == 0 && pose.y == 0 && pose.roll == 0 && pose.orbit == 0;
}

class CameraRenderer : public FrameRenderer {
public:
    explicit CameraRenderer(const CameraScene &scene)
        : m_scene(scene)
    {
    }

    void render(int index, Nv12Picture &frame) override
    {
        const std::vector<CameraScene::Part> parts = m_scene.partsOf(index);
        draw(parts.front(), frame);
        if (parts.size() < 2)
            return;
        if (m_next.empty())
            m_next = Nv12Picture::blank(frame.width(), frame.height());
        draw(parts.back(), m_next);
        dissolve(frame, parts.back().share);
    }

private:
    void draw(const CameraScene::Part &part, Nv12Picture &frame)
    {
        const cv::Rect place = m_scene.shot(part.shot).place;
        if (place.size() != m_scene.frameSize()) {
            const Nv12Colour colour = m_scene.background();
            frame.luma.setTo(colour.y);
            frame.chroma.setTo(cv::Scalar(colour.cb, colour.cr));
        }
        Nv12Picture view{ frame.luma(place),
            frame.chroma(cv::Rect(place.x / 2, place.y / 2, place.width / 2, place.height / 2)) };
        m_layers.clear();
        addLayers(part);
        m_compositor.compose(m_layers, view);
    }

    void dissolve(Nv12Picture &frame, double share)
    {
        cv::addWeighted(m_next.luma, share, frame.luma, 1 - share, 0, frame.luma);
        cv::addWeighted(m_next.chroma, share, frame.chroma, 1 - share, 0, frame.chroma);
    }

    void addLayers(const CameraScene::Part &part)
    {
        const Shot &shot = m_scene.shot(part.shot);
        const CameraPose pose = shot.move.at(part.u, part.seconds);
        if (isWhole(pose)) {
            m_layers.push_back(Layer{ &shot.whole });
            return;
        }
        // From the picture in the frame's size to the larger one, in the first half of the way: both at
        // once would blur, and a sudden change would show.
        double closer = 0;
        if (!shot.closer.empty())
            closer = std::clamp((pose.zoom - 1) / (0.5 * (shot.level - 1)), 0.0, 1.0);
        const cv::Size size = shot.place.size();
        const GridShape shape = GridShape::forFrame(size.width, size.height);
        if (closer < 1) {
            m_far.reset(shape);
            project(pose, size, 1, shot.depth, m_far);
            m_layers.push_back(Layer{ &shot.whole, &m_far });
        }
        if (closer > 0) {
            m_near.reset(shape);
            project(pose, size, shot.level, shot.depth, m_near);
            m_layers.push_back(Layer{ &shot.closer, &m_near, static_cast<float>(closer) });
        }
    }

    const CameraScene &m_scene;
    Compositor m_compositor;
    CoordGrid m_far;
    CoordGrid m_near;
    Nv12Picture m_next; ///< what is dissolved to
    std::vector<Layer> m_layers;
};

} // namespace

CameraScene::CameraScene(std::vector<Shot> shots, cv::Size frame, int frames, Nv12Colour background)
    : m_shots(std::move(shots))
    , m_frame(frame)
    , m_background(background)
{
    const double count = double(m_shots.size());
    const double last = std::max(1, frames - 1);
    // n shots of equal length L that overlap by D fill the video: n L - (n - 1) D frames.
    m_dissolve = m_shots.size() > 1 ? std::min(0.6 * framesPerSecond, last / count / 2) : 0;
    m_length = (last + (count - 1) * m_dissolve) / count;
}

std::unique_ptr<FrameRenderer> CameraScene::renderer() const
{
    return std::make_unique<CameraRenderer>(*this);
}

std::vector<CameraScene::Part> CameraScene::partsOf(int index) const
{
    std::vector<Part> parts;
    const double pace = m_length - m_dissolve;
    for (size_t i = 0; i < m_shots.size(); ++i) {
        const double since = index - double(i) * pace;
        const bool isLast = i + 1 == m_shots.size();
        if (since < 0 || (since > m_length && !isLast) || parts.size() == 2)
            continue;
        Part part{ i, std::clamp(since / m_length, 0.0, 1.0), since / framesPerSecond, 1 };
        if (i > 0 && since < m_dissolve) {
            const double u = since / m_dissolve;
            part.share = u * u * (3 - 2 * u);
        }
        parts.push_back(part);
    }
    return parts;
}

} // namespace facet::service::draft
