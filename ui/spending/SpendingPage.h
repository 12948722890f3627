#pragma once

#include "ui/window/Page.h"

class QStackedWidget;

namespace facet::client {
class Spending;
class SpendingLimits;
} // namespace facet::client

namespace facet::ui {

class Button;
class FiguresTable;
class FileChooser;
class Label;
class LedgerFilters;
class LedgerTable;
class LineTable;
class Notice;
class RangeBar;
class Segmented;
class SpendingCards;
class SpendingChart;

/// Where the credits went: four figures, a chart by day, and below it the ledger, the totals, or the chart as
/// a table. Says plainly when the ledger here and the service's differ.
class SpendingPage : public Page {
    Q_OBJECT
public:
    SpendingPage(Theme &theme, client::Spending &spending, client::SpendingLimits &limits, FileChooser &files,
        QWidget *parent = nullptr);

    void enter() override;

public slots:
    void exportCsv();

signals:
    /// A row was chosen: its generation's key (empty: a charge of the conversation itself).
    void rowChosen(const QString &conversationId, const QString &generationKey);
    void budgetRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Below { Ledger, Totals, Days };
    void makeBar();
    QWidget *makeBody();
    QWidget *makeEmpty();
    QWidget *makeBelow();
    void openGroupings();
    void applyRange();
    void refreshReport();
    void refreshTotals();
    void refreshDays();
    void refreshCheck();
    void refreshEmpty();
    void choose(const QModelIndex &index);

    client::Spending &m_spending;
    FileChooser &m_files;
    RangeBar *m_range;
    Button *m_grouping;
    Button *m_csv;
    Notice *m_difference;
    Notice *m_problem;
    SpendingCards *m_cards;
    SpendingChart *m_chart;
    Segmented *m_belowParts;
    LedgerFilters *m_filters;
    LedgerTable *m_rows;
    FiguresTable *m_totals;
    FiguresTable *m_days;
    LineTable *m_ledgerView;
    LineTable *m_totalsView;
    LineTable *m_daysView;
    QStackedWidget *m_below;
    QStackedWidget *m_stack; ///< figures, or "nothing spent yet"
    Label *m_none; ///< the filter lets no row through
    Label *m_agreement;
};

} // namespace facet::ui
