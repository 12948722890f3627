#include "ui/chat/RowDocument.h"

#include "ui/chat/SafeMarkdown.h"

#include <QTextOption>

namespace facet::ui {

using client::TranscriptItem;

namespace {
constexpr int indent = 20; ///< pixels, of a list within its text
}

bool hasText(TranscriptItem::Kind kind)
{
    switch (kind) {
    case TranscriptItem::Kind::User:
    case TranscriptItem::Kind::AgentText:
        return true;
    case TranscriptItem::Kind::Generation:
    case TranscriptItem::Kind::Approval:
    case TranscriptItem::Kind::Problem:
        break;
    }
    return false;
}

std::shared_ptr<QTextDocument> makeRowDocument(const TranscriptItem &item, const Theme &theme)
{
    auto document = std::make_shared<SafeMarkdown>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(theme.font(TextRole::Body));
    document->setDocumentMargin(0);
    document->setIndentWidth(indent);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
    // As the search compares it: Hangul in whole syllables.
    const QString text = item.text.normalized(QString::NormalizationForm_C);
    if (item.kind == TranscriptItem::Kind::AgentText)
        document->show(text);
    else
        document->setPlainText(text.left(SafeMarkdown::mostShown));
    return document;
}

} // namespace facet::ui
