#include "ui/chat/RowWords.h"

#include "ui/chat/GenerationWords.h"

namespace facet::ui {

using client::TranscriptItem;

QString RowWords::who(const TranscriptItem &item, const Catalogue &catalogue)
{
    switch (item.kind) {
    case TranscriptItem::Kind::User:
        return tr("You");
    case TranscriptItem::Kind::AgentText:
        return GenerationWords::agent(item.agent);
    case TranscriptItem::Kind::Generation:
        return GenerationWords::modelName(catalogue, item.generation.generation.modelId);
    case TranscriptItem::Kind::Approval:
        return tr("%1 asks").arg(GenerationWords::agent(item.agent));
    case TranscriptItem::Kind::Problem:
        return tr("Not answered");
    }
    return {};
}

QString RowWords::details(const TranscriptItem &item)
{
    QStringList parts;
    switch (item.kind) {
    case TranscriptItem::Kind::User:
        if (!item.attachments.isEmpty())
            parts.append(tr("%n attachments", nullptr, static_cast<int>(item.attachments.size())));
        break;
    case TranscriptItem::Kind::AgentText:
        if (item.conversationCharge.value_or(0) > 0)
            parts.append(GenerationWords::conversationCharge(*item.conversationCharge));
        break;
    case TranscriptItem::Kind::Generation: {
        const client::GenerationRecord &record = item.generation;
        const QString picture = GenerationWords::picture(record);
        if (!picture.isEmpty())
            parts.append(picture);
        if (record.state != client::GenerationState::Done) {
            parts.append(GenerationWords::progress(record));
            parts.append(GenerationWords::held(record));
        } else if (record.generation.assets.size() > 1) {
            parts.append(tr("%n takes", nullptr, static_cast<int>(record.generation.assets.size())));
        }
        if (record.error)
            parts.append(record.error->sentence);
        if (record.generation.draft)
            parts.append(tr("Draft"));
        parts.append(GenerationWords::charge(record));
        break;
    }
    case TranscriptItem::Kind::Approval:
        if (item.approval.quote.totalCredits)
            parts.append(GenerationWords::credits(*item.approval.quote.totalCredits));
        break;
    case TranscriptItem::Kind::Problem:
        if (item.error)
            parts.append(item.error->sentence);
        break;
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace facet::ui
