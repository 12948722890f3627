#include "ui/picker/ModelBadge.h"

#include <QPainter>

namespace facet::ui {

void paintModelBadge(
    QPainter &painter, const QRectF &rect, const Theme &theme, const Catalogue &catalogue, const Model *model)
{
    const Tokens &t = theme.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (!model) {
        painter.setBrush(t.accentTint);
        painter.drawRoundedRect(rect, 8, 8);
        paintIcon(painter, rect, Icon::Sparkles, t.onTint, qRound(rect.width() * 0.5));
        painter.restore();
        return;
    }
    qsizetype place = 0;
    for (; place < catalogue.models().size(); ++place)
        if (catalogue.models()[place].id == model->id)
            break;
    painter.setBrush(t.modelTints[place % t.modelTints.size()]);
    painter.drawRoundedRect(rect, 8, 8);
    const auto glyph = [&]() -> std::optional<Icon> {
        switch (model->kind) {
        case ModelKind::Audio:
            return Icon::Music;
        case ModelKind::Tool:
            return Icon::ArrowUpRight;
        case ModelKind::Video:
        case ModelKind::Image:
        case ModelKind::Other:
            break;
        }
        return {};
    }();
    if (glyph) {
        paintIcon(painter, rect, *glyph, t.onPicture, qRound(rect.width() * 0.5));
    } else {
        QFont font = theme.font(TextRole::BodyStrong);
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(t.onPicture);
        painter.drawText(
            rect, Qt::AlignCenter, model->name.section(QLatin1Char(' '), 0, 0).left(1).toUpper());
    }
    painter.restore();
}

} // namespace facet::ui
