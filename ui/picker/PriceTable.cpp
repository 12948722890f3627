#include "ui/picker/PriceTable.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"

#include <QPainter>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int headingHeight = 28;
constexpr int rowHeight = 33;
constexpr int mostRows = 6;

/// At most six lengths: the shortest, the longest, the present one and the default stay.
QList<int> shownLengths(const Model &model, const Options &current)
{
    QList<int> all = model.options.durationsS;
    std::sort(all.begin(), all.end());
    const auto keep = [&](int s) {
        return s == all.first() || s == all.last() || s == current.durationS || s == model.defaults.durationS
            || s % 5 == 0;
    };
    if (all.size() > mostRows)
        all.removeIf([&](int s) { return !keep(s); });
    return all;
}
} // namespace

PriceTable::PriceTable(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("priceTable"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&PriceTable::update));
}

void PriceTable::present(const Model &model, const Options &current)
{
    m_rows = shownLengths(model, current);
    m_columns = model.options.resolutions;
    m_texts.clear();
    if (m_rows.isEmpty() && m_columns.size() > 1)
        m_rows = { 0 };
    if (m_columns.isEmpty())
        m_columns = { QString() };
    m_currentRow = current.durationS ? static_cast<int>(m_rows.indexOf(*current.durationS)) : 0;
    m_currentColumn = current.resolution ? static_cast<int>(m_columns.indexOf(*current.resolution)) : 0;

    if (!m_rows.isEmpty()) {
        QStringList heading{ m_rows.first() > 0 ? tr("Length") : QString() };
        for (const QString &resolution : std::as_const(m_columns))
            heading.append(resolution.isEmpty() ? tr("Credits") : resolution);
        m_texts.append(heading);
    }
    for (const int seconds : std::as_const(m_rows)) {
        QStringList line{ seconds > 0 ? GenerationWords::seconds(seconds) : tr("One") };
        for (const QString &resolution : std::as_const(m_columns)) {
            Options asked = current;
            asked.count = 1;
            if (seconds > 0)
                asked.durationS = seconds;
            if (!resolution.isEmpty())
                asked.resolution = resolution;
            line.append(CreditWords::numberOrDash(generationPrice(model, resolveOptions(model, asked))));
        }
        m_texts.append(line);
    }
    QStringList spoken;
    for (const QStringList &line : std::as_const(m_texts))
        spoken.append(line.join(QLatin1Char(' ')));
    setAccessibleName(QStringLiteral("Credits by length and resolution"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize PriceTable::sizeHint() const
{
    return { 240, m_rows.isEmpty() ? 0 : headingHeight + rowHeight * static_cast<int>(m_rows.size()) };
}

void PriceTable::paintEvent(QPaintEvent *)
{
    if (m_rows.isEmpty())
        return;
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int first = 90;
    const int columns = static_cast<int>(m_columns.size());
    const double columnWidth = double(width() - first) / columns;
    const auto cell = [&](int row, int column) {
        return QRectF(first + column * columnWidth, headingHeight + row * rowHeight, columnWidth, rowHeight);
    };
    painter.setFont(m_theme.font(TextRole::CaptionStrong));
    painter.setPen(t.text2);
    painter.drawText(QRectF(8, 0, first - 8, headingHeight), Qt::AlignVCenter, m_texts[0][0]);
    for (int column = 0; column < columns; ++column)
        painter.drawText(QRectF(first + column * columnWidth, 0, columnWidth - 8, headingHeight),
            Qt::AlignVCenter | Qt::AlignRight, m_texts[0][column + 1]);
    for (int row = 0; row < m_rows.size(); ++row) {
        painter.fillRect(QRectF(0, headingHeight + row * rowHeight, width(), 1), t.line);
        painter.setFont(m_theme.font(TextRole::BodyMedium));
        painter.setPen(t.text2);
        painter.drawText(QRectF(8, headingHeight + row * rowHeight, first - 8, rowHeight), Qt::AlignVCenter,
            m_texts[row + 1][0]);
        for (int column = 0; column < columns; ++column) {
            const bool current = row == m_currentRow && column == m_currentColumn;
            const QRectF box = cell(row, column);
            if (current) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(t.accentTint);
                painter.drawRoundedRect(box.adjusted(2, 2, 0, -1), 6, 6);
            }
            painter.setFont(m_theme.font(current ? TextRole::BodyStrong : TextRole::BodyMedium));
            painter.setPen(current ? t.onTint : t.text1);
            painter.drawText(
                box.adjusted(0, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight, m_texts[row + 1][column + 1]);
        }
    }
    painter.fillRect(QRectF(0, height() - 1, width(), 1), t.line);
}

} // namespace facet::ui
