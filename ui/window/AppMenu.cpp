#include "ui/window/AppMenu.h"

#include "client/composer/Composer.h"
#include "client/session/Session.h"
#include "ui/chat/GenerationWords.h"
#include "ui/settings/Languages.h"
#include "ui/settings/Settings.h"
#include "ui/window/AgentWords.h"

#include <QActionGroup>
#include <QMessageBox>

namespace facet::ui {

AppMenu::AppMenu(Theme &theme, Settings &settings, client::Composer &composer, const client::Session &session,
    QWidget *parent)
    : QMenu(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_composer(composer)
{
    setObjectName(QStringLiteral("appMenu"));
    QAction *newChat = addAction(theme.icon(Icon::Plus), tr("New chat"), this, &AppMenu::newChatRequested);
    newChat->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    QAction *library = addAction(theme.icon(Icon::Film), tr("Library"), this, &AppMenu::libraryRequested);
    library->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    if (!session.isChatOnly())
        addAgents();
    addSeparator();
    if (!session.isChatOnly()) {
        addAction(theme.icon(Icon::Layers), tr("Batch from a file…"), this, &AppMenu::batchRequested);
        addAction(theme.icon(Icon::Gem), tr("Spending"), this, &AppMenu::spendingRequested);
        addAction(theme.icon(Icon::Columns), tr("Compare plans"), this, &AppMenu::plansRequested);
    }
    QAction *open = addAction(theme.icon(Icon::Settings), tr("Settings…"), this, &AppMenu::settingsRequested);
    open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    addLanguages();
    addThemes();
    addSeparator();
    addAction(theme.icon(Icon::Info), tr("About Facet"), this, &AppMenu::openAbout);
    QAction *quit = addAction(theme.icon(Icon::Quit), tr("Quit"), this, &AppMenu::quitRequested);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
}

void AppMenu::addAgents()
{
    QMenu *menu = addMenu(GenerationWords::agent(m_composer.agent()));
    menu->setIcon(m_theme.icon(Icon::Sparkles));
    menu->setToolTipsVisible(true);
    auto *group = new QActionGroup(menu);
    for (const AgentVersion version : { AgentVersion::V1, AgentVersion::V2 }) {
        QAction *action = menu->addAction(GenerationWords::agent(version));
        action->setCheckable(true);
        action->setChecked(version == m_composer.agent());
        action->setShortcut(QKeySequence(Qt::CTRL | (version == AgentVersion::V1 ? Qt::Key_1 : Qt::Key_2)));
        action->setToolTip(AgentWords::hint(m_composer, version));
        group->addAction(action);
        connect(action, &QAction::triggered, &m_composer, [this, version] { m_composer.setAgent(version); });
    }
}

void AppMenu::addLanguages()
{
    QMenu *menu = addMenu(m_theme.icon(Icon::Languages), tr("Language"));
    auto *group = new QActionGroup(menu);
    for (const Languages::Language &language : Languages::all()) {
        QAction *action = menu->addAction(language.name);
        action->setCheckable(true);
        action->setChecked(language.code == m_settings.language());
        group->addAction(action);
        connect(action, &QAction::triggered, &m_settings,
            [this, code = language.code] { m_settings.setLanguage(code); });
    }
}

void AppMenu::addThemes()
{
    QMenu *menu = addMenu(m_theme.icon(Icon::SunMoon), tr("Theme"));
    auto *group = new QActionGroup(menu);
    const struct {
        Theme::Mode mode;
        QString text;
    } themes[] = { { Theme::Mode::System, tr("System") }, { Theme::Mode::Light, tr("Light") },
        { Theme::Mode::Dark, tr("Dark") } };
    for (const auto &entry : themes) {
        QAction *action = menu->addAction(entry.text);
        action->setCheckable(true);
        action->setChecked(entry.mode == m_theme.mode());
        group->addAction(action);
        connect(action, &QAction::triggered, &m_settings,
            [this, mode = entry.mode] { m_settings.setThemeName(themeModeName(mode)); });
    }
}

void AppMenu::openAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Facet"),
        tr("Facet %1\nA desktop client for video-generation agents.\nMIT License. Icons: Lucide (ISC License).")
            .arg(QCoreApplication::applicationVersion()),
        QMessageBox::Close, parentWidget());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace facet::ui
