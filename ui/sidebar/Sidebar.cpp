#include "ui/sidebar/Sidebar.h"

#include "client/chat/Conversations.h"
#include "client/session/Session.h"
#include "ui/account/AccountBar.h"
#include "ui/sidebar/ConversationList.h"
#include "ui/sidebar/FoundList.h"
#include "ui/sidebar/SidebarNotes.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int searchRestMs = 150; // typing rests before the history is searched
constexpr int listPlace = 2; // of the conversations, in the column
} // namespace

Sidebar::Sidebar(Theme &theme, client::Conversations &conversations, client::Session &session,
    PosterCache &posters, FileChooser &files, QWidget *parent)
    : Fill(theme, Ground::Surface, Qt::RightEdge, parent)
    , m_conversations(conversations)
    , m_menu(new Button(theme, Button::Kind::Quiet, Icon::Menu, QStringLiteral("Menu"), tr("Menu")))
    , m_newChat(new Button(
          theme, Button::Kind::Secondary, Icon::Plus, QStringLiteral("New chat"), tr("New chat (Ctrl+N)")))
    , m_search(new QLineEdit)
    , m_list(new ConversationList(theme, conversations, posters))
    , m_archive(new Button(theme, Button::Kind::Quiet))
    , m_notes(new SidebarNotes(theme, conversations, session, files))
    , m_account(new AccountBar(theme, session))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 10, 12, 10);
    top->setSpacing(8);
    top->addWidget(m_menu);
    top->addWidget(new Label(theme, TextRole::Title, TextTone::Text1, QStringLiteral("Facet")));
    top->addStretch();
    top->addWidget(m_newChat);
    layout->addLayout(top);

    setName(m_search, QStringLiteral("Search"));
    m_search->setPlaceholderText(tr("Search chats and prompts"));
    // Its icon is a picture of the style's: reading it loads every image plugin, which the first window can
    // do without.
    connect(m_search, &QLineEdit::textEdited, m_search, [this] { m_search->setClearButtonEnabled(true); });
    m_search->addAction(theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    m_search->setProperty("leadingIcon", true);
    m_search->installEventFilter(this);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(12, 0, 12, 8);
    searchRow->addWidget(m_search);
    layout->addLayout(searchRow);

    auto *listRow = new QHBoxLayout;
    listRow->setContentsMargins(12, 0, 12, 0);
    listRow->addWidget(m_list);
    layout->addLayout(listRow, 1);
    setName(m_archive, QStringLiteral("Archived"));
    m_archive->setGlyph(Icon::Archive);
    auto *archiveRow = new QHBoxLayout;
    archiveRow->setContentsMargins(12, 4, 12, 4);
    archiveRow->addWidget(m_archive);
    archiveRow->addStretch();
    layout->addLayout(archiveRow);
    layout->addWidget(m_notes);
    layout->addSpacing(8);
    layout->addWidget(m_account);

    connect(m_menu, &Button::clicked, this, &Sidebar::menuRequested);
    connect(m_newChat, &Button::clicked, this, &Sidebar::newChatRequested);
    connect(m_account, &AccountBar::clicked, this, &Sidebar::accountRequested);
    connect(m_account, &AccountBar::spendingRequested, this, &Sidebar::spendingRequested);
    connect(m_list, &ConversationList::chosen, this, &Sidebar::conversationChosen);
    connect(m_list, &ConversationList::exportRequested, m_notes, &SidebarNotes::exportConversation);
    connect(m_archive, &Button::clicked, this,
        [this] { m_conversations.showArchived(!m_conversations.archivedShown()); });
    connect(&m_conversations, &client::Conversations::archiveChanged, this, &Sidebar::followArchive);

    auto *rest = new QTimer(this);
    rest->setSingleShot(true);
    rest->setInterval(searchRestMs);
    connect(m_search, &QLineEdit::textChanged, rest, qOverload<>(&QTimer::start));
    connect(rest, &QTimer::timeout, this, [this] {
        const QString text = m_search->text().trimmed();
        m_conversations.setFilter(text);
        if (m_found)
            m_found->look(text);
    });
    followArchive();
}

void Sidebar::setSearch(Theme &theme, client::Search &search)
{
    m_found = new FoundList(theme, search, m_conversations, this);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(listPlace + 1, m_found, 2); // below the conversations that match
    connect(m_found, &FoundList::failed, this, &Sidebar::failed);
    connect(m_found, &FoundList::chosen, this, [this](const QString &conversationId, const QString &itemId) {
        m_conversations.open(conversationId);
        emit conversationChosen();
        emit messageChosen(conversationId, itemId);
    });
}

QWidget *Sidebar::menuButton() const
{
    return m_menu;
}

void Sidebar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && m_list->focusFirst())
            return true;
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return Fill::eventFilter(watched, event);
}

void Sidebar::followArchive()
{
    const int count = m_conversations.archivedCount();
    const bool shown = m_conversations.archivedShown();
    m_archive->setVisible(count > 0 || shown);
    m_archive->setText(shown ? tr("Back to your chats") : tr("Archived · %1").arg(QLocale().toString(count)));
    m_archive->updateGeometry();
}

} // namespace facet::ui
