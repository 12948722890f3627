#include "ui/theme/Icons.h"

#include "ui/theme/Theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QSvgRenderer>

namespace facet::ui {

namespace {

QLatin1String fileName(Icon icon)
{
    switch (icon) {
    case Icon::Sparkles:
        return QLatin1String("sparkles");
    case Icon::Menu:
        return QLatin1String("menu");
    case Icon::Plus:
        return QLatin1String("plus");
    case Icon::Search:
        return QLatin1String("search");
    case Icon::Infinity_:
        return QLatin1String("infinity");
    case Icon::ImagePlus:
        return QLatin1String("image-plus");
    case Icon::ChevronDown:
        return QLatin1String("chevron-down");
    case Icon::ChevronRight:
        return QLatin1String("chevron-right");
    case Icon::ChevronLeft:
        return QLatin1String("chevron-left");
    case Icon::ArrowUp:
        return QLatin1String("arrow-up");
    case Icon::ArrowDown:
        return QLatin1String("arrow-down");
    case Icon::ArrowRight:
        return QLatin1String("arrow-right");
    case Icon::ArrowUpRight:
        return QLatin1String("arrow-up-right");
    case Icon::Swap:
        return QLatin1String("arrow-left-right");
    case Icon::Close:
        return QLatin1String("x");
    case Icon::Gem:
        return QLatin1String("gem");
    case Icon::PanelRight:
        return QLatin1String("panel-right");
    case Icon::PanelLeft:
        return QLatin1String("panel-left");
    case Icon::Play:
        return QLatin1String("play");
    case Icon::Pause:
        return QLatin1String("pause");
    case Icon::StepBack:
        return QLatin1String("step-back");
    case Icon::StepForward:
        return QLatin1String("step-forward");
    case Icon::Loop:
        return QLatin1String("repeat");
    case Icon::LoopSection:
        return QLatin1String("repeat-1");
    case Icon::Volume:
        return QLatin1String("volume-2");
    case Icon::Muted:
        return QLatin1String("volume-x");
    case Icon::Columns:
        return QLatin1String("columns-2");
    case Icon::FullScreen:
        return QLatin1String("maximize");
    case Icon::LeaveFullScreen:
        return QLatin1String("minimize");
    case Icon::Copy:
        return QLatin1String("copy");
    case Icon::Download:
        return QLatin1String("download");
    case Icon::Folder:
        return QLatin1String("folder-open");
    case Icon::Clapperboard:
        return QLatin1String("clapperboard");
    case Icon::Alert:
        return QLatin1String("circle-alert");
    case Icon::Warning:
        return QLatin1String("triangle-alert");
    case Icon::Info:
        return QLatin1String("info");
    case Icon::Check:
        return QLatin1String("check");
    case Icon::CircleCheck:
        return QLatin1String("circle-check");
    case Icon::Film:
        return QLatin1String("film");
    case Icon::Image:
        return QLatin1String("image");
    case Icon::Settings:
        return QLatin1String("settings");
    case Icon::Languages:
        return QLatin1String("languages");
    case Icon::SunMoon:
        return QLatin1String("sun-moon");
    case Icon::Quit:
        return QLatin1String("log-out");
    case Icon::Help:
        return QLatin1String("circle-help");
    case Icon::Music:
        return QLatin1String("music");
    case Icon::Wrench:
        return QLatin1String("wrench");
    case Icon::Refresh:
        return QLatin1String("refresh-cw");
    case Icon::Undo:
        return QLatin1String("rotate-ccw");
    case Icon::Trash:
        return QLatin1String("trash-2");
    case Icon::Camera:
        return QLatin1String("camera");
    case Icon::External:
        return QLatin1String("external-link");
    case Icon::Layers:
        return QLatin1String("layers");
    case Icon::ImageOff:
        return QLatin1String("image-off");
    case Icon::Clock:
        return QLatin1String("clock");
    case Icon::Offline:
        return QLatin1String("wifi-off");
    case Icon::Key:
        return QLatin1String("key-round");
    case Icon::Stop:
        return QLatin1String("square");
    case Icon::Pencil:
        return QLatin1String("pencil");
    case Icon::More:
        return QLatin1String("ellipsis");
    case Icon::Pin:
        return QLatin1String("pin");
    case Icon::Archive:
        return QLatin1String("archive");
    case Icon::Star:
        return QLatin1String("star");
    case Icon::StarFilled:
        return QLatin1String("star-filled");
    }
    return {};
}

/// Asks the theme for its colour at each paint, so no widget has to swap icons when the theme changes.
class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(const Theme &theme, Icon icon, IconTone tone)
        : m_theme(&theme)
        , m_icon(icon)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_icon, colour(mode), qMin(rect.width(), rect.height()));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `size` is in device pixels already.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return iconPixmap(m_icon, colour(mode), qMin(size.width(), size.height()), 1.0);
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        if (!m_theme)
            return Qt::gray;
        return m_theme->iconColour(mode == QIcon::Disabled ? IconTone::Text3 : m_tone);
    }

    QPointer<const Theme> m_theme;
    Icon m_icon;
    IconTone m_tone;
};

} // namespace

QString iconPath(Icon icon)
{
    return QLatin1String(":/facet/icons/") + fileName(icon) + QLatin1String(".svg");
}

QIcon themedIcon(const Theme &theme, Icon icon, IconTone tone)
{
    return QIcon(new ThemedIconEngine(theme, icon, tone));
}

QPixmap iconPixmap(Icon icon, const QColor &colour, int size, qreal ratio)
{
    const int pixels = qMax(1, qRound(size * ratio));
    const QString key = QLatin1String("facet-icon/") + fileName(icon) + QLatin1Char('/')
        + colour.name(QColor::HexArgb) + QLatin1Char('/') + QString::number(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        QFile file(iconPath(icon));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray svg = file.readAll();
        svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        pixmap = QPixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setOpacity(colour.alphaF());
        renderer.render(&painter);
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &colour, int size)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPixmap pixmap = iconPixmap(icon, colour, size, ratio);
    painter.drawPixmap(
        QPointF(qRound(rect.center().x() - size / 2.0), qRound(rect.center().y() - size / 2.0)), pixmap);
}

} // namespace facet::ui
