#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>

namespace facet::ui {

/// Small pictures from files for delegates: read and scaled off the window's thread, the latest kept.
class PictureCache : public QObject {
    Q_OBJECT
public:
    explicit PictureCache(int longSidePixels, QObject *parent = nullptr);

    /// Null until it has been read; loaded() tells when to ask again. A file that cannot be read stays null.
    QImage picture(const QString &path);

signals:
    void loaded(const QString &path);

private:
    int m_longSide;
    QCache<QString, QImage> m_pictures;
    QSet<QString> m_underWay;
};

} // namespace facet::ui
