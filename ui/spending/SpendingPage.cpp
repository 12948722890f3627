#include "ui/spending/SpendingPage.h"

#include "client/net/Then.h"
#include "client/spending/Spending.h"
#include "ui/account/CreditWords.h"
#include "ui/spending/FiguresTable.h"
#include "ui/spending/LedgerFilters.h"
#include "ui/spending/LedgerTable.h"
#include "ui/spending/LineTable.h"
#include "ui/spending/RangeBar.h"
#include "ui/spending/SpendingCards.h"
#include "ui/spending/SpendingChart.h"
#include "ui/spending/SpendingWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/Segmented.h"
#include "ui/window/Notice.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int smallestBelow = 200; // pixels
}

SpendingPage::SpendingPage(Theme &theme, client::Spending &spending, client::SpendingLimits &limits,
    FileChooser &files, QWidget *parent)
    : Page(theme, tr("Spending"), parent)
    , m_spending(spending)
    , m_files(files)
    , m_range(new RangeBar(theme))
    , m_grouping(new Button(theme, Button::Kind::Secondary))
    , m_csv(new Button(theme, Button::Kind::Secondary, tr("CSV")))
    , m_difference(new Notice(theme))
    , m_problem(new Notice(theme))
    , m_cards(new SpendingCards(theme, limits))
    , m_chart(new SpendingChart(theme))
    , m_belowParts(new Segmented(theme))
    , m_filters(new LedgerFilters(theme, spending))
    , m_rows(new LedgerTable(spending.ledger(), this))
    , m_totals(new FiguresTable(this))
    , m_days(new FiguresTable(this))
    , m_ledgerView(new LineTable(theme, QStringLiteral("Ledger")))
    , m_totalsView(new LineTable(theme, QStringLiteral("Totals")))
    , m_daysView(new LineTable(theme, QStringLiteral("Credits by day")))
    , m_below(new QStackedWidget)
    , m_stack(new QStackedWidget)
    , m_none(new Label(
          theme, TextRole::Body, TextTone::Text2, tr("No row fits. Change the filter or the days.")))
    , m_agreement(new Label(theme, TextRole::Caption, TextTone::Text2))
{
    setObjectName(QStringLiteral("spendingPage"));
    makeBar();
    m_difference->setObjectName(QStringLiteral("ledgerDifference"));
    m_problem->setObjectName(QStringLiteral("ledgerProblem"));
    content()->addWidget(m_difference);
    content()->addWidget(m_problem);
    m_stack->addWidget(makeBody());
    m_stack->addWidget(makeEmpty());
    content()->addWidget(m_stack, 1);

    connect(m_range, &RangeBar::changed, this, &SpendingPage::applyRange);
    connect(m_cards, &SpendingCards::budgetRequested, this, &SpendingPage::budgetRequested);
    connect(m_ledgerView, &LineTable::chosen, this, &SpendingPage::choose);
    for (Notice *notice : { m_difference, m_problem })
        connect(notice, &Notice::acted, &m_spending, &client::Spending::refresh);
    connect(&m_spending, &client::Spending::reportChanged, this, &SpendingPage::refreshReport);
    connect(&m_spending, &client::Spending::checkChanged, this, &SpendingPage::refreshCheck);
    connect(&m_spending.ledger(), &QAbstractItemModel::modelReset, this, &SpendingPage::refreshEmpty);
    connect(&m_spending.ledger(), &QAbstractItemModel::rowsInserted, this, &SpendingPage::refreshEmpty);
    connect(&m_spending.ledger(), &client::SpendingLedger::loadingChanged, this, &SpendingPage::refreshEmpty);
    applyRange();
    refreshReport();
    refreshCheck();
}

void SpendingPage::makeBar()
{
    m_grouping->setChevron(true);
    setName(m_grouping, QStringLiteral("Group by"));
    m_csv->setGlyph(Icon::Download);
    setName(m_csv, QStringLiteral("Export CSV"));
    m_csv->setToolTip(tr("Saves the rows that are listed below, for a spreadsheet"));
    bar()->addWidget(m_range);
    bar()->addWidget(m_grouping);
    bar()->addStretch();
    bar()->addWidget(m_csv);
    connect(m_grouping, &Button::clicked, this, &SpendingPage::openGroupings);
    connect(m_csv, &Button::clicked, this, &SpendingPage::exportCsv);
}

QWidget *SpendingPage::makeBody()
{
    // Where the window is too low for all of it, the whole scrolls; the tables scroll by themselves
    // otherwise.
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    rows->addWidget(m_cards);
    rows->addWidget(m_chart, 4);
    rows->addWidget(makeBelow(), 6);
    scroll->setWidget(body);
    body->setAutoFillBackground(false); // setWidget() switched it on
    return scroll;
}

QWidget *SpendingPage::makeBelow()
{
    auto *box = new QWidget;
    box->setMinimumHeight(smallestBelow);
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_belowParts->addPart(tr("Ledger"), QStringLiteral("Show ledger"));
    m_belowParts->addPart(tr("Totals"), QStringLiteral("Show totals"));
    m_belowParts->addPart(tr("By day"), QStringLiteral("Show days"));
    m_belowParts->setCurrentIndex(Ledger);
    auto *line = new QHBoxLayout;
    line->addWidget(m_belowParts);
    line->addStretch(1);
    line->addWidget(m_filters, 2);
    rows->addLayout(line);
    m_ledgerView->setModel(m_rows);
    m_ledgerView->setWeights({ 17, 34, 19, 20, 10 });
    m_totalsView->setModel(m_totals);
    m_daysView->setModel(m_days);
    for (LineTable *view : { m_ledgerView, m_totalsView, m_daysView })
        m_below->addWidget(view);
    rows->addWidget(m_below, 1);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setObjectName(QStringLiteral("noRows"));
    rows->addWidget(m_none);
    m_agreement->setObjectName(QStringLiteral("ledgerAgreement"));
    m_agreement->setWordWrap(true);
    rows->addWidget(m_agreement);
    connect(m_belowParts, &Segmented::chosen, this, [this](int part) {
        m_below->setCurrentIndex(part);
        m_filters->setVisible(part == Ledger);
        refreshEmpty();
    });
    return box;
}

QWidget *SpendingPage::makeEmpty()
{
    auto *box = new QWidget;
    box->setObjectName(QStringLiteral("nothingSpent"));
    auto *rows = new QVBoxLayout(box);
    rows->setSpacing(8);
    rows->addStretch();
    auto *title = new Label(theme(), TextRole::Heading, TextTone::Text1, tr("Nothing spent yet"));
    auto *text = new Label(theme(), TextRole::Body, TextTone::Text2,
        tr("What each generation and each conversation takes is listed here, with the balance after it."));
    title->setAlignment(Qt::AlignCenter);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto *back = new Button(theme(), Button::Kind::Primary, tr("Back to the chat"));
    setName(back, QStringLiteral("Back to chat"));
    rows->addWidget(title);
    rows->addWidget(text);
    rows->addWidget(back, 0, Qt::AlignCenter);
    rows->addStretch();
    connect(back, &Button::clicked, this, &Page::backRequested);
    return box;
}

void SpendingPage::enter()
{
    m_spending.refresh();
    applyRange(); // it may be another day by now
    refreshEmpty();
    if (m_stack->currentIndex() == 0)
        setFocus(Qt::OtherFocusReason); // Tab goes on from the top
    else
        m_stack->currentWidget()->findChild<Button *>()->setFocus(Qt::OtherFocusReason);
}

void SpendingPage::openGroupings()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("groupingMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    for (const SpendingGrouping grouping : { SpendingGrouping::Model, SpendingGrouping::Conversation,
             SpendingGrouping::Agent, SpendingGrouping::Method }) {
        QAction *action = menu->addAction(SpendingWords::grouping(grouping));
        action->setCheckable(true);
        action->setChecked(grouping == m_spending.grouping());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, grouping] { m_spending.setGrouping(grouping); });
    }
    menu->popup(m_grouping->mapToGlobal(QPoint(0, m_grouping->height() + 4)));
}

void SpendingPage::applyRange()
{
    if (m_spending.range() != m_range->range())
        m_spending.setRange(m_range->range());
    m_filters->setRange(m_range->range());
    m_cards->present(m_spending.report(), m_range->spentTitle());
}

void SpendingPage::refreshReport()
{
    const SpendingReport &report = m_spending.report();
    m_grouping->setText(SpendingWords::grouping(m_spending.grouping()));
    m_grouping->updateGeometry();
    m_cards->present(report, m_range->spentTitle());
    m_chart->present(ChartData::from(report));
    refreshTotals();
    refreshDays();
    refreshEmpty();
}

void SpendingPage::refreshTotals()
{
    const SpendingReport &report = m_spending.report();
    const bool talks =
        report.grouping == SpendingGrouping::Conversation || report.grouping == SpendingGrouping::Agent;
    QStringList headings{ SpendingWords::groupingColumn(report.grouping), tr("Generations"),
        tr("Credits for generations") };
    if (talks)
        headings.append(tr("Credits for conversation"));
    headings.append(tr("Share"));
    const auto share = [&report](Credits credits) {
        return report.spent > 0
            ? tr("%1 %", "a share")
                  .arg(QLocale().toString(100.0 * double(credits) / double(report.spent), 'f', 1))
            : QStringLiteral("—");
    };
    QList<QStringList> lines;
    int generations = 0;
    for (const SpendingGroup &group : report.groups) {
        generations += group.generations;
        QStringList line{ SpendingWords::group(report.grouping, group),
            CreditWords::number(group.generations), CreditWords::number(group.generationCredits) };
        if (talks)
            line.append(CreditWords::number(group.conversationCredits));
        line.append(share(group.generationCredits + (talks ? group.conversationCredits : 0)));
        lines.append(line);
    }
    if (!talks && report.conversationCredits > 0) {
        lines.append({ tr("Agent conversation"), QStringLiteral("—"),
            CreditWords::number(report.conversationCredits), share(report.conversationCredits) });
        headings[2] = tr("Credits");
    }
    QStringList all{ tr("All"), CreditWords::number(generations),
        CreditWords::number(talks ? report.generationCredits : report.spent) };
    if (talks)
        all.append(CreditWords::number(report.conversationCredits));
    all.append(share(report.spent));
    lines.append(all);
    m_totals->present(headings, lines);
    m_totalsView->setWeights({ 40, 18, 22, 20, 14 });
}

void SpendingPage::refreshDays()
{
    const ChartData &chart = m_chart->content();
    QStringList headings{ tr("Days"), tr("All") };
    for (const ChartData::Layer &layer : chart.layers)
        headings.append(layer.name);
    QList<QStringList> lines;
    for (qsizetype column = chart.columns.size() - 1; column >= 0; --column) {
        QStringList line{ chart.columnName(static_cast<int>(column)),
            CreditWords::number(chart.columns[column].total) };
        for (const ChartData::Layer &layer : chart.layers)
            line.append(CreditWords::number(layer.values.value(column)));
        lines.append(line);
    }
    m_days->present(headings, lines);
    m_daysView->setWeights({ 20, 12 });
}

void SpendingPage::refreshCheck()
{
    const LedgerCheck check = m_spending.check();
    const bool differs = check.state == LedgerCheck::State::Differs;
    if (differs) {
        m_difference->present(SpendingWords::difference(check));
        m_difference->setAction(tr("Check again"), QStringLiteral("Check again"));
    }
    m_difference->setVisible(differs);
    const std::optional<Error> error = m_spending.error();
    if (error) {
        m_problem->present(*error);
        m_problem->setAction(tr("Try again"), QStringLiteral("Try again"));
    }
    m_problem->setVisible(error.has_value());
    const QString agreement = SpendingWords::agreement(check, m_spending.lastDifference());
    m_agreement->setText(m_spending.isRefreshing() ? tr("Comparing with the service's ledger…") : agreement);
    m_agreement->setVisible(!m_agreement->text().isEmpty());
}

void SpendingPage::refreshEmpty()
{
    const client::SpendingLedger &ledger = m_spending.ledger();
    const bool none = ledger.rowCount() == 0 && !ledger.isLoading();
    m_none->setVisible(none && m_below->currentIndex() == Ledger);
    // Nothing at all, and not only nothing that was asked for.
    const bool nothing = none && m_spending.report().spent == 0 && m_spending.report().groups.isEmpty()
        && !m_filters->isActive() && m_spending.models().isEmpty() && m_spending.conversations().isEmpty();
    m_stack->setCurrentIndex(nothing ? 1 : 0);
    m_csv->setEnabled(ledger.rowCount() > 0);
}

void SpendingPage::choose(const QModelIndex &index)
{
    const std::optional<SpendingRow> row = m_spending.ledger().row(index.row());
    if (row && index.data(LedgerTable::LeadsRole).toBool())
        emit rowChosen(row->conversationId, row->generationKey);
}

void SpendingPage::exportCsv()
{
    const FileChooser::SaveAs what{ tr("Export to CSV"),
        QStringLiteral("facet-spending-%1.csv").arg(QDate::currentDate().toString(Qt::ISODate)),
        tr("CSV files"), QStringLiteral("csv") };
    m_files.chooseSave(this, what, [this](const QString &path) {
        client::then(m_spending.exportCsv(path), this, [this, path](const Result<qint64> &rows) {
            if (rows)
                saySaved(path);
            else
                sayFailed(rows.error());
        });
    });
}

bool SpendingPage::event(QEvent *event)
{
    // "Find" is the window's search elsewhere; here it is the ledger's.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return Page::event(event);
}

void SpendingPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        m_filters->focusSearch();
    else
        Page::keyPressEvent(event);
}

} // namespace facet::ui
