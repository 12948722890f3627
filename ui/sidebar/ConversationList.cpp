#include "ui/sidebar/ConversationList.h"

#include "client/chat/Conversations.h"
#include "ui/sidebar/ConversationDelegate.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/PosterCache.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace facet::ui {

ConversationList::ConversationList(
    Theme &theme, client::Conversations &conversations, PosterCache &posters, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_conversations(conversations)
{
    setName(this, QStringLiteral("Conversations"));
    setModel(&m_conversations);
    setItemDelegate(new ConversationDelegate(theme, conversations, posters, this));
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setProperty("bare", true);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setResizeMode(QListView::Adjust);
    setEditTriggers(QAbstractItemView::EditKeyPressed);

    connect(this, &QListView::clicked, this, &ConversationList::choose);
    connect(this, &QListView::activated, this, &ConversationList::choose);
    connect(&m_conversations, &client::Conversations::currentChanged, this, &ConversationList::followCurrent);
    connect(&m_conversations, &QAbstractItemModel::rowsInserted, this, &ConversationList::followCurrent);
    connect(&m_conversations, &QAbstractItemModel::modelReset, this, &ConversationList::followCurrent);
    connect(&m_conversations, &QAbstractItemModel::rowsMoved, this, [this] { doItemsLayout(); });
    connect(&posters, &PosterCache::ready, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    followCurrent();
}

bool ConversationList::focusFirst()
{
    if (m_conversations.rowCount() == 0)
        return false;
    setFocus(Qt::OtherFocusReason);
    setCurrentIndex(m_conversations.index(0, 0));
    return true;
}

void ConversationList::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_conversations.open(m_conversations.summary(index.row()).id);
    emit chosen();
}

void ConversationList::followCurrent()
{
    if (state() == EditingState)
        return;
    const int row = m_conversations.rowOf(m_conversations.currentId());
    if (row >= 0)
        setCurrentIndex(m_conversations.index(row, 0));
    else
        clearSelection();
    viewport()->update();
}

void ConversationList::remove(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const int row = index.row();
    m_conversations.remove(m_conversations.summary(row).id);
    if (hasFocus() && m_conversations.rowCount() > 0)
        setCurrentIndex(m_conversations.index(qMin(row, m_conversations.rowCount() - 1), 0));
}

void ConversationList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier) {
        remove(currentIndex());
        return;
    }
    if (event->matches(QKeySequence::Undo)) {
        if (const auto removed = m_conversations.lastRemoved())
            m_conversations.bringBack(removed->id);
        return;
    }
    QListView::keyPressEvent(event);
}

void ConversationList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    const QRect row = visualRect(index);
    openMenu(index,
        byMouse ? event->globalPos()
                : viewport()->mapToGlobal(row.bottomLeft() + QPoint(24, -row.height() / 3)));
}

void ConversationList::openMenu(const QModelIndex &index, const QPoint &at)
{
    const client::ConversationSummary summary = m_conversations.summary(index.row());
    const QString id = summary.id;
    const auto rowNow = [this, id] { return m_conversations.index(m_conversations.rowOf(id), 0); };
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("conversationMenu"));
    QAction *rename = menu->addAction(m_theme.icon(Icon::Pencil), tr("Rename"), this, [this, rowNow] {
        setFocus(Qt::OtherFocusReason);
        setCurrentIndex(rowNow());
        edit(rowNow());
    });
    rename->setShortcut(QKeySequence(Qt::Key_F2));
    if (!summary.archived) {
        const bool pin = !summary.isPinned();
        menu->addAction(m_theme.icon(Icon::Pin), pin ? tr("Pin") : tr("Unpin"), this,
            [this, id, pin] { m_conversations.setPinned(id, pin); });
    }
    const bool archive = !summary.archived;
    menu->addAction(m_theme.icon(Icon::Archive), archive ? tr("Archive") : tr("Bring back from the archive"),
        this, [this, id, archive] { m_conversations.setArchived(id, archive); });
    menu->addAction(
        m_theme.icon(Icon::Download), tr("Export…"), this, [this, id] { emit exportRequested(id); });
    menu->addSeparator();
    QAction *gone =
        menu->addAction(m_theme.icon(Icon::Trash), tr("Delete"), this, [this, rowNow] { remove(rowNow()); });
    gone->setShortcut(QKeySequence(Qt::Key_Delete));
    menu->popup(at);
}

} // namespace facet::ui
