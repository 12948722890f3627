#include "service/engines/draft/MotionField.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

/// Longer side of the pictures that flow is searched in: enough to see what moves, small enough that
/// both directions take a few hundredths of a second whatever the video's size.
constexpr int searchSide = 640;

cv::Mat searchable(const cv::Mat &luma)
{
    const double scale = double(searchSide) / std::max(luma.cols, luma.rows);
    cv::Mat small;
    cv::resize(luma, small,
        cv::Size(std::max(32, int(std::lround(luma.cols * scale))),
            std::max(32, int(std::lround(luma.rows * scale)))),
        0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    // Night to dawn: local contrast is what stays the same when the light does not.
    cv::Mat even;
    cv::createCLAHE(3.0, cv::Size(8, 8))->apply(small, even);
    return even;
}

cv::Mat flow(const cv::Mat &from, const cv::Mat &to, const cv::Point2f &guess)
{
    cv::Mat field(from.size(), CV_32FC2, cv::Scalar(guess.x, guess.y));
    cv::DISOpticalFlow::create(cv::DISOpticalFlow::PRESET_MEDIUM)->calc(from, to, field);
    return field;
}

/// Samples `flow` at the grid's nodes, in pixels of the frame.
cv::Mat atNodes(const cv::Mat &flow, const GridShape &shape, cv::Size frame)
{
    const float sx = static_cast<float>(flow.cols) / static_cast<float>(frame.width);
    const float sy = static_cast<float>(flow.rows) / static_cast<float>(frame.height);
    cv::Mat x(shape.rows, shape.columns, CV_32FC1);
    cv::Mat y(shape.rows, shape.columns, CV_32FC1);
    for (int r = 0; r < shape.rows; ++r) {
        for (int c = 0; c < shape.columns; ++c) {
            x.at<float>(r, c) = (static_cast<float>(c * shape.step) + 0.5F) * sx - 0.5F;
            y.at<float>(r, c) = (static_cast<float>(r * shape.step) + 0.5F) * sy - 0.5F;
        }
    }
    cv::Mat nodes;
    cv::remap(flow, nodes, x, y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::multiply(nodes, cv::Scalar(1 / sx, 1 / sy), nodes);
    return nodes;
}

/// 1 where going there and coming back ends where it began, falling to 0.
cv::Mat agreement(const cv::Mat &there, const cv::Mat &back, const GridShape &shape, float frameSide)
{
    cv::Mat x(shape.rows, shape.columns, CV_32FC1);
    cv::Mat y(shape.rows, shape.columns, CV_32FC1);
    const float step = static_cast<float>(shape.step);
    for (int r = 0; r < shape.rows; ++r) {
        for (int c = 0; c < shape.columns; ++c) {
            const cv::Vec2f v = there.at<cv::Vec2f>(r, c);
            x.at<float>(r, c) = static_cast<float>(c) + v[0] / step;
            y.at<float>(r, c) = static_cast<float>(r) + v[1] / step;
        }
    }
    cv::Mat returned;
    cv::remap(back, returned, x, y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);

    cv::Mat agreed(shape.rows, shape.columns, CV_32FC1);
    for (int r = 0; r < shape.rows; ++r) {
        for (int c = 0; c < shape.columns; ++c) {
            const cv::Vec2f v = there.at<cv::Vec2f>(r, c);
            const cv::Vec2f w = returned.at<cv::Vec2f>(r, c);
            const float miss = std::hypot(v[0] + w[0], v[1] + w[1]);
            const float allowed = 0.0025F * frameSide + 0.05F * std::hypot(v[0], v[1]);
            // Leaving the frame by more than a little is not a match.
            const bool outside = x.at<float>(r, c) < -2 || y.at<float>(r, c) < -2
                || x.at<float>(r, c) > static_cast<float>(shape.columns + 1)
                || y.at<float>(r, c) > static_cast<float>(shape.rows + 1);
            agreed.at<float>(r, c) = outside ? 0 : std::exp(-(miss / allowed) * (miss / allowed));
        }
    }
    return agreed;
}

/// The motion that most of the trusted picture has: what the camera does.
cv::Vec2f dominantMotion(const cv::Mat &flow, const cv::Mat &agreed)
{
    std::vector<float> xs;
    std::vector<float> ys;
    for (int r = 0; r < flow.rows; r += 2) {
        for (int c = 0; c < flow.cols; c += 2) {
            if (agreed.at<float>(r, c) > 0.5F) {
                xs.push_back(flow.at<cv::Vec2f>(r, c)[0]);
                ys.push_back(flow.at<cv::Vec2f>(r, c)[1]);
            }
        }
    }
    if (xs.empty())
        return { 0, 0 };
    const auto middle = static_cast<std::ptrdiff_t>(xs.size() / 2);
    std::nth_element(xs.begin(), xs.begin() + middle, xs.end());
    std::nth_element(ys.begin(), ys.begin() + middle, ys.end());
    return { xs[static_cast<size_t>(middle)], ys[static_cast<size_t>(middle)] };
}

/// `sign` is 1 for the first picture's forward flow, -1 for the second's backward flow, so that both
/// speak of motion from the first to the second.
SideMotion sideOf(const cv::Mat &flow, const cv::Mat &agreed, cv::Vec2f dominant, float sign, float frameSide)
{
    // What moves against the rest is taken to be in front of it: where two claims meet in an in-between
    // frame the nearer one has to win.
    cv::Mat front(flow.size(), CV_32FC1);
    for (int r = 0; r < flow.rows; ++r) {
        for (int c = 0; c < flow.cols; ++c) {
            const cv::Vec2f v = flow.at<cv::Vec2f>(r, c) * sign - dominant;
            const float apart = std::min(1.F, std::hypot(v[0], v[1]) / (0.02F * frameSide));
            front.at<float>(r, c) = std::exp(4.F * apart);
        }
    }

    // Motion around a node, by its trusted neighbours, those at the back counting more: what comes to
    // light behind a moving thing belongs to the background.
    cv::Mat claim;
    cv::divide(agreed, front, claim);
    cv::Mat weighted(flow.size(), CV_32FC3);
    for (int r = 0; r < flow.rows; ++r) {
        for (int c = 0; c < flow.cols; ++c) {
            const float w = claim.at<float>(r, c);
            const cv::Vec2f v = flow.at<cv::Vec2f>(r, c) * (sign * w);
            weighted.at<cv::Vec3f>(r, c) = { v[0], v[1], w };
        }
    }
    cv::Mat around;
    cv::Mat trust;
    const double reach = 0.03 * std::max(flow.cols, flow.rows);
    cv::GaussianBlur(weighted, around, {}, reach);
    cv::GaussianBlur(agreed, trust, {}, reach);

    SideMotion side;
    const auto nodes = static_cast<size_t>(flow.rows) * static_cast<size_t>(flow.cols);
    side.dx.resize(nodes);
    side.dy.resize(nodes);
    side.weight.resize(nodes);
    size_t n = 0;
    for (int r = 0; r < flow.rows; ++r) {
        for (int c = 0; c < flow.cols; ++c, ++n) {
            const float sure = agreed.at<float>(r, c);
            const cv::Vec3f near = around.at<cv::Vec3f>(r, c);
            const cv::Vec2f own = flow.at<cv::Vec2f>(r, c) * sign;
            const float floor = near[2] + 1e-6F;
            const cv::Vec2f filled(near[0] / floor, near[1] / floor);
            const float covered = std::clamp((trust.at<float>(r, c) - 0.3F) / 0.3F, 0.F, 1.F);
            const cv::Vec2f v = own * sure + filled * (1 - sure);
            side.dx[n] = std::clamp(v[0], -frameSide, frameSide);
            side.dy[n] = std::clamp(v[1], -frameSide, frameSide);
            side.weight[n] = sure * front.at<float>(r, c) + (1 - sure) * covered * 0.3F;
        }
    }
    return side;
}

} // namespace

std::optional<MotionField> MotionField::between(
    const cv::Mat &firstLuma, const cv::Mat &secondLuma, const StopFlag &stop)
{
    const cv::Mat a = searchable(firstLuma);
    const cv::Mat b = searchable(secondLuma);
    if (stop.stopped())
        return {};

    const cv::Mat forward = flow(a, b, { 0, 0 });
    if (stop.stopped())
        return {};
    const cv::Mat backward = flow(b, a, { 0, 0 });
    if (stop.stopped())
        return {};

    MotionField field;
    field.shape = GridShape::forFrame(firstLuma.cols, firstLuma.rows);
    const float side = static_cast<float>(std::max(firstLuma.cols, firstLuma.rows));
    const cv::Mat there = atNodes(forward, field.shape, firstLuma.size());
    const cv::Mat back = atNodes(backward, field.shape, firstLuma.size());
    const cv::Mat agreedThere = agreement(there, back, field.shape, side);
    const cv::Mat agreedBack = agreement(back, there, field.shape, side);
    if (stop.stopped())
        return {};
    field.trusted = (cv::mean(agreedThere)[0] + cv::mean(agreedBack)[0]) / 2;
    const cv::Vec2f dominant = dominantMotion(there, agreedThere);
    field.first = sideOf(there, agreedThere, dominant, 1, side);
    field.second = sideOf(back, agreedBack, dominant, -1, side);
    return field;
}

} // namespace facet::service::draft
