#include "service/engines/draft/MotionField.h"

#include "service/engines/draft/FlowSearch.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

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
            // A lone match among things that have none is an accident.
            const float company = std::clamp((trust.at<float>(r, c) - 0.15F) / 0.2F, 0.F, 1.F);
            const float sure = agreed.at<float>(r, c) * company;
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
    MotionField field;
    field.shape = GridShape::forFrame(firstLuma.cols, firstLuma.rows);
    const std::optional<FlowPair> flow = searchFlow(firstLuma, secondLuma, field.shape, stop);
    if (!flow)
        return {};
    const auto side = static_cast<float>(std::max(firstLuma.cols, firstLuma.rows));
    field.trusted = (cv::mean(flow->agreedThere)[0] + cv::mean(flow->agreedBack)[0]) / 2;
    const cv::Vec2f dominant = dominantMotion(flow->there, flow->agreedThere);
    field.first = sideOf(flow->there, flow->agreedThere, dominant, 1, side);
    field.second = sideOf(flow->back, flow->agreedBack, dominant, -1, side);
    return field;
}

} // namespace facet::service::draft
