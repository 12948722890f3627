#pragma once

#include "client/library/Library.h"
#include "ui/theme/Theme.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QMenu;

namespace facet::ui {

class Button;
class DatesPopover;
class FilterButton;

/// Which results are listed, and in which order: words, model, method, days, kind, and behind "More" agent,
/// credits, favourites and drafts.
class LibraryFilters : public QWidget {
    Q_OBJECT
public:
    LibraryFilters(Theme &theme, client::Library &library, QWidget *parent = nullptr);

    /// The field for words; whoever places the filters places it too.
    QLineEdit *search() const { return m_search; }
    void clear();
    void focusSearch();

signals:
    /// Down or Enter in the field: to the results.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    template <typename Value>
    void addChoice(QMenu *menu, const QString &text, const Value &value, const Value &current,
        const std::function<void(const Value &)> &choose);
    QMenu *makeMenu();
    void popUp(QMenu *menu, QWidget *below);
    void openModels();
    void openMethods();
    void openDays();
    void openKinds();
    void openMore();
    void openSort();
    void addCredits(QMenu *menu);
    void change(const std::function<void(client::LibraryFilter &)> &edit);
    void apply();
    void refresh();
    void typed();

    Theme &m_theme;
    client::Library &m_library;
    client::LibraryFilter m_filter;
    QLineEdit *m_search;
    QString m_composing; ///< what an input method has not finished yet
    FilterButton *m_model;
    FilterButton *m_method;
    FilterButton *m_days;
    FilterButton *m_kind;
    Button *m_more;
    Button *m_sort;
    DatesPopover *m_dates = nullptr; ///< made when first opened
    QTimer m_rest; ///< typing rests before the results are read again
};

} // namespace facet::ui
