#pragma once

#include "client/composer/PromptHistory.h"
#include "ui/widgets/Popover.h"

class QLineEdit;
class QListView;

namespace facet::ui {

class Label;
class PromptModel;

/// "History": everything that was asked, to be looked through by words. Enter, or a click, puts a prompt into
/// the message; nothing is sent.
class PromptSearch : public Popover {
    Q_OBJECT
public:
    PromptSearch(Theme &theme, client::PromptHistory &history, QWidget *parent = nullptr);

    void openFor(QWidget *anchor);

signals:
    void chosen(const QString &prompt);
    void failed(const facet::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void choose(const QModelIndex &index);

    client::PromptHistory &m_history;
    QLineEdit *m_words;
    QListView *m_list;
    PromptModel *m_model;
    Label *m_nothing;
    int m_round = 0; ///< of searching; answers to an earlier one are ignored
};

} // namespace facet::ui
