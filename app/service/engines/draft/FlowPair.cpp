#include "service/engines/draft/FlowPair.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

cv::Mat around(const cv::Mat &values, int side)
{
    cv::Mat out;
    cv::boxFilter(values, out, -1, cv::Size(side, side), cv::Point(-1, -1), true, cv::BORDER_REPLICATE);
    return out;
}

/// How alike two pictures are around each node, whatever their light: 1 alike, 0 not.
cv::Mat likeness(const cv::Mat &x, const cv::Mat &y)
{
    constexpr int side = 9;
    constexpr float calm = 60; // variance of noise: flat and flat are alike
    const cv::Mat mx = around(x, side);
    const cv::Mat my = around(y, side);
    const cv::Mat vx = around(x.mul(x), side) - mx.mul(mx);
    const cv::Mat vy = around(y.mul(y), side) - my.mul(my);
    const cv::Mat both = around(x.mul(y), side) - mx.mul(my);
    cv::Mat like(x.size(), CV_32FC1);
    for (int r = 0; r < like.rows; ++r) {
        for (int c = 0; c < like.cols; ++c) {
            const float spread =
                std::sqrt(std::max(0.F, vx.at<float>(r, c)) * std::max(0.F, vy.at<float>(r, c)));
            // Something where there was nothing is unlike, so the larger of the two counts as well.
            const float more = std::max(vx.at<float>(r, c), vy.at<float>(r, c));
            const float measure = 0.7F * spread + 0.3F * more;
            const float correlation = (both.at<float>(r, c) + calm) / (measure + calm);
            like.at<float>(r, c) = std::clamp((correlation - 0.2F) / 0.5F, 0.F, 1.F);
        }
    }
    return like;
}

/// 1 where two pictures are equally bright around a node, in the same light. Flat places are alike in shape,
/// and this is what tells a sail from the sea.
cv::Mat brightness(const cv::Mat &x, const cv::Mat &y)
{
    constexpr float allowed = 28; // levels
    cv::Mat apart = around(x - y, 5) / allowed;
    cv::Mat like;
    cv::exp(-apart.mul(apart), like);
    return like;
}

/// 1 where motion is the same around a node, 0 where it is different everywhere.
cv::Mat calmness(const cv::Mat &flow, float frameSide)
{
    constexpr int side = 5;
    const cv::Mat mean = around(flow, side);
    const cv::Mat spread = around(flow.mul(flow), side) - mean.mul(mean);
    const float allowed = 0.005F * frameSide;
    cv::Mat calm(flow.size(), CV_32FC1);
    for (int r = 0; r < flow.rows; ++r) {
        for (int c = 0; c < flow.cols; ++c) {
            const cv::Vec2f &s = spread.at<cv::Vec2f>(r, c);
            calm.at<float>(r, c) = std::exp(-std::max(0.F, s[0] + s[1]) / (allowed * allowed));
        }
    }
    return calm;
}

cv::Mat agreement(const SearchPictures &pictures, const cv::Mat &there, const cv::Mat &back, bool forward)
{
    cv::Mat x(there.size(), CV_32FC1);
    cv::Mat y(there.size(), CV_32FC1);
    const float step = static_cast<float>(pictures.shape().step);
    for (int r = 0; r < there.rows; ++r) {
        for (int c = 0; c < there.cols; ++c) {
            const cv::Vec2f &v = there.at<cv::Vec2f>(r, c);
            x.at<float>(r, c) = static_cast<float>(c) + v[0] / step;
            y.at<float>(r, c) = static_cast<float>(r) + v[1] / step;
        }
    }
    const auto moved = [&](const cv::Mat &values) {
        cv::Mat out;
        cv::remap(values, out, x, y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        return out;
    };
    const auto alike = [&](const SearchPictures::Form &form) {
        return forward ? likeness(form.firstNodes, moved(form.secondNodes))
                       : likeness(form.secondNodes, moved(form.firstNodes));
    };
    const cv::Mat returned = moved(back);
    cv::Mat agreed = cv::max(alike(pictures.luma()), alike(pictures.edges()));
    cv::multiply(agreed,
        forward ? brightness(pictures.light().firstNodes, moved(pictures.light().secondNodes))
                : brightness(pictures.light().secondNodes, moved(pictures.light().firstNodes)),
        agreed);
    cv::multiply(agreed, calmness(there, pictures.frameSide()), agreed);

    for (int r = 0; r < there.rows; ++r) {
        for (int c = 0; c < there.cols; ++c) {
            const cv::Vec2f v = there.at<cv::Vec2f>(r, c);
            const cv::Vec2f &w = returned.at<cv::Vec2f>(r, c);
            const float miss = std::hypot(v[0] + w[0], v[1] + w[1]);
            const float allowed = 0.0025F * pictures.frameSide() + 0.05F * std::hypot(v[0], v[1]);
            // Leaving the frame by more than a little is not a match.
            const bool outside = x.at<float>(r, c) < -2 || y.at<float>(r, c) < -2
                || x.at<float>(r, c) > static_cast<float>(there.cols + 1)
                || y.at<float>(r, c) > static_cast<float>(there.rows + 1);
            agreed.at<float>(r, c) *= outside ? 0 : std::exp(-(miss / allowed) * (miss / allowed));
        }
    }
    return agreed;
}

void keep(cv::Mat &flow, cv::Mat &agreed, const cv::Mat &otherFlow, const cv::Mat &otherAgreed)
{
    constexpr int side = 9;
    const cv::Mat better =
        around(otherAgreed, side) + 0.5 * otherAgreed > around(agreed, side) + 0.5 * agreed;
    otherFlow.copyTo(flow, better);
    otherAgreed.copyTo(agreed, better);
}

cv::Mat flowOf(const cv::Matx23f &map, const GridShape &shape)
{
    cv::Mat flow(shape.rows, shape.columns, CV_32FC2);
    for (int r = 0; r < shape.rows; ++r) {
        for (int c = 0; c < shape.columns; ++c) {
            const float x = static_cast<float>(c * shape.step);
            const float y = static_cast<float>(r * shape.step);
            flow.at<cv::Vec2f>(r, c) = { map(0, 0) * x + map(0, 1) * y + map(0, 2) - x,
                map(1, 0) * x + map(1, 1) * y + map(1, 2) - y };
        }
    }
    return flow;
}

} // namespace

void FlowPair::judge(const SearchPictures &pictures)
{
    agreedThere = agreement(pictures, there, back, true);
    agreedBack = agreement(pictures, back, there, false);
}

void FlowPair::keepBetter(const FlowPair &other)
{
    keep(there, agreedThere, other.there, other.agreedThere);
    keep(back, agreedBack, other.back, other.agreedBack);
}

std::optional<SharedMotion> SharedMotion::of(
    const FlowPair &flow, const SearchPictures &pictures, const Place &place, double share)
{
    // Least squares, repeated without what does not fit: a few things that move by themselves do not
    // pull the camera along.
    const GridShape &shape = pictures.shape();
    // Flat places agree with everything and tell nothing.
    const cv::Mat detail = around(pictures.edges().firstNodes, 5);
    SharedMotion motion;
    motion.map(0, 2) = place.start[0];
    motion.map(1, 2) = place.start[1];
    double supported = 0;
    for (int round = 0; round < 6; ++round) {
        cv::Matx33d sums = cv::Matx33d::zeros();
        cv::Vec3d toX;
        cv::Vec3d toY;
        const double loose =
            double(place.loose) * std::pow(0.5, round) + 0.003 * double(pictures.frameSide());
        supported = 0;
        for (int r = 0; r < shape.rows; r += 2) {
            for (int c = 0; c < shape.columns; c += 2) {
                const float sure = flow.agreedThere.at<float>(r, c);
                if (sure < 0.5F || detail.at<float>(r, c) < 20)
                    continue;
                const float x = static_cast<float>(c * shape.step);
                const float y = static_cast<float>(r * shape.step);
                if (place.reach > 0 && std::hypot(x - place.middle.x, y - place.middle.y) > place.reach)
                    continue;
                const cv::Vec2f v = flow.there.at<cv::Vec2f>(r, c);
                const cv::Vec2f apart = v - motion.motionAt(x, y);
                const double ratio = std::hypot(apart[0], apart[1]) / loose;
                const double weight = double(sure) / (1 + ratio * ratio * ratio * ratio);
                supported += weight;
                const cv::Vec3d point(double(x), double(y), 1);
                for (int i = 0; i < 3; ++i) {
                    for (int j = 0; j < 3; ++j)
                        sums(i, j) += weight * point[i] * point[j];
                }
                toX += point * (weight * double(x + v[0]));
                toY += point * (weight * double(y + v[1]));
            }
        }
        cv::Vec3d rowX;
        cv::Vec3d rowY;
        if (!cv::solve(sums, toX, rowX, cv::DECOMP_CHOLESKY)
            || !cv::solve(sums, toY, rowY, cv::DECOMP_CHOLESKY))
            return {};
        for (int i = 0; i < 3; ++i) {
            motion.map(0, i) = static_cast<float>(rowX[i]);
            motion.map(1, i) = static_cast<float>(rowY[i]);
        }
    }
    const double nodes = double(shape.nodes()) / 4;
    const bool sane = std::abs(motion.map(0, 0) - 1) < 0.3F && std::abs(motion.map(1, 1) - 1) < 0.3F
        && std::abs(motion.map(0, 1)) < 0.3F && std::abs(motion.map(1, 0)) < 0.3F;
    if (!sane || supported < share * nodes)
        return {};
    return motion;
}

cv::Vec2f SharedMotion::motionAt(float x, float y) const
{
    return { map(0, 0) * x + map(0, 1) * y + map(0, 2) - x, map(1, 0) * x + map(1, 1) * y + map(1, 2) - y };
}

FlowPair SharedMotion::asFlow(const SearchPictures &pictures) const
{
    cv::Mat inverse;
    cv::invertAffineTransform(cv::Mat(map), inverse);
    FlowPair pair;
    pair.there = flowOf(map, pictures.shape());
    pair.back = flowOf(cv::Matx23f(inverse), pictures.shape());
    pair.judge(pictures);
    return pair;
}

} // namespace facet::service::draft
