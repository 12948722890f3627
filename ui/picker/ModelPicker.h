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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeLeft();
    void refresh();
    void showCurrent();
    void use();
    void setSort(ModelList::Sort sort);
    void openSortMenu();
    /// What the present draft would be with another choice of ✨.
    Quote quoteWith(const std::optional<QString> &modelId) const;
    void selectRow(int row);

    Theme &m_theme;
    client::Session &m_session;
    client::Composer &m_composer;
    Settings &m_settings;
    ModelList *m_list;
    ModelDelegate *m_delegate;
    QLineEdit *m_search;
    QButtonGroup *m_kinds;
    Button *m_sort;
    QListView *m_view;
    ModelDetail *m_detail;
};

} // namespace facet::ui
