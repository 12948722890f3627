#include "ui/plans/PlansPage.h"

#include "client/net/Then.h"
#include "client/session/Session.h"
#include "ui/account/PlanWords.h"
#include "ui/plans/PlansDelegate.h"
#include "ui/plans/PlansExport.h"
#include "ui/plans/PlansTable.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/SortHeader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QTableView>
#include <QToolTip>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace facet::ui {

namespace {
constexpr int smallestPlan = 112; // pixels
constexpr int smallestModel = 180;
constexpr int eachWidth = 100;
} // namespace

QString PlansPage::question()
{
    return tr("How much can you use in each plan?");
}

PlansPage::PlansPage(Theme &theme, client::Session &session, FileChooser &files, QWidget *parent)
    : Page(theme, question(), parent)
    , m_session(session)
    , m_files(files)
    , m_table(new PlansTable(this))
    , m_view(new QTableView)
    , m_explanation(new Label(theme, TextRole::Body, TextTone::Text2))
    , m_empty(new Label(
          theme, TextRole::Body, TextTone::Text2, tr("The plans are shown when the service is connected.")))
{
    setObjectName(QStringLiteral("plansPage"));
    auto *copyButton = new Button(theme, Button::Kind::Secondary, tr("Copy"));
    copyButton->setGlyph(Icon::Copy);
    setName(copyButton, QStringLiteral("Copy plans"));
    copyButton->setToolTip(tr("Copies the table, for a spreadsheet or a document"));
    auto *print = new Button(theme, Button::Kind::Secondary, tr("PDF"));
    print->setGlyph(Icon::Download);
    setName(print, QStringLiteral("Print plans"));
    print->setToolTip(tr("Prints the table to a PDF file"));
    bar()->addStretch();
    bar()->addWidget(copyButton);
    bar()->addWidget(print);

    auto *header = new SortHeader(theme, m_view);
    header->setAccessibleName(QStringLiteral("Sort plans"));
    setName(m_view, QStringLiteral("Plans"));
    m_view->setHorizontalHeader(header);
    m_view->setModel(m_table);
    m_view->setItemDelegate(new PlansDelegate(theme, m_view));
    m_view->setSortingEnabled(true);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setMinimumSectionSize(1);
    m_view->setShowGrid(false);
    m_view->setCornerButtonEnabled(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setProperty("bare", true);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_explanation->setObjectName(QStringLiteral("plansExplanation"));
    m_explanation->setWordWrap(true);
    m_explanation->setMaximumWidth(780);
    m_explanation->setContentsMargins(8, 0, 8, 0);
    m_empty->setAlignment(Qt::AlignCenter);
    content()->addWidget(m_view, 1);
    content()->addWidget(m_explanation);
    content()->addWidget(m_empty);
    content()->addStretch();

    connect(header, &QHeaderView::sortIndicatorChanged, m_view, &QTableView::resizeRowsToContents);
    connect(copyButton, &Button::clicked, this, &PlansPage::copy);
    connect(print, &Button::clicked, this, &PlansPage::printToPdf);
    connect(&m_session, &client::Session::catalogueChanged, this, &PlansPage::refresh);
    connect(&m_session, &client::Session::accountChanged, this, &PlansPage::refresh);
    connect(&theme, &Theme::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    refresh();
}

void PlansPage::enter()
{
    refresh();
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_table->index(0, 0));
}

void PlansPage::refresh()
{
    const QHeaderView *header = m_view->horizontalHeader();
    if (!m_table->present(m_session.catalogue(), m_session.plans(), m_session.account().plan.id) && m_shown)
        return;
    m_shown = true;
    m_table->sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    m_explanation->setText(PlanWords::unlimited(m_session.plans(), m_session.catalogue()));
    const bool known = m_table->rowCount() > 0 && !m_session.plans().isEmpty();
    m_view->setVisible(known);
    m_explanation->setVisible(known);
    m_empty->setVisible(!known);
    m_view->resizeRowsToContents();
    m_view->setMaximumHeight(
        m_view->verticalHeader()->length() + header->sizeHint().height() + 2 * m_view->frameWidth() + 12);
    arrangeColumns();
}

void PlansPage::arrangeColumns()
{
    const int plans = m_table->columnCount() - PlansTable::FirstPlanColumn;
    if (plans <= 0)
        return;
    const int room = width() - content()->contentsMargins().left() - content()->contentsMargins().right();
    const int each = qMax(smallestPlan, (room - smallestModel - eachWidth) / (plans + 1));
    m_view->setColumnWidth(PlansTable::ModelColumn, qMax(smallestModel, room - eachWidth - plans * each));
    m_view->setColumnWidth(PlansTable::EachColumn, eachWidth);
    for (int plan = 0; plan < plans; ++plan)
        m_view->setColumnWidth(PlansTable::FirstPlanColumn + plan, each);
}

void PlansPage::copy()
{
    auto *copied = new QMimeData;
    copied->setText(PlansExport::tabSeparated(*m_table));
    copied->setHtml(PlansExport::html(*m_table, question(), m_explanation->text()));
    QGuiApplication::clipboard()->setMimeData(copied);
    QToolTip::showText(mapToGlobal(QPoint(width() - 160, 48)), tr("Copied"), this, {}, 1500);
}

void PlansPage::printToPdf()
{
    const FileChooser::SaveAs what{ tr("Print to PDF"), QStringLiteral("facet-plans.pdf"),
        tr("PDF documents"), QStringLiteral("pdf") };
    m_files.chooseSave(this, what, [this](const QString &path) {
        const QString document = PlansExport::html(*m_table, question(), m_explanation->text());
        client::then(QtConcurrent::run(&PlansExport::writePdf, path, question(), document), this,
            [this, path](const Result<void> &written) {
                if (written)
                    saySaved(path);
                else
                    sayFailed(written.error());
            });
    });
}

void PlansPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrangeColumns();
}

void PlansPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::Print))
        printToPdf();
    else
        Page::keyPressEvent(event);
}

} // namespace facet::ui
