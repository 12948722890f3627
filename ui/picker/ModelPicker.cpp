#include "ui/picker/ModelPicker.h"

#include "client/composer/Composer.h"
#include "client/session/Session.h"
#include "ui/chat/GenerationWords.h"
#include "ui/picker/ModelDelegate.h"
#include "ui/picker/ModelDetail.h"
#include "ui/settings/Settings.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Fill.h"
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
    layout->addWidget(m_detail, 1);

    m_list->setSort(m_settings.pickerSortsByName() ? ModelList::Sort::Name : ModelList::Sort::Credits);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_list->setSearch(text);
        selectRow(0);
    });
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int kind) {
        m_list->setKind(static_cast<ModelKind>(kind));
        selectRow(m_list->rowCount() > 1 ? 1 : 0);
    });
    connect(m_sort, &Button::clicked, this, &ModelPicker::openSortMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelPicker::showCurrent);
    connect(m_view, &QListView::doubleClicked, this, &ModelPicker::use);
    connect(m_detail, &ModelDetail::useRequested, this, &ModelPicker::use);
    connect(&m_session, &client::Session::catalogueChanged, this, [this] {
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
    m_search->addAction(m_theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->setProperty("leadingIcon", true);
    m_search->installEventFilter(this);
    layout->addWidget(m_search);

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
    layout->addLayout(bar);

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
    return left;
}

Quote ModelPicker::quoteWith(const std::optional<QString> &modelId) const
{
    QuoteRequest request;
    request.agent = m_composer.agent();
    request.modelId = modelId;
    request.prompt = m_composer.text();
    for (const client::Attachment &attachment : m_composer.attachments())
        request.inputs.append(attachment.role);
    request.options = m_composer.options();
    const QuoteContext context{ m_session.catalogue(), m_session.agents(), m_session.account(),
        m_session.plans(), QDateTime::currentDateTimeUtc() };
    return makeQuote(request, context);
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

void ModelPicker::refresh()
{
    m_sort->setText(m_settings.pickerSortsByName() ? tr("Name") : tr("Credits"));
    m_list->setCatalogue(m_session.catalogue());
    const std::optional<QString> picked = m_composer.pickedModel();
    const Model *model =
        picked ? m_session.catalogue().find(*picked) : m_session.catalogue().find(m_composer.quote().modelId);
    ModelKind kind = model ? model->kind : ModelKind::Video;
    if (kind == ModelKind::Other)
        kind = ModelKind::Tool;
    m_list->setKind(kind);
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
    m_view->setCurrentIndex(m_list->index(qBound(0, row, m_list->rowCount() - 1), 0));
    showCurrent();
}

void ModelPicker::showCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const Model *model = m_list->model(index.row());
    if (model)
        m_detail->present(*model, quoteWith(model->id).options);
    else
        m_detail->presentAutomatic(quoteWith({}), m_composer.agent());
}

void ModelPicker::use()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const Model *model = m_list->model(index.row());
    if (model
        && (model->status == ModelStatus::RetiredUpstream || model->status == ModelStatus::NeedsConnection))
        return;
    m_composer.pickModel(model ? std::optional<QString>(model->id) : std::nullopt);
    closePopover();
}

void ModelPicker::openSortMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Credits"), this, [this] { setSort(ModelList::Sort::Credits); });
    menu->addAction(tr("Name"), this, [this] { setSort(ModelList::Sort::Name); });
    menu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height())));
}

void ModelPicker::setSort(ModelList::Sort sort)
{
    m_settings.setPickerSortsByName(sort == ModelList::Sort::Name);
    const QString current = m_view->currentIndex().data(ModelList::ModelIdRole).toString();
    m_list->setSort(sort);
    m_sort->setText(sort == ModelList::Sort::Name ? tr("Name") : tr("Credits"));
    m_sort->updateGeometry();
    selectRow(qMax(0, m_list->rowOf(current)));
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
