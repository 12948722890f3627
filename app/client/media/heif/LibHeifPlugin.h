#pragma once

#include "client/media/HeifPlugin.h"

#include <QObject>

namespace facet::client {

class LibHeifPlugin : public QObject, public HeifPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "facet.HeifPlugin/1")
    Q_INTERFACES(facet::client::HeifPlugin)
public:
    tl::expected<HeifFacts, QString> facts(const QByteArray &bytes) const override;
    tl::expected<QImage, QString> read(const QByteArray &bytes, qint64 maxPixels) const override;
};

} // namespace facet::client
