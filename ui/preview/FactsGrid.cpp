#include "ui/preview/FactsGrid.h"

#include "ui/chat/GenerationWords.h"
#include "ui/widgets/ElidedLabel.h"

#include <QDir>
#include <QGridLayout>

namespace facet::ui {

QString shortPath(const QString &path)
{
    const QString home = QDir::homePath();
    if (path.startsWith(home + QLatin1Char('/')))
        return QLatin1Char('~') + path.mid(home.size());
    return path;
}

FactsGrid::FactsGrid(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("facts"));
    m_grid->setContentsMargins(4, 0, 4, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(9);
    m_grid->setColumnMinimumWidth(0, 106);
    m_grid->setColumnStretch(1, 1);
}

void FactsGrid::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

void FactsGrid::addRow(const QString &name, const QString &value, bool good)
{
    if (value.isEmpty())
        return;
    auto *fact =
        new ElidedLabel(m_theme, TextRole::BodyMedium, good ? TextTone::Good : TextTone::Text1, value, this);
    fact->setElideMode(Qt::ElideMiddle);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(new Label(m_theme, TextRole::Body, TextTone::Text2, name, this), m_rows, 0);
    m_grid->addWidget(fact, m_rows, 1);
    ++m_rows;
}

void FactsGrid::present(const client::GenerationRecord &record, const Catalogue &catalogue, int take)
{
    clear();
    const Generation &generation = record.generation;
    addRow(tr("Model"), GenerationWords::modelName(catalogue, generation.modelId));
    if (generation.draft)
        addRow(tr("Made by"), tr("Draft render, without AI"));
    addRow(tr("Input"), GenerationWords::method(generation.method));
    addRow(tr("Options"), GenerationWords::options(record));
    addRow(tr("Agent"), GenerationWords::agent(generation.agent));
    addRow(tr("Charged"), GenerationWords::charge(record), GenerationWords::isFree(record));
    if (take >= 0 && take < record.assets.size())
        addRow(tr("File"), shortPath(record.assets.at(take).filePath));
}

} // namespace facet::ui
