#pragma once

#include "FakeBatchQueue.h"
#include "FakeChatRunner.h"
#include "FakeComposer.h"
#include "FakeConversations.h"
#include "FakeFileChooser.h"
#include "FakeGenerations.h"
#include "FakeMessageSearch.h"
#include "FakePrompts.h"
#include "FakeRecreation.h"
#include "FakeSequence.h"
#include "FakeSession.h"
#include "FakeSpending.h"
#include "FakeSpendingLimits.h"
#include "FakeTranscript.h"

#include "client/composer/Clock.h"
#include "client/composer/SendGate.h"
#include "client/media/ImageIntake.h"
#include "client/media/LiveVideoFrames.h"
#include "ui/MainWindow.h"
#include "ui/settings/Settings.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace facet::ui::test {

/// The whole window over fakes, fresh for each test.
class WindowBench {
public:
    explicit WindowBench(Theme::Mode mode = Theme::Mode::Dark)
        : theme(mode)
    {
        theme.install(*qApp);
        composer.price = [this](const FakeComposer &c) { return quoteFor(c); };
        composer.setAgent(AgentVersion::V2);
    }

    /// The real rules over the sample catalogue.
    Quote quoteFor(const FakeComposer &c) const
    {
        QuoteRequest request;
        request.agent = c.draftAgent;
        request.modelId = c.picked;
        request.prompt = c.draftText;
        for (const client::Attachment &a : c.files)
            request.inputs.append(a.role);
        request.options = c.draftOptions;
        return makeQuote(request,
            { session.models, session.agentList, session.who, session.planList,
                QDateTime::currentDateTimeUtc() });
    }

    MainWindow &open(const QSize &size = QSize(1440, 900))
    {
        MainWindow::Parts parts{ theme, settings, files, session, conversations, transcript, composer, gate,
            generations, QStringLiteral("/home/me/Videos/Facet"), &spending, &limits, framesInUse, &prompts,
            &batches, &intake, &clock, &composer, &recreation, &sequence };
        parts.search = &search;
        parts.library = library;
        window = std::make_unique<MainWindow>(parts);
        window->resize(size);
        window->show();
        window->activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(window.get());
        return *window;
    }

    template <typename T = QWidget>
    T *find(const char *objectName) const
    {
        return window->findChild<T *>(QLatin1String(objectName));
    }

    QTemporaryDir profile;
    Theme theme;
    Settings settings{ profile.path() };
    FakeFileChooser files;
    FakeSession session;
    FakeConversations conversations;
    FakeTranscript transcript;
    FakeComposer composer;
    FakeChatRunner runner;
    FakeGenerations generations;
    FakeSpending spending;
    FakeSpendingLimits limits;
    FakeMessageSearch search;
    client::LiveVideoFrames frames{ profile.path() };
    FakePrompts prompts;
    FakeBatchQueue batches;
    client::ImageIntake intake{ profile.path() + QStringLiteral("/attachments") };
    client::SystemClock clock;
    client::VideoFrames *framesInUse = &frames; ///< a test may put another one here before open()
    FakeRecreation recreation;
    FakeSequence sequence;
    client::Library *library = nullptr; ///< offered when there is one
    client::SendGate gate{ { composer, runner, transcript, &limits } };
    std::unique_ptr<MainWindow> window;
};

} // namespace facet::ui::test
