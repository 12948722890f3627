#pragma once

#include "domain/Credits.h"
#include "ui/theme/Theme.h"

#include <QObject>

class QWidget;

namespace facet::client {
class Composer;
class Conversations;
class Session;
class SpendingLimits;
class TopUpWatch;
} // namespace facet::client

namespace facet::ui {

class AccountPopover;
class FileChooser;
class ModelPicker;
class Settings;
class SettingsDialog;

/// What opens over the window: models, account, settings, the limits of a chat. Each is made when it is first
/// asked for.
class WindowDialogs : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Theme &theme;
        Settings &settings;
        FileChooser &files;
        client::Session &session;
        client::Conversations &conversations;
        client::Composer &composer;
        client::SpendingLimits *limits = nullptr; ///< without them none are offered
        QString defaultResultsFolder;
    };
    WindowDialogs(const Parts &parts, QWidget &window);

    /// Opened again, it closes.
    void openModels(QWidget *anchor);
    void openAccount(QWidget *anchor, Credits suggestedTopUp);
    void openSettings();
    void openBudget(); ///< the settings, at the budget
    void openChatLimits(); ///< of the open conversation
    void closePopovers();

signals:
    void plansRequested();
    void spendingRequested();
    /// Credits that were topped up are there, and nobody was told yet.
    void creditsArrived(facet::Credits credits);

private:
    SettingsDialog *showSettings();

    Parts m_parts;
    QWidget &m_window;
    client::TopUpWatch *m_topUps;
    ModelPicker *m_picker = nullptr;
    AccountPopover *m_account = nullptr;
};

} // namespace facet::ui
