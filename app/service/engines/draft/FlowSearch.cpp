#include "service/engines/draft/FlowSearch.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include <algorithm>
#include <future>

namespace facet::service::draft {

namespace {

/// How much smaller pieces are looked for, and their size then.
constexpr int pieceScale = 4;
constexpr int pieceSide = 11;
constexpr size_t mostPieces = 48;
constexpr size_t mostGuesses = 6;
/// How many of all nodes have to share the camera's motion, and a thing's.
constexpr double cameraShare = 0.03;
constexpr double thingShare = 0.0008;
/// What an explanation is worth beyond how well it agrees: the simpler the more. Nothing is explained by
/// what agrees less than `unexplained`.
constexpr float cameraWorth = 0.3F;
constexpr float thingWorth = 0.08F;
constexpr double stillWorth = 0.03;
constexpr float unexplained = 0.5F;
/// In another light accidents are frequent, and only what is sure counts.
constexpr float doubtInOtherLight = 0.25F;

using Preset = decltype(cv::DISOpticalFlow::PRESET_MEDIUM);

cv::Mat flow(const cv::Mat &from, const cv::Mat &to, Preset preset)
{
    cv::Mat field;
    cv::DISOpticalFlow::create(preset)->calc(from, to, field);
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

/// Searches around one distance, in searched pixels. Empty when stopped.
std::optional<FlowPair> searchAround(const SearchPictures &pictures, const SearchPictures::Form &form,
    cv::Point2f guess, Preset preset, const StopFlag &stop)
{
    const cv::Mat second = guess == cv::Point2f() ? form.second : shifted(form.second, guess);
    const cv::Mat forward = flow(form.first, second, preset);
    if (stop.stopped())
        return {};
    const cv::Mat backward = flow(second, form.first, preset);
    if (stop.stopped())
        return {};
    FlowPair pair;
    pair.there = pictures.toFrame(pictures.atNodes(forward, {}), guess);
    pair.back = pictures.toFrame(pictures.atNodes(backward, guess), -guess);
    pair.judge(pictures);
    return pair;
}

struct Explanation {
    FlowPair flow;
    float worth;
};

/// Chooses for every node one explanation or none, so that neighbours choose alike (a mean field with a
/// Potts prior). The chosen motion and its agreement go into `flow` and `agreed`.
void choose(const std::vector<Explanation> &explanations, float lightChange, bool forward, cv::Mat &flow,
    cv::Mat &agreed)
{
    constexpr int rounds = 6;
    constexpr float decided = 6;
    constexpr float together = 1.2F;
    const auto smooth = [](const cv::Mat &values, int side) {
        cv::Mat out;
        cv::boxFilter(values, out, -1, cv::Size(side, side), cv::Point(-1, -1), true, cv::BORDER_REPLICATE);
        return out;
    };
    std::vector<cv::Mat> worth;
    worth.reserve(explanations.size() + 1);
    for (const Explanation &one : explanations)
        worth.push_back(smooth(forward ? one.flow.agreedThere : one.flow.agreedBack, 5) + one.worth);
    worth.push_back(
        cv::Mat(worth.front().size(), CV_32FC1, cv::Scalar(unexplained + doubtInOtherLight * lightChange)));

    std::vector<cv::Mat> share(worth.size());
    for (int round = 0; round < rounds; ++round) {
        cv::Mat total = cv::Mat::zeros(worth.front().size(), CV_32FC1);
        for (size_t i = 0; i < worth.size(); ++i) {
            cv::Mat like = worth[i].clone();
            if (round > 0)
                like += together * smooth(share[i], 9);
            cv::exp(like * decided, share[i]);
            total += share[i];
        }
        for (cv::Mat &one : share)
            cv::divide(one, total, one);
    }

    // Without an explanation a node moves with the camera and dissolves.
    flow = (forward ? explanations.front().flow.there : explanations.front().flow.back).clone();
    agreed = cv::Mat::zeros(flow.size(), CV_32FC1);
    cv::Mat most = share.back().clone();
    for (size_t i = 0; i < explanations.size(); ++i) {
        const FlowPair &one = explanations[i].flow;
        const cv::Mat chosen = share[i] > most;
        (forward ? one.there : one.back).copyTo(flow, chosen);
        smooth(forward ? one.agreedThere : one.agreedBack, 5).copyTo(agreed, chosen);
        most = cv::max(most, share[i]);
    }
}

FlowPair chosen(const std::vector<Explanation> &explanations, float lightChange)
{
    FlowPair pair;
    choose(explanations, lightChange, true, pair.there, pair.agreedThere);
    choose(explanations, lightChange, false, pair.back, pair.agreedBack);
    return pair;
}

struct Piece {
    cv::Rect place;
    double worth; ///< how much detail it has that found no partner
};

std::vector<Piece> lonePieces(const cv::Mat &first, const cv::Mat &agreed)
{
    std::vector<Piece> pieces;
    for (int y = 0; y + pieceSide <= first.rows; y += 4) {
        for (int x = 0; x + pieceSide <= first.cols; x += 4) {
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
    pieces.resize(std::min(pieces.size(), mostPieces));
    return pieces;
}

/// Where a piece was, and how far away it was found again; or the middle of several, in searched pixels.
struct Guess {
    cv::Point2f place;
    cv::Point2f distance;
};

/// Groups of pieces that lie together and went the same way, the largest first.
std::vector<Guess> gathered(std::vector<Guess> votes)
{
    std::vector<Guess> found;
    constexpr double alike = 1.5 * pieceScale;
    constexpr double together = 110;
    const auto belongs = [](const Guess &a, const Guess &b) {
        return cv::norm(a.distance - b.distance) <= alike && cv::norm(a.place - b.place) <= together;
    };
    while (found.size() < mostGuesses) {
        size_t most = 1;
        Guess middle;
        for (const Guess &vote : votes) {
            Guess sum;
            size_t count = 0;
            for (const Guess &other : votes) {
                if (belongs(other, vote)) {
                    sum.place += other.place;
                    sum.distance += other.distance;
                    ++count;
                }
            }
            if (count > most) {
                const float each = 1.F / static_cast<float>(count);
                most = count;
                middle = { sum.place * each, sum.distance * each };
            }
        }
        if (most < 2)
            break;
        if (cv::norm(middle.distance) > alike)
            found.push_back(middle);
        std::erase_if(votes, [&](const Guess &vote) { return belongs(vote, middle); });
    }
    return found;
}

/// Pieces without a partner that were found again.
std::vector<Guess> guesses(const SearchPictures::Form &form, const FlowPair &known, const StopFlag &stop)
{
    const cv::Size size(form.first.cols / pieceScale, form.first.rows / pieceScale);
    cv::Mat first;
    cv::Mat second;
    cv::Mat agreed;
    cv::resize(form.first, first, size, 0, 0, cv::INTER_AREA);
    cv::resize(form.second, second, size, 0, 0, cv::INTER_AREA);
    cv::resize(known.agreedThere, agreed, size, 0, 0, cv::INTER_AREA);

    std::vector<Guess> votes;
    for (const Piece &piece : lonePieces(first, agreed)) {
        if (stop.stopped())
            return {};
        cv::Mat scores;
        cv::matchTemplate(second, first(piece.place), scores, cv::TM_CCOEFF_NORMED);
        double best = 0;
        cv::Point at;
        cv::minMaxLoc(scores, nullptr, &best, nullptr, &at);
        if (best < 0.75)
            continue;
        // The only one of its kind: the next best place, not beside it, is clearly worse.
        scores(cv::Rect(at.x - 3, at.y - 3, 7, 7) & cv::Rect({}, scores.size())).setTo(-1);
        double next = 0;
        cv::minMaxLoc(scores, nullptr, &next);
        if (next < best - 0.04) {
            constexpr auto scale = static_cast<float>(pieceScale);
            const cv::Point middle(piece.place.x + pieceSide / 2, piece.place.y + pieceSide / 2);
            votes.push_back({ cv::Point2f(middle) * scale, cv::Point2f(at - piece.place.tl()) * scale });
        }
    }
    return gathered(std::move(votes));
}

} // namespace

std::optional<FoundMotion> searchFlow(const SearchPictures &pictures, const StopFlag &stop)
{
    auto searchingEdges = std::async(std::launch::async, [&] {
        return searchAround(pictures, pictures.edges(), {}, cv::DISOpticalFlow::PRESET_MEDIUM, stop);
    });
    const std::optional<FlowPair> byLuma =
        searchAround(pictures, pictures.luma(), {}, cv::DISOpticalFlow::PRESET_MEDIUM, stop);
    const std::optional<FlowPair> byEdges = searchingEdges.get();
    if (!byLuma || !byEdges)
        return {};
    FlowPair dense = *byLuma;
    dense.keepBetter(*byEdges);

    FoundMotion found;
    // A camera that seems to have moved a little has mostly stood still.
    FlowPair steady = found.camera.asFlow(pictures);
    const SharedMotion::Place anywhere{ {}, 0.06F * pictures.frameSide(), {}, 0 };
    if (const auto camera = SharedMotion::of(dense, pictures, anywhere, cameraShare)) {
        FlowPair moved = camera->asFlow(pictures);
        if (cv::mean(moved.agreedThere)[0] > cv::mean(steady.agreedThere)[0] + stillWorth) {
            found.camera = *camera;
            steady = std::move(moved);
        }
    }
    std::vector<Explanation> explanations;
    explanations.push_back({ std::move(steady), cameraWorth });
    explanations.push_back({ std::move(dense), 0 });
    if (stop.stopped())
        return {};

    const SearchPictures::Form &form = pictures.lightChange() > 0.5F ? pictures.edges() : pictures.luma();
    for (const Guess &guess : guesses(form, chosen(explanations, pictures.lightChange()), stop)) {
        std::optional<FlowPair> other =
            searchAround(pictures, form, guess.distance, cv::DISOpticalFlow::PRESET_ULTRAFAST, stop);
        if (!other)
            return {};
        const cv::Point2f way = pictures.toFrame(guess.distance);
        const SharedMotion::Place place{ { way.x, way.y }, 0.015F * pictures.frameSide(),
            pictures.toFrame(guess.place), 0.15F * pictures.frameSide() };
        if (const auto thing = SharedMotion::of(*other, pictures, place, thingShare))
            explanations.push_back({ thing->asFlow(pictures), thingWorth });
        explanations.push_back({ std::move(*other), 0 });
    }
    found.flow = chosen(explanations, pictures.lightChange());
    if (stop.stopped())
        return {};
    return found;
}

} // namespace facet::service::draft
