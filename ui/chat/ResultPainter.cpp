#include "ui/chat/ResultPainter.h"

#include "ui/chat/GenerationWords.h"
#include "ui/chat/PictureLabel.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/PosterCache.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace facet::ui {

using client::TranscriptItem;

void ResultPainter::paint(QPainter &painter, const TranscriptItem &item, const RowLayout &row,
    const QString &modelName, const Look &look) const
{
    const Tokens &tokens = m_theme.tokens();
    QPainterPath outline;
    outline.addRoundedRect(
        QRectF(row.card).adjusted(0.5, 0.5, -0.5, -0.5), Theme::cardRadius, Theme::cardRadius);
    painter.fillPath(outline, look.selected ? tokens.accentTint : tokens.raised);
    painter.save();
    painter.setClipPath(outline);
    paintStage(painter, item, row, look);
    paintStrip(painter, item, row, look);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.current ? tokens.accent : tokens.line, look.current ? 2 : 1));
    painter.drawPath(outline);
    paintFooter(painter, item, row, modelName);
}

QPixmap ResultPainter::posterOf(const TranscriptItem &item, int take, const QRect &rect, qreal ratio) const
{
    const QList<client::LocalAsset> &files = item.generation.assets;
    return take < files.size() ? m_posters.cover(files.at(take).posterPath, rect.size() * ratio) : QPixmap();
}

void ResultPainter::fetch(const TranscriptItem &item, const RowLayout &row, qreal ratio) const
{
    posterOf(item, row.shownTake, row.stage, ratio);
}

void ResultPainter::paintStage(
    QPainter &painter, const TranscriptItem &item, const RowLayout &row, const Look &look) const
{
    const Tokens &tokens = m_theme.tokens();
    const QRect rect = row.stage;
    painter.fillRect(rect, tokens.hover);
    const QPixmap poster = posterOf(item, row.shownTake, rect, look.ratio);
    if (!poster.isNull())
        painter.drawPixmap(rect, poster);
    const QList<Asset> &assets = item.generation.generation.assets;
    if (row.shownTake >= assets.size())
        return;
    const Asset &asset = assets.at(row.shownTake);
    if (!look.frame.isNull()) {
        QRect target(QPoint(), look.frame.size().scaled(rect.size(), Qt::KeepAspectRatioByExpanding));
        target.moveCenter(rect.center());
        painter.save();
        painter.setClipRect(rect, Qt::IntersectClip);
        painter.drawImage(target, look.frame);
        painter.restore();
        const int x = rect.left() + static_cast<int>(look.at * rect.width());
        painter.fillRect(QRect(rect.left(), rect.bottom() - 3, rect.width(), 4), tokens.scrim);
        painter.fillRect(QRect(rect.left(), rect.bottom() - 3, x - rect.left(), 4), tokens.accent);
    } else if (asset.kind == ModelKind::Video || asset.kind == ModelKind::Audio) {
        const int radius = look.hoveredTake == row.shownTake ? 24 : 22;
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.scrim);
        painter.drawEllipse(QRectF(rect).center(), radius, radius);
        painter.setBrush(Qt::NoBrush);
        paintIcon(painter, QRectF(rect).translated(1, 0), Icon::Play, tokens.onAccent, 20);
    }
    if (asset.durationS) {
        const double shown = look.frame.isNull() ? *asset.durationS : look.at * *asset.durationS;
        paintPictureLabel(painter, m_theme, rect.bottomRight() + QPoint(-8, -8), Qt::AlignRight,
            GenerationWords::clock(shown));
    }
}

void ResultPainter::paintStrip(
    QPainter &painter, const TranscriptItem &item, const RowLayout &row, const Look &look) const
{
    if (row.posters.size() < 2)
        return;
    const Tokens &tokens = m_theme.tokens();
    const QLocale locale;
    for (int take = 0; take < row.posters.size(); ++take) {
        const QRect rect = row.posters.at(take);
        QPainterPath shape;
        shape.addRoundedRect(rect, Theme::controlRadius, Theme::controlRadius);
        painter.fillPath(shape, tokens.hover);
        painter.save();
        painter.setClipPath(shape, Qt::IntersectClip);
        const QPixmap poster = posterOf(item, take, rect, look.ratio);
        if (!poster.isNull())
            painter.drawPixmap(rect, poster);
        paintPictureLabel(
            painter, m_theme, rect.bottomLeft() + QPoint(4, -4), Qt::AlignLeft, locale.toString(take + 1));
        painter.restore();
        if (take == row.shownTake) {
            paintFocusRing(painter, rect, Theme::controlRadius, tokens);
        } else if (take == look.hoveredTake) {
            painter.setPen(tokens.text2);
            painter.drawPath(shape);
        }
    }
}

void ResultPainter::paintFooter(
    QPainter &painter, const TranscriptItem &item, const RowLayout &row, const QString &modelName) const
{
    const Tokens &tokens = m_theme.tokens();
    const QRect footer = row.footer.adjusted(14, 0, -12, 0);
    const int middle = footer.center().y() + 1;
    int right = footer.right();

    const QString charge = GenerationWords::charge(item.generation);
    if (!charge.isEmpty()) {
        const bool free = GenerationWords::isFree(item.generation);
        const bool unlimited = free && item.generation.generation.covered;
        right = paintPill(painter, right, middle, charge, free ? Chip::Tone::Good : Chip::Tone::Neutral,
                    unlimited ? std::optional(Icon::Infinity_) : std::nullopt)
            - 6;
    }
    if (item.generation.generation.draft)
        right = paintPill(painter, right, middle, tr("Draft"), Chip::Tone::Warning, {}) - 6;

    const QFont strong = m_theme.font(TextRole::BodyStrong);
    const QFontMetrics strongMetrics(strong);
    const int room = std::max(0, right - footer.left() - 8);
    const QString name = strongMetrics.elidedText(modelName, Qt::ElideRight, room);
    painter.setFont(strong);
    painter.setPen(tokens.text1);
    painter.drawText(QRect(footer.left(), footer.top(), room, footer.height()), Qt::AlignVCenter, name);

    const int used = strongMetrics.horizontalAdvance(name) + 8;
    const QFont body = m_theme.font(TextRole::Body);
    painter.setFont(body);
    painter.setPen(tokens.text2);
    painter.drawText(QRect(footer.left() + used, footer.top(), std::max(0, room - used), footer.height()),
        Qt::AlignVCenter,
        QFontMetrics(body).elidedText(
            GenerationWords::picture(item.generation), Qt::ElideRight, std::max(0, room - used)));
}

int ResultPainter::paintPill(QPainter &painter, int right, int middle, const QString &text, Chip::Tone tone,
    std::optional<Icon> icon) const
{
    const QSize size = Chip::sizeFor(m_theme, text, icon.has_value());
    const QPoint at(right - size.width(), middle - size.height() / 2);
    Chip::paint(painter, at, m_theme, tone, text, icon);
    return at.x();
}

} // namespace facet::ui
