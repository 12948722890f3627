#include "service/engines/draft/FlowSearch.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

/// Longer side of the pictures that flow is searched in: enough to see what moves, small enough that
/// both directions take a few hundredths of a second whatever the video's size.
constexpr int searchSide = 640;
/// How much smaller pieces are looked for, and their size then.
constexpr int pieceScale = 4;
constexpr int pieceSide = 11;
constexpr int mostPieces = 48;
constexpr int mostGuesses = 3;

cv::Mat searchable(const cv::Mat &luma)
{
    const double scale = double(searchSide) / std::max(luma.cols, luma.rows);
    const auto side = [scale](
                          int pixels) { return std::max(64, static_cast<int>(std::lround(pixels * scale))); };
    cv::Mat small;
    cv::resize(luma, small, cv::Size(side(luma.cols), side(luma.rows)), 0, 0,
        scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    // Night to dawn: local contrast is what stays the same when the light does not.
    cv::Mat even;
    cv::createCLAHE(3.0, cv::Size(8, 8))->apply(small, even);
    return even;
}

cv::Mat flow(const cv::Mat &from, const cv::Mat &to)
{
    cv::Mat field;
    cv::DISOpticalFlow::create(cv::DISOpticalFlow::PRESET_MEDIUM)->calc(from, to, field);
    return field;
}

/// The picture moved by -by: what lay at `by` comes to lie at the origin.
cv::Mat shifted(const cv::Mat &picture, cv::Point2f by)
{
    const cv::Matx23f matrix(1, 0, by.x, 0, 1, by.y);
    cv::Mat out;
    cv::warpAffine(
        picture, out, matrix, picture.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return out;
}

/// Both pictures in the size that is searched, and the ways between their pixels and the grid's nodes.
class Search {
public:
    Search(const cv::Mat &firstLuma, const cv::Mat &secondLuma, const GridShape &shape)
        : m_shape(shape)
        , m_frame(firstLuma.size())
        , m_first(searchable(firstLuma))
        , m_second(searchable(secondLuma))
        , m_scale(static_cast<float>(m_first.cols) / static_cast<float>(m_frame.width),
              static_cast<float>(m_first.rows) / static_cast<float>(m_frame.height))
    {
        const cv::Size nodes(shape.columns, shape.rows);
        m_column.create(nodes, CV_32FC1);
        m_row.create(nodes, CV_32FC1);
        for (int r = 0; r < shape.rows; ++r) {
            for (int c = 0; c < shape.columns; ++c) {
                m_column.at<float>(r, c) = (static_cast<float>(c * shape.step) + 0.5F) * m_scale.x - 0.5F;
                m_row.at<float>(r, c) = (static_cast<float>(r * shape.step) + 0.5F) * m_scale.y - 0.5F;
            }
        }
        m_firstNodes = atNodes(m_first, {});
        m_secondNodes = atNodes(m_second, {});
    }

    /// Searches around one distance. Empty when stopped.
    std::optional<FlowPair> around(cv::Point2f guess, const StopFlag &stop) const
    {
        const cv::Mat second = guess == cv::Point2f() ? m_second : shifted(m_second, guess);
        const cv::Mat forward = flow(m_first, second);
        if (stop.stopped())
            return {};
        const cv::Mat backward = flow(second, m_first);
        if (stop.stopped())
            return {};
        FlowPair pair;
        pair.there = toFrame(atNodes(forward, {}), guess);
        pair.back = toFrame(atNodes(backward, guess), -guess);
        pair.agreedThere = agreement(pair.there, pair.back, m_firstNodes, m_secondNodes);
        pair.agreedBack = agreement(pair.back, pair.there, m_secondNodes, m_firstNodes);
        return pair;
    }

    /// Distances at which pieces without a partner were found again, in searched pixels.
    std::vector<cv::Point2f> guesses(const FlowPair &known, const StopFlag &stop) const;

private:
    /// Samples something of the searched size at the nodes, `before` being where it began.
    cv::Mat atNodes(const cv::Mat &values, cv::Point2f before) const
    {
        cv::Mat nodes;
        cv::remap(
            values, nodes, m_column - before.x, m_row - before.y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        return nodes;
    }

    cv::Mat toFrame(const cv::Mat &nodes, cv::Point2f guess) const
    {
        cv::Mat frame = nodes + cv::Scalar(guess.x, guess.y);
        cv::multiply(frame, cv::Scalar(1 / m_scale.x, 1 / m_scale.y), frame);
        return frame;
    }

    cv::Mat agreement(
        const cv::Mat &there, const cv::Mat &back, const cv::Mat &from, const cv::Mat &to) const;

    GridShape m_shape;
    cv::Size m_frame;
    cv::Mat m_first;
    cv::Mat m_second;
    cv::Point2f m_scale; ///< searched pixels in a pixel of the frame
    cv::Mat m_column; ///< where the nodes lie in the searched pictures
    cv::Mat m_row;
    cv::Mat m_firstNodes;
    cv::Mat m_secondNodes;
};

/// How alike two pictures are around each node, whatever their light: 1 alike, 0 not.
cv::Mat likeness(const cv::Mat &a, const cv::Mat &b)
{
    cv::Mat x;
    cv::Mat y;
    a.convertTo(x, CV_32FC1);
    b.convertTo(y, CV_32FC1);
    const auto around = [](const cv::Mat &values) {
        cv::Mat out;
        cv::boxFilter(values, out, -1, cv::Size(9, 9), cv::Point(-1, -1), true, cv::BORDER_REPLICATE);
        return out;
    };
    const cv::Mat mx = around(x);
    const cv::Mat my = around(y);
    const cv::Mat vx = around(x.mul(x)) - mx.mul(mx);
    const cv::Mat vy = around(y.mul(y)) - my.mul(my);
    const cv::Mat together = around(x.mul(y)) - mx.mul(my);
    cv::Mat like(a.size(), CV_32FC1);
    constexpr float calm = 60; // variance of noise: flat and flat are alike
    for (int r = 0; r < like.rows; ++r) {
        for (int c = 0; c < like.cols; ++c) {
            const float both =
                std::sqrt(std::max(0.F, vx.at<float>(r, c)) * std::max(0.F, vy.at<float>(r, c)));
            const float correlation = (together.at<float>(r, c) + calm) / (both + calm);
            like.at<float>(r, c) = std::clamp((correlation - 0.2F) / 0.4F, 0.F, 1.F);
        }
    }
    return like;
}

cv::Mat Search::agreement(
    const cv::Mat &there, const cv::Mat &back, const cv::Mat &from, const cv::Mat &to) const
{
    cv::Mat x(there.size(), CV_32FC1);
    cv::Mat y(there.size(), CV_32FC1);
    const float step = static_cast<float>(m_shape.step);
    for (int r = 0; r < there.rows; ++r) {
        for (int c = 0; c < there.cols; ++c) {
            const cv::Vec2f v = there.at<cv::Vec2f>(r, c);
            x.at<float>(r, c) = static_cast<float>(c) + v[0] / step;
            y.at<float>(r, c) = static_cast<float>(r) + v[1] / step;
        }
    }
    cv::Mat returned;
    cv::remap(back, returned, x, y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::Mat found;
    cv::remap(to, found, x, y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::Mat agreed = likeness(from, found);

    const float side = static_cast<float>(std::max(m_frame.width, m_frame.height));
    for (int r = 0; r < there.rows; ++r) {
        for (int c = 0; c < there.cols; ++c) {
            const cv::Vec2f v = there.at<cv::Vec2f>(r, c);
            const cv::Vec2f w = returned.at<cv::Vec2f>(r, c);
            const float miss = std::hypot(v[0] + w[0], v[1] + w[1]);
            const float allowed = 0.0025F * side + 0.05F * std::hypot(v[0], v[1]);
            // Leaving the frame by more than a little is not a match.
            const bool outside = x.at<float>(r, c) < -2 || y.at<float>(r, c) < -2
                || x.at<float>(r, c) > static_cast<float>(m_shape.columns + 1)
                || y.at<float>(r, c) > static_cast<float>(m_shape.rows + 1);
            agreed.at<float>(r, c) *= outside ? 0 : std::exp(-(miss / allowed) * (miss / allowed));
        }
    }
    return agreed;
}

struct Piece {
    cv::Rect place;
    double worth; ///< how much detail it has that found no partner
};

std::vector<cv::Point2f> Search::guesses(const FlowPair &known, const StopFlag &stop) const
{
    cv::Mat first;
    cv::Mat second;
    const cv::Size size(m_first.cols / pieceScale, m_first.rows / pieceScale);
    cv::resize(m_first, first, size, 0, 0, cv::INTER_AREA);
    cv::resize(m_second, second, size, 0, 0, cv::INTER_AREA);
    cv::Mat agreed;
    cv::resize(known.agreedThere, agreed, size, 0, 0, cv::INTER_AREA);

    std::vector<Piece> pieces;
    for (int y = 0; y + pieceSide <= size.height; y += 4) {
        for (int x = 0; x + pieceSide <= size.width; x += 4) {
            const cv::Rect place(x, y, pieceSide, pieceSide);
            const double lost = 1 - cv::mean(agreed(place))[0];
            cv::Scalar mean;
            cv::Scalar deviation;
            cv::meanStdDev(first(place), mean, deviation);
            if (lost > 0.5 && deviation[0] > 12)
                pieces.push_back({ place, lost * deviation[0] });
        }
    }
    std::sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) { return a.worth > b.worth; });
    pieces.resize(std::min<size_t>(pieces.size(), mostPieces));

    std::vector<cv::Point2f> votes;
    for (const Piece &piece : pieces) {
        if (stop.stopped())
            return {};
        cv::Mat scores;
        cv::matchTemplate(second, first(piece.place), scores, cv::TM_CCOEFF_NORMED);
        double best = 0;
        cv::Point at;
        cv::minMaxLoc(scores, nullptr, &best, nullptr, &at);
        if (best < 0.75)
            continue;
        const cv::Rect near = cv::Rect(at.x - 3, at.y - 3, 7, 7) & cv::Rect({}, scores.size());
        scores(near).setTo(-1);
        double next = 0;
        cv::minMaxLoc(scores, nullptr, &next);
        if (next < best - 0.04)
            votes.emplace_back(cv::Point2f(at - piece.place.tl()) * static_cast<float>(pieceScale));
    }

    std::vector<cv::Point2f> found;
    constexpr float alike = 3 * pieceScale;
    while (found.size() < mostGuesses) {
        size_t most = 1;
        cv::Point2f middle;
        for (const cv::Point2f &vote : votes) {
            cv::Point2f sum;
            size_t count = 0;
            for (const cv::Point2f &other : votes) {
                if (cv::norm(other - vote) <= alike) {
                    sum += other;
                    ++count;
                }
            }
            if (count > most) {
                most = count;
                middle = sum * (1.F / static_cast<float>(count));
            }
        }
        if (most < 2)
            break;
        if (cv::norm(middle) > alike)
            found.push_back(middle);
        std::erase_if(votes, [&](const cv::Point2f &vote) { return cv::norm(vote - middle) <= 2 * alike; });
    }
    return found;
}

void keepBetter(cv::Mat &flow, cv::Mat &agreed, const cv::Mat &otherFlow, const cv::Mat &otherAgreed)
{
    const cv::Mat better = otherAgreed > agreed;
    otherFlow.copyTo(flow, better);
    otherAgreed.copyTo(agreed, better);
}

} // namespace

std::optional<FlowPair> searchFlow(
    const cv::Mat &firstLuma, const cv::Mat &secondLuma, const GridShape &shape, const StopFlag &stop)
{
    const Search search(firstLuma, secondLuma, shape);
    if (stop.stopped())
        return {};
    std::optional<FlowPair> best = search.around({}, stop);
    if (!best)
        return {};
    for (const cv::Point2f &guess : search.guesses(*best, stop)) {
        const std::optional<FlowPair> other = search.around(guess, stop);
        if (!other)
            return {};
        keepBetter(best->there, best->agreedThere, other->there, other->agreedThere);
        keepBetter(best->back, best->agreedBack, other->back, other->agreedBack);
    }
    if (stop.stopped())
        return {};
    return best;
}

} // namespace facet::service::draft
