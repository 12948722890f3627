#include "ui/library/TilePainter.h"

#include "ui/library/LibraryWords.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/PosterCache.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

namespace facet::ui {

using client::LibraryResult;

namespace {

constexpr int inset = 8;
constexpr int mark = 20;
constexpr int captionHeight = 34;
constexpr int smallIcon = 13;

Icon iconOf(ModelKind kind)
{
    switch (kind) {
    case ModelKind::Image:
        return Icon::Image;
    case ModelKind::Audio:
        return Icon::Music;
    case ModelKind::Video:
    case ModelKind::Tool:
    case ModelKind::Other:
        break;
    }
    return Icon::Film;
}

bool isAbsent(const LibraryResult &result)
{
    return result.place == LibraryResult::Place::Missing || result.place == LibraryResult::Place::Gone;
}

} // namespace

TilePainter::TilePainter(Theme &theme, PosterCache &posters)
    : m_theme(theme)
    , m_posters(posters)
{
}

QString TilePainter::posterOf(const LibraryResult &result)
{
    if (!result.posterPath.isEmpty())
        return result.posterPath;
    return result.kind == ModelKind::Image ? result.filePath : QString();
}

QRect TilePainter::starRect(const QRect &rect)
{
    return { rect.left() + inset, rect.top() + inset, mark, mark };
}

QRect TilePainter::checkRect(const QRect &rect)
{
    return { rect.right() - inset - mark + 1, rect.top() + inset, mark, mark };
}

QString TilePainter::fetchText() const
{
    return LibraryWords::tr("Fetch again");
}

QRect TilePainter::fetchRect(const QRect &rect) const
{
    const QSize size =
        QFontMetrics(m_theme.font(TextRole::BodyMedium)).size(Qt::TextSingleLine, fetchText()) + QSize(16, 8);
    return { rect.center().x() - size.width() / 2, rect.center().y() + 12, size.width(), size.height() };
}

TilePainter::Zone TilePainter::zoneAt(
    const QRect &rect, const LibraryResult &result, const QPoint &point) const
{
    const QMargins around(4, 4, 4, 4);
    if (starRect(rect).marginsAdded(around).contains(point))
        return Zone::Star;
    if (checkRect(rect).marginsAdded(around).contains(point))
        return Zone::Check;
    if (result.place == LibraryResult::Place::Missing && fetchRect(rect).contains(point))
        return Zone::Fetch;
    return Zone::None;
}

void TilePainter::paint(QPainter &painter, const QRect &rect, const std::optional<LibraryResult> &result,
    const State &state) const
{
    const Tokens &t = m_theme.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!result) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.raised);
        painter.drawRoundedRect(rect, Theme::cardRadius, Theme::cardRadius);
        painter.restore();
        return;
    }
    paintGround(painter, rect, *result);
    if (isAbsent(*result) || result->place == LibraryResult::Place::Coming)
        paintAbsence(painter, rect, *result, state);
    paintCaption(painter, rect, *result);
    paintMarks(painter, rect, *result, state);
    if (state.selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, 2));
        painter.drawRoundedRect(
            QRectF(rect).adjusted(1, 1, -1, -1), Theme::cardRadius - 1, Theme::cardRadius - 1);
    }
    if (state.current)
        paintFocusRing(painter, QRectF(rect).adjusted(-3, -3, 3, 3), Theme::cardRadius + 3, t);
    painter.restore();
}

void TilePainter::paintGround(QPainter &painter, const QRect &rect, const LibraryResult &result) const
{
    const Tokens &t = m_theme.tokens();
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QString path = posterOf(result);
    QPixmap picture =
        path.isEmpty() ? QPixmap() : m_posters.cover(path, (QSizeF(rect.size()) * ratio).toSize());
    painter.setPen(Qt::NoPen);
    if (picture.isNull()) {
        painter.setBrush(t.raised);
        painter.drawRoundedRect(rect, Theme::cardRadius, Theme::cardRadius);
        if (result.place == LibraryResult::Place::Here)
            paintIcon(painter, rect, iconOf(result.kind), t.text3, 24);
        return;
    }
    picture.setDevicePixelRatio(ratio);
    QBrush brush(picture);
    brush.setTransform(QTransform::fromTranslate(rect.x(), rect.y()));
    painter.setBrush(brush);
    painter.drawRoundedRect(rect, Theme::cardRadius, Theme::cardRadius);
}

void TilePainter::paintAbsence(
    QPainter &painter, const QRect &rect, const LibraryResult &result, const State &state) const
{
    const Tokens &t = m_theme.tokens();
    QColor veil = t.window;
    veil.setAlphaF(0.82F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawRoundedRect(rect, Theme::cardRadius, Theme::cardRadius);
    const bool coming = result.place == LibraryResult::Place::Coming;
    const QRect icon(rect.center().x() - 10, rect.center().y() - 34, 20, 20);
    paintIcon(painter, icon, coming ? Icon::Download : Icon::ImageOff, coming ? t.text2 : t.warning, 20);
    const QFont font = m_theme.font(TextRole::Small);
    painter.setFont(font);
    painter.setPen(t.text1);
    const QRect words(rect.left() + inset, rect.center().y() - 12, rect.width() - 2 * inset, 22);
    painter.drawText(words, Qt::AlignCenter,
        QFontMetrics(font).elidedText(LibraryWords::place(result), Qt::ElideRight, words.width()));
    if (result.place != LibraryResult::Place::Missing)
        return;
    QFont link = m_theme.font(TextRole::BodyMedium);
    link.setUnderline(state.zone == Zone::Fetch);
    painter.setFont(link);
    painter.setPen(t.onTint);
    painter.drawText(fetchRect(rect), Qt::AlignCenter, fetchText());
}

void TilePainter::paintCaption(QPainter &painter, const QRect &rect, const LibraryResult &result) const
{
    const Tokens &t = m_theme.tokens();
    const QRect band(rect.left(), rect.bottom() - captionHeight + 1, rect.width(), captionHeight);
    QColor text = t.onPicture;
    if (posterOf(result).isEmpty() || result.place != LibraryResult::Place::Here) {
        text = t.text2;
    } else {
        // A scrim that grows downwards, so that white reads on every picture.
        QColor deep = t.scrim;
        QColor none = deep;
        none.setAlpha(0);
        QLinearGradient shade(0, band.top() - 14, 0, band.bottom());
        shade.setColorAt(0, none);
        shade.setColorAt(1, deep);
        QPainterPath tile;
        tile.addRoundedRect(rect, Theme::cardRadius, Theme::cardRadius);
        QPainterPath lower;
        lower.addRect(QRectF(band).adjusted(0, -14, 0, 0));
        painter.fillPath(tile.intersected(lower), shade);
    }
    const QFont font = m_theme.font(TextRole::CaptionStrong);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(text);
    const QString measure = LibraryWords::measure(result);
    const int wide = metrics.horizontalAdvance(measure);
    const QRect line = band.adjusted(inset, 4, -inset, -2);
    paintIcon(painter, QRect(line.left(), line.top(), smallIcon, line.height()), iconOf(result.kind), text,
        smallIcon);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, measure);
    const QRect name = line.adjusted(smallIcon + 6, 0, -wide - 8, 0);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(result.modelName, Qt::ElideRight, name.width()));
}

void TilePainter::paintMarks(
    QPainter &painter, const QRect &rect, const LibraryResult &result, const State &state) const
{
    const Tokens &t = m_theme.tokens();
    int x = rect.left() + inset;
    if (result.favourite || state.hovered) {
        const QRect star = starRect(rect);
        painter.setPen(Qt::NoPen);
        painter.setBrush(state.zone == Zone::Star ? t.accentFill : t.scrim);
        painter.drawEllipse(star);
        paintIcon(painter, star, result.favourite ? Icon::StarFilled : Icon::Star, t.onPicture, 12);
        x = star.right() + 7;
    }
    if (result.draft) {
        const QString word = LibraryWords::tr("Draft");
        const QSize size = Chip::sizeFor(m_theme, word, false);
        Chip::paint(painter, { x, rect.top() + inset + (mark - size.height()) / 2 }, m_theme,
            Chip::Tone::Neutral, word, {});
    }
    if (!state.selected && !state.hovered)
        return;
    const QRect check = checkRect(rect);
    painter.setPen(state.selected ? QPen(Qt::NoPen) : QPen(t.onPicture, 1.5));
    painter.setBrush(state.selected || state.zone == Zone::Check ? t.accentFill : t.scrim);
    painter.drawEllipse(QRectF(check).adjusted(0.5, 0.5, -0.5, -0.5));
    if (state.selected)
        paintIcon(painter, check, Icon::Check, t.onAccent, 12);
}

} // namespace facet::ui
