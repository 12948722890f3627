#include "ui/MainWindow.h"

#include "client/chat/Conversations.h"
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
#include "ui/widgets/ScrollAreaAccessible.h"
#include "ui/window/AppMenu.h"
#include "ui/window/ChatHeader.h"
#include "ui/window/ChatRoom.h"
#include "ui/window/LibraryPlaces.h"
#include "ui/window/MessageJump.h"
#include "ui/window/NoticeArea.h"
#include "ui/window/Pages.h"
#include "ui/window/PaneTabs.h"
#include "ui/window/PreviewFollow.h"
#include "ui/window/Rooms.h"
#include "ui/window/SidePane.h"
#include "ui/window/StartView.h"
#include "ui/window/WindowDialogs.h"
#include "ui/window/WindowDrops.h"

#include <QApplication>
#include <QCloseEvent>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
const QSize firstSize(1440, 900); // what the design is drawn at
const QSize frameRoom(8, 40); // pixels
} // namespace

MainWindow::MainWindow(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_posters(new PosterCache(48 * 1024 * 1024, this))
    , m_sidebar(new Sidebar(parts.theme, parts.conversations, parts.session, *m_posters, parts.files, this))
    , m_dialogs(
          new WindowDialogs({ parts.theme, parts.settings, parts.files, parts.session, parts.conversations,
                                parts.composer, parts.limits, parts.defaultResultsFolder },
              *this))
{
    ScrollAreaAccessible::install();
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Facet"));
    setAcceptDrops(true);
    makeResultActions();
    m_chat = new ChatRoom({ m_parts.theme, m_parts.session, m_parts.conversations, m_parts.transcript,
        m_parts.composer, m_parts.runner, m_parts.generations, m_parts.files, *m_posters, *m_results,
        m_parts.frames, m_parts.prompts, m_parts.batches });
    m_pane = new SidePane(m_parts.theme);
    m_tabs =
        new PaneTabs({ m_parts.theme, m_parts.settings, m_parts.files, m_parts.session, m_parts.conversations,
                         m_parts.generations, *m_posters, *m_results, m_parts.defaultResultsFolder,
                         m_parts.frames, m_parts.library, m_parts.sequence, m_parts.exporter },
            *m_pane, this);
    m_rooms = new Rooms(m_parts.theme, m_sidebar, m_chat, m_pane, this);
    m_pages =
        new Pages({ m_parts.theme, m_parts.session, m_parts.files, m_parts.spending, m_parts.limits,
                      m_parts.frames, m_parts.composer, m_parts.batches, m_parts.intake, m_parts.clock },
            *m_rooms, this);
    m_drops = new WindowDrops(
        m_parts.session, m_parts.composer, m_results->filler(), *m_pages, m_chat->notices(), this);
    connect(m_drops, &WindowDrops::inputTaken, &m_chat->composer(), &ComposerView::focusMessage);
    m_preview = new PreviewFollow(
        m_parts.transcript, m_parts.conversations, m_parts.generations, *m_rooms, *m_tabs, this);
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
    m_chat->composer().focusMessage();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeResultActions()
{
    m_results = new ResultActions({ m_parts.theme, m_parts.session, m_parts.composer, m_parts.files,
                                      *m_posters, m_parts.frames, m_parts.drafts, m_parts.recreation,
                                      m_parts.sequence, [this] { return m_parts.settings.fileNames(); } },
        this);
    connect(m_results, &ResultActions::done, this,
        [this](const QString &word) { m_chat->notices().showWord(word); });
    connect(m_results, &ResultActions::failed, this, &MainWindow::showError);
    connect(m_results, &ResultActions::composerFilled, this,
        [this](const QString &sentence, const std::function<void()> &undo) {
            m_chat->notices().showOffer(
                sentence, undo ? tr("Undo") : QString(), QStringLiteral("Undo"), undo);
            m_pages->close();
            m_rooms->closeOverlay();
            m_chat->composer().focusMessage();
        });
    connect(m_results, &ResultActions::attached, this, [this] {
        m_pages->close();
        m_rooms->closeOverlay();
    });
    connect(m_results, &ResultActions::sequenceWanted, this, [this] {
        m_pages->close();
        m_rooms->showPane();
        m_tabs->showSequence();
    });
    connect(m_results, &ResultActions::promptWanted, this,
        [this](const QString &conversationId, const QString &key) {
            m_pages->close();
            m_rooms->closeOverlay();
            m_parts.conversations.open(conversationId);
            m_chat->transcript().reveal(conversationId, key);
        });
}

void MainWindow::makeShortcuts()
{
    const auto bind = [this](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_N), &MainWindow::newChat);
    bind(QKeySequence(Qt::CTRL | Qt::Key_K), &MainWindow::openModels);
    bind(QKeySequence(Qt::CTRL | Qt::Key_R), [this] { m_chat->composer().openHistory(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_L), &MainWindow::openLibrary);
    bind(QKeySequence(Qt::CTRL | Qt::Key_Comma), &MainWindow::openSettings);
    const auto searchAll = [this] {
        m_rooms->showSidebar();
        m_sidebar->focusSearch();
    };
    // First the conversation that is open; pressed again, all of them.
    bind(QKeySequence(Qt::CTRL | Qt::Key_F), [this, searchAll] {
        if (!m_chat->openFind())
            searchAll();
    });
    bind(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), searchAll);
    bind(QKeySequence(Qt::CTRL | Qt::Key_1), [this] { m_parts.composer.setAgent(AgentVersion::V1); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_2), [this] { m_parts.composer.setAgent(AgentVersion::V2); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Q), &QWidget::close);
}

void MainWindow::connectRooms()
{
    ChatHeader *header = &m_chat->header();
    NoticeArea *notices = &m_chat->notices();
    BatchBar *batch = m_chat->batchBar();
    ComposerView *composer = &m_chat->composer();
    connect(m_sidebar, &Sidebar::menuRequested, this, &MainWindow::openMenu);
    connect(m_sidebar, &Sidebar::newChatRequested, this, &MainWindow::newChat);
    connect(m_sidebar, &Sidebar::accountRequested, this, [this] { openAccount(); });
    connect(m_sidebar, &Sidebar::conversationChosen, this, [this] {
        m_rooms->closeOverlay();
        m_pages->close();
    });
    connect(m_sidebar, &Sidebar::spendingRequested, this, &MainWindow::openSpending);
    if (batch) {
        connect(batch, &BatchBar::openRequested, m_pages, &Pages::openBatchQueue);
        connect(batch, &BatchBar::topUpRequested, this, &MainWindow::openAccount);
    }
    connect(m_pages, &Pages::topUpRequested, this, &MainWindow::openAccount);
    connect(composer, &ComposerView::batchRequested, m_pages, &Pages::openBatch);
    connect(composer, &ComposerView::batchFileDropped, m_pages, &Pages::openBatchFile);
    connect(composer, &ComposerView::historyFailed, notices, &NoticeArea::showError);
    if (m_parts.search) {
        m_sidebar->setSearch(m_parts.theme, *m_parts.search);
        auto *jump = new MessageJump(*m_parts.search, m_parts.transcript, m_chat->transcript(), this);
        connect(m_sidebar, &Sidebar::messageChosen, jump, &MessageJump::to);
        connect(m_sidebar, &Sidebar::failed, notices, &NoticeArea::showError);
    }
    connect(header, &ChatHeader::limitsRequested, m_dialogs, &WindowDialogs::openChatLimits);
    connect(m_pages, &Pages::budgetRequested, m_dialogs, &WindowDialogs::openBudget);
    connect(m_dialogs, &WindowDialogs::plansRequested, this, &MainWindow::openPlans);
    connect(m_dialogs, &WindowDialogs::spendingRequested, this, &MainWindow::openSpending);
    connect(m_dialogs, &WindowDialogs::creditsArrived, this, [notices](Credits credits) {
        notices->showWord(tr("%1 arrived.").arg(GenerationWords::credits(credits)));
    });
    connect(m_tabs, &PaneTabs::compareRequested, m_compare, &CompareEntry::choose);
    connect(m_tabs, &PaneTabs::conversationRequested, this,
        [this](const QString &id) { m_parts.conversations.open(id); });
    connect(m_tabs, &PaneTabs::failed, notices, &NoticeArea::showError);
    connect(m_pages, &Pages::rowChosen, this, [this](const QString &conversationId, const QString &key) {
        m_pages->close();
        m_parts.conversations.open(conversationId);
        m_chat->transcript().reveal(conversationId, key);
    });
    connect(m_pages, &Pages::kept, this, [this](const client::GenerationRecord &record, int take) {
        m_pages->close();
        m_preview->present(record, take, false);
    });
    connect(m_compare, &CompareEntry::refused, notices, &NoticeArea::showWord);
    connect(m_pages, &Pages::closed, composer, &ComposerView::focusMessage);
    connect(header, &ChatHeader::sidebarRequested, m_rooms, &Rooms::showSidebar);
    connect(header, &ChatHeader::paneRequested, m_rooms, &Rooms::showPane);
    connect(m_pane, &SidePane::hideRequested, this, [this] {
        m_rooms->hidePane();
        m_parts.settings.setPaneOpen(m_rooms->paneWanted());
    });
    connect(m_rooms, &Rooms::arrangementChanged, this, [this] {
        m_chat->header().setSidebarButtonVisible(!m_rooms->sidebarVisible());
        m_chat->header().setPaneButtonVisible(!m_rooms->paneVisible());
    });
    connect(m_rooms, &Rooms::widthsChanged, this, [this] {
        m_parts.settings.setSidebarWidth(m_rooms->sidebarWidth());
        m_parts.settings.setPaneWidth(m_rooms->paneWidth());
    });
    connect(header, &ChatHeader::paneRequested, this, [this] { m_parts.settings.setPaneOpen(true); });
    connect(&m_chat->start(), &StartView::exampleTaken, composer, &ComposerView::focusMessage);
    connect(composer, &ComposerView::modelsRequested, this, &MainWindow::openModels);
    connect(composer, &ComposerView::topUpRequested, this, &MainWindow::openAccount);
    connect(composer, &ComposerView::plansRequested, this, &MainWindow::openPlans);
    connect(&m_chat->transcript(), &TranscriptView::chosen, m_preview, &PreviewFollow::present);
    connect(&m_parts.composer, &client::Composer::refused, notices, &NoticeArea::showError);
    connect(&m_parts.conversations, &client::Conversations::storeFailed, notices, &NoticeArea::showError);
    connect(&m_parts.conversations, &client::Conversations::currentChanged, notices, &NoticeArea::clearError);
    connect(composer, &ComposerView::budgetRequested, this,
        [this](bool ofConversation) { ofConversation ? m_dialogs->openChatLimits() : openSettings(); });
    connect(&m_parts.runner, &client::ChatRunner::changeWanted, composer, &ComposerView::focusMessage);
    connect(m_tabs, &PaneTabs::queueBadgeChanged, header, &ChatHeader::setQueueBadge);
    header->setQueueBadge(m_tabs->queueBadge());
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
            m_preview->present(record, take, play);
            m_tabs->preview()->setFocus(Qt::OtherFocusReason);
        });
    connect(library, &LibraryPlaces::compareRequested, this,
        [this](
            const client::GenerationRecord &a, int takeOfA, const client::GenerationRecord &b, int takeOfB) {
            m_compare->compare({ a, takeOfA }, { b, takeOfB });
        });
    connect(library, &LibraryPlaces::attachRequested, this, [this](InputRole role, const QString &path) {
        m_pages->close();
        m_rooms->closeOverlay();
        m_parts.composer.attachFile(role, path);
        m_chat->composer().focusMessage();
    });
}

void MainWindow::openLibrary()
{
    if (LibraryPlaces *library = m_tabs->library())
        library->open();
}

void MainWindow::showError(const Error &error)
{
    m_chat->notices().showError(error);
}

void MainWindow::raiseWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
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
    m_dialogs->openModels(m_chat->composer().modelsButton());
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
    m_chat->composer().focusMessage();
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
