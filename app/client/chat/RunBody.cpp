#include "client/chat/RunBody.h"

namespace facet::client {

namespace {

constexpr qsizetype longestMessage = 4000; // characters

contract::ContentPart textPart(const QString &text)
{
    contract::ContentPart part;
    part.type = contract::ContentPart::Type::Text;
    part.text = text;
    return part;
}

QList<contract::AgUiMessage> saidBefore(const TurnRecord &record, const QList<StoredItem> &conversation)
{
    QList<contract::AgUiMessage> messages;
    for (const StoredItem &stored : conversation) {
        const TranscriptItem &item = stored.item;
        if (item.id == record.messageId)
            break;
        const bool isUser = item.kind == TranscriptItem::Kind::User;
        if ((!isUser && item.kind != TranscriptItem::Kind::AgentText) || item.text.trimmed().isEmpty())
            continue;
        contract::AgUiMessage message;
        message.id = item.id;
        message.role = isUser ? QStringLiteral("user") : QStringLiteral("assistant");
        message.content = { textPart(item.text.left(longestMessage)) };
        messages.append(message);
    }
    if (messages.size() > mostMessagesTold)
        messages = messages.mid(messages.size() - mostMessagesTold);
    return messages;
}

contract::ContentPart::Type partType(InputRole role)
{
    switch (role) {
    case InputRole::Reference:
    case InputRole::StartFrame:
    case InputRole::EndFrame:
        return contract::ContentPart::Type::Image;
    case InputRole::Audio:
        return contract::ContentPart::Type::Audio;
    case InputRole::Video:
        return contract::ContentPart::Type::Video;
    case InputRole::Other:
        return contract::ContentPart::Type::Other;
    }
    return contract::ContentPart::Type::Other;
}

} // namespace

contract::RunAgentInput runBody(const TurnRecord &record, const QHash<QString, QString> &uploadIds,
    const QList<StoredItem> &conversation, std::optional<Credits> confirmAbove)
{
    const TurnRequest &turn = record.turn;
    contract::AgUiMessage message;
    message.id = record.messageId;
    message.role = QStringLiteral("user");
    if (!turn.text.isEmpty())
        message.content.append(textPart(turn.text));
    for (const Attachment &attachment : turn.attachments) {
        contract::ContentPart part;
        part.type = partType(attachment.role);
        part.fileId = uploadIds.value(attachment.id);
        part.role = attachment.role;
        part.mimeType = attachment.mime;
        message.content.append(part);
    }
    contract::RunAgentInput input;
    input.threadId = record.conversationId;
    input.runId = record.runId;
    input.messages = saidBefore(record, conversation);
    input.messages.append(message);
    input.props.modelId = turn.modelId;
    input.props.options = turn.options;
    input.props.maxCredits = turn.quote.totalCredits;
    input.props.quoteId = turn.quote.quoteId;
    input.props.clientRef = record.idempotencyKey;
    input.props.confirmAbove = confirmAbove;
    if (!turn.modelId && !turn.quote.modelId.isEmpty())
        input.props.shownModelId = turn.quote.modelId;
    return input;
}

contract::RunAgentInput approvalBody(
    const contract::RunAgentInput &asked, const TurnRecord &answer, const QString &interruptId)
{
    contract::RunAgentInput input = asked;
    input.runId = answer.runId;
    input.props.maxCredits = answer.turn.quote.totalCredits;
    input.props.quoteId = answer.turn.quote.quoteId;
    input.props.clientRef = answer.idempotencyKey;
    input.props.confirmAbove.reset();
    input.resume = { { interruptId, QStringLiteral("resolved"), true } };
    return input;
}

} // namespace facet::client
