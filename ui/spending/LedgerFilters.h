#pragma once

#include "domain/Spending.h"
#include "ui/theme/Theme.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QMenu;

namespace facet::client {
class Spending;
}

namespace facet::ui {

class Button;

/// Which rows of the ledger are listed: words, and a menu with kind, model and conversation. The days come
/// from the page.
class LedgerFilters : public QWidget {
    Q_OBJECT
public:
    LedgerFilters(Theme &theme, client::Spending &spending, QWidget *parent = nullptr);

    void setRange(const SpendingRange &range);
    /// Takes every filter away but the days.
    void clear();
    void focusSearch();
    bool isActive() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openMenu();
    void addKinds(QMenu *menu);
    void apply();

    Theme &m_theme;
    client::Spending &m_spending;
    QLineEdit *m_search;
    Button *m_menu;
    SpendingFilter m_filter;
    QTimer m_rest; ///< typing rests before the rows are read again
};

} // namespace facet::ui
