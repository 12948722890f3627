#include "service/engines/draft/CameraMove.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace facet::service::draft {

namespace {

/// How much a move does at strength 1, chosen by eye for shots of about five seconds.
constexpr double zoomRatio = 1.3;
constexpr double gentleZoomRatio = 1.14; ///< when the words say nothing
constexpr double panReach = 0.11; ///< widths to each side
constexpr double rollReach = 5 * std::numbers::pi / 180;
constexpr double orbitRoom = 1.1; ///< zoom that keeps the edges out of sight
constexpr double orbitShift = 0.03; ///< widths that the nearest and the furthest move apart
constexpr double orbitTurn = 0.06; ///< growth of the nearer side
constexpr double swayRoom = 1.04;
constexpr double swayShift = 0.008;
constexpr double swayRoll = 0.006;

double eased(double u)
{
    return 0.25 * u + 0.75 * u * u * (3 - 2 * u);
}

double jitter(quint32 seed, quint32 which)
{
    quint32 h = seed * 2654435761U + which * 40503U;
    h ^= h >> 15;
    h *= 2246822519U;
    h ^= h >> 13;
    return double(h & 0xffffU) / 0xffff * 2 - 1;
}

/// Slow noise out of three sines that never line up, -1..1.
double noise(double seconds, quint32 seed, quint32 which)
{
    double sum = 0;
    constexpr double rates[] = { 0.7, 1.33, 2.9 };
    constexpr double shares[] = { 0.55, 0.3, 0.15 };
    for (quint32 i = 0; i < 3; ++i) {
        const double phase = jitter(seed, which * 3 + i) * std::numbers::pi;
        sum += shares[i] * std::sin(2 * std::numbers::pi * rates[i] * seconds + phase);
    }
    return sum;
}

/// Keeps the view inside the picture.
void keepInside(CameraPose &pose)
{
    const double room = std::max(0.0, (1 - 1 / pose.zoom) / 2);
    pose.x = std::clamp(pose.x, -room, room);
    pose.y = std::clamp(pose.y, -room, room);
}

cv::Mat detailOf(const cv::Mat &luma)
{
    cv::Mat small;
    cv::resize(luma, small, cv::Size(96, 54), 0, 0, cv::INTER_AREA);
    cv::Mat values;
    small.convertTo(values, CV_32FC1);
    cv::Mat smooth;
    cv::GaussianBlur(values, smooth, {}, 4);
    cv::Mat detail = cv::abs(values - smooth);
    cv::GaussianBlur(detail, detail, {}, 5);
    double most = 0;
    cv::minMaxLoc(detail, nullptr, &most);
    if (most > 0)
        detail /= most;
    return detail;
}

} // namespace

CameraMove::CameraMove(
    const CameraWish &asked, Anchor anchor, double widthToHeight, cv::Point2d focus, quint32 seed)
    : m_seed(seed)
{
    CameraWish wish = asked;
    double ratio = std::pow(zoomRatio, wish.strength);
    if (wish.hold) {
        m_still = true;
        return;
    }
    if (!wish.moves()) {
        wish.zoom = 1;
        ratio = std::pow(gentleZoomRatio, wish.strength);
    }

    // The move as it would be over a reference, from one extreme to the other.
    CameraPose &from = m_from;
    CameraPose &to = m_to;
    double room = 1;
    if (wish.pan || wish.tilt) {
        const double reach = std::min(0.2, panReach * wish.strength);
        room = std::max(room, 1 / (1 - 2 * reach));
        from.x = -wish.pan * reach;
        to.x = wish.pan * reach;
        from.y = wish.tilt * reach;
        to.y = -wish.tilt * reach;
    }
    if (wish.roll) {
        const double angle = rollReach * wish.strength;
        const double stretch = std::max(widthToHeight, 1 / widthToHeight);
        room = std::max(room, std::cos(angle) + std::sin(angle) * stretch);
        from.roll = -wish.roll * angle;
        to.roll = wish.roll * angle;
    }
    if (wish.orbit) {
        room = std::max(room, 1 + (orbitRoom - 1) * wish.strength);
        from.orbit = -wish.orbit * wish.strength;
        to.orbit = wish.orbit * wish.strength;
    }
    if (wish.handheld) {
        room *= 1 + (swayRoom - 1) * wish.strength;
        from.sway = to.sway = wish.strength;
    }
    from.zoom = to.zoom = room;
    if (wish.zoom > 0)
        to.zoom *= ratio;
    else if (wish.zoom < 0)
        from.zoom *= ratio;
    if (wish.zoom != 0 && !wish.pan && !wish.tilt) {
        CameraPose &near = wish.zoom > 0 ? to : from;
        near.x = focus.x * 0.5 + 0.012 * jitter(seed, 1);
        near.y = focus.y * 0.5 + 0.012 * jitter(seed, 2);
    }

    // A start or an end frame is shown whole; the move then happens between it and the far extreme.
    switch (anchor) {
    case Anchor::None:
        break;
    case Anchor::Start:
        if (wish.zoom < 0)
            to.zoom = room / ratio;
        from = CameraPose{};
        break;
    case Anchor::End:
        if (wish.zoom > 0)
            from.zoom = room / ratio;
        to = CameraPose{};
        break;
    }
    keepInside(from);
    keepInside(to);
}

CameraPose CameraMove::at(double u, double seconds) const
{
    const double e = eased(std::clamp(u, 0.0, 1.0));
    CameraPose pose;
    pose.zoom = m_from.zoom * std::pow(m_to.zoom / m_from.zoom, e);
    // With a changing zoom the middle follows the size of the view, so that the point that the camera
    // goes for stays where it is.
    const double spread = 1 / m_to.zoom - 1 / m_from.zoom;
    const double along = std::abs(spread) > 1e-6 ? (1 / pose.zoom - 1 / m_from.zoom) / spread : e;
    pose.x = m_from.x + (m_to.x - m_from.x) * along;
    pose.y = m_from.y + (m_to.y - m_from.y) * along;
    pose.roll = m_from.roll + (m_to.roll - m_from.roll) * e;
    pose.orbit = m_from.orbit + (m_to.orbit - m_from.orbit) * e;
    pose.sway = m_from.sway + (m_to.sway - m_from.sway) * e;
    if (pose.sway > 0) {
        pose.x += swayShift * pose.sway * noise(seconds, m_seed, 1);
        pose.y += swayShift * pose.sway * noise(seconds, m_seed, 2);
        pose.roll += swayRoll * pose.sway * noise(seconds, m_seed, 3);
    }
    return pose;
}

double CameraMove::largestZoom() const
{
    return std::max(m_from.zoom, m_to.zoom);
}

void project(
    const CameraPose &pose, cv::Size frame, double level, const std::vector<float> &depth, CoordGrid &coords)
{
    const double w = frame.width;
    const double h = frame.height;
    const double c = std::cos(pose.roll) / pose.zoom;
    const double s = std::sin(pose.roll) / pose.zoom;
    const bool orbits = pose.orbit != 0 && !depth.empty();
    size_t n = 0;
    for (int row = 0; row < coords.shape.rows; ++row) {
        const double py = row * coords.shape.step + 0.5 - h / 2;
        for (int column = 0; column < coords.shape.columns; ++column, ++n) {
            const double px = column * coords.shape.step + 0.5 - w / 2;
            double x = px * c + py * s;
            double y = -px * s + py * c;
            if (orbits) {
                const double near = static_cast<double>(depth[n]) - 0.5;
                y /= 1 + orbitTurn * pose.orbit * px / w;
                x += w * orbitShift * pose.orbit * near * 2;
            }
            x += w / 2 + pose.x * w;
            y += h / 2 + pose.y * h;
            coords.x[n] = static_cast<float>(x * level - 0.5);
            coords.y[n] = static_cast<float>(y * level - 0.5);
        }
    }
}

std::vector<float> guessDepth(const cv::Mat &luma, const GridShape &shape)
{
    const cv::Mat detail = detailOf(luma);
    cv::Mat atNodes;
    cv::resize(detail, atNodes, cv::Size(shape.columns, shape.rows), 0, 0, cv::INTER_CUBIC);
    std::vector<float> depth;
    depth.reserve(static_cast<size_t>(shape.nodes()));
    for (int r = 0; r < shape.rows; ++r) {
        const float low = static_cast<float>(r) / static_cast<float>(shape.rows);
        for (int c = 0; c < shape.columns; ++c) {
            const float aside = 2 * static_cast<float>(c) / static_cast<float>(shape.columns) - 1;
            const float away = 2 * low - 1;
            const float central = std::exp(-2 * (aside * aside + away * away));
            depth.push_back(
                std::clamp(0.4F * low + 0.35F * atNodes.at<float>(r, c) + 0.25F * central, 0.F, 1.F));
        }
    }
    return depth;
}

cv::Point2d guessFocus(const cv::Mat &luma)
{
    const cv::Moments moments = cv::moments(detailOf(luma));
    if (moments.m00 <= 0)
        return { 0, 0 };
    return { moments.m10 / moments.m00 / 95 - 0.5, moments.m01 / moments.m00 / 53 - 0.5 };
}

} // namespace facet::service::draft
