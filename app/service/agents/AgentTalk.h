#pragma once

#include "domain/Account.h"
#include "domain/PromptWords.h"
#include "service/agents/AgentVoice.h"
#include "service/api/ServiceData.h"

namespace facet::service {

/// Answers to messages that ask for no work: greetings, and questions about credits, plans and models. All
/// facts come from the service's data and the account.
QString talkAnswer(const QString &prompt, const PromptWords &words, AgentVersion agent,
    const ServiceData &data, const Account &account, const AgentVoice &voice);

} // namespace facet::service
