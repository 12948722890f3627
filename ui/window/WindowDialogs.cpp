#include "ui/window/WindowDialogs.h"

#include "client/chat/Conversations.h"
#include "client/session/TopUpWatch.h"
#include "ui/account/AccountPopover.h"
#include "ui/picker/ModelPicker.h"
#include "ui/settings/ChatLimitsDialog.h"
#include "ui/settings/SettingsDialog.h"

#include <QGuiApplication>

namespace facet::ui {

WindowDialogs::WindowDialogs(const Parts &parts, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
    , m_topUps(new client::TopUpWatch(parts.session, {}, this))
{
    connect(qApp, &QGuiApplication::applicationStateChanged, m_topUps,
        [this](Qt::ApplicationState state) { m_topUps->setWindowActive(state == Qt::ApplicationActive); });
    connect(m_topUps, &client::TopUpWatch::arrived, this, [this](Credits credits) {
        if (!m_account || !m_account->isOpen()) // there it is said otherwise
            emit creditsArrived(credits);
    });
}

void WindowDialogs::openModels(QWidget *anchor)
{
    if (!m_picker) {
        m_picker =
            new ModelPicker(m_parts.theme, m_parts.session, m_parts.composer, m_parts.settings, &m_window);
        connect(m_picker, &ModelPicker::plansRequested, this, &WindowDialogs::plansRequested);
    }
    if (m_picker->isOpen())
        m_picker->closePopover();
    else
        m_picker->openFor(anchor);
}

void WindowDialogs::openAccount(QWidget *anchor, Credits suggestedTopUp)
{
    if (!m_account) {
        m_account = new AccountPopover(m_parts.theme, m_parts.session, *m_topUps, &m_window);
        connect(m_account, &AccountPopover::plansRequested, this, &WindowDialogs::plansRequested);
        connect(m_account, &AccountPopover::spendingRequested, this, &WindowDialogs::spendingRequested);
    }
    m_account->openFor(anchor, suggestedTopUp);
}

void WindowDialogs::closePopovers()
{
    if (m_picker)
        m_picker->closePopover();
    if (m_account)
        m_account->closePopover();
}

void WindowDialogs::openSettings()
{
    showSettings();
}

void WindowDialogs::openBudget()
{
    showSettings()->focusBudget();
}

SettingsDialog *WindowDialogs::showSettings()
{
    auto *dialog = new SettingsDialog(m_parts.theme, m_parts.settings, m_parts.limits, m_parts.files,
        m_parts.defaultResultsFolder, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void WindowDialogs::openChatLimits()
{
    if (!m_parts.limits)
        return;
    const QString title = m_parts.conversations.currentTitle();
    auto *dialog = new ChatLimitsDialog(m_parts.theme, *m_parts.limits, m_parts.conversations.currentId(),
        title.isEmpty() ? tr("New chat") : title, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace facet::ui
