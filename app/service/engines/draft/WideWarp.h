#pragma once

#include <opencv2/core.hpp>

namespace facet::service::draft {

/// Rows of pixels, eight at a time with AVX2.
namespace wide {

inline constexpr int nodesRead = 16;

/// Whether this processor can; everything else takes the portable way.
bool available();

/// One row of one plane out of a source plane, sooner than cv::remap with its maps. `x` and `y` are the row's
/// nodes in the source's samples, `perCell` samples of the row apart (a power of two from 2 up), readable to
/// `nodesRead` past the last one that the row needs. Outside the source its mirror image is taken. Sources
/// come from Nv12Picture::blank(), which leaves room for reading a little past the end.
void warpLuma(const float *x, const float *y, int perCell, const cv::Mat &source, uchar *to, int width);
void warpChroma(const float *x, const float *y, int perCell, const cv::Mat &source, uchar *to, int width);

/// under × (256 - share) + over × share, for `width` samples with shares of 0..256.
void blendLuma(uchar *under, const uchar *over, const ushort *share, int width);
void blendChroma(uchar *under, const uchar *over, const ushort *share, int width);

} // namespace wide

} // namespace facet::service::draft
