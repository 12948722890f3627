#include "ui/spending/SpendingChart.h"

#include "ui/account/CreditWords.h"
#include "ui/spending/ChartAccessible.h"
#include "ui/spending/SpendingWords.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/Naming.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace facet::ui {

namespace {
constexpr int margin = 16;
constexpr int legendLine = 22;
constexpr int swatch = 10;
constexpr int daysHeight = 22; // below the columns
constexpr int scaleWidth = 48; // figures of the scale
constexpr int dayDistance = 76; // between the names of days, at least
} // namespace

SpendingChart::SpendingChart(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    ChartAccessible::install();
    setName(this, QStringLiteral("Spending by day"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&m_theme, &Theme::changed, this, [this] {
        measure();
        update();
    });
}

void SpendingChart::present(const ChartData &shown)
{
    // Other figures on the same days: what the keyboard is on stays.
    if (m_data.columns.size() != shown.columns.size())
        m_current = -1;
    m_data = shown;
    measure();
    setAccessibleDescription(m_data.isEmpty() ? tr("Nothing was spent on these days.")
                                              : tr("Credits of %n column(s). The arrow keys go through them.",
                                                  nullptr, static_cast<int>(m_data.columns.size())));
    update();
}

QColor SpendingChart::colourOf(const ChartData::Layer &layer) const
{
    const Tokens &t = m_theme.tokens();
    return layer.colour < 0 ? t.seriesConversation
                            : t.series[qMin<qsizetype>(layer.colour, t.series.size() - 1)];
}

int SpendingChart::layOutLegend(QPainter *painter) const
{
    const Tokens &t = m_theme.tokens();
    const QFont nameFont = m_theme.font(TextRole::Small);
    const QFont figureFont = m_theme.font(TextRole::BodyMedium);
    const QFontMetrics names(nameFont);
    const QFontMetrics figures(figureFont);
    int x = margin;
    int y = margin - 4;
    for (const ChartData::Layer &layer : m_data.layers) {
        const QString name = names.elidedText(layer.name, Qt::ElideRight, 200);
        const QString figure = CreditWords::number(layer.total);
        const int width = swatch + 6 + names.horizontalAdvance(name) + 5 + figures.horizontalAdvance(figure);
        if (x > margin && x + width > this->width() - margin) {
            x = margin;
            y += legendLine;
        }
        if (painter) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colourOf(layer));
            painter->drawRoundedRect(QRectF(x, y + (legendLine - swatch) / 2.0, swatch, swatch), 3, 3);
            painter->setFont(nameFont);
            painter->setPen(t.text2);
            painter->drawText(
                QRect(x + swatch + 6, y, width, legendLine), Qt::AlignVCenter | Qt::AlignLeft, name);
            painter->setFont(figureFont);
            painter->setPen(t.text1);
            painter->drawText(QRect(x, y, width, legendLine), Qt::AlignVCenter | Qt::AlignRight, figure);
        }
        x += width + 20;
    }
    return y + legendLine;
}

void SpendingChart::measure()
{
    const double top = layOutLegend(nullptr) + 10;
    m_plot = QRectF(
        margin, top, qMax(1, width() - 2 * margin - scaleWidth), qMax(1.0, height() - top - daysHeight - 6));
}

QRectF SpendingChart::slot(int column) const
{
    const QRectF &room = m_plot;
    const double each = room.width() / double(qMax<qsizetype>(1, m_data.columns.size()));
    return QRectF(room.left() + column * each, room.top(), each, room.height());
}

int SpendingChart::columnAt(double x) const
{
    const QRectF &room = m_plot;
    if (m_data.columns.isEmpty() || x < room.left() || x >= room.right())
        return -1;
    return qBound(0, static_cast<int>((x - room.left()) / (room.width() / double(m_data.columns.size()))),
        static_cast<int>(m_data.columns.size()) - 1);
}

void SpendingChart::setCurrent(int column)
{
    if (column == m_current)
        return;
    m_current = column;
    if (column >= 0) {
        setAccessibleDescription(m_data.spoken(column));
        QAccessibleEvent said(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&said);
    }
    update();
}

void SpendingChart::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_data.columns.size()) - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(m_current < 0 ? last : qMax(0, m_current - 1));
    case Qt::Key_Right:
        return setCurrent(m_current < 0 ? 0 : qMin(last, m_current + 1));
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(last);
    default:
        QWidget::keyPressEvent(event);
    }
}

void SpendingChart::mouseMoveEvent(QMouseEvent *event)
{
    setCurrent(columnAt(event->position().x()));
}

void SpendingChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    measure();
}

void SpendingChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        setCurrent(-1);
}

void SpendingChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && m_current < 0)
        setCurrent(static_cast<int>(m_data.columns.size()) - 1);
    update();
}

void SpendingChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setCurrent(-1);
    update();
}

void SpendingChart::paintScale(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const QRectF &room = m_plot;
    painter.fillRect(QRectF(room.left(), room.bottom(), room.width(), 1), t.line);
    const QList<Credits> steps = m_data.steps();
    painter.setFont(m_theme.font(TextRole::Caption));
    for (const Credits step : steps) {
        const double y = std::floor(room.bottom() - room.height() * double(step) / double(steps.last()));
        painter.fillRect(QRectF(room.left(), y, room.width(), 1), t.line);
        painter.setPen(t.text2);
        painter.drawText(QRectF(room.right() + 4, y - 8, scaleWidth - 4, 16),
            Qt::AlignVCenter | Qt::AlignRight, CreditWords::number(step));
    }
}

void SpendingChart::paintColumns(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const QList<Credits> steps = m_data.steps();
    if (steps.isEmpty())
        return;
    const QRectF &room = m_plot;
    const double top = double(steps.last());
    for (int column = 0; column < m_data.columns.size(); ++column) {
        const QRectF place = slot(column);
        if (column == m_current)
            painter.fillRect(place, t.hover);
        const double gap = qBound(1.0, place.width() * 0.1, 6.0);
        const QRectF bar = place.adjusted(gap, 0, -gap, 0);
        double y = room.bottom();
        for (const ChartData::Layer &layer : m_data.layers) {
            const Credits value = layer.values.value(column);
            if (value <= 0)
                continue;
            // Whatever was taken can be seen, and a hair of ground parts one layer from the next.
            const double height = qMax(2.0, room.height() * double(value) / top);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colourOf(layer));
            const QRectF piece(bar.left(), y - height, bar.width(), qMax(1.0, height - 1));
            const double radius = qMin(2.0, qMin(piece.width(), piece.height()) / 2);
            painter.drawRoundedRect(piece, radius, radius);
            y -= height;
        }
    }
}

void SpendingChart::paintDays(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const QRectF &room = m_plot;
    if (m_data.columns.isEmpty())
        return;
    const double each = slot(0).width();
    int every = qMax(1, static_cast<int>(std::ceil(dayDistance / each)));
    if (each * 7 >= dayDistance && every < 7 && every > 1)
        every = 7; // weeks are easier to count
    painter.setFont(m_theme.font(TextRole::Caption));
    painter.setPen(t.text2);
    const QDate today = QDate::currentDate();
    for (int column = 0; column < m_data.columns.size(); column += every) {
        const QString text = SpendingWords::day(m_data.columns[column].from, today);
        const double width = painter.fontMetrics().horizontalAdvance(text);
        const double x = qBound(
            room.left(), slot(column).center().x() - width / 2, qMax(room.left(), room.right() - width));
        painter.drawText(
            QRectF(x, room.bottom() + 4, width + 2, daysHeight - 4), Qt::AlignVCenter | Qt::AlignLeft, text);
    }
}

void SpendingChart::paintNote(QPainter &painter) const
{
    if (m_current < 0 || m_current >= m_data.columns.size())
        return;
    const Tokens &t = m_theme.tokens();
    const QFont small = m_theme.font(TextRole::Small);
    const QFont strong = m_theme.font(TextRole::BodyStrong);
    struct Line {
        QString name, figure;
        QColor colour;
    };
    QList<Line> lines{ { m_data.columnName(m_current), CreditWords::number(m_data.columns[m_current].total),
        Qt::transparent } };
    for (qsizetype i = m_data.layers.size() - 1; i >= 0; --i) {
        const ChartData::Layer &layer = m_data.layers[i];
        if (layer.values.value(m_current) > 0)
            lines.append({ QFontMetrics(small).elidedText(layer.name, Qt::ElideRight, 170),
                CreditWords::number(layer.values[m_current]), colourOf(layer) });
    }
    int width = 0;
    for (const Line &line : lines)
        width = qMax(width,
            QFontMetrics(strong).horizontalAdvance(line.name)
                + QFontMetrics(strong).horizontalAdvance(line.figure) + 56);
    const double height = double(lines.size()) * 20 + 14;
    const QRectF place = slot(m_current);
    double x = place.right() + 8;
    if (x + width > this->width() - 4)
        x = place.left() - 8 - width;
    const QRectF box(qMax(4.0, x), qBound(2.0, m_plot.top(), qMax(2.0, this->height() - height - 2)), width,
        qMin(height, this->height() - 4.0));
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Theme::controlRadius, Theme::controlRadius);
    double y = box.top() + 7;
    for (const Line &line : lines) {
        const bool first = &line == &lines.first();
        painter.setFont(first ? strong : small);
        if (!first) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(line.colour);
            painter.drawRoundedRect(QRectF(box.left() + 10, y + 5, swatch, swatch), 3, 3);
        }
        painter.setPen(first ? t.text1 : t.text2);
        painter.drawText(QRectF(box.left() + (first ? 10 : 26), y, box.width() - 36, 20),
            Qt::AlignVCenter | Qt::AlignLeft, line.name);
        painter.setPen(t.text1);
        painter.drawText(
            QRectF(box.left(), y, box.width() - 10, 20), Qt::AlignVCenter | Qt::AlignRight, line.figure);
        y += 20;
    }
}

void SpendingChart::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::cardRadius, Theme::cardRadius);
    if (m_data.isEmpty()) {
        painter.setFont(m_theme.font(TextRole::Body));
        painter.setPen(t.text2);
        painter.drawText(rect(), Qt::AlignCenter, tr("Nothing was spent on these days."));
    } else {
        layOutLegend(&painter);
        paintScale(painter);
        paintColumns(painter);
        paintDays(painter);
        paintNote(painter);
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), Theme::cardRadius, t);
}

} // namespace facet::ui
