#pragma once

#include "client/chat/StoredConversations.h"
#include "client/composer/LiveComposer.h"
#include "client/media/ImageIntake.h"
#include "client/store/MessageStore.h"
#include "tests/support/FakeGenerations.h"
#include "tests/support/FakeSession.h"

namespace facet::test {

/// A composer on disk, with a network or without, over a session that is simply there; made again for a
/// restart.
struct ComposerWorld {
    ComposerWorld(const QString &folder, FakeSession &session, client::HttpClient *http = nullptr)
        : database(folder + QStringLiteral("/facet.db"))
        , messages(&database)
        , intake(folder + QStringLiteral("/attachments"))
        , conversations(&database, messages, generations, session)
        , composer({ session, conversations, database, intake, clock, {}, http })
    {
        conversations.start();
    }
    bool isOpen() const { return !composer.conversationId().isEmpty() && !composer.isLoading(); }

    client::Database database;
    client::MessageStore messages;
    FakeGenerations generations;
    client::ImageIntake intake;
    client::StoredConversations conversations;
    client::SystemClock clock;
    client::LiveComposer composer;
};

/// A tool that takes one image or a video, and a voice; and one that takes an image or a video.
inline Model toolModel(const QString &id, const QString &name, QList<Method> methods, bool audio)
{
    Model m;
    m.id = id;
    m.name = name;
    m.aliases = { name };
    m.kind = ModelKind::Tool;
    m.methods = std::move(methods);
    m.inputs.images = { 1, { InputRole::Reference },
        { QStringLiteral("image/png"), QStringLiteral("image/jpeg") }, 64 << 20, 100'000'000 };
    m.inputs.audio = audio;
    m.inputs.video = true;
    m.prices = { { {}, {}, PriceUnit::Run, CreditRate::fromString(QStringLiteral("24")).value() } };
    m.status = ModelStatus::Draft;
    return m;
}

} // namespace facet::test
