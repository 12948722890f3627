#include "ui/sidebar/Sidebar.h"

#include "client/chat/Conversations.h"
#include "client/session/Session.h"
#include "ui/account/AccountBar.h"
#include "ui/sidebar/ConversationDelegate.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/PosterCache.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int searchRestMs = 150; // typing rests before the history is searched
}

Sidebar::Sidebar(Theme &theme, client::Conversations &conversations, client::Session &session,
    PosterCache &posters, QWidget *parent)
    : Fill(theme, Ground::Surface, Qt::RightEdge, parent)
    , m_conversations(conversations)
    , m_delegate(new ConversationDelegate(theme, conversations, posters, this))
    , m_menu(new Button(theme, Button::Kind::Quiet, Icon::Menu, QStringLiteral("Menu"), tr("Menu")))
    , m_newChat(new Button(
          theme, Button::Kind::Secondary, Icon::Plus, QStringLiteral("New chat"), tr("New chat (Ctrl+N)")))
    , m_search(new QLineEdit)
    , m_list(new QListView)
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

    setName(m_list, QStringLiteral("Conversations"));
    m_list->setModel(&m_conversations);
    m_list->setItemDelegate(m_delegate);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("bare", true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setResizeMode(QListView::Adjust);
    auto *listRow = new QHBoxLayout;
    listRow->setContentsMargins(12, 0, 12, 0);
    listRow->addWidget(m_list);
    layout->addLayout(listRow, 1);
    layout->addWidget(m_account);

    connect(m_menu, &Button::clicked, this, &Sidebar::menuRequested);
    connect(m_newChat, &Button::clicked, this, &Sidebar::newChatRequested);
    connect(m_account, &AccountBar::clicked, this, &Sidebar::accountRequested);
    connect(m_account, &AccountBar::spendingRequested, this, &Sidebar::spendingRequested);
    connect(m_list, &QListView::clicked, this, &Sidebar::choose);
    connect(m_list, &QListView::activated, this, &Sidebar::choose);
    connect(&m_conversations, &client::Conversations::currentChanged, this, &Sidebar::followCurrent);
    connect(&m_conversations, &QAbstractItemModel::rowsInserted, this, &Sidebar::followCurrent);
    connect(&m_conversations, &QAbstractItemModel::modelReset, this, &Sidebar::followCurrent);
    connect(&m_conversations, &QAbstractItemModel::rowsMoved, m_list, [this] { m_list->doItemsLayout(); });
    connect(&posters, &PosterCache::ready, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));

    auto *rest = new QTimer(this);
    rest->setSingleShot(true);
    rest->setInterval(searchRestMs);
    connect(m_search, &QLineEdit::textChanged, rest, qOverload<>(&QTimer::start));
    connect(rest, &QTimer::timeout, this, [this] { m_conversations.setFilter(m_search->text().trimmed()); });
    followCurrent();
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
        if (key->key() == Qt::Key_Down && m_conversations.rowCount() > 0) {
            m_list->setFocus(Qt::OtherFocusReason);
            m_list->setCurrentIndex(m_conversations.index(0, 0));
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return Fill::eventFilter(watched, event);
}

void Sidebar::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_conversations.open(m_conversations.summary(index.row()).id);
    emit conversationChosen();
}

void Sidebar::followCurrent()
{
    const int row = m_conversations.rowOf(m_conversations.currentId());
    if (row >= 0)
        m_list->setCurrentIndex(m_conversations.index(row, 0));
    else
        m_list->clearSelection();
    m_list->viewport()->update();
}

} // namespace facet::ui
