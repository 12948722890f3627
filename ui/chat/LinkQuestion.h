#pragma once

#include <QCoreApplication>

class QWidget;

namespace facet::ui {

/// Asks before a link in an agent's words is opened: text of a service must not send anybody somewhere
/// unseen. Says the host by itself, and opens nothing but https and http.
class LinkQuestion {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::LinkQuestion)
public:
    /// Answered later; `parent` is the window that it stands over.
    static void ask(const QString &link, QWidget *parent);
};

} // namespace facet::ui
