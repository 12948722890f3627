#include "ui/library/LibraryView.h"

#include "ui/library/LibraryFilters.h"
#include "ui/library/LibraryGrid.h"
#include "ui/library/LibraryWords.h"
#include "ui/library/SelectionBar.h"
#include "ui/results/ResultActions.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/ProgressLine.h"
#include "ui/window/Notice.h"

#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int paneMargin = 12;
constexpr int pageMargin = 24;
constexpr int barGap = 16; // below the selection bar
} // namespace

LibraryView::LibraryView(const Parts &parts, Place place, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_place(place)
    , m_filters(new LibraryFilters(parts.theme, parts.library, this))
    , m_count(new Label(parts.theme, TextRole::Body, TextTone::Text2, {}, this))
    , m_grid(new LibraryGrid(parts.theme, parts.library, parts.posters))
    , m_filterRow(new QWidget)
    , m_notice(new Notice(parts.theme))
    , m_exportLine(makeExportLine())
    , m_stack(new QStackedWidget)
    , m_nothingMade(nullptr)
    , m_nothingFound(nullptr)
    , m_bar(new SelectionBar(parts.theme, place == Place::Pane, this))
{
    setName(m_count, QStringLiteral("Result count"));
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_notice->setObjectName(QStringLiteral("libraryNotice"));
    m_notice->setDismissible(true);
    m_notice->hide();
    m_exportLine->hide();
    m_bar->hide();
    auto *clear = new Button(parts.theme, Button::Kind::Secondary, tr("Clear filters"));
    setName(clear, QStringLiteral("Clear filters"));
    connect(clear, &Button::clicked, m_filters, &LibraryFilters::clear);
    m_nothingMade = makeEmpty(Icon::Clapperboard, tr("Everything you make comes together here"),
        tr("Videos, images and sound of every chat and both agents."));
    m_nothingFound =
        makeEmpty(Icon::Search, tr("Nothing fits"), tr("Try other words, or let more through."), clear);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_nothingMade);
    m_stack->addWidget(m_nothingFound);
    makeHead();

    connect(m_filters, &LibraryFilters::left, this, [this] {
        m_grid->setFocus(Qt::TabFocusReason);
        if (!m_grid->currentIndex().isValid() && m_grid->model()->rowCount() > 0)
            m_grid->setCurrentIndex(m_grid->model()->index(0, 0));
    });
    connect(m_grid, &LibraryGrid::opened, this, &LibraryView::open);
    connect(m_grid, &LibraryGrid::chosenChanged, this, &LibraryView::refreshChosen);
    connect(m_grid, &LibraryGrid::favouriteRequested, this, &LibraryView::toggleFavourite);
    connect(m_grid, &LibraryGrid::favouriteToggled, this, [this](int row) {
        if (const auto result = m_parts.library.result(row))
            m_parts.library.setFavourite({ result->number }, !result->favourite);
    });
    connect(m_grid, &LibraryGrid::fetchRequested, this,
        [this](int row) { m_parts.library.fetchAgain({ m_parts.library.numberAt(row) }); });
    connect(m_grid, &LibraryGrid::trashRequested, this, &LibraryView::moveToTrash);
    connect(m_grid, &LibraryGrid::undoRequested, this, &LibraryView::undo);
    connect(m_grid, &LibraryGrid::menuRequested, this, &LibraryView::openMenu);
    connect(m_bar, &SelectionBar::favouriteRequested, this, &LibraryView::toggleFavourite);
    connect(m_bar, &SelectionBar::compareRequested, this, &LibraryView::compareChosen);
    connect(m_bar, &SelectionBar::sequenceRequested, this, &LibraryView::playChosen);
    connect(m_bar, &SelectionBar::exportRequested, this, &LibraryView::exportChosen);
    connect(m_bar, &SelectionBar::trashRequested, this, &LibraryView::moveToTrash);
    connect(m_bar, &SelectionBar::dismissed, m_grid, &QAbstractItemView::clearSelection);
    connect(m_notice, &Notice::acted, this, &LibraryView::actOnNotice);
    connect(m_notice, &Notice::dismissed, m_notice, &QWidget::hide);
    // The page stands where the chat says such things.
    if (m_place == Place::Page) {
        connect(&m_parts.results, &ResultActions::done, this, [this](const QString &sentence) {
            if (isVisible())
                sayDone(sentence);
        });
        connect(&m_parts.results, &ResultActions::failed, this, [this](const Error &error) {
            if (isVisible())
                say(error);
        });
    }
    client::Library *library = &m_parts.library;
    for (auto signal : { &client::Library::loadingChanged, &client::Library::totalChanged })
        connect(library, signal, this, &LibraryView::refreshState);
    connect(library, &QAbstractItemModel::modelReset, this, &LibraryView::refreshState);
    connect(library, &client::Library::failed, this, &LibraryView::say);
    refreshState();
}

void LibraryView::makeHead()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *row = new QVBoxLayout(m_filterRow);
    const int margin = m_place == Place::Pane ? paneMargin : pageMargin;
    row->setContentsMargins(margin, 10, margin, 4);
    row->setSpacing(8);
    if (m_place == Place::Pane) {
        auto *top = new QHBoxLayout;
        top->setSpacing(8);
        m_filters->search()->setMaximumWidth(QWIDGETSIZE_MAX);
        auto *whole = new Button(m_parts.theme, Button::Kind::Quiet, Icon::FullScreen,
            QStringLiteral("Whole library"), tr("Show the library on the whole page (Ctrl+L)"));
        top->addWidget(m_filters->search(), 1);
        top->addWidget(whole);
        row->addLayout(top);
        row->addWidget(m_filters);
        row->addWidget(m_count);
        m_count->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_count->setRole(TextRole::Caption);
        connect(whole, &Button::clicked, this, &LibraryView::pageRequested);
    } else {
        m_filterRow->hide();
    }
    auto *said = new QVBoxLayout;
    said->setContentsMargins(margin, 0, margin, 0);
    said->addWidget(m_notice);
    said->addWidget(m_exportLine);
    layout->addWidget(m_filterRow);
    layout->addLayout(said);
    layout->addWidget(m_stack, 1);
    m_grid->setMargin(margin);
}

void LibraryView::setFiltersBelow(bool below)
{
    if (below)
        m_filterRow->layout()->addWidget(m_filters);
    m_filterRow->setVisible(below);
}

QWidget *LibraryView::makeEmpty(Icon icon, const QString &title, const QString &hint, QWidget *action)
{
    auto *empty = new QWidget;
    auto *picture = new Label(m_parts.theme, TextRole::Body, TextTone::Text2, {}, empty);
    const auto refresh = [this, picture, icon] {
        picture->setPixmap(iconPixmap(icon, m_parts.theme.tokens().text3, 32, devicePixelRatioF()));
    };
    refresh();
    connect(&m_parts.theme, &Theme::changed, picture, refresh);
    auto *box = new QVBoxLayout(empty);
    box->setContentsMargins(24, 24, 24, 24);
    box->setSpacing(6);
    box->addStretch(2);
    box->addWidget(picture, 0, Qt::AlignHCenter);
    box->addSpacing(4);
    for (auto *label : { new Label(m_parts.theme, TextRole::BodyStrong, TextTone::Text1, title, empty),
             new Label(m_parts.theme, TextRole::Body, TextTone::Text2, hint, empty) }) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        box->addWidget(label);
    }
    if (action) {
        box->addSpacing(6);
        box->addWidget(action, 0, Qt::AlignHCenter);
    }
    box->addStretch(3);
    return empty;
}

QWidget *LibraryView::makeExportLine()
{
    auto *line = new Card(m_parts.theme, Card::Fill::Raised);
    line->setObjectName(QStringLiteral("exportLine"));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(12);
    m_exportText = new ElidedLabel(m_parts.theme, TextRole::Body, TextTone::Text1);
    m_exportProgress = new ProgressLine(m_parts.theme);
    auto *cancel = new Button(m_parts.theme, Button::Kind::Quiet, tr("Cancel"));
    setName(cancel, QStringLiteral("Cancel export"));
    row->addWidget(m_exportText, 1);
    row->addWidget(m_exportProgress, 1);
    row->addWidget(cancel);
    connect(cancel, &Button::clicked, this, [this] {
        if (m_export)
            m_export->cancel();
    });
    return line;
}

void LibraryView::focusSearch()
{
    m_filters->focusSearch();
}

void LibraryView::refreshState()
{
    const client::Library &library = m_parts.library;
    const int shown = library.rowCount();
    m_count->setText(
        shown == 0 && library.total() == 0 ? QString() : LibraryWords::count(shown, library.total()));
    QWidget *wanted = m_grid;
    if (shown == 0 && !library.isLoading() && library.isComplete())
        wanted = library.filter().isEmpty() ? m_nothingMade : m_nothingFound;
    m_stack->setCurrentWidget(wanted);
    refreshChosen();
}

void LibraryView::refreshChosen()
{
    const QVector<qint64> numbers = m_grid->chosen();
    const auto count = static_cast<int>(numbers.size());
    m_bar->setVisible(count > 0 && m_stack->currentWidget() == m_grid);
    if (count > 0)
        m_bar->setChosen(count, canCompare(numbers), canPlay(numbers));
    placeBar();
}

void LibraryView::placeBar()
{
    m_bar->adjustSize();
    m_bar->move((width() - m_bar->width()) / 2, height() - m_bar->height() - barGap);
    m_bar->raise();
}

void LibraryView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeBar();
}

} // namespace facet::ui
