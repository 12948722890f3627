#pragma once

#include "domain/Error.h"

namespace facet::client::sequence {

class Mp4File;

/// One stream of the file that is being made. Tracks take turns, whichever is behind, so that neither has to
/// wait in memory for the other.
class Track {
public:
    virtual ~Track() = default;
    /// Adds its stream; before the file begins.
    virtual Result<void> add(Mp4File &file) = 0;
    /// Writes a little more. False: it has come to its end.
    virtual Result<bool> step(Mp4File &file) = 0;
    virtual double seconds() const = 0; ///< how far it has come
};

} // namespace facet::client::sequence
