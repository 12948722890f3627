#include "ui/chat/RowPainter.h"

#include "ui/chat/GenerationWords.h"
#include "ui/widgets/PosterCache.h"

#include <QAbstractTextDocumentLayout>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

namespace facet::ui {

using client::TranscriptItem;

namespace {

QPainterPath bubblePath(const QRectF &rect)
{
    // Round but for the corner that points to the person who wrote it.
    constexpr qreal r = Theme::popoverRadius;
    constexpr qreal tip = 4;
    QPainterPath path(QPointF(rect.left() + r, rect.top()));
    path.lineTo(rect.right() - r, rect.top());
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + r));
    path.lineTo(rect.right(), rect.bottom() - tip);
    path.quadTo(rect.bottomRight(), QPointF(rect.right() - tip, rect.bottom()));
    path.lineTo(rect.left() + r, rect.bottom());
    path.quadTo(rect.bottomLeft(), QPointF(rect.left(), rect.bottom() - r));
    path.lineTo(rect.left(), rect.top() + r);
    path.quadTo(rect.topLeft(), QPointF(rect.left() + r, rect.top()));
    return path;
}

QString roleLabel(InputRole role)
{
    switch (role) {
    case InputRole::StartFrame:
        return RowPainter::tr("Start");
    case InputRole::EndFrame:
        return RowPainter::tr("End");
    case InputRole::Reference:
    case InputRole::Audio:
    case InputRole::Video:
    case InputRole::Other:
        break;
    }
    return {};
}

void drawCover(QPainter &painter, const QRect &rect, const QPixmap &pixmap)
{
    if (!pixmap.isNull())
        painter.drawPixmap(rect, pixmap);
}

} // namespace

void RowPainter::paint(QPainter &painter, const TranscriptItem &item, const RowLayout &row,
    const QString &modelName, const Look &look) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!row.avatar.isEmpty())
        paintAvatar(painter, row.avatar);
    switch (item.kind) {
    case TranscriptItem::Kind::User:
        paintUser(painter, item, row);
        return;
    case TranscriptItem::Kind::AgentText:
        paintText(painter, row);
        paintNote(painter, item, row);
        return;
    case TranscriptItem::Kind::Generation:
        if (!row.isWidget)
            paintFinished(painter, item, row, modelName, look);
        return;
    case TranscriptItem::Kind::Approval:
    case TranscriptItem::Kind::Problem:
        return; // widgets
    }
}

void RowPainter::paintText(QPainter &painter, const RowLayout &row) const
{
    if (!row.document)
        return;
    painter.save();
    painter.translate(row.text);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, m_theme.tokens().text1);
    context.palette.setColor(QPalette::Link, m_theme.tokens().accent);
    row.document->documentLayout()->draw(&painter, context);
    painter.restore();
}

void RowPainter::paintNote(QPainter &painter, const TranscriptItem &item, const RowLayout &row) const
{
    if (row.note.isEmpty() || !item.conversationCharge)
        return;
    painter.setFont(m_theme.font(TextRole::Caption));
    painter.setPen(m_theme.tokens().text2);
    painter.drawText(row.note, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        GenerationWords::conversationCharge(*item.conversationCharge));
}

void RowPainter::paintUser(QPainter &painter, const TranscriptItem &item, const RowLayout &row) const
{
    const Tokens &tokens = m_theme.tokens();
    painter.setPen(Qt::NoPen);
    painter.fillPath(bubblePath(row.bubble), tokens.accentTint);
    for (int i = 0; i < row.thumbnails.size() && i < item.attachments.size(); ++i) {
        const client::Attachment &attachment = item.attachments.at(i);
        const QRect rect = row.thumbnails.at(i);
        painter.save();
        QPainterPath clip;
        clip.addRoundedRect(rect, Theme::controlRadius, Theme::controlRadius);
        painter.setClipPath(clip);
        painter.fillRect(rect, tokens.hover);
        if (!attachment.thumbnail.isNull()) {
            const QSize full =
                attachment.thumbnail.size().scaled(rect.size(), Qt::KeepAspectRatioByExpanding);
            QRect target(QPoint(), full);
            target.moveCenter(rect.center());
            painter.drawImage(target, attachment.thumbnail);
        }
        const QString label = roleLabel(attachment.role);
        if (!label.isEmpty())
            paintPictureLabel(painter, rect.bottomLeft() + QPoint(6, -6), Qt::AlignLeft, label);
        painter.restore();
        const bool leadsOn = attachment.role == InputRole::StartFrame && i + 1 < item.attachments.size()
            && item.attachments.at(i + 1).role == InputRole::EndFrame;
        if (leadsOn) {
            const QRect gap(rect.right() + 1, rect.top(), metrics::thumbnailGap, rect.height());
            paintIcon(painter, gap, Icon::ArrowRight, tokens.text2, 16);
        }
    }
    paintText(painter, row);
}

void RowPainter::paintFinished(QPainter &painter, const TranscriptItem &item, const RowLayout &row,
    const QString &modelName, const Look &look) const
{
    const Tokens &tokens = m_theme.tokens();
    QPainterPath outline;
    outline.addRoundedRect(
        QRectF(row.card).adjusted(0.5, 0.5, -0.5, -0.5), Theme::cardRadius, Theme::cardRadius);
    painter.fillPath(outline, tokens.raised);

    painter.save();
    painter.setClipPath(outline);
    const QList<Asset> &assets = item.generation.generation.assets;
    for (int i = 0; i < row.posters.size(); ++i) {
        const QRect rect = row.posters.at(i);
        painter.fillRect(rect, tokens.hover);
        const QString path =
            i < item.generation.assets.size() ? item.generation.assets.at(i).posterPath : QString();
        const QPixmap poster = m_posters.cover(path, rect.size() * look.ratio);
        drawCover(painter, rect, poster);
        if (i >= assets.size())
            continue;
        const Asset &asset = assets.at(i);
        if (asset.kind == ModelKind::Video || asset.kind == ModelKind::Audio) {
            const int radius = look.hoveredPoster == i ? 24 : 22;
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.scrim);
            painter.drawEllipse(QRectF(rect).center(), radius, radius);
            painter.setBrush(Qt::NoBrush);
            paintIcon(painter, QRectF(rect).translated(1, 0), Icon::Play, tokens.onAccent, 20);
        }
        if (asset.durationS)
            paintPictureLabel(painter, rect.bottomRight() + QPoint(-8, -8), Qt::AlignRight,
                GenerationWords::clock(*asset.durationS));
    }
    painter.restore();

    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.current ? tokens.accent : tokens.line, look.current ? 2 : 1));
    painter.drawPath(outline);
    paintFooter(painter, item, row, modelName);
}

void RowPainter::paintFooter(
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

void RowPainter::paintAvatar(QPainter &painter, const QRect &rect) const
{
    const Tokens &tokens = m_theme.tokens();
    QLinearGradient gradient(rect.topLeft(), rect.bottomRight());
    gradient.setColorAt(0, tokens.accent);
    gradient.setColorAt(1, tokens.progressEnd);
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(rect, Theme::controlRadius, Theme::controlRadius);
    painter.setBrush(Qt::NoBrush);
    paintIcon(painter, rect, Icon::Sparkles, tokens.onAccent, 16);
}

QRect RowPainter::paintPictureLabel(
    QPainter &painter, const QPoint &corner, Qt::Alignment side, const QString &text) const
{
    const QFont font = m_theme.font(TextRole::CaptionStrong);
    const QFontMetrics fm(font);
    QRect rect(0, 0, fm.horizontalAdvance(text) + 10, fm.height() + 4);
    if (side == Qt::AlignRight)
        rect.moveBottomRight(corner);
    else
        rect.moveBottomLeft(corner);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().scrim);
    painter.drawRoundedRect(rect, 4, 4);
    painter.setBrush(Qt::NoBrush);
    painter.setFont(font);
    painter.setPen(m_theme.tokens().onPicture);
    painter.drawText(rect, Qt::AlignCenter, text);
    return rect;
}

int RowPainter::paintPill(QPainter &painter, int right, int middle, const QString &text, Chip::Tone tone,
    std::optional<Icon> icon) const
{
    const QSize size = Chip::sizeFor(m_theme, text, icon.has_value());
    const QPoint at(right - size.width(), middle - size.height() / 2);
    Chip::paint(painter, at, m_theme, tone, text, icon);
    return at.x();
}

} // namespace facet::ui
