#include "ui/sequence/ClipDelegate.h"

#include "ui/sequence/SequenceWords.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/PosterCache.h"

#include <QFileInfo>
#include <QLocale>
#include <QPainter>

namespace facet::ui {

namespace {
constexpr int rowHeight = 56;
constexpr int padding = 8;
constexpr int numberWidth = 20;
constexpr QSize posterSize(72, 40);
} // namespace

ClipDelegate::ClipDelegate(Theme &theme, PosterCache &posters, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_posters(posters)
{
}

QSize ClipDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 100, rowHeight };
}

void ClipDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const auto clip = index.data(client::Sequence::ClipRole).value<client::SequenceClip>();
    const QRect row = option.rect.adjusted(0, 1, 0, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.hover);
        painter->setOpacity(selected ? 1.0 : 0.6);
        painter->drawRoundedRect(row, Theme::controlRadius, Theme::controlRadius);
        painter->setOpacity(1.0);
    }
    if (option.state & QStyle::State_HasFocus && selected)
        paintFocusRing(*painter, row, Theme::controlRadius, t);

    painter->setFont(m_theme.font(TextRole::Small));
    painter->setPen(t.text2);
    painter->drawText(QRect(row.x() + padding, row.y(), numberWidth, row.height()),
        Qt::AlignVCenter | Qt::AlignLeft, QLocale().toString(index.row() + 1));
    const QRect poster(
        QPoint(row.x() + padding + numberWidth, row.center().y() - posterSize.height() / 2 + 1), posterSize);
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap picture =
        clip.posterPath().isEmpty() ? QPixmap() : m_posters.cover(clip.posterPath(), posterSize * ratio);
    painter->setPen(Qt::NoPen);
    if (picture.isNull()) {
        painter->setBrush(t.raised);
        painter->drawRoundedRect(poster, 6, 6);
        paintIcon(*painter, poster, Icon::Film, t.text3, 16);
    } else {
        picture.setDevicePixelRatio(ratio);
        QBrush brush(picture);
        brush.setTransform(QTransform::fromTranslate(poster.x(), poster.y()));
        painter->setBrush(brush);
        painter->drawRoundedRect(poster, 6, 6);
    }

    const QRect words(
        poster.right() + 12, row.y() + 9, row.right() - poster.right() - 12 - padding, row.height() - 18);
    painter->setFont(m_theme.font(TextRole::BodyMedium));
    painter->setPen(t.text1);
    painter->drawText(words, Qt::AlignTop | Qt::AlignLeft,
        painter->fontMetrics().elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideRight, words.width()));
    const bool missing = !QFileInfo::exists(clip.path());
    painter->setFont(m_theme.font(TextRole::Caption));
    painter->setPen(missing ? t.bad : t.text2);
    painter->drawText(words, Qt::AlignBottom | Qt::AlignLeft,
        painter->fontMetrics().elidedText(
            missing ? tr("The file is missing") : SequenceWords::facts(clip), Qt::ElideRight, words.width()));
    painter->restore();
}

} // namespace facet::ui
