#pragma once

#include "client/generation/GenerationRecord.h"
#include "domain/Error.h"
#include "domain/Quote.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::client {
class BatchQueue;
class Clock;
class Composer;
class Conversations;
class DraftSlot;
class Generations;
class ImageIntake;
class PromptHistory;
class Recreation;
class Search;
class Library;
class SendGate;
class Sequence;
class SequenceExporter;
class Session;
class Spending;
class SpendingLimits;
class Transcript;
class VideoFrames;
} // namespace facet::client

namespace facet::ui {

class ChatRoom;
class CompareEntry;
class FileChooser;
class Pages;
class PaneTabs;
class PosterCache;
class PreviewFollow;
class ResultActions;
class Rooms;
class Settings;
class Sidebar;
class SidePane;
class WindowDialogs;
class WindowDrops;

/// The window: places the rooms and leads from one to another. Everything it shows belongs to the objects it
/// is given; it can be made anew at any time (another language).
class MainWindow : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        Theme &theme;
        Settings &settings;
        FileChooser &files;
        client::Session &session;
        client::Conversations &conversations;
        client::Transcript &transcript;
        client::Composer &composer;
        client::SendGate &runner;
        client::Generations &generations;
        QString defaultResultsFolder;
        /// What was spent, and the limits; without them neither is offered.
        client::Spending *spending = nullptr;
        client::SpendingLimits *limits = nullptr;
        /// Single frames and filmstrips of local files; without it neither is shown.
        client::VideoFrames *frames = nullptr;
        /// What was asked before; without it there is nothing to recall.
        client::PromptHistory *prompts = nullptr;
        /// Several requests at once; without all three they are not offered.
        client::BatchQueue *batches = nullptr;
        client::ImageIntake *intake = nullptr;
        const client::Clock *clock = nullptr;
        /// Without it what it does is not offered.
        client::DraftSlot *drafts = nullptr; ///< of the composer above
        client::Recreation *recreation = nullptr;
        client::Sequence *sequence = nullptr;
        client::SequenceExporter *exporter = nullptr;
        /// What was said in all conversations; without it the sidebar's search finds prompts only.
        client::Search *search = nullptr;
        /// All results; without it there is no library.
        client::Library *library = nullptr;
    };
    explicit MainWindow(const Parts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showError(const Error &error);
    /// Brought to the front: somebody started the program again.
    void raiseWindow();

public slots:
    void openModels();
    void openSettings();
    void openAccount(facet::Credits suggestedTopUp = 0);
    void openMenu();
    void openPlans();
    void openSpending();
    void openBatchFile(); ///< asks for it
    void newChat();
    void openLibrary();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeResultActions();
    void makeShortcuts();
    void connectRooms();
    void connectLibrary();

    Parts m_parts;
    PosterCache *m_posters;
    ResultActions *m_results = nullptr;
    WindowDrops *m_drops = nullptr;
    Sidebar *m_sidebar;
    ChatRoom *m_chat = nullptr;
    SidePane *m_pane = nullptr;
    Rooms *m_rooms = nullptr;
    Pages *m_pages = nullptr;
    PaneTabs *m_tabs = nullptr;
    WindowDialogs *m_dialogs;
    CompareEntry *m_compare = nullptr;
    PreviewFollow *m_preview = nullptr;
};

} // namespace facet::ui
