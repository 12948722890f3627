#pragma once

#include "ui/window/Page.h"

class QTableView;

namespace facet::client {
class Session;
}

namespace facet::ui {

class FileChooser;
class Label;
class PlansTable;

/// "How much can you use in each plan?": the table, what "unlimited" means on these plans, and both to copy
/// or to print.
class PlansPage : public Page {
    Q_OBJECT
public:
    PlansPage(Theme &theme, client::Session &session, FileChooser &files, QWidget *parent = nullptr);

    void enter() override;

public slots:
    void copy();
    void printToPdf();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static QString question();
    void refresh();
    void arrangeColumns();

    client::Session &m_session;
    FileChooser &m_files;
    PlansTable *m_table;
    QTableView *m_view;
    Label *m_explanation;
    Label *m_empty;
    bool m_shown = false; ///< at least once
};

} // namespace facet::ui
