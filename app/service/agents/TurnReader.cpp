#include "service/agents/TurnReader.h"

#include "service/jobs/Jobs.h"

#include <algorithm>

namespace facet::service {

namespace {

/// The newest message of the person; null when there is none.
const contract::AgUiMessage *lastUserMessage(const contract::RunAgentInput &input)
{
    const auto it = std::find_if(input.messages.crbegin(), input.messages.crend(),
        [](const contract::AgUiMessage &message) { return message.role == QLatin1String("user"); });
    return it == input.messages.crend() ? nullptr : &*it;
}

} // namespace

Outcome<InputRef> TurnReader::inputFrom(const contract::ContentPart &part) const
{
    using Type = contract::ContentPart::Type;
    InputRef input;
    switch (part.type) {
    case Type::Text:
    case Type::Other:
        return tl::unexpected(problem::unsupportedInput(QStringLiteral("messages.content")));
    case Type::Image:
        input.role = part.role;
        break;
    case Type::Audio:
        input.role = InputRole::Audio;
        break;
    case Type::Video:
        input.role = InputRole::Video;
        break;
    }
    if (m_uploads.upload(part.fileId)) {
        input.uploadId = part.fileId;
    } else if (m_jobs.assetFiles().asset(part.fileId)) {
        input.assetId = part.fileId;
    } else {
        auto problem = problem::notFound();
        problem.field = QStringLiteral("inputs.") + wireName(input.role);
        return tl::unexpected(problem);
    }
    return input;
}

Outcome<Turn> TurnReader::read(AgentVersion agent, const contract::RunAgentInput &input, bool korean) const
{
    const contract::AgUiMessage *message = lastUserMessage(input);
    if (!message)
        return tl::unexpected(problem::badRequest(QStringLiteral("messages")));
    Turn turn;
    turn.agent = agent;
    turn.threadId = input.threadId;
    turn.props = input.props;
    turn.hasVideoToEdit = m_jobs.hasFinishedVideo(turn.threadId);
    QStringList texts;
    for (const contract::ContentPart &part : message->content) {
        if (part.type == contract::ContentPart::Type::Text) {
            texts << part.text;
            continue;
        }
        const auto file = inputFrom(part);
        if (!file)
            return tl::unexpected(file.error());
        turn.inputs.append(*file);
    }
    turn.prompt = texts.join(u'\n');
    if (turn.prompt.trimmed().isEmpty() && turn.inputs.isEmpty())
        return tl::unexpected(problem::badRequest(QStringLiteral("messages")));
    turn.voice = AgentVoice::of(turn.prompt, korean);
    return turn;
}

} // namespace facet::service
