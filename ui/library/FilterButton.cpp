#include "ui/library/FilterButton.h"

#include "ui/widgets/Naming.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace facet::ui {

namespace {
constexpr int crossWidth = 28; // from the right edge, pixels
constexpr int longestValue = 24; // letters
} // namespace

FilterButton::FilterButton(Theme &theme, const QString &title, const QString &name, QWidget *parent)
    : Button(theme, Kind::Secondary, title, parent)
    , m_title(title)
{
    setName(this, name);
    setChevron(true);
    connect(this, &Button::clicked, this, &FilterButton::menuRequested);
}

void FilterButton::setValue(const QString &value)
{
    m_value = value;
    const QString shown = value.size() > longestValue ? value.left(longestValue - 1) + QChar(0x2026) : value;
    setText(isActive() ? shown : m_title);
    setKind(isActive() ? Kind::Tint : Kind::Secondary);
    setTail(isActive() ? Icon::Close : Icon::ChevronDown);
    setToolTip(isActive() ? tr("%1: %2. Delete shows everything again.").arg(m_title, value) : QString());
    setAccessibleDescription(toolTip());
}

void FilterButton::mousePressEvent(QMouseEvent *event)
{
    if (isActive() && event->button() == Qt::LeftButton && event->position().x() > width() - crossWidth) {
        emit cleared();
        return;
    }
    Button::mousePressEvent(event);
}

void FilterButton::keyPressEvent(QKeyEvent *event)
{
    if (isActive() && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        emit cleared();
        return;
    }
    Button::keyPressEvent(event);
}

} // namespace facet::ui
