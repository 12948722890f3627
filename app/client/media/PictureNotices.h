#pragma once

#include "client/media/Attachment.h"

#include <QCoreApplication>

namespace facet::client {

class EncodedPicture;
struct PictureOutput;

/// What was done to a picture between its file and what is sent, in sentences, the most important first.
class PictureNotices {
    Q_DECLARE_TR_FUNCTIONS(facet::client::ImageIntake)
public:
    /// `whole`: as it was decoded. `output`: what was made of it for `attachment`.
    static QStringList of(const Attachment &attachment, const EncodedPicture &source, const QImage &whole,
        const PictureOutput &output);
};

} // namespace facet::client
