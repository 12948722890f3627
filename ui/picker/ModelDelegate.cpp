#include "ui/picker/ModelDelegate.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/composer/OptionWords.h"
#include "ui/picker/ModelBadge.h"
#include "ui/picker/ModelList.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/FocusRing.h"

#include <QPainter>

namespace facet::ui {

namespace {
constexpr int rowHeight = 52;
constexpr int badgeSize = 32;
constexpr int padding = 10;

bool covers(const Account &account, const QString &modelId)
{
    return std::any_of(account.benefits.begin(), account.benefits.end(),
        [&modelId](const Benefit &b) { return b.modelId == modelId; });
}
} // namespace

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

QString ModelDelegate::subtitle(const Model &model) const
{
    switch (model.status) {
    case ModelStatus::RetiredUpstream:
        return tr("Closed by its vendor");
    case ModelStatus::NeedsConnection:
        return tr("Needs a connected provider");
    case ModelStatus::Ready:
    case ModelStatus::Draft:
    case ModelStatus::Other:
        break;
    }
    QStringList parts;
    for (const AgentInfo &agent : m_session.agents()) {
        if (agent.defaultVideoModelId == model.id || agent.defaultImageModelId == model.id) {
            if (model.kind == ModelKind::Video)
                parts.append(tr("%1 default").arg(GenerationWords::agent(agent.version)));
        }
    }
    parts.append(OptionWords::methodList(model.methods));
    if (model.options.audio)
        parts.append(tr("audio"));
    return parts.join(QStringLiteral(" · "));
}

void ModelDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const Model *model = m_list.model(index.row());
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
    const bool usable = !model
        || (model->status != ModelStatus::RetiredUpstream && model->status != ModelStatus::NeedsConnection);
    painter->setOpacity(usable ? 1.0 : 0.55);
    paintModelBadge(*painter, badge, m_theme, m_session.catalogue(), model);
    painter->setOpacity(1.0);

    const QString credits =
        CreditWords::numberOrDash(model ? model->perGenerationCredits : m_automaticCredits);
    const QString standard =
        model ? OptionWords::summary(model->defaults).section(QStringLiteral(" · "), 0, 1) : tr("now");
    const QFont figureFont = m_theme.font(TextRole::BodyStrong);
    const QFont nameFont = m_theme.font(TextRole::BodyStrong);
    const QFont smallFont = m_theme.font(TextRole::Caption);
    const int rightWidth = qMax(QFontMetrics(figureFont).horizontalAdvance(credits),
                               model && !model->defaults.durationS && !model->defaults.resolution
                                   ? 0
                                   : QFontMetrics(smallFont).horizontalAdvance(standard))
        + 2;
    const QRect right(row.right() - padding - rightWidth, row.y(), rightWidth, row.height());
    const QRect upper(0, row.y() + 8, 0, 18);
    const QRect lower(0, row.y() + 26, 0, 16);
    painter->setFont(figureFont);
    painter->setPen(usable ? t.text1 : t.text2);
    painter->drawText(QRect(right.x(), upper.y(), right.width(), upper.height()),
        Qt::AlignRight | Qt::AlignVCenter, credits);
    painter->setFont(smallFont);
    painter->setPen(t.text2);
    if (!model || model->defaults.durationS || model->defaults.resolution)
        painter->drawText(QRect(right.x(), lower.y(), right.width(), lower.height()),
            Qt::AlignRight | Qt::AlignVCenter, standard);

    const int left = badge.right() + 11;
    int width = right.left() - 8 - left;
    const QString sub = model ? subtitle(*model)
                              : (m_automaticModel.isEmpty() ? tr("Your words and the agent choose")
                                                            : tr("Now: %1").arg(m_automaticModel));
    painter->drawText(QRect(left, lower.y(), width, lower.height()), Qt::AlignVCenter,
        QFontMetrics(smallFont).elidedText(sub, Qt::ElideRight, width));
    if (model && covers(m_session.account(), model->id)) {
        const QString unlimited = tr("Unlimited");
        const QSize chip = Chip::sizeFor(m_theme, unlimited, true);
        const int nameWidth =
            qMin(QFontMetrics(nameFont).horizontalAdvance(model->name), width - chip.width() - 6);
        Chip::paint(*painter, QPoint(left + nameWidth + 6, upper.center().y() - chip.height() / 2), m_theme,
            Chip::Tone::Good, unlimited, Icon::Infinity_);
        width = nameWidth;
    }
    painter->setFont(nameFont);
    painter->setPen(usable ? t.text1 : t.text2);
    const QString name = index.data(Qt::DisplayRole).toString();
    painter->drawText(QRect(left, upper.y(), width + 1, upper.height()), Qt::AlignVCenter,
        QFontMetrics(nameFont).elidedText(name, Qt::ElideRight, width + 1));
    painter->restore();
}

} // namespace facet::ui
