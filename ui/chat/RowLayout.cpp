#include "ui/chat/RowLayout.h"

#include <QFontMetrics>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace facet::ui {

using client::TranscriptItem;

namespace {

std::shared_ptr<QTextDocument> makeDocument(const TranscriptItem &item, const Theme &theme, int width)
{
    auto document = std::make_shared<QTextDocument>();
    document->setDefaultFont(theme.font(TextRole::Body));
    document->setDocumentMargin(0);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
    if (item.kind == TranscriptItem::Kind::AgentText) {
        // No HTML and no images: an answer must not make the window load anything.
        document->setMarkdown(item.text,
            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML)
                | QTextDocument::MarkdownDialectCommonMark);
    } else {
        document->setPlainText(item.text);
    }
    document->setTextWidth(width);
    return document;
}

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
        row.document = makeDocument(item, theme, widest);
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

void layOutFinished(const TranscriptItem &item, const QRect &content, RowLayout &row)
{
    using namespace metrics;
    const QList<Asset> &assets = item.generation.generation.assets;
    const int width = std::min(cardWidth, content.width());
    const int count = std::max(1, static_cast<int>(assets.size()));
    const int columns = count == 1 ? 1 : 2;
    const int each = (width - (columns - 1) * 2) / columns;
    int y = 0;
    int lineHeight = 0;
    for (int i = 0; i < count; ++i) {
        const QSize size = i < assets.size() ? posterSize(assets.at(i), each) : QSize(each, each * 9 / 16);
        if (i > 0 && i % columns == 0) {
            y += lineHeight + 2;
            lineHeight = 0;
        }
        row.posters.append(QRect(QPoint(content.left() + (i % columns) * (each + 2), y), size));
        lineHeight = std::max(lineHeight, size.height());
    }
    y += lineHeight;
    row.footer = QRect(content.left(), y, width, footerHeight);
    row.card = QRect(content.left(), 0, width, y + footerHeight);
    row.height = row.card.height();
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

RowLayout layOutRow(const TranscriptItem &item, const RowNeighbours &neighbours, int width,
    const Theme &theme, const std::function<int(int)> &cardHeight)
{
    using namespace metrics;
    const int columnW = std::clamp(width - 2 * side, 200, columnWidth);
    const QRect column((width - columnW) / 2, 0, columnW, 0);
    const QRect content = column.adjusted(gutter, 0, 0, 0);

    RowLayout row;
    const int space = neighbours.continues ? continuedSpace : rowSpace;
    if (item.kind == TranscriptItem::Kind::User) {
        layOutUser(item, column, theme, row);
        row.height += space;
        return row;
    }
    if (neighbours.opensTurn)
        row.avatar = QRect(column.left(), 0, avatar, avatar);
    if (item.kind == TranscriptItem::Kind::AgentText) {
        row.document = makeDocument(item, theme, content.width());
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
        layOutFinished(item, content, row);
    }
    row.height = std::max(row.height, row.avatar.height()) + space;
    return row;
}

} // namespace facet::ui
