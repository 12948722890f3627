#include "service/engines/draft/InBetween.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

/// What the nodes of both pictures claim at a node of the in-between frame.
using Claims = cv::Mat_<cv::Vec4f>; // Σ w dx, Σ w dy, Σ w of the first, Σ w of the second

class InBetweenRenderer : public FrameRenderer {
public:
    explicit InBetweenRenderer(const InBetween &scene)
        : m_scene(scene)
        , m_claims(scene.motion().shape.rows, scene.motion().shape.columns)
    {
        m_from.reset(scene.motion().shape);
        m_to.reset(scene.motion().shape);
        m_share.reset(scene.motion().shape);
    }

    void render(int index, Nv12Picture &frame) override
    {
        const auto t = static_cast<float>(InBetween::easedTime(index, m_scene.frames()));
        if (index <= 0) {
            m_compositor.compose({ Layer{ &m_scene.first() } }, frame);
            return;
        }
        if (index >= m_scene.frames() - 1) {
            m_compositor.compose({ Layer{ &m_scene.last() } }, frame);
            return;
        }
        project(t);
        m_compositor.compose(
            { Layer{ &m_scene.first(), &m_from }, Layer{ &m_scene.last(), &m_to, 1, &m_share } }, frame);
    }

private:
    /// Carries one side's nodes along their motion to time t and lets them claim the four nodes around.
    void splat(const SideMotion &side, float forth, float weight, int channel)
    {
        const GridShape &shape = m_scene.motion().shape;
        const float perStep = forth / static_cast<float>(shape.step);
        size_t n = 0;
        for (int r = 0; r < shape.rows; ++r) {
            for (int c = 0; c < shape.columns; ++c, ++n) {
                const float w = side.weight[n] * weight;
                const float x = static_cast<float>(c) + side.dx[n] * perStep;
                const float y = static_cast<float>(r) + side.dy[n] * perStep;
                if (w <= 0 || x < 0 || y < 0)
                    continue;
                const int left = static_cast<int>(x);
                const int top = static_cast<int>(y);
                if (left >= shape.columns - 1 || top >= shape.rows - 1) {
                    if (left == shape.columns - 1 || top == shape.rows - 1)
                        claim(std::min(left, shape.columns - 1), std::min(top, shape.rows - 1), n, side, w,
                            channel);
                    continue;
                }
                const float fx = x - static_cast<float>(left);
                const float fy = y - static_cast<float>(top);
                claim(left, top, n, side, w * (1 - fx) * (1 - fy), channel);
                claim(left + 1, top, n, side, w * fx * (1 - fy), channel);
                claim(left, top + 1, n, side, w * (1 - fx) * fy, channel);
                claim(left + 1, top + 1, n, side, w * fx * fy, channel);
            }
        }
    }

    void claim(int column, int row, size_t n, const SideMotion &side, float w, int channel)
    {
        if (column < 0 || row < 0 || column >= m_claims.cols || row >= m_claims.rows)
            return;
        cv::Vec4f &claims = m_claims(row, column);
        claims[0] += w * side.dx[n];
        claims[1] += w * side.dy[n];
        claims[channel] += w;
    }

    void project(float t)
    {
        const MotionField &motion = m_scene.motion();
        m_claims.setTo(cv::Scalar::all(0));
        splat(motion.first, t, 1 - t, 2);
        splat(motion.second, t - 1, t, 3);
        // Gaps between claims that drifted apart are closed by what lies around them; where nobody claims
        // anything for a long way, nothing moves.
        cv::GaussianBlur(m_claims, m_near, cv::Size(5, 5), 1.2);
        cv::boxFilter(m_near, m_far, -1, cv::Size(15, 15), cv::Point(-1, -1), true, cv::BORDER_REPLICATE);

        size_t n = 0;
        const float step = static_cast<float>(motion.shape.step);
        for (int r = 0; r < motion.shape.rows; ++r) {
            const cv::Vec4f *own = m_claims[r];
            const cv::Vec4f *near = m_near[r];
            const cv::Vec4f *far = m_far[r];
            for (int c = 0; c < motion.shape.columns; ++c, ++n) {
                const cv::Vec4f sum = own[c] + near[c] * 0.5F + far[c] * 0.01F;
                const float total = sum[2] + sum[3];
                const float known = total + 0.002F;
                const float dx = sum[0] / known;
                const float dy = sum[1] / known;
                const float x = static_cast<float>(c) * step;
                const float y = static_cast<float>(r) * step;
                m_from.x[n] = x - t * dx;
                m_from.y[n] = y - t * dy;
                m_to.x[n] = x + (1 - t) * dx;
                m_to.y[n] = y + (1 - t) * dy;
                // The claims carry their side's part of the time already. What only one side claims
                // is seen from there alone, unless the light has changed: then it would stand out.
                const float seen = (sum[3] + 0.002F * t) / known;
                m_share.share[n] = seen + (t - seen) * motion.lightChange;
            }
        }
        smoothShare();
    }

    void smoothShare()
    {
        cv::Mat share(m_share.shape.rows, m_share.shape.columns, CV_32FC1, m_share.share.data());
        cv::GaussianBlur(share, share, cv::Size(5, 5), 1.2);
    }

    const InBetween &m_scene;
    Compositor m_compositor;
    Claims m_claims;
    Claims m_near;
    Claims m_far;
    CoordGrid m_from;
    CoordGrid m_to;
    ShareGrid m_share;
};

} // namespace

InBetween::InBetween(Nv12Picture first, Nv12Picture last, MotionField motion, int frames)
    : m_first(std::move(first))
    , m_last(std::move(last))
    , m_motion(std::move(motion))
    , m_frames(frames)
{
}

std::unique_ptr<FrameRenderer> InBetween::renderer() const
{
    return std::make_unique<InBetweenRenderer>(*this);
}

double InBetween::easedTime(int index, int frames)
{
    const double u = std::clamp(double(index) / std::max(1, frames - 1), 0.0, 1.0);
    const double smooth = u * u * (3 - 2 * u);
    return 0.35 * u + 0.65 * smooth;
}

} // namespace facet::service::draft
