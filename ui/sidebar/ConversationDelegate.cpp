#include "ui/sidebar/ConversationDelegate.h"

#include "ui/sidebar/ConversationDay.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/PosterCache.h"

#include <QDate>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace facet::ui {

namespace {
constexpr int rowHeight = 48;
constexpr int headingHeight = 28;
constexpr int posterSize = 36;
constexpr int padding = 8;
constexpr int maxTitle = 200; // characters
} // namespace

ConversationDelegate::ConversationDelegate(
    Theme &theme, client::Conversations &conversations, PosterCache &posters, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_conversations(conversations)
    , m_posters(posters)
{
}

QString ConversationDelegate::title(const client::ConversationSummary &summary)
{
    return summary.title.isEmpty() ? tr("New chat") : summary.title;
}

QString ConversationDelegate::subtitle(const client::ConversationSummary &summary)
{
    if (summary.running > 0)
        return tr("Generating %n", nullptr, summary.running);
    QStringList parts;
    if (!summary.subtitleModel.isEmpty())
        parts.append(summary.subtitleModel);
    if (summary.videos > 0)
        parts.append(tr("%n video(s)", nullptr, summary.videos));
    if (summary.images > 0)
        parts.append(tr("%n image(s)", nullptr, summary.images));
    if (parts.isEmpty())
        return tr("Nothing made yet");
    return parts.join(QStringLiteral(" · "));
}

QString ConversationDelegate::headingAbove(int row) const
{
    const QDate today = QDate::currentDate();
    const auto headingOf = [&](int r) {
        const client::ConversationSummary &summary = m_conversations.summary(r);
        if (summary.archived)
            return tr("Archived");
        if (summary.isPinned())
            return tr("Pinned");
        return ConversationDay::heading(summary.updatedAt.toLocalTime().date(), today);
    };
    const QString own = headingOf(row);
    return row > 0 && headingOf(row - 1) == own ? QString() : own;
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return { 100, rowHeight + (headingAbove(index.row()).isEmpty() ? 0 : headingHeight) };
}

QWidget *ConversationDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *editor = new QLineEdit(parent);
    setName(editor, QStringLiteral("Chat title"));
    editor->setMaxLength(maxTitle);
    return editor;
}

void ConversationDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect row = option.rect;
    row.setTop(row.bottom() - rowHeight + 1); // below the heading, where there is one
    row.setLeft(row.left() + padding + posterSize + 4);
    const int height = editor->sizeHint().height();
    editor->setGeometry(row.x(), row.y() + (rowHeight - height) / 2, row.width() - 2, height);
}

void ConversationDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const client::ConversationSummary &summary = m_conversations.summary(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect row = option.rect;
    const QString heading = headingAbove(index.row());
    if (!heading.isEmpty()) {
        painter->setFont(m_theme.font(TextRole::CaptionStrong));
        painter->setPen(t.text2);
        painter->drawText(QRect(row.x() + padding, row.y(), row.width() - padding, headingHeight),
            Qt::AlignVCenter, heading);
        row.setTop(row.top() + headingHeight);
    }

    const bool current = summary.id == m_conversations.currentId();
    if (current || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.hover);
        painter->setOpacity(current ? 1.0 : 0.6);
        painter->drawRoundedRect(row, Theme::controlRadius, Theme::controlRadius);
        painter->setOpacity(1.0);
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, row, Theme::controlRadius, t);

    const QRect poster(row.x() + padding, row.y() + (rowHeight - posterSize) / 2, posterSize, posterSize);
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap picture =
        summary.posterPath.isEmpty() ? QPixmap() : m_posters.cover(summary.posterPath, poster.size() * ratio);
    if (picture.isNull()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(current ? t.raised : t.hover);
        painter->drawRoundedRect(poster, 6, 6);
        paintIcon(*painter, poster, Icon::Film, t.text3, 16);
    } else {
        picture.setDevicePixelRatio(ratio);
        QBrush brush(picture);
        brush.setTransform(QTransform::fromTranslate(poster.x(), poster.y()));
        painter->setPen(Qt::NoPen);
        painter->setBrush(brush);
        painter->drawRoundedRect(poster, 6, 6);
    }

    int right = row.right() - padding;
    if (summary.running > 0) {
        const QString badge = summary.progress
            ? QLocale().toString(qRound(*summary.progress * 100)) + QLocale().percent()
            : QStringLiteral("…");
        const QSize size = Chip::sizeFor(m_theme, badge, false);
        Chip::paint(*painter, QPoint(right - size.width(), row.center().y() - size.height() / 2 + 1), m_theme,
            Chip::Tone::Accent, badge, {});
        right -= size.width() + padding;
    }

    const QRect text(poster.right() + 10, row.y(), right - poster.right() - 10, rowHeight);
    const QFont titleFont = m_theme.font(TextRole::BodyMedium);
    painter->setFont(titleFont);
    painter->setPen(t.text1);
    painter->drawText(text.adjusted(0, 6, 0, -rowHeight / 2 + 2), Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(titleFont).elidedText(title(summary), Qt::ElideRight, text.width()));
    const QFont subFont = m_theme.font(TextRole::Caption);
    painter->setFont(subFont);
    painter->setPen(t.text2);
    painter->drawText(text.adjusted(0, rowHeight / 2, 0, -6), Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(subFont).elidedText(subtitle(summary), Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace facet::ui
