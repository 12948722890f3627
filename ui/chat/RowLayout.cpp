#include "ui/chat/RowLayout.h"

#include "ui/chat/RowDocument.h"

#include <algorithm>
#include <cmath>

namespace facet::ui {

using client::TranscriptItem;

namespace {

QSize posterSize(const Asset &asset, int width)
{
    if (asset.width <= 0 || asset.height <= 0)
        return { width, width * 9 / 16 };
    const double ratio = static_cast<double>(asset.height) / asset.width;
    return { width, std::min(metrics::posterMaxHeight, static_cast<int>(std::lround(width * ratio))) };
}

void layOutUser(const TranscriptItem &item, const QRect &column, const Theme &theme, RowLayout &row)
{
    using namespace metrics;
    const int widest = column.width() * 4 / 5 - 2 * bubblePadding;
    QSize thumbs(0, 0);
    if (!item.attachments.isEmpty()) {
        const int perLine = std::max(1, (widest + thumbnailGap) / (thumbnail.width() + thumbnailGap));
        const int count = static_cast<int>(item.attachments.size());
        const int lines = (count + perLine - 1) / perLine;
        const int columns = std::min(count, perLine);
        thumbs = QSize(
            columns * thumbnail.width() + (columns - 1) * thumbnailGap, lines * (thumbnail.height() + 8));
        for (int i = 0; i < count; ++i) {
            row.thumbnails.append(QRect(QPoint((i % perLine) * (thumbnail.width() + thumbnailGap),
                                            (i / perLine) * (thumbnail.height() + 8)),
                thumbnail));
        }
    }
    QSize text(0, 0);
    if (!item.text.isEmpty()) {
        row.document = makeRowDocument(item, theme);
        row.document->setTextWidth(widest);
        const int ideal = static_cast<int>(std::ceil(row.document->idealWidth()));
        row.document->setTextWidth(std::min(ideal, widest));
        text = QSize(std::min(ideal, widest), static_cast<int>(std::ceil(row.document->size().height())));
    }
    const int width = std::max(thumbs.width(), text.width()) + 2 * bubblePadding;
    const int height = thumbs.height() + text.height() + 20;
    row.bubble = QRect(column.right() + 1 - width, 0, width, height);
    for (QRect &rect : row.thumbnails)
        rect.translate(row.bubble.left() + bubblePadding, 10);
    row.text = QPoint(row.bubble.left() + bubblePadding, 10 + thumbs.height());
    row.height = height;
}

void layOutFinished(const TranscriptItem &item, const QRect &content, int shownTake, RowLayout &row)
{
    using namespace metrics;
    const QList<Asset> &assets = item.generation.generation.assets;
    const int width = std::min(cardWidth, content.width());
    const int count = std::max(1, static_cast<int>(assets.size()));
    row.shownTake = std::clamp(shownTake, 0, count - 1);
    const QSize size = row.shownTake < assets.size() ? posterSize(assets.at(row.shownTake), width)
                                                     : QSize(width, width * 9 / 16);
    row.stage = QRect(QPoint(content.left(), 0), size);
    int y = size.height();
    if (count == 1) {
        row.posters.append(row.stage);
    } else {
        const int room = width - 2 * stripGap - (count - 1) * stripGap;
        const int each = std::min(stripWidest, std::max(room / count, 8));
        for (int i = 0; i < count; ++i) {
            row.posters.append(
                QRect(content.left() + stripGap + i * (each + stripGap), y + stripGap, each, stripHeight));
        }
        y += stripHeight + stripGap;
    }
    row.footer = QRect(content.left(), y, width, footerHeight);
    row.card = QRect(content.left(), 0, width, y + footerHeight);
    row.height = row.card.height();
}

QRect columnOf(int width)
{
    const int column = std::clamp(width - 2 * metrics::side, 200, metrics::columnWidth);
    return { (width - column) / 2, 0, column, 0 };
}

} // namespace

bool hasWidgetCard(const TranscriptItem &item)
{
    switch (item.kind) {
    case TranscriptItem::Kind::User:
    case TranscriptItem::Kind::AgentText:
        return false;
    case TranscriptItem::Kind::Approval:
    case TranscriptItem::Kind::Problem:
        return true;
    case TranscriptItem::Kind::Generation:
        break;
    }
    return item.generation.state != client::GenerationState::Done;
}

RowLayout layOutUnread(TranscriptItem::Kind kind, int width, int height)
{
    using namespace metrics;
    RowLayout row;
    row.isRead = false;
    row.height = height;
    const QRect column = columnOf(width);
    const int shown = std::max(height - rowSpace, 24);
    if (kind == TranscriptItem::Kind::User)
        row.bubble = QRect(column.right() + 1 - column.width() / 2, 0, column.width() / 2, shown);
    else if (kind == TranscriptItem::Kind::AgentText)
        row.note = QRect(column.left() + gutter, 0, column.width() * 3 / 4, shown);
    else
        row.card = QRect(column.left() + gutter, 0, std::min(cardWidth, column.width() - gutter), shown);
    return row;
}

RowLayout layOutRow(const TranscriptItem &item, const RowSetting &setting, int width, const Theme &theme,
    const std::function<int(int)> &cardHeight)
{
    using namespace metrics;
    const QRect column = columnOf(width);
    const QRect content = column.adjusted(gutter, 0, 0, 0);

    RowLayout row;
    const int space = setting.continues ? continuedSpace : rowSpace;
    if (item.kind == TranscriptItem::Kind::User) {
        layOutUser(item, column, theme, row);
        row.height += space;
        return row;
    }
    if (setting.opensTurn)
        row.avatar = QRect(column.left(), 0, avatar, avatar);
    if (item.kind == TranscriptItem::Kind::AgentText) {
        row.document = makeRowDocument(item, theme);
        row.document->setTextWidth(content.width());
        row.text = QPoint(content.left(), 4);
        row.height = 8 + static_cast<int>(std::ceil(row.document->size().height()));
        if (item.conversationCharge.value_or(0) > 0) {
            row.note = QRect(content.left(), row.height, content.width(), noteHeight);
            row.height += noteHeight;
        }
    } else if (hasWidgetCard(item)) {
        row.isWidget = true;
        const int cardW = std::min(
            item.kind == TranscriptItem::Kind::Approval ? cardWideWidth : cardWidth, content.width());
        row.card = QRect(content.left(), 0, cardW, cardHeight(cardW));
        row.height = row.card.height();
    } else {
        layOutFinished(item, content, setting.shownTake, row);
    }
    row.height = std::max(row.height, row.avatar.height()) + space;
    return row;
}

} // namespace facet::ui
