#pragma once

#include "domain/Enums.h"
#include "domain/Error.h"

#include <QImage>
#include <QSize>
#include <QStringList>

namespace facet::client {

/// A file in the composer or in a sent message. The original bytes are kept under the profile as they came.
struct Attachment {
    enum class State { Reading, Ready, Failed };

    QString id; ///< unique in this profile
    InputRole role = InputRole::Reference;
    State state = State::Reading;
    QString fileName; ///< as people know it, NFC
    QString path; ///< the bytes that are sent, under the profile
    QString mime; ///< by content
    QString sha256; ///< hex, of `path`
    QSize size; ///< pixels, upright
    qint64 bytes = 0;
    QImage thumbnail; ///< at most 480 pixels on the long side, upright
    QStringList notices; ///< what was done to it: "Turned upright", "Resized from 8000 × 6000"
    std::optional<Error> error; ///< Failed: why, and what to do
};

} // namespace facet::client
