#include "ui/MainWindow.h"

#include "client/chat/Conversations.h"
#include "client/chat/Transcript.h"
#include "client/composer/Composer.h"
#include "client/composer/SendGate.h"
#include "client/generation/Generations.h"
#include "client/session/Session.h"
#include "ui/account/AccountBar.h"
#include "ui/batch/BatchBar.h"
#include "ui/chat/GenerationWords.h"
#include "ui/chat/TranscriptView.h"
#include "ui/compare/CompareEntry.h"
#include "ui/composer/ComposerView.h"
#include "ui/preview/PreviewPane.h"
#include "ui/results/ResultActions.h"
#include "ui/settings/Settings.h"
#include "ui/sidebar/Sidebar.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/PosterCache.h"
#include "ui/window/AppMenu.h"
#include "ui/window/CentredColumn.h"
#include "ui/window/ChatHeader.h"
#include "ui/window/LibraryPlaces.h"
#include "ui/window/MessageJump.h"
#include "ui/window/NoticeArea.h"
#include "ui/window/Pages.h"
#include "ui/window/PaneTabs.h"
#include "ui/window/Rooms.h"
#include "ui/window/SidePane.h"
#include "ui/window/StartView.h"
#include "ui/window/WindowDialogs.h"
#include "ui/window/WindowDrops.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLocale>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
const QSize firstSize(1440, 900); // what the design is drawn at
const QSize frameRoom(8, 40); // pixels
constexpr int composerWidth = 760;
constexpr int composerMargin = 24;
} // namespace

MainWindow::MainWindow(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_posters(new PosterCache(48 * 1024 * 1024, this))
    , m_sidebar(new Sidebar(parts.theme, parts.conversations, parts.session, *m_posters, parts.files, this))
    , m_header(nullptr)
    , m_stack(nullptr)
    , m_start(nullptr)
    , m_transcript(nullptr)
    , m_notices(nullptr)
    , m_composer(nullptr)
    , m_pane(nullptr)
    , m_rooms(nullptr)
    , m_pages(nullptr)
    , m_dialogs(
          new WindowDialogs({ parts.theme, parts.settings, parts.files, parts.session, parts.conversations,
                                parts.composer, parts.limits, parts.defaultResultsFolder },
              *this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Facet"));
    setAcceptDrops(true);
    makeResultActions();
    QWidget *chat = makeChatRoom();
    m_pane = new SidePane(m_parts.theme);
    m_tabs =
        new PaneTabs({ m_parts.theme, m_parts.settings, m_parts.files, m_parts.session, m_parts.conversations,
                         m_parts.generations, *m_posters, *m_results, m_parts.defaultResultsFolder,
                         m_parts.frames, m_parts.library, m_parts.sequence, m_parts.exporter },
            *m_pane, this);
    m_rooms = new Rooms(m_parts.theme, m_sidebar, chat, m_pane, this);
    m_pages =
        new Pages({ m_parts.theme, m_parts.session, m_parts.files, m_parts.spending, m_parts.limits,
                      m_parts.frames, m_parts.composer, m_parts.batches, m_parts.intake, m_parts.clock },
            *m_rooms, this);
    m_drops =
        new WindowDrops(m_parts.session, m_parts.composer, m_results->filler(), *m_pages, *m_notices, this);
    connect(m_drops, &WindowDrops::inputTaken, m_composer, &ComposerView::focusMessage);
    m_compare = new CompareEntry(
        { m_parts.theme, m_parts.session, m_parts.transcript, m_parts.conversations, *m_posters, *m_pages },
        this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_rooms);
    m_rooms->setSidebarWidth(m_parts.settings.sidebarWidth());
    m_rooms->setPaneWidth(m_parts.settings.paneWidth());
    m_rooms->setPaneWanted(m_parts.settings.paneOpen());
    // A frame that the desktop puts around has to fit as well.
    resize(firstSize.boundedTo(screen()->availableSize() - frameRoom));
    if (const QByteArray geometry = m_parts.settings.windowGeometry(); !geometry.isEmpty())
        restoreGeometry(geometry);
    makeShortcuts();
    connectRooms();
    connectLibrary();
    followTranscript();
    followQueue();
    m_composer->focusMessage();
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::makeChatRoom()
{
    auto *room = new Fill(m_parts.theme, Fill::Ground::Window);
    auto *layout = new QVBoxLayout(room);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new ChatHeader(m_parts.theme, m_parts.session, m_parts.composer, m_parts.conversations);
    layout->addWidget(m_header);
    m_stack = new QStackedWidget;
    m_start = new StartView(m_parts.theme, m_parts.session, m_parts.composer, *m_posters);
    m_transcript = new TranscriptView(
        m_parts.transcript, m_parts.runner, m_parts.generations, m_parts.session, m_parts.theme, *m_posters);
    if (m_parts.frames)
        m_transcript->setVideoFrames(*m_parts.frames);
    m_stack->addWidget(m_start);
    m_transcript->setResultActions([this](QMenu &menu, const client::GenerationRecord &record, int take) {
        using Action = ResultActions::Action;
        // The prompt is in sight there, and the menu copies it already.
        m_results->addTo(menu, { record, take, {} }, { Action::RevealPrompt, Action::CopyPrompt });
    });
    m_stack->addWidget(m_transcript);
    layout->addWidget(m_stack, 1);

    auto *bottom = new QWidget;
    auto *rows = new QVBoxLayout(bottom);
    rows->setContentsMargins(0, 8, 0, 0);
    rows->setSpacing(8);
    m_notices = new NoticeArea(m_parts.theme, m_parts.session);
    rows->addWidget(m_notices);
    if (m_parts.batches) {
        m_batch = new BatchBar(m_parts.theme, *m_parts.batches);
        rows->addWidget(m_batch);
    }
    m_composer = new ComposerView(
        { m_parts.theme, m_parts.session, m_parts.composer, m_parts.runner, m_parts.files, m_parts.prompts });
    rows->addWidget(m_composer);
    layout->addWidget(
        new CentredColumn(bottom, composerWidth, QMargins(composerMargin, 0, composerMargin, 20)));
    return room;
}

void MainWindow::makeResultActions()
{
    m_results = new ResultActions({ m_parts.theme, m_parts.session, m_parts.composer, m_parts.files,
                                      *m_posters, m_parts.frames, m_parts.drafts, m_parts.recreation,
                                      m_parts.sequence, [this] { return m_parts.settings.fileNames(); } },
        this);
    connect(
        m_results, &ResultActions::done, this, [this](const QString &word) { m_notices->showWord(word); });
    connect(m_results, &ResultActions::failed, this, &MainWindow::showError);
    connect(m_results, &ResultActions::composerFilled, this,
        [this](const QString &sentence, const std::function<void()> &undo) {
            m_notices->showOffer(sentence, undo ? tr("Undo") : QString(), QStringLiteral("Undo"), undo);
            m_pages->close();
            m_rooms->closeOverlay();
            m_composer->focusMessage();
        });
    connect(m_results, &ResultActions::promptWanted, this,
        [this](const QString &conversationId, const QString &key) {
            m_pages->close();
            m_rooms->closeOverlay();
            m_parts.conversations.open(conversationId);
            m_transcript->reveal(conversationId, key);
        });
}

void MainWindow::makeShortcuts()
{
    const auto bind = [this](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_N), &MainWindow::newChat);
    bind(QKeySequence(Qt::CTRL | Qt::Key_K), &MainWindow::openModels);
    bind(QKeySequence(Qt::CTRL | Qt::Key_R), [this] { m_composer->openHistory(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_L), &MainWindow::openLibrary);
    bind(QKeySequence(Qt::CTRL | Qt::Key_Comma), &MainWindow::openSettings);
    const auto searchAll = [this] {
        m_rooms->showSidebar();
        m_sidebar->focusSearch();
    };
    // First the conversation that is open; pressed again, all of them.
    bind(QKeySequence(Qt::CTRL | Qt::Key_F), [this, searchAll] {
        if (m_stack->isVisible() && m_stack->currentWidget() == m_transcript && !m_transcript->isFinding())
            m_transcript->openFind();
        else
            searchAll();
    });
    bind(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), searchAll);
    bind(QKeySequence(Qt::CTRL | Qt::Key_1), [this] { m_parts.composer.setAgent(AgentVersion::V1); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_2), [this] { m_parts.composer.setAgent(AgentVersion::V2); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Q), &QWidget::close);
}

void MainWindow::connectRooms()
{
    connect(m_sidebar, &Sidebar::menuRequested, this, &MainWindow::openMenu);
    connect(m_sidebar, &Sidebar::newChatRequested, this, &MainWindow::newChat);
    connect(m_sidebar, &Sidebar::accountRequested, this, [this] { openAccount(); });
    connect(m_sidebar, &Sidebar::conversationChosen, this, [this] {
        m_rooms->closeOverlay();
        m_pages->close();
    });
    connect(m_sidebar, &Sidebar::spendingRequested, this, &MainWindow::openSpending);
    if (m_batch) {
        connect(m_batch, &BatchBar::openRequested, m_pages, &Pages::openBatchQueue);
        connect(m_batch, &BatchBar::topUpRequested, this, &MainWindow::openAccount);
    }
    connect(m_pages, &Pages::topUpRequested, this, &MainWindow::openAccount);
    connect(m_composer, &ComposerView::batchRequested, m_pages, &Pages::openBatch);
    connect(m_composer, &ComposerView::batchFileDropped, m_pages, &Pages::openBatchFile);
    connect(m_composer, &ComposerView::historyFailed, m_notices, &NoticeArea::showError);
    if (m_parts.search) {
        m_sidebar->setSearch(m_parts.theme, *m_parts.search);
        auto *jump = new MessageJump(*m_parts.search, m_parts.transcript, *m_transcript, this);
        connect(m_sidebar, &Sidebar::messageChosen, jump, &MessageJump::to);
        connect(m_sidebar, &Sidebar::failed, m_notices, &NoticeArea::showError);
    }
    connect(m_header, &ChatHeader::limitsRequested, m_dialogs, &WindowDialogs::openChatLimits);
    connect(m_pages, &Pages::budgetRequested, m_dialogs, &WindowDialogs::openBudget);
    connect(m_dialogs, &WindowDialogs::plansRequested, this, &MainWindow::openPlans);
    connect(m_dialogs, &WindowDialogs::spendingRequested, this, &MainWindow::openSpending);
    connect(m_dialogs, &WindowDialogs::creditsArrived, this, [this](Credits credits) {
        m_notices->showWord(tr("%1 arrived.").arg(GenerationWords::credits(credits)));
    });
    connect(m_tabs, &PaneTabs::compareRequested, m_compare, &CompareEntry::choose);
    connect(m_tabs, &PaneTabs::conversationRequested, this,
        [this](const QString &id) { m_parts.conversations.open(id); });
    connect(m_tabs, &PaneTabs::failed, m_notices, &NoticeArea::showError);
    connect(m_pages, &Pages::rowChosen, this, [this](const QString &conversationId, const QString &key) {
        m_pages->close();
        m_parts.conversations.open(conversationId);
        m_transcript->reveal(conversationId, key);
    });
    connect(m_pages, &Pages::kept, this, [this](const client::GenerationRecord &record, int take) {
        m_pages->close();
        present(record, take, false);
    });
    connect(m_compare, &CompareEntry::refused, m_notices, &NoticeArea::showWord);
    connect(m_pages, &Pages::closed, m_composer, &ComposerView::focusMessage);
    connect(m_header, &ChatHeader::sidebarRequested, m_rooms, &Rooms::showSidebar);
    connect(m_header, &ChatHeader::paneRequested, m_rooms, &Rooms::showPane);
    connect(m_pane, &SidePane::hideRequested, this, [this] {
        m_rooms->hidePane();
        m_parts.settings.setPaneOpen(m_rooms->paneWanted());
    });
    connect(m_rooms, &Rooms::arrangementChanged, this, [this] {
        m_header->setSidebarButtonVisible(!m_rooms->sidebarVisible());
        m_header->setPaneButtonVisible(!m_rooms->paneVisible());
    });
    connect(m_rooms, &Rooms::widthsChanged, this, [this] {
        m_parts.settings.setSidebarWidth(m_rooms->sidebarWidth());
        m_parts.settings.setPaneWidth(m_rooms->paneWidth());
    });
    connect(m_header, &ChatHeader::paneRequested, this, [this] { m_parts.settings.setPaneOpen(true); });
    connect(m_start, &StartView::exampleTaken, m_composer, &ComposerView::focusMessage);
    connect(m_composer, &ComposerView::modelsRequested, this, &MainWindow::openModels);
    connect(m_composer, &ComposerView::topUpRequested, this, &MainWindow::openAccount);
    connect(m_composer, &ComposerView::plansRequested, this, &MainWindow::openPlans);
    connect(m_transcript, &TranscriptView::chosen, this, &MainWindow::present);

    client::Transcript *transcript = &m_parts.transcript;
    connect(transcript, &QAbstractItemModel::rowsInserted, this, &MainWindow::followTranscript);
    connect(transcript, &QAbstractItemModel::rowsRemoved, this, &MainWindow::followTranscript);
    connect(transcript, &QAbstractItemModel::modelReset, this, &MainWindow::followConversation);
    connect(&m_parts.composer, &client::Composer::refused, m_notices, &NoticeArea::showError);
    connect(&m_parts.conversations, &client::Conversations::storeFailed, m_notices, &NoticeArea::showError);
    connect(
        &m_parts.conversations, &client::Conversations::currentChanged, m_notices, &NoticeArea::clearError);
    connect(m_composer, &ComposerView::budgetRequested, this,
        [this](bool ofConversation) { ofConversation ? m_dialogs->openChatLimits() : openSettings(); });
    connect(&m_parts.runner, &client::ChatRunner::changeWanted, m_composer, &ComposerView::focusMessage);
    connect(&m_parts.generations, &client::Generations::changed, this, &MainWindow::followQueue);
    connect(&m_parts.generations, &client::Generations::finished, this, &MainWindow::onFinished);
}

void MainWindow::connectLibrary()
{
    LibraryPlaces *library = m_tabs->library();
    if (!library)
        return;
    library->stand(*m_rooms, *m_pages);
    connect(library, &LibraryPlaces::presentRequested, this,
        [this](const client::GenerationRecord &record, int take, bool play) {
            m_pages->close();
            present(record, take, play);
            m_tabs->preview()->setFocus(Qt::OtherFocusReason);
        });
    connect(library, &LibraryPlaces::compareRequested, this,
        [this](
            const client::GenerationRecord &a, int takeOfA, const client::GenerationRecord &b, int takeOfB) {
            m_compare->compare({ a, takeOfA }, { b, takeOfB });
        });
    connect(library, &LibraryPlaces::conversationRequested, m_pages, &Pages::rowChosen);
    connect(library, &LibraryPlaces::attachRequested, this, [this](InputRole role, const QString &path) {
        m_pages->close();
        m_rooms->closeOverlay();
        m_parts.composer.attachFile(role, path);
        m_composer->focusMessage();
    });
}

void MainWindow::openLibrary()
{
    if (LibraryPlaces *library = m_tabs->library())
        library->open();
}

void MainWindow::showError(const Error &error)
{
    m_notices->showError(error);
}

void MainWindow::raiseWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::followTranscript()
{
    const bool empty = m_parts.transcript.rowCount() == 0;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_start) : m_transcript);
}

void MainWindow::followConversation()
{
    followTranscript();
    // The conversation of the last end, opened at the start: a player for its last result would double what
    // the program takes, before anybody asked for it.
    const bool atStart = !m_conversationSeen;
    m_conversationSeen = true;
    if (atStart)
        return;
    for (int row = m_parts.transcript.rowCount() - 1; row >= 0; --row) {
        const client::TranscriptItem &item = m_parts.transcript.item(row);
        if (item.kind == client::TranscriptItem::Kind::Generation
            && item.generation.state == client::GenerationState::Done) {
            if (m_rooms->paneVisible())
                m_tabs->preview()->present(item.generation, 0, false);
            return;
        }
    }
    if (m_rooms->paneVisible())
        m_tabs->preview()->clear();
}

void MainWindow::followQueue()
{
    const qsizetype running = m_parts.generations.running().size();
    const QString badge = running > 0 ? QLocale().toString(running) : QString();
    m_tabs->setQueueBadge(badge);
    m_header->setQueueBadge(badge);
}

void MainWindow::present(const client::GenerationRecord &record, int take, bool play)
{
    m_rooms->showPane();
    m_tabs->showPreview();
    m_tabs->preview()->present(record, take, play);
}

void MainWindow::onFinished(const QString &key)
{
    followQueue();
    const std::optional<client::GenerationRecord> record = m_parts.generations.find(key);
    // A result of the open conversation plays at once, where it does not cover what is being written.
    if (!record || record->conversationId != m_parts.conversations.currentId() || !m_rooms->paneVisible()
        || m_rooms->paneIsOverlay() || m_tabs->preview()->shownKey() == key)
        return;
    m_tabs->showPreview();
    m_tabs->preview()->present(*record, 0, true);
}

void MainWindow::openSpending()
{
    m_dialogs->closePopovers();
    m_rooms->closeOverlay();
    m_pages->openSpending();
}

void MainWindow::openBatchFile()
{
    m_parts.files.chooseFile(this,
        { tr("Batch from a file"), tr("CSV and text files"),
            { QStringLiteral("csv"), QStringLiteral("txt") } },
        [this](const QString &path) { m_pages->openBatchFile(path); });
}

void MainWindow::openPlans()
{
    m_dialogs->closePopovers();
    m_rooms->closeOverlay();
    m_pages->openPlans();
}

void MainWindow::openModels()
{
    if (m_parts.session.isChatOnly())
        return;
    m_pages->close();
    m_dialogs->openModels(m_composer->modelsButton());
}

void MainWindow::openSettings()
{
    m_dialogs->openSettings();
}

void MainWindow::openAccount(Credits suggestedTopUp)
{
    m_rooms->showSidebar();
    m_dialogs->openAccount(m_sidebar->accountBar(), suggestedTopUp);
}

void MainWindow::openMenu()
{
    auto *menu = new AppMenu(m_parts.theme, m_parts.settings, m_parts.composer, m_parts.session, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &AppMenu::newChatRequested, this, &MainWindow::newChat);
    connect(menu, &AppMenu::batchRequested, this, &MainWindow::openBatchFile);
    connect(menu, &AppMenu::libraryRequested, this, &MainWindow::openLibrary);
    connect(menu, &AppMenu::spendingRequested, this, &MainWindow::openSpending);
    connect(menu, &AppMenu::plansRequested, this, &MainWindow::openPlans);
    connect(menu, &AppMenu::settingsRequested, this, &MainWindow::openSettings);
    connect(menu, &AppMenu::quitRequested, this, &MainWindow::close);
    QWidget *button = m_sidebar->menuButton();
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 4)));
}

void MainWindow::newChat()
{
    m_parts.conversations.openNew();
    m_rooms->closeOverlay();
    m_pages->close();
    m_composer->focusMessage();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_parts.settings.setWindowGeometry(saveGeometry());
    QWidget::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (m_rooms->closeOverlay() || m_pages->close()))
        return;
    QWidget::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_drops->accepts(event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (!m_drops->accepts(event->mimeData()))
        return;
    event->acceptProposedAction();
    m_drops->take(event->mimeData());
}

} // namespace facet::ui
