#include "ui/picker/ModelPicker.h"

#include "client/composer/Composer.h"
#include "client/session/Session.h"
#include "ui/chat/GenerationWords.h"
#include "ui/picker/ModelDelegate.h"
#include "ui/picker/ModelDetail.h"
#include "ui/settings/Settings.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Fill.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

namespace facet::ui {

namespace {

const QSize pickerSize(760, 520);
constexpr int leftWidth = 380;

// As they stand in the settings.
QString settingOf(ModelList::Sort sort)
{
    switch (sort) {
    case ModelList::Sort::Credits:
        return QStringLiteral("credits");
    case ModelList::Sort::Name:
        return QStringLiteral("name");
    case ModelList::Sort::CoveredFirst:
        return QStringLiteral("covered");
    }
    return {};
}

constexpr ModelList::Sort sorts[] = { ModelList::Sort::Credits, ModelList::Sort::Name,
    ModelList::Sort::CoveredFirst };

ModelList::Sort sortOf(const QString &setting)
{
    for (const ModelList::Sort sort : sorts) {
        if (settingOf(sort) == setting)
            return sort;
    }
    return ModelList::Sort::Credits;
}

} // namespace

ModelPicker::ModelPicker(
    Theme &theme, client::Session &session, client::Composer &composer, Settings &settings, QWidget *parent)
    : Popover(theme, parent)
    , m_theme(theme)
    , m_session(session)
    , m_composer(composer)
    , m_settings(settings)
    , m_list(new ModelList(this))
    , m_delegate(new ModelDelegate(theme, session, *m_list, this))
    , m_search(new QLineEdit)
    , m_kinds(new QButtonGroup(this))
    , m_sort(new Button(theme, Button::Kind::Quiet))
    , m_view(new QListView)
    , m_nothing(new Label(theme, TextRole::Small, TextTone::Text2))
    , m_detail(new ModelDetail(theme, session))
{
    setObjectName(QStringLiteral("modelPicker"));
    setAccessibleName(QStringLiteral("Model picker"));
    auto *layout = new QHBoxLayout(body());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeLeft(), 1);
    auto *line = new Fill(theme, Fill::Ground::Surface, Qt::LeftEdge);
    line->setFixedWidth(1);
    layout->addWidget(line);
    QSizePolicy keepsItsPlace(QSizePolicy::Preferred, QSizePolicy::Preferred);
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_detail->setSizePolicy(keepsItsPlace);
    layout->addWidget(m_detail, 1);

    m_list->setDescribe([this](const Model *model) { return m_delegate->describe(model); });
    m_list->setSort(sortOf(m_settings.pickerSort()));
    connect(m_search, &QLineEdit::textChanged, this, &ModelPicker::search);
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int kind) {
        m_list->setKind(static_cast<ModelKind>(kind));
        m_search->clear(); // a search looks through every kind: choosing one ends it
        selectRow(m_list->rowCount() > 1 ? 1 : 0);
    });
    connect(m_sort, &Button::clicked, this, &ModelPicker::openSortMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelPicker::showCurrent);
    connect(m_view, &QListView::doubleClicked, this, &ModelPicker::use);
    connect(m_list, &QAbstractItemModel::modelReset, this, &ModelPicker::followRows);
    connect(m_detail, &ModelDetail::useRequested, this, &ModelPicker::use);
    connect(m_detail, &ModelDetail::plansRequested, this, [this] {
        closePopover();
        emit plansRequested();
    });
    for (const auto changed : { &client::Session::catalogueChanged, &client::Session::accountChanged })
        connect(&m_session, changed, this, [this] {
            if (isOpen())
                refresh();
        });
}

QWidget *ModelPicker::makeLeft()
{
    auto *left = new QWidget;
    left->setMinimumWidth(240);
    left->setMaximumWidth(leftWidth);
    left->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    setName(m_search, QStringLiteral("Search models"));
    m_search->setPlaceholderText(tr("Search models"));
    m_search->setToolTip(tr("By name, or by what it can do: lip sync, 4K, start frame, unlimited"));
    m_search->addAction(m_theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->setProperty("leadingIcon", true);
    m_search->installEventFilter(this);
    layout->addWidget(m_search);
    layout->addLayout(makeKinds());

    setName(m_view, QStringLiteral("Model list"));
    m_view->setModel(m_list);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setProperty("bare", true);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->installEventFilter(this);
    layout->addWidget(m_view, 1);
    m_nothing->setObjectName(QStringLiteral("noModels"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_nothing->setContentsMargins(12, 24, 12, 0);
    m_nothing->hide();
    layout->addWidget(m_nothing, 1);
    return left;
}

QLayout *ModelPicker::makeKinds()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(2);
    const struct {
        ModelKind kind;
        QString text;
        const char *name;
    } kinds[] = { { ModelKind::Video, tr("Video"), "Video models" },
        { ModelKind::Image, tr("Image"), "Image models" }, { ModelKind::Audio, tr("Audio"), "Audio models" },
        { ModelKind::Tool, tr("Tools"), "Tool models" } };
    for (const auto &kind : kinds) {
        auto *button = new Button(m_theme, Button::Kind::Tab, kind.text);
        setName(button, QLatin1String(kind.name));
        m_kinds->addButton(button, static_cast<int>(kind.kind));
        bar->addWidget(button);
    }
    bar->addStretch();
    m_sort->setChevron(true);
    setName(m_sort, QStringLiteral("Sort models"));
    bar->addWidget(m_sort);
    return bar;
}

QList<InputRole> ModelPicker::inputs() const
{
    QList<InputRole> roles;
    const QList<client::Attachment> attachments = m_composer.attachments();
    for (const client::Attachment &attachment : attachments)
        roles.append(attachment.role);
    return roles;
}

Quote ModelPicker::quoteWith(const std::optional<QString> &modelId) const
{
    if (modelId == m_composer.pickedModel())
        return m_composer.quote();
    const QuoteRequest request{ m_composer.agent(), modelId, m_composer.text(), inputs(),
        m_composer.options(), false };
    const QuoteContext context{ m_session.catalogue(), m_session.agents(), m_session.account(),
        m_session.plans(), QDateTime::currentDateTimeUtc() };
    return makeQuote(request, context, m_reader);
}

void ModelPicker::openFor(QWidget *anchor)
{
    {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    m_list->setSearch({});
    refresh();
    openAt(anchor, Side::Above, pickerSize);
    m_search->setFocus(Qt::PopupFocusReason);
}

void ModelPicker::search(const QString &text)
{
    m_list->setSearch(text);
    if (QAbstractButton *kind = m_kinds->button(static_cast<int>(m_list->kind()))) {
        // While a search looks through every kind, none of them is the chosen one.
        m_kinds->setExclusive(false);
        kind->setChecked(text.trimmed().isEmpty());
        m_kinds->setExclusive(true);
    }
    selectRow(text.trimmed().isEmpty() ? qMax(0, m_list->rowOf(m_composer.pickedModel())) : 0);
}

void ModelPicker::followRows()
{
    const bool any = m_list->rowCount() > 0;
    m_view->setVisible(any);
    m_nothing->setVisible(!any);
    m_detail->setVisible(any);
    if (!any)
        m_nothing->setText(tr("No model answers to “%1”. Try a name, a vendor, or what it should do.")
                               .arg(m_search->text().trimmed()));
}

void ModelPicker::refresh()
{
    m_sort->setText(sortName(m_list->sort()));
    m_delegate->setInputs(inputs());
    const std::optional<QString> picked = m_composer.pickedModel();
    const Model *model =
        picked ? m_session.catalogue().find(*picked) : m_session.catalogue().find(m_composer.quote().modelId);
    ModelKind kind = model ? model->kind : ModelKind::Video;
    if (kind == ModelKind::Other)
        kind = ModelKind::Tool;
    m_list->setKind(kind);
    m_list->setCatalogue(m_session.catalogue(), m_session.account().benefits);
    if (QAbstractButton *button = m_kinds->button(static_cast<int>(kind)))
        button->setChecked(true);
    const Quote automatic = quoteWith({});
    const Model *chosen = m_session.catalogue().find(automatic.modelId);
    m_delegate->setAutomatic(chosen ? chosen->name : QString(), automatic.generationCredits);
    selectRow(qMax(0, m_list->rowOf(picked)));
}

void ModelPicker::selectRow(int row)
{
    if (m_list->rowCount() == 0)
        return;
    const QModelIndex index = m_list->index(qBound(0, row, m_list->rowCount() - 1), 0);
    if (m_view->currentIndex() == index)
        showCurrent(); // the row is the same, what stands there may not be
    else
        m_view->setCurrentIndex(index);
}

void ModelPicker::showCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const Model *model = m_list->model(index.row());
    if (model)
        m_detail->present(*model, quoteWith(model->id).options, inputs());
    else
        m_detail->presentAutomatic(quoteWith({}), m_composer.agent());
}

void ModelPicker::use()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const Model *model = m_list->model(index.row());
    if (model && !isUsable(*model))
        return;
    m_composer.pickModel(model ? std::optional<QString>(model->id) : std::nullopt);
    closePopover();
}

QString ModelPicker::sortName(ModelList::Sort sort)
{
    switch (sort) {
    case ModelList::Sort::Credits:
        return tr("Credits");
    case ModelList::Sort::Name:
        return tr("Name");
    case ModelList::Sort::CoveredFirst:
        return tr("Covered first");
    }
    return {};
}

void ModelPicker::openSortMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ModelList::Sort sort : sorts) {
        QAction *action = menu->addAction(sortName(sort), this, [this, sort] { setSort(sort); });
        action->setCheckable(true);
        action->setChecked(sort == m_list->sort());
    }
    menu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height())));
}

void ModelPicker::setSort(ModelList::Sort sort)
{
    m_settings.setPickerSort(settingOf(sort));
    const QString current = m_view->currentIndex().data(ModelList::ModelIdRole).toString();
    m_list->setSort(sort);
    m_sort->setText(sortName(sort));
    m_sort->updateGeometry();
    selectRow(qMax(0, m_list->rowOf(current.isEmpty() ? std::nullopt : std::optional(current))));
}

int ModelPicker::rowsInView() const
{
    const int height = m_view->sizeHintForRow(0);
    return height > 0 ? qMax(1, m_view->viewport()->height() / height - 1) : 1;
}

bool ModelPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_search || watched == m_view)) {
        auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_view->currentIndex().row();
        switch (key->key()) {
        case Qt::Key_Down:
        case Qt::Key_Up:
            if (watched != m_search)
                break;
            selectRow(row + (key->key() == Qt::Key_Down ? 1 : -1));
            return true;
        case Qt::Key_PageDown:
        case Qt::Key_PageUp:
            if (watched != m_search)
                break;
            selectRow(row + (key->key() == Qt::Key_PageDown ? 1 : -1) * rowsInView());
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            use();
            return true;
        default:
            break;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace facet::ui
