#include "ui/window/CentredColumn.h"

#include <QHBoxLayout>

namespace facet::ui {

CentredColumn::CentredColumn(QWidget *content, int maxWidth, const QMargins &margins, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(margins);
    layout->setSpacing(0);
    content->setMaximumWidth(maxWidth);
    layout->addStretch(1);
    layout->addWidget(content, 1000); // the stretches only get what the maximum leaves over
    layout->addStretch(1);
}

} // namespace facet::ui
