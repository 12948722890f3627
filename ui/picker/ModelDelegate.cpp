#include "ui/picker/ModelDelegate.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/composer/OptionWords.h"
#include "ui/picker/ModelBadge.h"
#include "ui/picker/ModelList.h"
#include "ui/picker/ModelWords.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/FocusRing.h"

#include <QPainter>

namespace facet::ui {

namespace {
constexpr int rowHeight = 52;
constexpr int badgeSize = 32;
constexpr int padding = 10;
constexpr int mostBadges = 2;
constexpr double greyed = 0.5;
} // namespace

struct ModelDelegate::Look {
    QString name;
    QString subtitle;
    QString credits;
    QString standard; ///< what the credits are for
    QStringList badges;
    bool unlimited = false;
    bool fits = true;
};

ModelDelegate::ModelDelegate(Theme &theme, client::Session &session, ModelList &list, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_session(session)
    , m_list(list)
{
}

void ModelDelegate::setAutomatic(const QString &modelName, std::optional<Credits> credits)
{
    m_automaticModel = modelName;
    m_automaticCredits = credits;
}

QSize ModelDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 200, rowHeight };
}

ModelDelegate::Look ModelDelegate::lookOf(const Model *model) const
{
    Look look;
    if (!model) {
        look.name = tr("Automatic");
        look.subtitle = m_automaticModel.isEmpty() ? tr("Your words and the agent choose")
                                                   : tr("Now: %1").arg(m_automaticModel);
        look.credits = CreditWords::numberOrDash(m_automaticCredits);
        look.standard = tr("now");
        return look;
    }
    look.name = model->name;
    look.subtitle = ModelWords::subtitle(*model, m_session.agents(), m_inputs);
    look.credits = CreditWords::numberOrDash(model->perGenerationCredits);
    if (model->defaults.durationS || model->defaults.resolution)
        look.standard = OptionWords::summary(model->defaults).section(QStringLiteral(" · "), 0, 1);
    look.badges = ModelWords::badges(*model, mostBadges);
    look.unlimited =
        !ModelWords::coveredMethods(m_session.account(), *model, QDateTime::currentDateTimeUtc()).isEmpty();
    look.fits = ModelWords::misfit(*model, m_inputs).isEmpty();
    return look;
}

QString ModelDelegate::describe(const Model *model) const
{
    const Look look = lookOf(model);
    QStringList parts{ look.credits };
    if (look.unlimited)
        parts.append(tr("Unlimited"));
    parts.append(look.subtitle);
    parts += look.badges;
    return parts.join(QStringLiteral(", "));
}

ModelDelegate::Right ModelDelegate::paintFigure(QPainter &painter, const QRect &row, const Look &look) const
{
    const Tokens &t = m_theme.tokens();
    const QFont figure = m_theme.font(TextRole::BodyStrong);
    const QFont small = m_theme.font(TextRole::Caption);
    const int right = row.right() - padding;
    const Right left{ right - QFontMetrics(figure).horizontalAdvance(look.credits) - 2,
        right - QFontMetrics(small).horizontalAdvance(look.standard) - 2 };
    painter.setFont(figure);
    painter.setPen(look.fits ? t.text1 : t.text2);
    painter.drawText(QRect(left.upper, row.y() + 8, right - left.upper, 18),
        Qt::AlignRight | Qt::AlignVCenter, look.credits);
    painter.setFont(small);
    painter.setPen(t.text2);
    painter.drawText(QRect(left.lower, row.y() + 26, right - left.lower, 16),
        Qt::AlignRight | Qt::AlignVCenter, look.standard);
    return left;
}

void ModelDelegate::paintTexts(QPainter &painter, const QRect &row, Right right, const Look &look) const
{
    const Tokens &t = m_theme.tokens();
    const int left = row.x() + padding + badgeSize + 10;
    const int lower = right.lower - 8 - left;
    const int width = right.upper - 8 - left;
    const QFont small = m_theme.font(TextRole::Caption);
    painter.setFont(small);
    painter.setPen(t.text2);
    painter.drawText(QRect(left, row.y() + 26, lower, 16), Qt::AlignVCenter,
        QFontMetrics(small).elidedText(look.subtitle, Qt::ElideRight, lower));

    // The name keeps its place before any chip; "Unlimited" keeps its own before the badges.
    const QFont bold = m_theme.font(TextRole::BodyStrong);
    const QFontMetrics metrics(bold);
    const QString unlimited = tr("Unlimited");
    const int chipWidth = look.unlimited ? Chip::sizeFor(m_theme, unlimited, true).width() + 6 : 0;
    const int nameWidth = qMin(metrics.horizontalAdvance(look.name) + 1, width - chipWidth);
    const auto chip = [&](int x, Chip::Tone tone, const QString &text, std::optional<Icon> icon) {
        const QSize size = Chip::sizeFor(m_theme, text, icon.has_value());
        if (x + size.width() > left + width)
            return x;
        Chip::paint(painter, QPoint(x, row.y() + 17 - size.height() / 2), m_theme, tone, text, icon);
        return x + size.width() + 6;
    };
    int x = left + nameWidth + 6;
    if (look.unlimited)
        x = chip(x, Chip::Tone::Good, unlimited, Icon::Infinity_);
    for (const QString &badge : look.badges)
        x = chip(x, Chip::Tone::Neutral, badge, {});
    painter.setFont(bold);
    painter.setPen(look.fits ? t.text1 : t.text2);
    painter.drawText(QRect(left, row.y() + 8, nameWidth + 1, 18), Qt::AlignVCenter,
        metrics.elidedText(look.name, Qt::ElideRight, nameWidth));
}

void ModelDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const Model *model = m_list.model(index.row());
    const Look look = lookOf(model);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(0, 1, 0, -1);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.hover);
        painter->setOpacity(selected ? 1.0 : 0.6);
        painter->drawRoundedRect(row, Theme::controlRadius, Theme::controlRadius);
        painter->setOpacity(1.0);
    }
    if (selected && option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, row, Theme::controlRadius, t);
    const QRect badge(row.x() + padding, row.y() + (row.height() - badgeSize) / 2, badgeSize, badgeSize);
    painter->setOpacity(look.fits ? 1.0 : greyed);
    paintModelBadge(*painter, badge, m_theme, m_session.catalogue(), model);
    painter->setOpacity(1.0);
    paintTexts(*painter, row, paintFigure(*painter, row, look), look);
    painter->restore();
}

} // namespace facet::ui
