#pragma once

#include "client/chat/TranscriptSearch.h"
#include "ui/chat/RowLayout.h"

#include <QPersistentModelIndex>

class QKeyEvent;

namespace facet::ui {

class FindBar;
class TranscriptView;

/// The search in the open conversation: its bar, the hit that is shown, and the way to the next one. A hit is
/// a message, however often the text is in it; all places are marked. It begins with what is in sight.
class TranscriptFind : public QObject {
    Q_OBJECT
public:
    TranscriptFind(TranscriptView &view, Theme &theme);

    /// Shows the bar, with the words that are selected if they are few.
    void open();
    void close();
    bool hasFocus() const;
    /// The bar's place at the top of the view.
    void place();

    /// What is looked for; empty: nothing.
    QString text() const;
    /// -1: none.
    int currentRow() const { return m_current.row(); }
    /// The first place of the text within a row; empty: not in it.
    QRect firstHit(const RowLayout &layout) const;
    /// F3 and its relatives, and Esc. False: it means nothing here.
    bool press(const QKeyEvent &event);

signals:
    void changed();

private:
    void look(const QString &text);
    void follow();
    void go(int hit);
    void step(int by);
    void presentCount();
    QString selectedWords() const;

    TranscriptView &m_view;
    Theme &m_theme;
    client::TranscriptSearch &m_search;
    FindBar *m_bar = nullptr; ///< made when first opened
    QPersistentModelIndex m_current;
};

} // namespace facet::ui
