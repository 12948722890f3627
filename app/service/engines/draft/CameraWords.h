#pragma once

#include <QStringView>

namespace facet::service::draft {

/// The camera move that the words of a message ask for, English or Korean (PRODUCT "The bundled service's
/// two modes"). Moves add up: "push in while panning left". Numbers are directions, -1, 0 or 1.
struct CameraWish {
    int zoom = 0; ///< 1 closer, -1 further away
    int pan = 0; ///< 1 the view goes right, -1 left
    int tilt = 0; ///< 1 the view goes up, -1 down
    int orbit = 0; ///< 1 round to the right, -1 to the left
    int roll = 0; ///< 1 clockwise, -1 counter-clockwise
    bool handheld = false;
    bool hold = false; ///< nothing may move
    double strength = 1; ///< 0.6 for "slow", 1.6 for "fast"

    bool moves() const { return zoom || pan || tilt || orbit || roll || handheld; }
    friend bool operator==(const CameraWish &, const CameraWish &) = default;
};

/// A wish that neither moves nor holds means that the words say nothing of the camera.
CameraWish readCameraWords(QStringView prompt);

} // namespace facet::service::draft
