#pragma once

#include "service/engines/draft/Nv12Picture.h"

#include <vector>

namespace facet::service::draft {

/// Values at nodes `step` pixels apart over a frame, the node of column c lying at pixel c × step; bilinear
/// between. One row and one column reach past the frame, so that every pixel has four nodes around it.
struct GridShape {
    int step = 4; ///< pixels; a power of two, at least 4
    int columns = 0;
    int rows = 0;

    /// Fine enough to follow edges, coarse enough to be cheap: at most 480 columns or rows.
    static GridShape forFrame(int width, int height);
    int nodes() const { return columns * rows; }
    friend bool operator==(const GridShape &, const GridShape &) = default;
};

/// For every node, where in the source picture (in its pixels) the frame's pixel comes from.
struct CoordGrid {
    GridShape shape;
    std::vector<float> x;
    std::vector<float> y;

    void reset(const GridShape &to);
};

/// For every node, how much of a layer shows, 0..1.
struct ShareGrid {
    GridShape shape;
    std::vector<float> share;

    void reset(const GridShape &to);
};

/// One picture of a frame, drawn over the layers before it.
struct Layer {
    const Nv12Picture *picture = nullptr;
    const CoordGrid *coords = nullptr; ///< null: pixel by pixel; the picture then has the frame's size
    float share = 1; ///< 0..1, for the layer as a whole
    const ShareGrid *shares = nullptr; ///< replaces `share`
};

/// Draws layers into a frame, a band of rows at a time so that maps and samples stay in the cache. One for
/// each thread; it keeps its buffers. Outside a picture its mirror image shows.
class Compositor {
public:
    /// Two ways to the same picture, within a level or two: the wide one needs AVX2.
    enum class Way { Portable, Wide };
    static Way fastest();

    explicit Compositor(Way way = fastest());

    void compose(const std::vector<Layer> &layers, Nv12Picture &frame);

private:
    struct Band {
        int firstRow = 0; ///< of the plane
        int rows = 0;
        bool chroma = false;
    };

    void composeBand(const std::vector<Layer> &layers, cv::Mat &plane, const Band &band);
    void warpBand(const Layer &layer, const Band &band, cv::Mat to);
    void mapBand(const CoordGrid &coords, const Band &band, int width);
    void shareRow(const ShareGrid &grid, const Band &band, int row, int width);
    void blendBand(const Layer &layer, const Band &band, cv::Mat to, const cv::Mat &from);

    const Way m_way;
    std::vector<float> m_lineX; ///< one row of nodes, interpolated between two rows of the grid
    std::vector<float> m_lineY;
    std::vector<ushort> m_shares; ///< one row of pixels, 0..256
    cv::Mat m_whole; ///< CV_16SC2, whole source pixels
    cv::Mat m_part; ///< CV_16UC1, 5 + 5 bits of a pixel
    cv::Mat m_sampled;
};

} // namespace facet::service::draft
