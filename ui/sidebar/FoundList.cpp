#include "ui/sidebar/FoundList.h"

#include "ui/sidebar/FoundDelegate.h"
#include "ui/sidebar/FoundMessages.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

namespace facet::ui {

FoundList::FoundList(
    Theme &theme, client::Search &search, client::Conversations &conversations, QWidget *parent)
    : QWidget(parent)
    , m_found(new FoundMessages(search, conversations, this))
    , m_heading(new Label(theme, TextRole::CaptionStrong, TextTone::Text2))
    , m_list(new QListView)
{
    setName(m_list, QStringLiteral("Found messages"));
    m_list->setModel(m_found);
    m_list->setItemDelegate(new FoundDelegate(theme, *m_found, m_list));
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("bare", true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_heading->setContentsMargins(8, 6, 0, 6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListView::clicked, this, &FoundList::choose);
    connect(m_list, &QListView::activated, this, &FoundList::choose);
    connect(m_found, &FoundMessages::answered, this, &FoundList::refresh);
    connect(m_found, &FoundMessages::failed, this, &FoundList::failed);
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    hide();
}

void FoundList::look(const QString &text)
{
    m_found->look(text);
    if (text.isEmpty())
        hide();
}

void FoundList::refresh()
{
    const int count = m_found->rowCount();
    const QString number = QLocale().toString(count);
    m_heading->setText(count == 0 ? tr("No message has this")
            : m_found->hasMore()  ? tr("Messages · the newest %1").arg(number)
                                  : tr("Messages · %1").arg(number));
    m_list->setVisible(count > 0);
    setVisible(!m_found->text().isEmpty());
}

void FoundList::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const client::SearchHit hit = m_found->hit(index.row());
    emit chosen(hit.conversationId, hit.itemId);
}

} // namespace facet::ui
