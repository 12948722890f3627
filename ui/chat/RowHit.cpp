#include "ui/chat/RowHit.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace facet::ui {

int textLength(const RowLayout &layout)
{
    return layout.document ? layout.document->characterCount() - 1 : 1;
}

RowHit hitInRow(int row, const RowLayout &layout, const QPoint &inside)
{
    RowHit hit;
    hit.row = row;
    hit.place.row = row;
    hit.isOnRow = inside.y() >= 0 && inside.y() < layout.height;
    for (int i = 0; i < layout.posters.size(); ++i) {
        if (layout.posters.at(i).contains(inside))
            hit.take = i;
    }
    hit.onStage = layout.stage.contains(inside);
    if (hit.onStage || layout.footer.contains(inside))
        hit.take = layout.shownTake;
    if (!layout.document) {
        hit.place.offset = inside.y() < layout.height / 2 ? 0 : 1;
        return hit;
    }
    const QAbstractTextDocumentLayout *text = layout.document->documentLayout();
    const QPointF at = inside - layout.text;
    hit.place.offset = std::clamp(text->hitTest(at, Qt::FuzzyHit), 0, textLength(layout));
    hit.onText = QRectF(QPointF(), layout.document->size()).contains(at);
    if (hit.onText)
        hit.link = text->anchorAt(at);
    return hit;
}

namespace {

QRectF lineRect(const QTextBlock &block, const QTextLine &line, int from, int to)
{
    const qreal left = line.cursorToX(from - block.position());
    const qreal right = line.cursorToX(to - block.position());
    return QRectF(block.layout()->position() + QPointF(std::min(left, right), line.y()),
        QSizeF(std::abs(right - left), line.height()));
}

} // namespace

QList<QRect> textRects(const RowLayout &layout, const TranscriptSelection::Part &part)
{
    if (!layout.document)
        return { QRect(0, 0, 1, layout.height) };
    QList<QRect> rects;
    const int to = std::min(part.to, textLength(layout));
    for (QTextBlock block = layout.document->findBlock(std::min(part.from, to));
         block.isValid() && block.position() <= to; block = block.next()) {
        const QTextLayout *lines = block.layout();
        for (int i = 0; i < lines->lineCount(); ++i) {
            const QTextLine line = lines->lineAt(i);
            const int begin = block.position() + line.textStart();
            const int from = std::max(part.from, begin);
            const int end = std::min(to, begin + line.textLength());
            if (from > end || (from == end && part.from != part.to))
                continue;
            rects.append(lineRect(block, line, from, end).toAlignedRect().translated(layout.text));
        }
    }
    return rects;
}

QRect caretRect(const RowLayout &layout, int offset)
{
    if (!layout.document)
        return { 0, offset == 0 ? 0 : layout.height - 1, 1, 1 };
    const QList<QRect> rects = textRects(layout, { offset, offset });
    return rects.isEmpty() ? QRect(layout.text, QSize(1, layout.height)) : rects.constLast();
}

} // namespace facet::ui
