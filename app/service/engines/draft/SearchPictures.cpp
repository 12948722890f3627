#include "service/engines/draft/SearchPictures.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace facet::service::draft {

namespace {

/// Longer side of the pictures that flow is searched in: enough to see what moves, small enough that
/// a search takes a few hundredths of a second.
constexpr int searchSide = 640;

cv::Mat reduced(const cv::Mat &luma)
{
    const double scale = double(searchSide) / std::max(luma.cols, luma.rows);
    const auto side = [scale](
                          int pixels) { return std::max(64, static_cast<int>(std::lround(pixels * scale))); };
    cv::Mat small;
    cv::resize(luma, small, cv::Size(side(luma.cols), side(luma.rows)), 0, 0,
        scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    return small;
}

cv::Mat evened(const cv::Mat &small)
{
    cv::Mat even;
    cv::createCLAHE(3.0, cv::Size(8, 8))->apply(small, even);
    return even;
}

/// Steepness relative to what is steep around.
cv::Mat edgesOf(const cv::Mat &small)
{
    cv::Mat smooth;
    small.convertTo(smooth, CV_32FC1);
    cv::GaussianBlur(smooth, smooth, {}, 1.0);
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(smooth, dx, CV_32FC1, 1, 0, 3, 0.25);
    cv::Sobel(smooth, dy, CV_32FC1, 0, 1, 3, 0.25);
    cv::Mat steep;
    cv::magnitude(dx, dy, steep);
    cv::Mat around;
    cv::boxFilter(steep, around, -1, cv::Size(41, 41));
    cv::divide(steep, around + 1.5, steep, 48);
    cv::Mat edges;
    steep.convertTo(edges, CV_8UC1);
    return edges;
}

/// Median of how much the smooth part of the picture changed, in levels.
float levelsApart(const cv::Mat &first, const cv::Mat &second)
{
    cv::Mat a;
    cv::Mat b;
    cv::resize(first, a, cv::Size(32, 18), 0, 0, cv::INTER_AREA);
    cv::resize(second, b, cv::Size(32, 18), 0, 0, cv::INTER_AREA);
    cv::Mat apart;
    cv::absdiff(a, b, apart);
    std::vector<uchar> values(apart.datastart, apart.dataend);
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2), values.end());
    return values[values.size() / 2];
}

std::array<double, 256> shareBelow(const cv::Mat &picture)
{
    std::array<double, 256> below{};
    for (int r = 0; r < picture.rows; ++r) {
        const uchar *row = picture.ptr<uchar>(r);
        for (int c = 0; c < picture.cols; ++c)
            below[row[c]] += 1;
    }
    double sum = 0;
    for (double &share : below) {
        sum += share;
        share = sum / double(picture.total());
    }
    return below;
}

/// The first picture with the second's distribution of light and dark. It does not depend on where things
/// are, so it holds whatever moved.
cv::Mat inTheLightOf(const cv::Mat &first, const cv::Mat &second)
{
    const std::array<double, 256> from = shareBelow(first);
    const std::array<double, 256> to = shareBelow(second);
    cv::Mat table(1, 256, CV_8UC1);
    int level = 0;
    for (size_t i = 0; i < from.size(); ++i) {
        while (level < 255 && to[static_cast<size_t>(level)] < from[i])
            ++level;
        table.at<uchar>(0, static_cast<int>(i)) = static_cast<uchar>(level);
    }
    cv::Mat lit;
    cv::LUT(first, table, lit);
    return lit;
}

} // namespace

SearchPictures::SearchPictures(const cv::Mat &firstLuma, const cv::Mat &secondLuma, const GridShape &shape)
    : m_shape(shape)
    , m_frame(firstLuma.size())
{
    const cv::Mat first = reduced(firstLuma);
    const cv::Mat second = reduced(secondLuma);
    m_scale = { static_cast<float>(first.cols) / static_cast<float>(m_frame.width),
        static_cast<float>(first.rows) / static_cast<float>(m_frame.height) };
    const cv::Size nodes(shape.columns, shape.rows);
    m_column.create(nodes, CV_32FC1);
    m_row.create(nodes, CV_32FC1);
    for (int r = 0; r < shape.rows; ++r) {
        for (int c = 0; c < shape.columns; ++c) {
            m_column.at<float>(r, c) = (static_cast<float>(c * shape.step) + 0.5F) * m_scale.x - 0.5F;
            m_row.at<float>(r, c) = (static_cast<float>(r * shape.step) + 0.5F) * m_scale.y - 0.5F;
        }
    }
    m_luma = withNodes(evened(first), evened(second));
    m_edges = withNodes(edgesOf(first), edgesOf(second));
    m_light = withNodes(inTheLightOf(first, second), second);
    m_lightChange = std::clamp((levelsApart(first, second) - 6) / 12, 0.F, 1.F);
}

SearchPictures::Form SearchPictures::withNodes(cv::Mat first, cv::Mat second) const
{
    Form form{ std::move(first), std::move(second), {}, {} };
    atNodes(form.first, {}).convertTo(form.firstNodes, CV_32FC1);
    atNodes(form.second, {}).convertTo(form.secondNodes, CV_32FC1);
    return form;
}

cv::Mat SearchPictures::atNodes(const cv::Mat &values, cv::Point2f before) const
{
    cv::Mat nodes;
    cv::remap(values, nodes, m_column - before.x, m_row - before.y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return nodes;
}

cv::Mat SearchPictures::toFrame(const cv::Mat &nodes, cv::Point2f guess) const
{
    cv::Mat moved = nodes + cv::Scalar(guess.x, guess.y);
    cv::multiply(moved, cv::Scalar(1 / m_scale.x, 1 / m_scale.y), moved);
    return moved;
}

} // namespace facet::service::draft
