#include "service/engines/draft/MotionField.h"

#include "service/engines/draft/FlowSearch.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

/// `sign` is 1 for the first picture's forward flow, -1 for the second's backward flow, so that both
/// speak of motion from the first to the second.
SideMotion sideOf(
    const cv::Mat &flow, const cv::Mat &agreed, const cv::Mat &camera, float sign, float frameSide)
{
    // What moves against the rest is taken to be in front of it: where two claims meet in an in-between
    // frame the nearer one has to win.
    cv::Mat front(flow.size(), CV_32FC1);
    for (int r = 0; r < flow.rows; ++r) {
        for (int c = 0; c < flow.cols; ++c) {
            const cv::Vec2f v = flow.at<cv::Vec2f>(r, c) - camera.at<cv::Vec2f>(r, c);
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
            // The rest stays with the camera, so that nothing drags it along while it dissolves.
            const float rest = (1 - sure) * (1 - covered);
            const cv::Vec2f steady = camera.at<cv::Vec2f>(r, c) * sign;
            const cv::Vec2f v = own * sure + filled * ((1 - sure) * covered) + steady * rest;
            side.dx[n] = std::clamp(v[0], -frameSide, frameSide);
            side.dy[n] = std::clamp(v[1], -frameSide, frameSide);
            side.weight[n] = sure * front.at<float>(r, c) + (1 - sure) * covered * 0.3F + rest * 0.1F;
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
    const SearchPictures pictures(firstLuma, secondLuma, field.shape);
    if (stop.stopped())
        return {};
    const std::optional<FoundMotion> found = searchFlow(pictures, stop);
    if (!found)
        return {};
    const FlowPair &flow = found->flow;
    const FlowPair camera = found->camera.asFlow(pictures);
    field.trusted = (cv::mean(flow.agreedThere)[0] + cv::mean(flow.agreedBack)[0]) / 2;
    field.lightChange = pictures.lightChange();
    field.first = sideOf(flow.there, flow.agreedThere, camera.there, 1, pictures.frameSide());
    field.second = sideOf(flow.back, flow.agreedBack, camera.back, -1, pictures.frameSide());
    return field;
}

} // namespace facet::service::draft
