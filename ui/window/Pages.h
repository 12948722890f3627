#pragma once

#include "ui/theme/Theme.h"

namespace facet::client {
class Session;
}

namespace facet::ui {

class FileChooser;
class Page;
class PlansPage;
class Rooms;

/// The views that take the place of chat and pane, made when they are first asked for, one at a time.
class Pages : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Theme &theme;
        client::Session &session;
        FileChooser &files;
    };
    Pages(const Parts &parts, Rooms &rooms, QObject *parent = nullptr);

    bool isOpen() const;

public slots:
    void openPlans();
    /// Back to the chat. False when it is there already.
    bool close();

signals:
    /// The chat is there again: it can take the keyboard.
    void closed();

private:
    void open(Page *page);

    Parts m_parts;
    Rooms &m_rooms;
    PlansPage *m_plans = nullptr;
};

} // namespace facet::ui
