#include "ui/chat/RowPainter.h"

#include "client/media/ThumbnailPath.h"
#include "ui/chat/GenerationWords.h"
#include "ui/chat/PictureLabel.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/PosterCache.h"

#include <QAbstractTextDocumentLayout>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QTextCursor>

namespace facet::ui {

using client::TranscriptItem;

namespace {

constexpr int mostMarks = 500; ///< of what was found in one row

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
    case InputRole::Audio:
        return RowPainter::tr("Voice");
    case InputRole::Video:
        return RowPainter::tr("Video");
    case InputRole::Reference:
    case InputRole::Other:
        break;
    }
    return {};
}

} // namespace

void RowPainter::paint(QPainter &painter, const TranscriptItem &item, const RowLayout &row,
    const QString &modelName, const Look &look) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!row.isRead) {
        paintUnread(painter, row);
        return;
    }
    if (!row.avatar.isEmpty())
        paintAvatar(painter, row.avatar);
    switch (item.kind) {
    case TranscriptItem::Kind::User:
        paintUser(painter, item, row, look);
        break;
    case TranscriptItem::Kind::AgentText:
        paintText(painter, row, look);
        paintNote(painter, item, row);
        break;
    case TranscriptItem::Kind::Generation:
        if (!row.isWidget)
            m_results.paint(painter, item, row, modelName, look.result);
        break;
    case TranscriptItem::Kind::Approval:
    case TranscriptItem::Kind::Problem:
        break; // widgets
    }
    if (look.result.current && (row.document || row.isWidget)) {
        QRect ring = row.isWidget ? row.card : row.bubble;
        if (ring.isEmpty())
            ring = QRect(row.text, row.document->size().toSize());
        paintFocusRing(painter, ring.adjusted(-4, -3, 4, 3), Theme::controlRadius, m_theme.tokens());
    }
}

void RowPainter::paintUnread(QPainter &painter, const RowLayout &row) const
{
    const Tokens &tokens = m_theme.tokens();
    if (!row.bubble.isEmpty())
        painter.fillPath(bubblePath(row.bubble), tokens.hover);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.hover);
    if (!row.card.isEmpty())
        painter.drawRoundedRect(row.card, Theme::cardRadius, Theme::cardRadius);
    constexpr int line = 10;
    constexpr int step = 20;
    for (int y = row.note.top() + 4; !row.note.isEmpty() && y + line <= row.note.bottom(); y += step) {
        const bool isLast = y + step + line > row.note.bottom();
        painter.drawRoundedRect(
            QRect(row.note.left(), y, row.note.width() * (isLast ? 2 : 4) / 4, line), 4, 4);
    }
    painter.setBrush(Qt::NoBrush);
}

void RowPainter::paintText(QPainter &painter, const RowLayout &row, const Look &look) const
{
    if (!row.document)
        return;
    const Tokens &tokens = m_theme.tokens();
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, tokens.text1);
    context.palette.setColor(QPalette::Link, tokens.accent);
    const auto mark = [&context](const QTextCursor &cursor, const QColor &ground, const QColor &ink) {
        QAbstractTextDocumentLayout::Selection selection;
        selection.cursor = cursor;
        selection.format.setBackground(ground);
        selection.format.setForeground(ink);
        context.selections.append(selection);
    };
    if (!look.found.isEmpty()) {
        const QColor ground = look.isCurrentHit ? tokens.warning : tokens.warningTint;
        const QColor ink = look.isCurrentHit ? tokens.window : tokens.onWarningTint;
        QTextCursor hit = row.document->find(look.found);
        for (int n = 0; !hit.isNull() && n < mostMarks; ++n) {
            mark(hit, ground, ink);
            hit = row.document->find(look.found, hit);
        }
    }
    if (look.selected) {
        const int end = row.document->characterCount() - 1;
        QTextCursor cursor(row.document.get());
        cursor.setPosition(std::min(look.selected->from, end));
        cursor.setPosition(std::min(look.selected->to, end), QTextCursor::KeepAnchor);
        mark(cursor, tokens.accentFill, tokens.onAccent);
    }
    if (!look.inSight.isEmpty()) // a long answer has many lines that nobody sees
        context.clip = look.inSight.translated(-row.text);
    painter.save();
    painter.translate(row.text);
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

void RowPainter::paintUser(
    QPainter &painter, const TranscriptItem &item, const RowLayout &row, const Look &look) const
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
        } else if (attachment.role == InputRole::Audio) {
            paintIcon(painter, rect, Icon::Music, tokens.text2, 20);
        } else { // of a message from disk: read when it is in sight
            const QPixmap picture =
                m_posters.cover(client::thumbnailPathFor(attachment.path), rect.size() * look.result.ratio);
            if (!picture.isNull())
                painter.drawPixmap(rect, picture);
        }
        const QString label = roleLabel(attachment.role);
        if (!label.isEmpty())
            paintPictureLabel(painter, m_theme, rect.bottomLeft() + QPoint(6, -6), Qt::AlignLeft, label);
        painter.restore();
        const bool leadsOn = attachment.role == InputRole::StartFrame && i + 1 < item.attachments.size()
            && item.attachments.at(i + 1).role == InputRole::EndFrame;
        if (leadsOn) {
            const QRect gap(rect.right() + 1, rect.top(), metrics::thumbnailGap, rect.height());
            paintIcon(painter, gap, Icon::ArrowRight, tokens.text2, 16);
        }
    }
    paintText(painter, row, look);
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

} // namespace facet::ui
