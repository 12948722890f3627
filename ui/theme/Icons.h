#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace facet::ui {

class Theme;

/// The Lucide icons in resources/icons (ISC license, see the LICENSE beside them). An icon is drawn when it
/// is asked for, in the colour of the theme of that moment, sharp at every scale.
enum class Icon {
    Sparkles,
    Menu,
    Plus,
    Search,
    Infinity_,
    ImagePlus,
    ChevronDown,
    ChevronRight,
    ChevronLeft,
    ArrowUp,
    ArrowDown,
    ArrowRight,
    ArrowUpRight,
    Swap,
    Close,
    Gem,
    PanelRight,
    PanelLeft,
    Play,
    Pause,
    StepBack,
    StepForward,
    Loop,
    LoopSection,
    Volume,
    Muted,
    Columns,
    FullScreen,
    LeaveFullScreen,
    Copy,
    Download,
    Folder,
    Clapperboard,
    Alert,
    Warning,
    Info,
    Check,
    CircleCheck,
    Film,
    Image,
    Settings,
    Languages,
    SunMoon,
    Quit,
    Help,
    Music,
    Wrench,
    Refresh,
    Undo,
    Trash,
    Camera,
    External,
    Layers,
    ImageOff,
    Clock,
    Offline,
    Key,
    Stop,
    Pencil,
    More,
    Pin,
    Archive,
    Star,
    StarFilled,
};

/// Which of the theme's colours an icon takes when it is enabled; a disabled one is always text 3.
enum class IconTone { Text1, Text2, Text3, Accent, OnTint, OnAccent, Good, Warning, Bad, OnPicture };

/// The resource that holds it, ":/facet/icons/….svg".
QString iconPath(Icon icon);

/// An icon that follows the theme at run time.
QIcon themedIcon(const Theme &theme, Icon icon, IconTone tone = IconTone::Text2);

/// The same as pixels: `size` logical pixels on a side at `ratio` device pixels each.
QPixmap iconPixmap(Icon icon, const QColor &colour, int size, qreal ratio);

/// Draws it centred in `rect`, `size` logical pixels on a side.
void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &colour, int size);

} // namespace facet::ui
