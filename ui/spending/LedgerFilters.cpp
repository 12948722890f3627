#include "ui/spending/LedgerFilters.h"

#include "client/spending/Spending.h"
#include "ui/account/CreditWords.h"
#include "ui/spending/SpendingWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Naming.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

namespace facet::ui {

namespace {
constexpr int searchRestMs = 150;
constexpr int searchWidth = 220;
} // namespace

LedgerFilters::LedgerFilters(Theme &theme, client::Spending &spending, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_spending(spending)
    , m_search(new QLineEdit)
    , m_menu(new Button(theme, Button::Kind::Secondary, tr("Filter")))
    , m_filter(spending.ledger().filter())
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    setName(m_search, QStringLiteral("Search ledger"));
    m_search->setPlaceholderText(tr("Model, chat, prompt"));
    m_search->addAction(theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    m_search->setProperty("leadingIcon", true);
    m_search->setMaximumWidth(searchWidth);
    m_search->installEventFilter(this);
    m_search->setText(m_filter.text);
    setName(m_menu, QStringLiteral("Filter"));
    m_menu->setChevron(true);
    m_menu->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addStretch(1);
    row->addWidget(m_search, 2);
    row->addWidget(m_menu);
    m_rest.setSingleShot(true);
    m_rest.setInterval(searchRestMs);
    connect(&m_rest, &QTimer::timeout, this, &LedgerFilters::apply);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_filter.text = m_search->text().trimmed();
        m_rest.start();
    });
    connect(m_menu, &Button::clicked, this, &LedgerFilters::openMenu);
    apply();
}

void LedgerFilters::setRange(const SpendingRange &range)
{
    m_filter.range = range;
    apply();
}

void LedgerFilters::clear()
{
    const SpendingRange range = m_filter.range;
    m_filter = {};
    m_filter.range = range;
    m_search->clear();
    apply();
}

void LedgerFilters::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool LedgerFilters::isActive() const
{
    return m_filter.kind || !m_filter.modelId.isEmpty() || !m_filter.conversationId.isEmpty()
        || !m_filter.text.isEmpty();
}

bool LedgerFilters::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void LedgerFilters::addKinds(QMenu *menu)
{
    QMenu *kinds = menu->addMenu(tr("Kind"));
    auto *group = new QActionGroup(kinds);
    const auto add = [&](const QString &text, std::optional<SpendingRowKind> kind) {
        QAction *action = kinds->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_filter.kind == kind);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind] {
            m_filter.kind = kind;
            apply();
        });
    };
    add(tr("All kinds"), {});
    for (const SpendingRowKind kind : { SpendingRowKind::Hold, SpendingRowKind::Conversation,
             SpendingRowKind::Covered, SpendingRowKind::Release, SpendingRowKind::Refund,
             SpendingRowKind::Grant, SpendingRowKind::TopUp, SpendingRowKind::Expiry })
        add(SpendingWords::kind(kind), kind);
}

void LedgerFilters::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("filterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addKinds(menu);
    const auto addNames = [&](const QString &title, const QString &all,
                              const QList<client::Spending::Name> &names, QString SpendingFilter::*member) {
        QMenu *list = menu->addMenu(title);
        auto *group = new QActionGroup(list);
        const auto add = [&](const QString &text, const QString &id) {
            QAction *action = list->addAction(text);
            action->setCheckable(true);
            action->setChecked(m_filter.*member == id);
            group->addAction(action);
            connect(action, &QAction::triggered, this, [this, id, member] {
                m_filter.*member = id;
                apply();
            });
        };
        add(all, {});
        for (const client::Spending::Name &name : names)
            add(name.name.isEmpty() ? name.id : name.name, name.id);
    };
    addNames(tr("Model"), tr("All models"), m_spending.models(), &SpendingFilter::modelId);
    addNames(
        tr("Conversation"), tr("All chats"), m_spending.conversations(), &SpendingFilter::conversationId);
    menu->addSeparator();
    QAction *none = menu->addAction(tr("Show everything"), this, &LedgerFilters::clear);
    none->setEnabled(isActive());
    menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height() + 4)));
}

void LedgerFilters::apply()
{
    m_rest.stop();
    const int set = (m_filter.kind ? 1 : 0) + (m_filter.modelId.isEmpty() ? 0 : 1)
        + (m_filter.conversationId.isEmpty() ? 0 : 1);
    m_menu->setBadge(set > 0 ? CreditWords::number(set) : QString());
    if (m_spending.ledger().filter() != m_filter)
        m_spending.ledger().setFilter(m_filter);
}

} // namespace facet::ui
