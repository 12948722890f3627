#pragma once

#include "client/api/QuoteApi.h"
#include "client/batch/LiveBatchQueue.h"
#include "client/chat/LiveChatRunner.h"
#include "client/chat/StoredConversations.h"
#include "client/chat/StoredTranscript.h"
#include "client/composer/LiveComposer.h"
#include "client/composer/SendGate.h"
#include "client/composer/StoredPrompts.h"
#include "client/composer/StoredRecreation.h"
#include "client/generation/LiveGenerations.h"
#include "client/library/HistoryBacklog.h"
#include "client/library/LiveLibrary.h"
#include "client/library/LiveSearch.h"
#include "client/media/ImageIntake.h"
#include "client/media/LiveVideoFrames.h"
#include "client/net/HttpClient.h"
#include "client/session/KeychainSecrets.h"
#include "client/sequence/LiveSequenceExporter.h"
#include "client/sequence/StoredSequence.h"
#include "client/session/LiveSession.h"
#include "client/spending/LiveSpending.h"
#include "client/spending/LiveSpendingLimits.h"
#include "client/store/Database.h"
#include "client/store/GenerationRecords.h"
#include "client/store/MessageStore.h"
#include "ui/settings/Settings.h"
#include "ui/start/CommandLine.h"
#include "ui/start/Translations.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SystemFileChooser.h"

class QApplication;

namespace facet::ui {

class MainWindow;

/// Every object of the running program, and how they are tied together. The window comes first: what reads
/// the disk or starts the service begins once it is on screen.
class Program : public QObject {
    Q_OBJECT
public:
    Program(QApplication &application, const CommandLine &options);
    ~Program() override;

    void open();
    /// Somebody started the program again.
    void show();

private:
    static client::LiveSession::Config sessionConfig(const CommandLine &options);
    static client::LiveGenerations::Folders folders(const QString &profile, const Settings &settings);
    void tie();
    void begin();
    void onSessionState();
    void onSetting(Settings::Key key);
    void applyTheme();
    void makeWindow();

    QApplication &m_application;
    QString m_profile;
    std::optional<QString> m_languageOption;
    std::optional<QString> m_themeOption;
    Settings m_settings;
    Translations m_translations;
    Theme m_theme;
    SystemFileChooser m_files;

    client::HttpClient m_http;
    client::KeychainSecrets m_secrets;
    client::LiveSession m_session;
    client::Database m_database;
    client::MessageStore m_messages;
    client::GenerationRecords m_records;
    client::LiveGenerations m_generations;
    client::StoredConversations m_conversations;
    client::StoredTranscript m_transcript;
    client::ImageIntake m_intake;
    client::LiveVideoFrames m_frames;
    client::SystemClock m_clock;
    client::QuoteApi m_quotes;
    client::LiveComposer m_composer;
    client::LedgerMirror m_mirror;
    client::LiveSpending m_spending;
    client::LiveSpendingLimits m_limits;
    client::HistoryBacklog m_backlog;
    client::LiveSearch m_search;
    client::LiveLibrary m_library;
    client::LiveChatRunner m_runner;
    client::SendGate m_gate;
    client::StoredPrompts m_prompts;
    client::LiveBatchQueue m_batches;
    client::StoredRecreation m_recreation;
    client::StoredSequence m_sequence;
    client::LiveSequenceExporter m_exporter;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace facet::ui
