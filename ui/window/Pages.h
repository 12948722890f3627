#pragma once

#include "ui/theme/Theme.h"

namespace facet::client {
class Session;
class Spending;
class SpendingLimits;
} // namespace facet::client

namespace facet::ui {

class FileChooser;
class Page;
class PlansPage;
class Rooms;
class SpendingPage;

/// The views that take the place of chat and pane, made when they are first asked for, one at a time.
class Pages : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Theme &theme;
        client::Session &session;
        FileChooser &files;
        client::Spending *spending;
        client::SpendingLimits *limits;
    };
    Pages(const Parts &parts, Rooms &rooms, QObject *parent = nullptr);

    bool isOpen() const;

public slots:
    void openPlans();
    void openSpending();
    /// Back to the chat. False when it is there already.
    bool close();

signals:
    /// The chat is there again: it can take the keyboard.
    void closed();
    /// A row of the ledger was chosen, see SpendingPage::rowChosen.
    void rowChosen(const QString &conversationId, const QString &generationKey);
    /// The monthly budget is to be set.
    void budgetRequested();

private:
    void open(Page *page);

    Parts m_parts;
    Rooms &m_rooms;
    PlansPage *m_plans = nullptr;
    SpendingPage *m_spending = nullptr;
};

} // namespace facet::ui
