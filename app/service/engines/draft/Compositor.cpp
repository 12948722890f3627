#include "service/engines/draft/Compositor.h"

#include "service/engines/draft/WideWarp.h"

#include <opencv2/core/hal/intrin.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

constexpr int bandRows = 16;
/// cv::remap's fixed-point maps have 5 bits of a pixel.
constexpr float subPixels = 32;

/// Node row and the share of the next one for a row of pixels.
struct RowPlace {
    int row;
    float next;
};

RowPlace placeOf(float pixelRow, const GridShape &shape)
{
    const float at = pixelRow / static_cast<float>(shape.step);
    const int row = std::clamp(static_cast<int>(at), 0, shape.rows - 2);
    return { row, at - static_cast<float>(row) };
}

void interpolateRows(const std::vector<float> &values, const GridShape &shape, RowPlace place, float scale,
    float offset, std::vector<float> &line)
{
    const float *upper = values.data() + static_cast<size_t>(place.row) * static_cast<size_t>(shape.columns);
    const float *lower = upper + shape.columns;
    // More than there are nodes: the vector loops read past the last pair.
    line.resize(static_cast<size_t>(shape.columns) + static_cast<size_t>(wide::nodesRead));
    const float first = (1 - place.next) * scale;
    const float second = place.next * scale;
    for (int c = 0; c < shape.columns; ++c)
        line[static_cast<size_t>(c)] = upper[c] * first + lower[c] * second + offset;
    std::fill(line.begin() + shape.columns, line.end(), line[static_cast<size_t>(shape.columns - 1)]);
}

/// Spreads a line of nodes over pixels, four at a time: use(pixel, values). `perCell` pixels lie between
/// two nodes (2, 4, 8, …).
template <typename Use>
void spread(const float *line, int cells, int perCell, Use use)
{
    if (perCell == 2) {
        const cv::v_float32x4 weight(0.F, 0.5F, 0.F, 0.5F);
        for (int c = 0; c < cells; c += 2) {
            const cv::v_float32x4 from(line[c], line[c], line[c + 1], line[c + 1]);
            const cv::v_float32x4 to(line[c + 1], line[c + 1], line[c + 2], line[c + 2]);
            use(c * 2, from + (to - from) * weight);
        }
        return;
    }
    const cv::v_float32x4 ramp(0.F, 1.F, 2.F, 3.F);
    for (int c = 0; c < cells; ++c) {
        const float slope = (line[c + 1] - line[c]) / static_cast<float>(perCell);
        const cv::v_float32x4 slopes = cv::v_setall_f32(slope);
        cv::v_float32x4 value = cv::v_setall_f32(line[c]) + slopes * ramp;
        const cv::v_float32x4 jump = cv::v_setall_f32(slope * 4);
        for (int p = 0; p < perCell; p += 4) {
            use(c * perCell + p, value);
            value += jump;
        }
    }
}

int paddedWidth(const GridShape &shape, int perCell)
{
    return (shape.columns + 1) * perCell + 4;
}

} // namespace

GridShape GridShape::forFrame(int width, int height)
{
    GridShape shape;
    while (std::max(width, height) / shape.step > 480)
        shape.step *= 2;
    shape.columns = (width + shape.step - 1) / shape.step + 1;
    shape.rows = (height + shape.step - 1) / shape.step + 1;
    return shape;
}

void CoordGrid::reset(const GridShape &to)
{
    shape = to;
    x.resize(static_cast<size_t>(to.nodes()));
    y.resize(static_cast<size_t>(to.nodes()));
}

void ShareGrid::reset(const GridShape &to)
{
    shape = to;
    share.resize(static_cast<size_t>(to.nodes()));
}

Compositor::Way Compositor::fastest()
{
    static const Way way = wide::available() ? Way::Wide : Way::Portable;
    return way;
}

Compositor::Compositor(Way way)
    : m_way(way)
{
}

void Compositor::compose(const std::vector<Layer> &layers, Nv12Picture &frame)
{
    for (int row = 0; row < frame.luma.rows; row += bandRows)
        composeBand(layers, frame.luma, { row, std::min(bandRows, frame.luma.rows - row), false });
    for (int row = 0; row < frame.chroma.rows; row += bandRows)
        composeBand(layers, frame.chroma, { row, std::min(bandRows, frame.chroma.rows - row), true });
}

void Compositor::composeBand(const std::vector<Layer> &layers, cv::Mat &plane, const Band &band)
{
    cv::Mat to = plane.rowRange(band.firstRow, band.firstRow + band.rows);
    bool first = true;
    for (const Layer &layer : layers) {
        if (!first && !layer.shares && layer.share <= 0)
            continue;
        const cv::Mat &source = band.chroma ? layer.picture->chroma : layer.picture->luma;
        cv::Mat sampled;
        if (!layer.coords) {
            sampled = source.rowRange(band.firstRow, band.firstRow + band.rows);
            if (first)
                sampled.copyTo(to);
        } else {
            if (!first)
                m_sampled.create(bandRows, plane.cols, plane.type());
            sampled = first ? to : m_sampled.rowRange(0, band.rows);
            warpBand(layer, band, sampled);
        }
        if (!first)
            blendBand(layer, band, to, sampled);
        first = false;
    }
}

void Compositor::warpBand(const Layer &layer, const Band &band, cv::Mat to)
{
    const cv::Mat &source = band.chroma ? layer.picture->chroma : layer.picture->luma;
    // Mirroring needs a neighbour on each axis.
    if (m_way == Way::Portable || source.cols < 2 || source.rows < 2) {
        mapBand(*layer.coords, band, to.cols);
        const cv::Rect used(0, 0, to.cols, band.rows);
        cv::remap(source, to, m_whole(used), m_part(used), cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
        return;
    }
    const GridShape &shape = layer.coords->shape;
    for (int r = 0; r < band.rows; ++r) {
        const float row = static_cast<float>(band.firstRow + r);
        const RowPlace place = placeOf(band.chroma ? 2 * row + 0.5F : row, shape);
        interpolateRows(layer.coords->x, shape, place, band.chroma ? 0.5F : 1, 0, m_lineX);
        interpolateRows(
            layer.coords->y, shape, place, band.chroma ? 0.5F : 1, band.chroma ? -0.25F : 0, m_lineY);
        if (band.chroma)
            wide::warpChroma(
                m_lineX.data(), m_lineY.data(), shape.step / 2, source, to.ptr<uchar>(r), to.cols);
        else
            wide::warpLuma(m_lineX.data(), m_lineY.data(), shape.step, source, to.ptr<uchar>(r), to.cols);
    }
}

void Compositor::mapBand(const CoordGrid &coords, const Band &band, int width)
{
    const GridShape &shape = coords.shape;
    const int perCell = band.chroma ? shape.step / 2 : shape.step;
    const int padded = paddedWidth(shape, perCell);
    if (m_whole.cols < padded || m_whole.rows < bandRows) {
        m_whole.create(bandRows, padded, CV_16SC2);
        m_part.create(bandRows, padded, CV_16UC1);
    }
    const int cells = (width + perCell - 1) / perCell;

    // A chroma sample at (i, j) stands for luma (2 i, 2 j + ½), in the frame and in the source alike.
    const float scale = band.chroma ? subPixels / 2 : subPixels;
    const float offsetY = band.chroma ? -subPixels / 4 : 0;
    for (int r = 0; r < band.rows; ++r) {
        const float row = static_cast<float>(band.firstRow + r);
        const RowPlace place = placeOf(band.chroma ? 2 * row + 0.5F : row, shape);
        interpolateRows(coords.x, shape, place, scale, 0, m_lineX);
        interpolateRows(coords.y, shape, place, scale, offsetY, m_lineY);

        int *whole = m_whole.ptr<int>(r); // x in the lower half, y in the upper one
        ushort *part = m_part.ptr<ushort>(r);
        const cv::v_int32x4 low16 = cv::v_setall_s32(0xffff);
        const cv::v_int32x4 low5 = cv::v_setall_s32(31);
        spread(m_lineX.data(), cells, perCell, [&](int pixel, const cv::v_float32x4 &x) {
            const cv::v_int32x4 fixed = cv::v_round(x);
            cv::v_store(whole + pixel, (fixed >> 5) & low16);
            cv::v_pack_u_store(part + pixel, fixed & low5);
        });
        spread(m_lineY.data(), cells, perCell, [&](int pixel, const cv::v_float32x4 &y) {
            const cv::v_int32x4 fixed = cv::v_round(y);
            cv::v_store(whole + pixel, cv::v_load(whole + pixel) | ((fixed >> 5) << 16));
            const cv::v_int32x4 partX = cv::v_reinterpret_as_s32(cv::v_load_expand(part + pixel));
            cv::v_pack_u_store(part + pixel, partX | ((fixed & low5) << 5));
        });
    }
}

void Compositor::shareRow(const ShareGrid &grid, const Band &band, int row, int width)
{
    const int perCell = band.chroma ? grid.shape.step / 2 : grid.shape.step;
    m_shares.resize(static_cast<size_t>(paddedWidth(grid.shape, perCell)));
    const float at = static_cast<float>(row);
    interpolateRows(
        grid.share, grid.shape, placeOf(band.chroma ? 2 * at + 0.5F : at, grid.shape), 256, 0, m_lineX);
    ushort *to = m_shares.data();
    spread(m_lineX.data(), (width + perCell - 1) / perCell, perCell,
        [to](
            int pixel, const cv::v_float32x4 &share) { cv::v_pack_u_store(to + pixel, cv::v_round(share)); });
}

void Compositor::blendBand(const Layer &layer, const Band &band, cv::Mat to, const cv::Mat &from)
{
    if (!layer.shares) {
        const auto weight = static_cast<ushort>(std::lround(std::clamp(layer.share, 0.F, 1.F) * 256));
        m_shares.assign(static_cast<size_t>(to.cols), weight);
    }
    for (int r = 0; r < band.rows; ++r) {
        if (layer.shares)
            shareRow(*layer.shares, band, band.firstRow + r, to.cols);
        uchar *under = to.ptr<uchar>(r);
        const uchar *over = from.ptr<uchar>(r);
        const ushort *share = m_shares.data();
        if (m_way == Way::Wide) {
            (band.chroma ? wide::blendChroma : wide::blendLuma)(under, over, share, to.cols);
            continue;
        }
        // Sixteen bits are enough: 255 × 256 + 128 < 2^16.
        if (!band.chroma) {
            for (int x = 0; x < to.cols; ++x) {
                const auto rest = static_cast<ushort>(256 - share[x]);
                under[x] =
                    static_cast<uchar>(static_cast<ushort>(under[x] * rest + over[x] * share[x] + 128) >> 8);
            }
        } else {
            for (int x = 0; x < to.cols; ++x) {
                const auto rest = static_cast<ushort>(256 - share[x]);
                const auto cb = static_cast<ushort>(under[2 * x] * rest + over[2 * x] * share[x] + 128);
                const auto cr =
                    static_cast<ushort>(under[2 * x + 1] * rest + over[2 * x + 1] * share[x] + 128);
                under[2 * x] = static_cast<uchar>(cb >> 8);
                under[2 * x + 1] = static_cast<uchar>(cr >> 8);
            }
        }
    }
}

} // namespace facet::service::draft
