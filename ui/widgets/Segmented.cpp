#include "ui/widgets/Segmented.h"

#include "ui/widgets/Naming.h"
#include "ui/widgets/SegmentedPart.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace facet::ui {

Segmented::Segmented(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
    // Tab comes to the chosen part; the arrow keys go on from there.
    connect(m_group, &QButtonGroup::buttonToggled, this,
        [](QAbstractButton *part, bool on) { part->setFocusPolicy(on ? Qt::TabFocus : Qt::NoFocus); });
    connect(&m_theme, &Theme::changed, this, qOverload<>(&Segmented::update));
}

int Segmented::addPart(const QString &text, const QString &name)
{
    const int index = static_cast<int>(m_group->buttons().size());
    auto *part = new SegmentedPart(m_theme, text, this);
    setName(part, name);
    m_group->addButton(part, index);
    layout()->addWidget(part);
    return index;
}

void Segmented::setPartText(int index, const QString &text)
{
    if (QAbstractButton *part = m_group->button(index)) {
        part->setText(text);
        part->updateGeometry();
    }
}

void Segmented::setPartHint(int index, const QString &hint)
{
    if (QAbstractButton *part = m_group->button(index)) {
        part->setToolTip(hint);
        part->setAccessibleDescription(hint);
    }
}

int Segmented::currentIndex() const
{
    return m_group->checkedId();
}

void Segmented::setCurrentIndex(int index)
{
    if (QAbstractButton *part = m_group->button(index))
        part->setChecked(true);
}

void Segmented::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.segment);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5);
}

} // namespace facet::ui
