#include "service/engines/draft/WideWarp.h"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define FACET_WIDE_WARP 1
#include <immintrin.h>
#define FACET_AVX2 __attribute__((target("avx2,fma")))
#endif

namespace facet::service::draft::wide {

#ifdef FACET_WIDE_WARP

namespace {

/// What stays the same along a row.
struct Spread {
    __m256i nodes; ///< which of eight nodes each of eight pixels takes
    __m256 ramp; ///< how far it is towards the next one
    int perCell;
};

FACET_AVX2 Spread spreadFor(int perCell)
{
    alignas(32) int nodes[8];
    alignas(32) float ramp[8];
    for (int i = 0; i < 8; ++i) {
        nodes[i] = i / perCell;
        ramp[i] = static_cast<float>(i % perCell) / static_cast<float>(perCell);
    }
    return { _mm256_load_si256(reinterpret_cast<const __m256i *>(nodes)), _mm256_load_ps(ramp), perCell };
}

/// Values at eight pixels from `pixel` on, a multiple of eight.
FACET_AVX2 inline __m256 valuesAt(const float *line, int pixel, const Spread &spread)
{
    const float *node = line + pixel / spread.perCell;
    const __m256 here = _mm256_permutevar8x32_ps(_mm256_loadu_ps(node), spread.nodes);
    const __m256 next = _mm256_permutevar8x32_ps(_mm256_loadu_ps(node + 1), spread.nodes);
    const float inside = static_cast<float>(pixel % spread.perCell) / static_cast<float>(spread.perCell);
    const __m256 ramp = _mm256_add_ps(spread.ramp, _mm256_set1_ps(inside));
    return _mm256_fmadd_ps(_mm256_sub_ps(next, here), ramp, here);
}

/// Mirrored at both borders, then kept inside: 0 … last.
FACET_AVX2 inline __m256 mirrored(__m256 value, __m256 last)
{
    const __m256 positive = _mm256_castsi256_ps(_mm256_set1_epi32(0x7fffffff));
    value = _mm256_and_ps(value, positive);
    value = _mm256_sub_ps(last, _mm256_and_ps(_mm256_sub_ps(last, value), positive));
    return _mm256_max_ps(_mm256_setzero_ps(), _mm256_min_ps(value, last));
}

/// Where eight pixels lie in the source: the sample up left of them, and 6 bits of the way to the next.
struct Places {
    /// All eight moved alike, within a 32nd of a pixel: they lie side by side in the source too, and the
    /// slow gathering of single samples is not needed.
    bool together;
    __m256i column;
    __m256i row;
    __m256i partX;
    __m256i partY;
};

struct Bounds {
    __m256 lastX;
    __m256 lastY;
    __m256i lastColumn; ///< last one that has a neighbour
    __m256i lastRow;
};

FACET_AVX2 Bounds boundsOf(const cv::Mat &source)
{
    return { _mm256_set1_ps(static_cast<float>(source.cols - 1)),
        _mm256_set1_ps(static_cast<float>(source.rows - 1)), _mm256_set1_epi32(std::max(0, source.cols - 2)),
        _mm256_set1_epi32(std::max(0, source.rows - 2)) };
}

FACET_AVX2 inline Places placesOf(__m256 x, __m256 y, const Bounds &bounds)
{
    const __m256 scale = _mm256_set1_ps(64);
    const __m256i fixedX = _mm256_cvtps_epi32(_mm256_mul_ps(mirrored(x, bounds.lastX), scale));
    const __m256i fixedY = _mm256_cvtps_epi32(_mm256_mul_ps(mirrored(y, bounds.lastY), scale));
    const __m256i steps = _mm256_setr_epi32(0, 64, 128, 192, 256, 320, 384, 448);
    const __m256i shiftX = _mm256_sub_epi32(fixedX, steps);
    const __m256i apart = _mm256_or_si256(
        _mm256_abs_epi32(_mm256_sub_epi32(shiftX, _mm256_broadcastd_epi32(_mm256_castsi256_si128(shiftX)))),
        _mm256_abs_epi32(_mm256_sub_epi32(fixedY, _mm256_broadcastd_epi32(_mm256_castsi256_si128(fixedY)))));
    Places places;
    places.together = _mm256_testz_si256(apart, _mm256_set1_epi32(~1)) != 0;
    places.column = _mm256_min_epi32(_mm256_srai_epi32(fixedX, 6), bounds.lastColumn);
    places.row = _mm256_min_epi32(_mm256_srai_epi32(fixedY, 6), bounds.lastRow);
    places.partX = _mm256_sub_epi32(fixedX, _mm256_slli_epi32(places.column, 6));
    places.partY = _mm256_sub_epi32(fixedY, _mm256_slli_epi32(places.row, 6));
    return places;
}

FACET_AVX2 inline int firstOf(__m256i values)
{
    return _mm_cvtsi128_si32(_mm256_castsi256_si128(values));
}

FACET_AVX2 inline __m256i words(const uchar *from)
{
    return _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i *>(from)));
}

/// Sixteen samples between two rows and two neighbours each, all by the same parts.
FACET_AVX2 inline __m128i between(const uchar *upper, size_t stride, int neighbour, int partX, int partY)
{
    const __m256i left = _mm256_set1_epi16(static_cast<short>(64 - partX));
    const __m256i right = _mm256_set1_epi16(static_cast<short>(partX));
    const uchar *lower = upper + stride;
    const __m256i top = _mm256_add_epi16(
        _mm256_mullo_epi16(words(upper), left), _mm256_mullo_epi16(words(upper + neighbour), right));
    const __m256i bottom = _mm256_add_epi16(
        _mm256_mullo_epi16(words(lower), left), _mm256_mullo_epi16(words(lower + neighbour), right));
    // At most 255 × 64 = 14 bits: with two more, the upper half of a product by 16 bits keeps eight places.
    const __m256i above = _mm256_set1_epi16(static_cast<short>(std::min(65535, (64 - partY) << 10)));
    const __m256i below = _mm256_set1_epi16(static_cast<short>(std::min(65535, partY << 10)));
    const __m256i sum = _mm256_add_epi16(_mm256_mulhi_epu16(_mm256_slli_epi16(top, 2), above),
        _mm256_mulhi_epu16(_mm256_slli_epi16(bottom, 2), below));
    const __m256i value = _mm256_srli_epi16(_mm256_adds_epu16(sum, _mm256_set1_epi16(128)), 8);
    return _mm_packus_epi16(_mm256_castsi256_si128(value), _mm256_extracti128_si256(value, 1));
}

FACET_AVX2 inline __m256i gathered(const uchar *base, __m256i offset)
{
    return _mm256_i32gather_epi32(reinterpret_cast<const int *>(base), offset, 1);
}

} // namespace

bool available()
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

FACET_AVX2 void warpLuma(
    const float *x, const float *y, int perCell, const cv::Mat &source, uchar *to, int width)
{
    const Spread spread = spreadFor(perCell);
    const Bounds bounds = boundsOf(source);
    const __m256i stride = _mm256_set1_epi32(static_cast<int>(source.step));
    const __m256i whole = _mm256_set1_epi32(64);
    for (int pixel = 0; pixel < width; pixel += 8) {
        const Places at = placesOf(valuesAt(x, pixel, spread), valuesAt(y, pixel, spread), bounds);
        if (at.together && pixel + 8 <= width && firstOf(at.column) + 24 <= source.cols) {
            const uchar *upper = source.ptr<uchar>(firstOf(at.row)) + firstOf(at.column);
            _mm_storel_epi64(reinterpret_cast<__m128i *>(to + pixel),
                between(upper, source.step, 1, firstOf(at.partX), firstOf(at.partY)));
            continue;
        }
        const __m256i upper = _mm256_add_epi32(_mm256_mullo_epi32(at.row, stride), at.column);
        const __m256i above = gathered(source.data, upper);
        const __m256i below = gathered(source.data, _mm256_add_epi32(upper, stride));
        // Bytes 64 - part, part, 0, 0: the sum of two neighbours in each 32 bits.
        const __m256i across =
            _mm256_or_si256(_mm256_sub_epi32(whole, at.partX), _mm256_slli_epi32(at.partX, 8));
        const __m256i rows = _mm256_or_si256(
            _mm256_maddubs_epi16(above, across), _mm256_slli_epi32(_mm256_maddubs_epi16(below, across), 16));
        const __m256i down =
            _mm256_or_si256(_mm256_sub_epi32(whole, at.partY), _mm256_slli_epi32(at.partY, 16));
        __m256i value = _mm256_madd_epi16(rows, down);
        value = _mm256_srli_epi32(_mm256_add_epi32(value, _mm256_set1_epi32(2048)), 12);
        const __m128i words =
            _mm_packus_epi32(_mm256_castsi256_si128(value), _mm256_extracti128_si256(value, 1));
        const __m128i bytes = _mm_packus_epi16(words, words);
        if (pixel + 8 <= width) {
            _mm_storel_epi64(reinterpret_cast<__m128i *>(to + pixel), bytes);
        } else {
            alignas(16) uchar rest[16];
            _mm_store_si128(reinterpret_cast<__m128i *>(rest), bytes);
            std::memcpy(to + pixel, rest, static_cast<size_t>(width - pixel));
        }
    }
}

FACET_AVX2 void warpChroma(
    const float *x, const float *y, int perCell, const cv::Mat &source, uchar *to, int width)
{
    const Spread spread = spreadFor(perCell);
    const Bounds bounds = boundsOf(source);
    const __m256i stride = _mm256_set1_epi32(static_cast<int>(source.step));
    const __m256i whole = _mm256_set1_epi32(64);
    // Cb Cr Cb Cr of two neighbours → Cb Cb Cr Cr, so that neighbours lie side by side.
    const __m256i pairs = _mm256_setr_epi8(0, 2, 1, 3, 4, 6, 5, 7, 8, 10, 9, 11, 12, 14, 13, 15, 0, 2, 1, 3,
        4, 6, 5, 7, 8, 10, 9, 11, 12, 14, 13, 15);
    for (int pixel = 0; pixel < width; pixel += 8) {
        const Places at = placesOf(valuesAt(x, pixel, spread), valuesAt(y, pixel, spread), bounds);
        const __m256i upper =
            _mm256_add_epi32(_mm256_mullo_epi32(at.row, stride), _mm256_slli_epi32(at.column, 1));
        const __m256i above = _mm256_shuffle_epi8(gathered(source.data, upper), pairs);
        const __m256i below =
            _mm256_shuffle_epi8(gathered(source.data, _mm256_add_epi32(upper, stride)), pairs);
        const __m256i pair =
            _mm256_or_si256(_mm256_sub_epi32(whole, at.partX), _mm256_slli_epi32(at.partX, 8));
        const __m256i across = _mm256_or_si256(pair, _mm256_slli_epi32(pair, 16));
        // Sixteen bits each: Cb, Cr of every pixel, at most 255 × 64.
        const __m256i top = _mm256_maddubs_epi16(above, across);
        const __m256i bottom = _mm256_maddubs_epi16(below, across);
        const __m256i down =
            _mm256_or_si256(_mm256_sub_epi32(whole, at.partY), _mm256_slli_epi32(at.partY, 16));
        const __m256i cb = _mm256_madd_epi16(
            _mm256_or_si256(_mm256_and_si256(top, _mm256_set1_epi32(0xffff)), _mm256_slli_epi32(bottom, 16)),
            down);
        const __m256i cr = _mm256_madd_epi16(_mm256_or_si256(_mm256_srli_epi32(top, 16),
                                                 _mm256_andnot_si256(_mm256_set1_epi32(0xffff), bottom)),
            down);
        const __m256i half = _mm256_set1_epi32(2048);
        const __m256i value = _mm256_or_si256(_mm256_srli_epi32(_mm256_add_epi32(cb, half), 12),
            _mm256_slli_epi32(_mm256_srli_epi32(_mm256_add_epi32(cr, half), 12), 16));
        const __m128i bytes =
            _mm_packus_epi16(_mm256_castsi256_si128(value), _mm256_extracti128_si256(value, 1));
        if (pixel + 8 <= width) {
            _mm_storeu_si128(reinterpret_cast<__m128i *>(to + 2 * pixel), bytes);
        } else {
            alignas(16) uchar rest[16];
            _mm_store_si128(reinterpret_cast<__m128i *>(rest), bytes);
            std::memcpy(to + 2 * pixel, rest, 2 * static_cast<size_t>(width - pixel));
        }
    }
}

FACET_AVX2 void blendLuma(uchar *under, const uchar *over, const ushort *share, int width)
{
    for (int x = 0; x < width; ++x) {
        const int sum = under[x] * (256 - share[x]) + over[x] * share[x] + 128;
        under[x] = static_cast<uchar>(static_cast<ushort>(sum) >> 8);
    }
}

FACET_AVX2 void blendChroma(uchar *under, const uchar *over, const ushort *share, int width)
{
    for (int x = 0; x < width; ++x) {
        const int rest = 256 - share[x];
        const int cb = under[2 * x] * rest + over[2 * x] * share[x] + 128;
        const int cr = under[2 * x + 1] * rest + over[2 * x + 1] * share[x] + 128;
        under[2 * x] = static_cast<uchar>(static_cast<ushort>(cb) >> 8);
        under[2 * x + 1] = static_cast<uchar>(static_cast<ushort>(cr) >> 8);
    }
}

#else

bool available()
{
    return false;
}

void warpLuma(const float *, const float *, int, const cv::Mat &, uchar *, int) { }
void warpChroma(const float *, const float *, int, const cv::Mat &, uchar *, int) { }
void blendLuma(uchar *, const uchar *, const ushort *, int) { }
void blendChroma(uchar *, const uchar *, const ushort *, int) { }

#endif

} // namespace facet::service::draft::wide
