#include "ui/picker/PriceTable.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/composer/OptionWords.h"

#include <QPainter>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int headingHeight = 28;
constexpr int roomyRow = 33;
constexpr int tightRow = 26;
constexpr int mostRoomyRows = 5;
constexpr int firstColumn = 90;
constexpr int sectionGap = 8;

QList<int> rising(QList<int> values)
{
    std::sort(values.begin(), values.end());
    return values;
}

bool audioMakesADifference(const Model &model)
{
    return model.options.audio
        && std::any_of(model.prices.begin(), model.prices.end(), [](const Price &p) { return p.audio; });
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
    m_sections.clear();
    m_byLength = !model.options.durationsS.isEmpty();
    m_columns = model.options.resolutions;
    if (m_columns.isEmpty())
        m_columns = { QString() };
    m_currentColumn = current.resolution ? static_cast<int>(m_columns.indexOf(*current.resolution)) : 0;
    if (audioMakesADifference(model)) {
        // The choice stands where it is seen first.
        const bool chosen = current.audio.value_or(false);
        makeSection(model, current, chosen);
        makeSection(model, current, !chosen);
    } else if (m_byLength || m_columns.size() > 1 || model.options.counts.size() > 1) {
        makeSection(model, current, {});
    }
    speak();
    updateGeometry();
    update();
}

void PriceTable::makeSection(const Model &model, const Options &current, std::optional<bool> audio)
{
    Section section;
    const QString what = m_byLength ? tr("Length") : tr("Results");
    section.heading.append(audio ? (*audio ? tr("With audio") : tr("Silent")) : what);
    for (const QString &resolution : std::as_const(m_columns))
        section.heading.append(resolution.isEmpty() ? tr("Credits") : resolution);
    QList<int> values = rising(m_byLength ? model.options.durationsS : model.options.counts);
    if (values.isEmpty())
        values = { 1 };
    const bool isCurrent = !audio || *audio == current.audio.value_or(false);
    for (const int value : std::as_const(values)) {
        Options asked = current;
        asked.count = m_byLength ? 1 : value;
        if (m_byLength)
            asked.durationS = value;
        if (audio)
            asked.audio = audio;
        Row row{ value, { m_byLength ? GenerationWords::seconds(value) : OptionWords::count(value) } };
        for (const QString &resolution : std::as_const(m_columns)) {
            if (!resolution.isEmpty())
                asked.resolution = resolution;
            row.texts.append(CreditWords::numberOrDash(generationPrice(model, resolveOptions(model, asked))));
        }
        const int chosen = m_byLength ? current.durationS.value_or(0) : current.count.value_or(1);
        if (isCurrent && value == chosen)
            section.currentRow = static_cast<int>(section.rows.size());
        section.rows.append(row);
    }
    m_sections.append(section);
}

QList<QStringList> PriceTable::texts() const
{
    QList<QStringList> lines;
    for (const Section &section : m_sections) {
        lines.append(section.heading);
        for (const Row &row : section.rows)
            lines.append(row.texts);
    }
    return lines;
}

QString PriceTable::currentText() const
{
    for (const Section &section : m_sections) {
        if (section.currentRow >= 0 && m_currentColumn >= 0)
            return section.rows[section.currentRow].texts.value(m_currentColumn + 1);
    }
    return {};
}

void PriceTable::speak()
{
    QStringList spoken;
    for (const QStringList &line : texts())
        spoken.append(line.join(QLatin1Char(' ')));
    if (const QString current = currentText(); !current.isEmpty())
        spoken.append(tr("Your choice: %1").arg(current));
    setAccessibleName(QStringLiteral("Credits by length and resolution"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
}

int PriceTable::rowHeight() const
{
    qsizetype rows = 0;
    for (const Section &section : m_sections)
        rows += section.rows.size();
    return rows > mostRoomyRows ? tightRow : roomyRow;
}

int PriceTable::heightOf(const Section &section) const
{
    return headingHeight + rowHeight() * static_cast<int>(section.rows.size());
}

QSize PriceTable::sizeHint() const
{
    int height = 0;
    for (const Section &section : m_sections)
        height += heightOf(section) + (height > 0 ? sectionGap : 0);
    return { 240, height };
}

void PriceTable::paintSection(QPainter &painter, const Section &section, int top) const
{
    const Tokens &t = m_theme.tokens();
    const int columns = static_cast<int>(m_columns.size());
    const double columnWidth = double(width() - firstColumn) / columns;
    const int lineHeight = rowHeight();
    painter.setFont(m_theme.font(TextRole::CaptionStrong));
    painter.setPen(t.text2);
    painter.drawText(
        QRectF(8, top, firstColumn - 8, headingHeight), Qt::AlignVCenter, section.heading.first());
    for (int column = 0; column < columns; ++column)
        painter.drawText(QRectF(firstColumn + column * columnWidth, top, columnWidth - 8, headingHeight),
            Qt::AlignVCenter | Qt::AlignRight, section.heading[column + 1]);
    for (int i = 0; i < section.rows.size(); ++i) {
        const Row &row = section.rows[i];
        const double y = top + headingHeight + i * lineHeight;
        painter.fillRect(QRectF(0, y, width(), 1), t.line);
        painter.setFont(m_theme.font(TextRole::BodyMedium));
        painter.setPen(t.text2);
        painter.drawText(QRectF(8, y, firstColumn - 8, lineHeight), Qt::AlignVCenter, row.texts.first());
        for (int column = 0; column < columns; ++column) {
            const bool current = i == section.currentRow && column == m_currentColumn;
            const QRectF box(firstColumn + column * columnWidth, y, columnWidth, lineHeight);
            if (current) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(t.accentTint);
                painter.drawRoundedRect(box.adjusted(2, 2, 0, -1), 6, 6);
            }
            painter.setFont(m_theme.font(current ? TextRole::BodyStrong : TextRole::BodyMedium));
            painter.setPen(current ? t.onTint : t.text1);
            painter.drawText(
                box.adjusted(0, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight, row.texts[column + 1]);
        }
    }
    painter.fillRect(QRectF(0, top + heightOf(section) - 1, width(), 1), t.line);
}

void PriceTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int top = 0;
    for (const Section &section : std::as_const(m_sections)) {
        paintSection(painter, section, top);
        top += heightOf(section) + sectionGap;
    }
}

} // namespace facet::ui
