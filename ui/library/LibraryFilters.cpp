#include "ui/library/LibraryFilters.h"

#include "ui/chat/GenerationWords.h"
#include "ui/library/FilterButton.h"
#include "ui/library/LibraryWords.h"
#include "ui/widgets/DatesPopover.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Naming.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

namespace facet::ui {

namespace {

constexpr int searchRestMs = 120;

struct CreditRange {
    std::optional<Credits> least;
    std::optional<Credits> most;
    friend bool operator==(const CreditRange &, const CreditRange &) = default;
};

} // namespace

LibraryFilters::LibraryFilters(Theme &theme, client::Library &library, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_library(library)
    , m_filter(library.filter())
    , m_search(new QLineEdit(this))
    , m_model(new FilterButton(theme, tr("Model"), QStringLiteral("Filter by model")))
    , m_method(new FilterButton(theme, tr("Method"), QStringLiteral("Filter by method")))
    , m_days(new FilterButton(theme, tr("Any time"), QStringLiteral("Filter by date")))
    , m_kind(new FilterButton(theme, tr("Kind"), QStringLiteral("Filter by kind")))
    , m_more(new Button(theme, Button::Kind::Secondary, tr("More")))
    , m_sort(new Button(theme, Button::Kind::Quiet))
{
    setName(m_search, QStringLiteral("Search library"));
    m_search->setPlaceholderText(tr("Search prompts"));
    m_search->addAction(theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    m_search->setProperty("leadingIcon", true);
    m_search->setClearButtonEnabled(false);
    m_search->setMinimumWidth(120);
    m_search->setMaximumWidth(340);
    m_search->installEventFilter(this);
    m_search->setText(m_filter.text);
    setName(m_more, QStringLiteral("More filters"));
    m_more->setChevron(true);
    setName(m_sort, QStringLiteral("Sort results"));
    m_sort->setChevron(true);
    auto *row = new FlowLayout(this, 8);
    for (QWidget *button : QList<QWidget *>{ m_model, m_method, m_days, m_kind, m_more, m_sort })
        row->addWidget(button);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_rest.setSingleShot(true);
    m_rest.setInterval(searchRestMs);
    connect(&m_rest, &QTimer::timeout, this, &LibraryFilters::apply);
    connect(m_search, &QLineEdit::textEdited, this, &LibraryFilters::typed);
    connect(m_model, &FilterButton::menuRequested, this, &LibraryFilters::openModels);
    connect(m_method, &FilterButton::menuRequested, this, &LibraryFilters::openMethods);
    connect(m_days, &FilterButton::menuRequested, this, &LibraryFilters::openDays);
    connect(m_kind, &FilterButton::menuRequested, this, &LibraryFilters::openKinds);
    connect(m_more, &Button::clicked, this, &LibraryFilters::openMore);
    connect(m_sort, &Button::clicked, this, &LibraryFilters::openSort);
    using Filter = client::LibraryFilter;
    const auto clears = [this](FilterButton *button, void (*take)(Filter &)) {
        connect(button, &FilterButton::cleared, this, [this, take] { change(take); });
    };
    clears(m_model, [](Filter &f) { f.modelId.clear(); });
    clears(m_method, [](Filter &f) { f.method.reset(); });
    clears(m_days, [](Filter &f) { f.days = {}; });
    clears(m_kind, [](Filter &f) { f.kind.reset(); });
    // The other place that shows the library has changed its filter.
    connect(&m_library, &QAbstractItemModel::modelReset, this, [this] {
        if (m_rest.isActive())
            return;
        m_filter = m_library.filter();
        if (window()->focusWidget() != m_search) // what is being typed is not touched
            m_search->setText(m_filter.text);
        refresh();
    });
    connect(&m_library, &client::Library::totalChanged, this, &LibraryFilters::refresh);
    refresh();
}

void LibraryFilters::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LibraryFilters::clear()
{
    m_search->clear();
    m_composing.clear();
    change([](client::LibraryFilter &filter) { filter = {}; });
}

void LibraryFilters::typed()
{
    QString text = m_search->text();
    text.insert(m_search->cursorPosition(), m_composing);
    m_filter.text = text.trimmed();
    m_rest.start();
}

bool LibraryFilters::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::InputMethod) {
        // A Korean syllable that is being composed counts already.
        m_composing = static_cast<QInputMethodEvent *>(event)->preeditString();
        QMetaObject::invokeMethod(this, &LibraryFilters::typed, Qt::QueuedConnection);
    }
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            change([](client::LibraryFilter &filter) { filter.text.clear(); });
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (m_rest.isActive())
                apply();
            emit left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LibraryFilters::change(const std::function<void(client::LibraryFilter &)> &edit)
{
    edit(m_filter);
    apply();
}

void LibraryFilters::apply()
{
    m_rest.stop();
    refresh();
    m_library.setFilter(m_filter);
}

void LibraryFilters::refresh()
{
    QString model = m_filter.modelId;
    const QList<client::Library::Name> names = m_library.models();
    for (const client::Library::Name &name : names) {
        if (name.id == m_filter.modelId)
            model = name.name;
    }
    m_model->setValue(model);
    m_method->setValue(m_filter.method ? GenerationWords::method(*m_filter.method) : QString());
    m_days->setValue(m_filter.days == SpendingRange{} ? QString() : LibraryWords::days(m_filter.days));
    m_kind->setValue(m_filter.kind ? LibraryWords::kind(*m_filter.kind) : QString());
    const int more = (m_filter.agent ? 1 : 0) + (m_filter.leastCredits || m_filter.mostCredits ? 1 : 0)
        + (m_filter.favourites ? 1 : 0) + (m_filter.draft ? 1 : 0);
    m_more->setBadge(more > 0 ? QLocale().toString(more) : QString());
    m_sort->setText(LibraryWords::sort(m_library.sort()));
    updateGeometry();
}

// ---- menus --------------------------------------------------------------------------------------------

template <typename Value>
void LibraryFilters::addChoice(QMenu *menu, const QString &text, const Value &value, const Value &current,
    const std::function<void(const Value &)> &choose)
{
    auto *group = menu->findChild<QActionGroup *>(QString(), Qt::FindDirectChildrenOnly);
    if (!group)
        group = new QActionGroup(menu);
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(value == current);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [value, choose] { choose(value); });
}

QMenu *LibraryFilters::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("libraryMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void LibraryFilters::popUp(QMenu *menu, QWidget *below)
{
    menu->popup(below->mapToGlobal(QPoint(0, below->height() + 4)));
}

void LibraryFilters::openModels()
{
    QMenu *menu = makeMenu();
    const std::function<void(const QString &)> choose = [this](const QString &id) {
        change([&id](client::LibraryFilter &filter) { filter.modelId = id; });
    };
    addChoice(menu, tr("All models"), QString(), m_filter.modelId, choose);
    const QList<client::Library::Name> names = m_library.models();
    for (const client::Library::Name &name : names)
        addChoice(menu, name.name, name.id, m_filter.modelId, choose);
    popUp(menu, m_model);
}

void LibraryFilters::openMethods()
{
    QMenu *menu = makeMenu();
    using Choice = std::optional<Method>;
    const std::function<void(const Choice &)> choose = [this](const Choice &method) {
        change([&method](client::LibraryFilter &filter) { filter.method = method; });
    };
    addChoice(menu, tr("All methods"), Choice(), m_filter.method, choose);
    for (const Method method :
        { Method::Text, Method::Image, Method::StartEnd, Method::Audio, Method::Video })
        addChoice(menu, GenerationWords::method(method), Choice(method), m_filter.method, choose);
    popUp(menu, m_method);
}

void LibraryFilters::openDays()
{
    QMenu *menu = makeMenu();
    const QDate today = QDate::currentDate();
    const std::function<void(const SpendingRange &)> choose = [this](const SpendingRange &days) {
        change([&days](client::LibraryFilter &filter) { filter.days = days; });
    };
    addChoice(menu, tr("Any time"), SpendingRange{}, m_filter.days, choose);
    addChoice(menu, tr("Today"), SpendingRange{ today, today }, m_filter.days, choose);
    addChoice(menu, tr("Last 7 days"), SpendingRange{ today.addDays(-6), today }, m_filter.days, choose);
    addChoice(menu, tr("Last 30 days"), SpendingRange{ today.addDays(-29), today }, m_filter.days, choose);
    addChoice(
        menu, tr("This year"), SpendingRange{ QDate(today.year(), 1, 1), today }, m_filter.days, choose);
    menu->addSeparator();
    menu->addAction(tr("Dates…"), this, [this, choose] {
        if (!m_dates) {
            m_dates = new DatesPopover(m_theme, this);
            connect(m_dates, &DatesPopover::chosen, this, [choose](const QDate &from, const QDate &to) {
                choose({ from, to });
            });
        }
        m_dates->ask(m_days);
    });
    popUp(menu, m_days);
}

void LibraryFilters::openKinds()
{
    QMenu *menu = makeMenu();
    using Choice = std::optional<ModelKind>;
    const std::function<void(const Choice &)> choose = [this](const Choice &kind) {
        change([&kind](client::LibraryFilter &filter) { filter.kind = kind; });
    };
    addChoice(menu, tr("All kinds"), Choice(), m_filter.kind, choose);
    for (const ModelKind kind : { ModelKind::Video, ModelKind::Image, ModelKind::Audio })
        addChoice(menu, LibraryWords::kind(kind), Choice(kind), m_filter.kind, choose);
    popUp(menu, m_kind);
}

void LibraryFilters::addCredits(QMenu *menu)
{
    const CreditRange current{ m_filter.leastCredits, m_filter.mostCredits };
    const std::function<void(const CreditRange &)> choose = [this](const CreditRange &range) {
        change([&range](client::LibraryFilter &filter) {
            filter.leastCredits = range.least;
            filter.mostCredits = range.most;
        });
    };
    QMenu *credits = menu->addMenu(tr("Credits"));
    const QLocale locale;
    addChoice(credits, tr("Any"), CreditRange{}, current, choose);
    addChoice(credits, tr("Nothing taken"), CreditRange{ {}, 0 }, current, choose);
    Credits from = 1;
    for (const Credits to : { Credits(50), Credits(200), Credits(1000) }) {
        addChoice(credits, tr("%1 to %2", "credits").arg(locale.toString(from), locale.toString(to)),
            CreditRange{ from, to }, current, choose);
        from = to + 1;
    }
    addChoice(credits, tr("More than %1", "credits").arg(locale.toString(from - 1)), CreditRange{ from, {} },
        current, choose);
}

void LibraryFilters::openMore()
{
    QMenu *menu = makeMenu();
    QAction *favourites = menu->addAction(tr("Favourites only"));
    favourites->setCheckable(true);
    favourites->setChecked(m_filter.favourites);
    connect(favourites, &QAction::triggered, this,
        [this](bool on) { change([on](client::LibraryFilter &filter) { filter.favourites = on; }); });
    menu->addSeparator();
    using Agent = std::optional<AgentVersion>;
    const std::function<void(const Agent &)> chooseAgent = [this](const Agent &agent) {
        change([&agent](client::LibraryFilter &filter) { filter.agent = agent; });
    };
    QMenu *agents = menu->addMenu(tr("Agent"));
    addChoice(agents, tr("Both agents"), Agent(), m_filter.agent, chooseAgent);
    for (const AgentVersion agent : { AgentVersion::V1, AgentVersion::V2 })
        addChoice(agents, GenerationWords::agent(agent), Agent(agent), m_filter.agent, chooseAgent);
    addCredits(menu);
    using Draft = std::optional<bool>;
    const std::function<void(const Draft &)> chooseDraft = [this](const Draft &draft) {
        change([&draft](client::LibraryFilter &filter) { filter.draft = draft; });
    };
    QMenu *drafts = menu->addMenu(tr("Drafts"));
    addChoice(drafts, tr("Drafts and others"), Draft(), m_filter.draft, chooseDraft);
    addChoice(drafts, tr("Only drafts"), Draft(true), m_filter.draft, chooseDraft);
    addChoice(drafts, tr("No drafts"), Draft(false), m_filter.draft, chooseDraft);
    menu->addSeparator();
    QAction *none = menu->addAction(tr("Clear filters"), this, &LibraryFilters::clear);
    none->setEnabled(!m_filter.isEmpty());
    popUp(menu, m_more);
}

void LibraryFilters::openSort()
{
    QMenu *menu = makeMenu();
    using client::LibrarySort;
    const std::function<void(const LibrarySort &)> choose = [this](const LibrarySort &sort) {
        m_library.setSort(sort);
        refresh();
    };
    for (const LibrarySort sort : { LibrarySort::Newest, LibrarySort::Oldest, LibrarySort::MostCredits,
             LibrarySort::FewestCredits, LibrarySort::Longest, LibrarySort::Shortest })
        addChoice(menu, LibraryWords::sort(sort), sort, m_library.sort(), choose);
    popUp(menu, m_sort);
}

} // namespace facet::ui
