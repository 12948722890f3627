#include "ui/picker/ModelHeading.h"

#include "ui/picker/ModelBadge.h"
#include "ui/widgets/ElidedLabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int badgeSize = 40;
}

ModelHeading::ModelHeading(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new ElidedLabel(theme, TextRole::Title, TextTone::Text1))
    , m_vendor(new ElidedLabel(theme, TextRole::Small, TextTone::Text2))
{
    setFixedHeight(badgeSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(badgeSize + 8, 0, 0, 0);
    layout->setSpacing(2);
    layout->addStretch();
    layout->addWidget(m_name);
    layout->addWidget(m_vendor);
    layout->addStretch();
}

void ModelHeading::present(
    const QString &name, const QString &vendor, const Catalogue &catalogue, const QString &modelId)
{
    m_name->setFullText(name);
    m_vendor->setFullText(vendor);
    m_vendor->setVisible(!vendor.isEmpty());
    m_catalogue = catalogue;
    m_modelId = modelId;
    update();
}

void ModelHeading::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintModelBadge(painter, QRectF(0, 0, badgeSize, badgeSize), m_theme, m_catalogue,
        m_modelId.isEmpty() ? nullptr : m_catalogue.find(m_modelId));
}

} // namespace facet::ui
