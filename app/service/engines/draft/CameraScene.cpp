#include "service/engines/draft/CameraScene.h"

#include "service/engines/draft/FrameFormat.h"

#include <algorithm>
#include <array>

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
        const GridShape shape = GridShape::forFrame(scene.frameSize().width, scene.frameSize().height);
        for (CoordGrid &grid : m_grids)
            grid.reset(shape);
    }

    void render(int index, Nv12Picture &frame) override
    {
        m_layers.clear();
        size_t grid = 0;
        for (const CameraScene::Part &part : m_scene.partsOf(index)) {
            add(part, grid);
            grid += 2;
        }
        m_compositor.compose(m_layers, frame);
    }

private:
    void add(const CameraScene::Part &part, size_t grid)
    {
        const Shot &shot = m_scene.shot(part.shot);
        const CameraPose pose = shot.move.at(part.u, part.seconds);
        if (isWhole(pose)) {
            m_layers.push_back(Layer{ &shot.whole, nullptr, part.share });
            return;
        }
        // From the picture in the frame's size to the larger one, in the first half of the way: both at
        // once would blur, and a sudden change would show.
        double closer = 0;
        if (!shot.closer.empty())
            closer = std::clamp((pose.zoom - 1) / (0.5 * (shot.level - 1)), 0.0, 1.0);
        // Drawn one over the other, so the lower one's share is of what the upper one leaves.
        const double share = double(part.share);
        if (closer < 1) {
            project(pose, m_scene.frameSize(), 1, shot.depth, m_grids[grid]);
            const double lower = share * (1 - closer) / (1 - share * closer);
            m_layers.push_back(Layer{ &shot.whole, &m_grids[grid], static_cast<float>(lower) });
        }
        if (closer > 0) {
            project(pose, m_scene.frameSize(), shot.level, shot.depth, m_grids[grid + 1]);
            m_layers.push_back(Layer{ &shot.closer, &m_grids[grid + 1], static_cast<float>(share * closer) });
        }
    }

    const CameraScene &m_scene;
    Compositor m_compositor;
    std::array<CoordGrid, 4> m_grids;
    std::vector<Layer> m_layers;
};

} // namespace

CameraScene::CameraScene(std::vector<Shot> shots, cv::Size frame, int frames)
    : m_shots(std::move(shots))
    , m_frame(frame)
    , m_frames(frames)
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
            part.share = static_cast<float>(u * u * (3 - 2 * u));
        }
        parts.push_back(part);
    }
    return parts;
}

} // namespace facet::service::draft
