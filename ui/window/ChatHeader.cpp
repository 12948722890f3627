#include "ui/window/ChatHeader.h"

#include "client/chat/Conversations.h"
#include "client/composer/Composer.h"
#include "client/session/Session.h"
#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Segmented.h"
#include "ui/window/AgentWords.h"

#include <QHBoxLayout>
#include <QMenu>

namespace facet::ui {

namespace {
constexpr int headerHeight = 52;
constexpr int hintsAfterMs = 120;

AgentVersion agentOf(int part)
{
    return part == 0 ? AgentVersion::V1 : AgentVersion::V2;
}
} // namespace

ChatHeader::ChatHeader(Theme &theme, client::Session &session, client::Composer &composer,
    client::Conversations &conversations, QWidget *parent)
    : Fill(theme, Ground::Window, Qt::BottomEdge, parent)
    , m_session(session)
    , m_composer(composer)
    , m_conversations(conversations)
    , m_sidebar(new Button(theme, Button::Kind::Quiet, Icon::PanelLeft, QStringLiteral("Show conversations"),
          tr("Show conversations")))
    , m_title(new ElidedLabel(theme, TextRole::Title, TextTone::Text1))
    , m_agent(new Segmented(theme))
    , m_sandbox(new Chip(theme, Chip::Tone::Warning, tr("Sandbox")))
    , m_menu(new Button(
          theme, Button::Kind::Quiet, Icon::More, QStringLiteral("Chat menu"), tr("More about this chat")))
    , m_pane(new Button(
          theme, Button::Kind::Quiet, Icon::PanelRight, QStringLiteral("Show pane"), tr("Show the preview")))
{
    setFixedHeight(headerHeight);
    m_title->setObjectName(QStringLiteral("title"));
    m_sandbox->setObjectName(QStringLiteral("sandbox"));
    m_sandbox->setToolTip(tr("Sandbox: results are drafts made without AI. Credits are counted, not paid."));
    m_agent->addPart(GenerationWords::agent(AgentVersion::V1), QStringLiteral("Agent 1.0"));
    m_agent->addPart(GenerationWords::agent(AgentVersion::V2), QStringLiteral("Agent 2.0"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 1);
    layout->setSpacing(12);
    layout->addWidget(m_sidebar);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_agent);
    layout->addWidget(m_sandbox);
    layout->addWidget(m_menu);
    layout->addWidget(m_pane);
    m_sidebar->hide();
    m_pane->hide();

    connect(m_sidebar, &Button::clicked, this, &ChatHeader::sidebarRequested);
    connect(m_pane, &Button::clicked, this, &ChatHeader::paneRequested);
    connect(m_menu, &Button::clicked, this, &ChatHeader::openMenu);
    connect(m_agent, &Segmented::chosen, this, [this](int part) { m_composer.setAgent(agentOf(part)); });
    connect(&m_composer, &client::Composer::draftChanged, this, &ChatHeader::refresh);
    connect(&m_conversations, &client::Conversations::currentChanged, this, &ChatHeader::refresh);
    connect(&m_conversations, &QAbstractItemModel::dataChanged, this, &ChatHeader::refresh);
    connect(&m_conversations, &QAbstractItemModel::rowsInserted, this, &ChatHeader::refresh);
    connect(&m_session, &client::Session::stateChanged, this, &ChatHeader::refresh);
    connect(&m_session, &client::Session::catalogueChanged, this, &ChatHeader::refresh);
    m_hints.setSingleShot(true);
    m_hints.setInterval(hintsAfterMs);
    connect(&m_hints, &QTimer::timeout, this, &ChatHeader::refreshHints);
    connect(&m_composer, &client::Composer::quoteChanged, &m_hints, qOverload<>(&QTimer::start));
    refresh();
    refreshHints();
}

void ChatHeader::refreshHints()
{
    for (const AgentVersion agent : { AgentVersion::V1, AgentVersion::V2 })
        m_agent->setPartHint(agent == AgentVersion::V1 ? 0 : 1, AgentWords::hint(m_composer, agent));
}

void ChatHeader::setSidebarButtonVisible(bool visible)
{
    m_sidebar->setVisible(visible);
}

void ChatHeader::setPaneButtonVisible(bool visible)
{
    m_pane->setVisible(visible);
}

void ChatHeader::setQueueBadge(const QString &text)
{
    m_pane->setBadge(text);
}

void ChatHeader::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chatMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Limits for this chat…"), this, &ChatHeader::limitsRequested);
    menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height() + 4)));
}

void ChatHeader::refresh()
{
    const QString title = m_conversations.currentTitle();
    m_title->setFullText(title.isEmpty() ? tr("New chat") : title);
    m_agent->setCurrentIndex(m_composer.agent() == AgentVersion::V1 ? 0 : 1);
    m_sandbox->setVisible(m_session.isSandbox());
    m_agent->setVisible(!m_session.isChatOnly());
    m_menu->setVisible(!m_session.isChatOnly()); // it holds limits for spending
}

} // namespace facet::ui
