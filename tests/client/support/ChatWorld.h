#pragma once

#include "ServiceWorld.h"

#include "client/api/QuoteApi.h"
#include "client/chat/LiveChatRunner.h"
#include "client/chat/StoredConversations.h"
#include "client/chat/StoredTranscript.h"
#include "client/composer/LiveComposer.h"
#include "client/media/ImageIntake.h"

namespace facet::test {

/// The client of a window, up to the runner, over the real facet-service.
struct ChatWorld : ServiceWorld {
    using ConfirmAbove = std::function<std::optional<Credits>(const client::TurnRequest &)>;

    ChatWorld(const QString &folder, FakeSession &fake, const client::Endpoint &endpoint,
        ConfirmAbove confirmAbove = {})
        : ServiceWorld(folder, fake, endpoint)
        , intake(folder + QStringLiteral("/attachments"))
        , conversations(&database, messages, generations, session)
        , transcript(messages, conversations, generations)
        , composer({ session, conversations, database, intake, clock,
              [this](const contract::QuoteBody &body) { return client::QuoteApi(http).quote(body); } })
        , runner({ http, session, generations, database, messages, std::move(confirmAbove) })
    {
        startGenerations();
        conversations.start();
        runner.start();
    }

    client::SystemClock clock;
    client::ImageIntake intake;
    client::StoredConversations conversations;
    client::StoredTranscript transcript;
    client::LiveComposer composer;
    client::LiveChatRunner runner;
};

} // namespace facet::test
