#include "ui/sidebar/FoundDelegate.h"

#include "ui/sidebar/FoundMessages.h"
#include "ui/widgets/FocusRing.h"

#include <QLocale>
#include <QPainter>
#include <QTextLayout>

namespace facet::ui {

namespace {
constexpr int rowHeight = 62;
constexpr int padding = 8;
constexpr int lines = 2; // of the snippet
} // namespace

FoundDelegate::FoundDelegate(Theme &theme, FoundMessages &found, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_found(found)
{
}

QSize FoundDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 100, rowHeight };
}

void FoundDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const client::SearchHit &hit = m_found.hit(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.hover);
        painter->drawRoundedRect(option.rect, Theme::controlRadius, Theme::controlRadius);
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, option.rect, Theme::controlRadius, t);

    const QRect text = option.rect.adjusted(padding, 6, -padding, -6);
    const QFont caption = m_theme.font(TextRole::Caption);
    const QString day = QLocale().toString(hit.at.toLocalTime().date(), QLocale::ShortFormat);
    const int dayWidth = QFontMetrics(caption).horizontalAdvance(day);
    const QRect top(text.x(), text.y(), text.width(), 16);
    painter->setFont(caption);
    painter->setPen(t.text2);
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter, day);
    painter->setFont(m_theme.font(TextRole::CaptionStrong));
    painter->drawText(top, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(
            hit.conversationTitle, Qt::ElideRight, top.width() - dayWidth - padding));
    paintSnippet(*painter, text.adjusted(0, 18, 0, 0), hit);
    painter->restore();
}

void FoundDelegate::paintSnippet(QPainter &painter, const QRect &place, const client::SearchHit &hit) const
{
    const Tokens &t = m_theme.tokens();
    QTextLayout layout(hit.snippet, m_theme.font(TextRole::Small));
    QList<QTextLayout::FormatRange> strong;
    for (const client::SearchHit::Mark &mark : hit.marks) {
        QTextCharFormat format;
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(t.onTint);
        format.setBackground(t.accentTint);
        strong.append({ mark.start, mark.length, format });
    }
    layout.setFormats(strong);
    QTextOption wrap(Qt::AlignLeft);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    qreal y = 0;
    QList<QTextLine> all;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(place.width());
        all.append(line);
    }
    // From the line with the first mark, so that what was looked for is always seen.
    const int first =
        hit.marks.isEmpty() ? 0 : layout.lineForTextPosition(hit.marks.first().start).lineNumber();
    const qsizetype from = qBound(qsizetype(0), qsizetype(first), qMax(qsizetype(0), all.size() - lines));
    for (qsizetype i = 0; i < all.size(); ++i) {
        all[i].setPosition(QPointF(0, i < from ? -10'000 : y));
        if (i >= from)
            y += all.at(i).height();
    }
    layout.endLayout();
    painter.setPen(t.text1);
    painter.setClipRect(place);
    layout.draw(&painter, place.topLeft(), {}, place);
    painter.setClipping(false);
}

} // namespace facet::ui
