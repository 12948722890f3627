#pragma once

#include <QImage>

struct AVFrame;
struct SwsContext;

namespace facet::client {

/// Decoded frames as pictures of the screen: upright, square pixels, sRGB values by the frame's own matrix
/// and range (what says nothing is taken as players take it, by its size).
class PictureMaker {
public:
    /// `size`: of the upright picture. `quarterTurns` clockwise.
    PictureMaker(const QSize &size, int quarterTurns);
    ~PictureMaker();
    Q_DISABLE_COPY_MOVE(PictureMaker)

    /// Scaled down to fit `within`; empty: full size. `best`: by the slower filters that keep fine detail.
    /// Null: out of memory, or a format that has no pixels.
    QImage picture(const AVFrame &frame, const QSize &within, bool best);

private:
    QSize m_size;
    int m_turns;
    SwsContext *m_scaler = nullptr;
};

} // namespace facet::client
