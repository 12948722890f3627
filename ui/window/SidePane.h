#pragma once

#include "ui/widgets/Fill.h"

#include <functional>

class QButtonGroup;
class QHBoxLayout;
class QStackedWidget;

namespace facet::ui {

class Button;

/// The right room: tabs, one at a time, and the button that folds it away. A tab's content is made when it
/// is first looked at.
class SidePane : public Fill {
    Q_OBJECT
public:
    explicit SidePane(Theme &theme, QWidget *parent = nullptr);

    using Factory = std::function<QWidget *(QWidget *parent)>;
    /// `name` is the tab's English accessible name. Returns its index.
    int addTab(const QString &text, const QString &name, Factory factory);
    void setCurrent(int tab);
    int current() const;
    void setBadge(int tab, const QString &text);
    /// The tab's content, made now if it was not yet.
    QWidget *content(int tab);

signals:
    void hideRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    Theme &m_theme;
    QButtonGroup *m_tabs;
    QHBoxLayout *m_bar;
    Button *m_hide;
    QStackedWidget *m_stack;
    QList<Factory> m_factories;
    QList<QWidget *> m_contents;
};

} // namespace facet::ui
