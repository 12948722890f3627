#pragma once

#include "ui/theme/Theme.h"

#include <QMenu>

namespace facet::client {
class Composer;
class Session;
} // namespace facet::client

namespace facet::ui {

class Settings;

/// The menu behind ☰. The agent is chosen here too, as the service's help pages describe it.
class AppMenu : public QMenu {
    Q_OBJECT
public:
    AppMenu(Theme &theme, Settings &settings, client::Composer &composer, const client::Session &session,
        QWidget *parent);

signals:
    void newChatRequested();
    void batchRequested();
    void libraryRequested();
    void spendingRequested();
    void plansRequested();
    void settingsRequested();
    void quitRequested();

private:
    void addAgents();
    void addLanguages();
    void addThemes();
    void openAbout();

    Theme &m_theme;
    Settings &m_settings;
    client::Composer &m_composer;
};

} // namespace facet::ui
