#pragma once

#include <QByteArray>
#include <QImage>
#include <QtPlugin>

#include <tl/expected.hpp>

namespace facet::client {

/// What a HEIC or AVIF file says about its first picture before anything is decoded.
struct HeifFacts {
    QSize size; ///< pixels, upright: the file's own turns and crops are applied
    bool turned = false; ///< it holds a turn or a mirroring
    bool animated = false; ///< it holds more than the one picture
};

/// What libfacet_heif gives out: libheif, which reads HEIC and AVIF. Its calls may come from any thread.
/// Errors are the library's words, for the details of an error.
class HeifPlugin {
public:
    virtual ~HeifPlugin() = default;
    virtual tl::expected<HeifFacts, QString> facts(const QByteArray &bytes) const = 0;
    /// The picture upright, in eight bits, with its colour space. Refused when it has more than `maxPixels`.
    virtual tl::expected<QImage, QString> read(const QByteArray &bytes, qint64 maxPixels) const = 0;
};

} // namespace facet::client

Q_DECLARE_INTERFACE(facet::client::HeifPlugin, "facet.HeifPlugin/1")
