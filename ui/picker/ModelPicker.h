#pragma once

#include "domain/Quote.h"
#include "ui/picker/ModelList.h"
#include "ui/widgets/Popover.h"

class QButtonGroup;
class QLineEdit;
class QListView;

namespace facet::client {
class Composer;
class Session;
} // namespace facet::client

namespace facet::ui {

class Button;
class Label;
class ModelDelegate;
class ModelDetail;
class Settings;

/// ✨: every model with its credits, over the composer. Typing searches, the arrow keys move, Enter takes.
class ModelPicker : public Popover {
    Q_OBJECT
public:
    ModelPicker(Theme &theme, client::Session &session, client::Composer &composer, Settings &settings,
        QWidget *parent = nullptr);

    void openFor(QWidget *anchor);

signals:
    void plansRequested(); ///< "Compare plans"

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeLeft();
    QLayout *makeKinds();
    void search(const QString &text);
    void refresh();
    void followRows();
    void showCurrent();
    void use();
    void setSort(ModelList::Sort sort);
    void openSortMenu();
    /// What the present draft would be with another choice of ✨.
    Quote quoteWith(const std::optional<QString> &modelId) const;
    QList<InputRole> inputs() const;
    static QString sortName(ModelList::Sort sort);
    void selectRow(int row);
    int rowsInView() const;

    Theme &m_theme;
    client::Session &m_session;
    client::Composer &m_composer;
    Settings &m_settings;
    mutable PromptReader m_reader; ///< many models are tried with one message
    ModelList *m_list;
    ModelDelegate *m_delegate;
    QLineEdit *m_search;
    QButtonGroup *m_kinds;
    Button *m_sort;
    QListView *m_view;
    Label *m_nothing;
    ModelDetail *m_detail;
};

} // namespace facet::ui
