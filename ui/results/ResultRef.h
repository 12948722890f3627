#pragma once

#include "client/generation/GenerationRecord.h"

namespace facet::ui {

/// One file of a result: what an action is about.
struct ResultRef {
    client::GenerationRecord record;
    int take = 0; ///< 0-based
    /// The frame on screen, counted from 0; empty: none is (a card, a row of the library). Without it, "this
    /// frame" is the first one.
    std::optional<qint64> frame;

    QString path() const ///< empty: not here
    {
        return take >= 0 && take < record.assets.size() ? record.assets.at(take).filePath : QString();
    }
    QString posterPath() const
    {
        return take >= 0 && take < record.assets.size() ? record.assets.at(take).posterPath : QString();
    }
    Asset asset() const { return record.generation.assets.value(take); }
    bool isVideo() const
    {
        return asset().kind == ModelKind::Video || asset().mime.startsWith(QLatin1String("video/"));
    }
    bool isImage() const
    {
        return asset().kind == ModelKind::Image || asset().mime.startsWith(QLatin1String("image/"));
    }
};

} // namespace facet::ui
