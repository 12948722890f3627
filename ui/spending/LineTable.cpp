#include "ui/spending/LineTable.h"

#include "ui/spending/LineDelegate.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/SortHeader.h"

#include <QKeyEvent>

#include <numeric>

namespace facet::ui {

LineTable::LineTable(Theme &theme, const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setName(this, name);
    auto *header = new SortHeader(theme, this);
    header->setSortable(false);
    setHorizontalHeader(header);
    setItemDelegate(new LineDelegate(theme, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(LineDelegate::rowHeight);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setProperty("bare", true);
    viewport()->setAutoFillBackground(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    setMouseTracking(true);
    connect(this, &QAbstractItemView::doubleClicked, this, &LineTable::chosen);
    connect(&m_theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void LineTable::setWeights(const QList<int> &weights)
{
    m_weights = weights;
    share();
}

void LineTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    share();
}

void LineTable::share()
{
    if (!model() || m_weights.isEmpty())
        return;
    const int columns = model()->columnCount();
    int sum = 0;
    for (int column = 0; column < columns; ++column)
        sum += m_weights.value(column, m_weights.last());
    const QFontMetrics letters(m_theme.font(TextRole::CaptionStrong));
    int left = viewport()->width();
    for (int column = columns - 1; column >= 0; --column) {
        const int weight = m_weights.value(column, m_weights.last());
        const int heading =
            letters.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString()) + 20;
        const int width =
            column == 0 ? qMax(heading, left) : qMax(heading, viewport()->width() * weight / qMax(1, sum));
        setColumnWidth(column, width);
        left -= width;
    }
}

void LineTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit chosen(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace facet::ui
