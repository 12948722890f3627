#include "ui/start/Program.h"

#include "client/library/SystemTrash.h"
#include "ui/MainWindow.h"
#include "ui/settings/Languages.h"

#include <QApplication>
#include <QTimer>

namespace facet::ui {

client::LiveSession::Config Program::sessionConfig(const CommandLine &options)
{
    client::LiveSession::Config config;
    config.profileFolder = options.profileFolder();
    config.serviceUrl = options.serviceUrl();
    return config;
}

client::LiveGenerations::Folders Program::folders(const QString &profile, const Settings &settings)
{
    return { settings.resultsFolder(), profile + QLatin1String("/posters") };
}

Program::Program(QApplication &application, const CommandLine &options)
    : m_application(application)
    , m_profile(options.profileFolder())
    , m_languageOption(options.language())
    , m_themeOption(options.theme())
    , m_settings(m_profile)
    , m_session(m_http, m_secrets, sessionConfig(options))
    , m_database(m_profile + QLatin1String("/facet.db"))
    , m_messages(&m_database)
    , m_records(&m_database)
    , m_generations(m_http, m_records, folders(m_profile, m_settings))
    , m_conversations(&m_database, m_messages, m_generations, m_session)
    , m_transcript(m_messages, m_conversations, m_generations)
    , m_intake(m_profile + QLatin1String("/attachments"))
    , m_frames(m_profile)
    , m_quotes(m_http)
    , m_composer({ m_session, m_conversations, m_database, m_intake, m_clock,
          [this](const contract::QuoteBody &body) { return m_quotes.quote(body); }, &m_http })
    , m_mirror({ m_http, m_session, m_database })
    , m_spending({ m_mirror, m_session, m_database, m_clock })
    , m_limits({ m_mirror, m_database, m_clock })
    , m_backlog(m_database)
    , m_search(m_database, m_backlog)
    , m_library({ m_database, m_session, m_generations, m_backlog, std::make_shared<client::SystemTrash>(),
          m_clock })
    , m_runner({ m_http, m_session, m_generations, m_database, m_messages,
          [this](const client::TurnRequest &turn) { return m_limits.confirmAbove(turn); } })
    , m_gate({ m_composer, m_runner, m_transcript, &m_limits })
    , m_prompts(m_database)
    , m_batches({ m_session, m_database, m_runner, m_generations, &m_limits, m_clock })
    , m_recreation(&m_database)
    , m_sequence(m_database, m_conversations, m_generations)
{
    tie();
}

Program::~Program()
{
    // The window goes first: it looks at all the others.
    m_window.reset();
    m_settings.flush();
}

void Program::tie()
{
    connect(&m_settings, &Settings::changed, this, &Program::onSetting);
    connect(&m_session, &client::Session::stateChanged, this, &Program::onSessionState);
    connect(&m_generations, &client::LiveGenerations::balanceMayHaveChanged, &m_session,
        &client::Session::refreshAccount);
    connect(&m_runner, &client::ChatRunner::takenBack, &m_composer, &client::LiveComposer::takeBack);
    connect(&m_runner, &client::LiveChatRunner::turnBegan, &m_limits, &client::LiveSpendingLimits::turnBegan);
    connect(&m_runner, &client::LiveChatRunner::turnEnded, &m_limits, &client::LiveSpendingLimits::turnEnded);
    connect(&m_runner, &client::ChatRunner::changeWanted, &m_composer, &client::LiveComposer::putBack);
    const auto say = [this](const Error &error) {
        if (m_window)
            m_window->showError(error);
    };
    connect(&m_generations, &client::LiveGenerations::storeFailed, this, say);
    connect(&m_messages, &client::MessageStore::failed, this, say);
    connect(&m_limits, &client::SpendingLimits::failed, this, say);
    connect(&m_batches, &client::BatchQueue::failed, this, say);
    m_generations.setNamePattern(m_settings.fileNames());
    m_generations.setModelNames([this](const QString &id) {
        const Model *model = m_session.catalogue().find(id);
        return model ? model->name : QString();
    });
    connect(&m_sequence, &client::StoredSequence::storeFailed, this, say);
    connect(&m_backlog, &client::HistoryBacklog::failed, this, say);
    m_database.open().then(this, [say](const Result<client::Database::Opened> &opened) {
        if (!opened)
            say(opened.error());
        else if (opened->notice)
            say(*opened->notice);
    });
}

void Program::open()
{
    m_translations.use(Languages::effective(m_languageOption.value_or(m_settings.language())));
    m_http.setLanguage(m_translations.acceptLanguage());
    applyTheme();
    m_theme.prepare(m_application);
    makeWindow();
    // After the first paint: nothing that reads the disk or starts a process delays the window.
    QTimer::singleShot(0, this, &Program::begin);
}

void Program::begin()
{
    m_limits.start();
    m_limits.takeOver(m_settings.takeOldAskAbove());
    m_mirror.start();
    m_session.start();
    m_generations.start();
    m_conversations.start();
    m_runner.start();
    m_batches.start();
    m_backlog.start();
}

void Program::show()
{
    if (m_window)
        m_window->raiseWindow();
}

void Program::makeWindow()
{
    MainWindow::Parts parts{ m_theme, m_settings, m_files, m_session, m_conversations, m_transcript,
        m_composer, m_gate, m_generations, client::LiveGenerations::defaultResultsFolder(), &m_spending,
        &m_limits, &m_frames, &m_prompts, &m_batches, &m_intake, &m_clock, &m_composer, &m_recreation,
        &m_sequence, &m_exporter };
    parts.search = &m_search;
    parts.library = &m_library;
    m_window = std::make_unique<MainWindow>(parts);
    m_theme.install(m_application);
    m_window->show();
}

void Program::onSessionState()
{
    using State = client::Session::State;
    switch (m_session.state()) {
    case State::Ready:
        m_generations.serviceReady();
        break;
    case State::NeedsToken:
    case State::Offline:
    case State::Stopped:
        if (const std::optional<Error> error = m_session.error())
            m_generations.serviceLost(*error);
        break;
    case State::Starting:
    case State::Connecting:
        break;
    }
}

void Program::applyTheme()
{
    const QString name = m_themeOption.value_or(m_settings.themeName());
    m_theme.setMode(themeModeFromName(name).value_or(Theme::Mode::System));
}

void Program::onSetting(Settings::Key key)
{
    switch (key) {
    case Settings::Key::Theme:
        m_themeOption.reset(); // chosen by hand now
        applyTheme();
        return;
    case Settings::Key::Language:
        m_languageOption.reset();
        // The whole window is made anew in the other language, once the menu or dialog that asked is done.
        QTimer::singleShot(0, this, [this] {
            m_translations.use(Languages::effective(m_settings.language()));
            m_http.setLanguage(m_translations.acceptLanguage());
            m_settings.setWindowGeometry(m_window->saveGeometry());
            const std::unique_ptr<MainWindow> old = std::move(m_window);
            makeWindow();
        });
        return;
    case Settings::Key::ResultsFolder:
        m_generations.setResultsFolder(m_settings.resultsFolder());
        return;
    case Settings::Key::FileNames:
        m_generations.setNamePattern(m_settings.fileNames());
        return;
    case Settings::Key::WindowGeometry:
    case Settings::Key::SidebarWidth:
    case Settings::Key::PaneWidth:
    case Settings::Key::PaneOpen:
    case Settings::Key::PickerSort:
        return;
    }
}

} // namespace facet::ui
