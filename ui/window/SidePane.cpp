#include "ui/window/SidePane.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Naming.h"

#include <QButtonGroup>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int barHeight = 52;
}

SidePane::SidePane(Theme &theme, QWidget *parent)
    : Fill(theme, Ground::Surface, Qt::LeftEdge, parent)
    , m_theme(theme)
    , m_tabs(new QButtonGroup(this))
    , m_bar(new QHBoxLayout)
    , m_stack(new QStackedWidget)
{
    auto *bar = new Fill(theme, Ground::Surface, Qt::BottomEdge);
    bar->setFixedHeight(barHeight);
    bar->setLayout(m_bar);
    m_bar->setContentsMargins(12, 0, 12, 1);
    m_bar->setSpacing(4);
    m_bar->addStretch();
    m_hide = new Button(
        theme, Button::Kind::Quiet, Icon::PanelRight, QStringLiteral("Hide pane"), tr("Hide this pane"));
    m_bar->addWidget(m_hide);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    connect(m_hide, &Button::clicked, this, &SidePane::hideRequested);
    connect(m_tabs, &QButtonGroup::idClicked, this, &SidePane::setCurrent);
}

int SidePane::addTab(const QString &text, const QString &name, Factory factory)
{
    const int tab = static_cast<int>(m_factories.size());
    auto *button = new Button(m_theme, Button::Kind::Tab, text);
    setName(button, name);
    m_tabs->addButton(button, tab);
    m_bar->insertWidget(tab, button);
    m_factories.append(std::move(factory));
    m_contents.append(nullptr);
    auto *page = new QWidget;
    (new QVBoxLayout(page))->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(page);
    if (tab == 0)
        button->setChecked(true);
    return tab;
}

void SidePane::setCurrent(int tab)
{
    if (QAbstractButton *button = m_tabs->button(tab))
        button->setChecked(true);
    if (isVisible())
        content(tab);
    m_stack->setCurrentIndex(tab);
}

int SidePane::current() const
{
    return m_stack->currentIndex();
}

void SidePane::setBadge(int tab, const QString &text)
{
    static_cast<Button *>(m_tabs->button(tab))->setBadge(text);
}

QWidget *SidePane::content(int tab)
{
    if (!m_contents[tab]) {
        QWidget *page = m_stack->widget(tab);
        m_contents[tab] = m_factories[tab](page);
        page->layout()->addWidget(m_contents[tab]);
    }
    return m_contents[tab];
}

void SidePane::showEvent(QShowEvent *event)
{
    Fill::showEvent(event);
    // Tab goes as it stands: the tabs, the button that folds the pane away, the content.
    const QList<QAbstractButton *> tabs = m_tabs->buttons();
    for (qsizetype i = 1; i < tabs.size(); ++i)
        setTabOrder(tabs[i - 1], tabs[i]);
    setTabOrder(tabs.last(), m_hide);
    content(current());
}

} // namespace facet::ui
