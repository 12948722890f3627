#include "ui/compare/ComparePicker.h"

#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/PosterCache.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace facet::ui {

namespace {

const QSize posterSize(64, 36);
const QSize panel(360, 320);
constexpr int rowHeight = 48;

QString posterOf(const CompareItem &item)
{
    const client::LocalAsset local = item.record.assets.value(item.take);
    return item.record.generation.assets.value(item.take).kind == ModelKind::Image ? local.filePath
                                                                                   : local.posterPath;
}

} // namespace

ComparePicker::ComparePicker(Theme &theme, PosterCache &posters, QWidget *parent)
    : Popover(theme, parent)
    , m_posters(posters)
    , m_list(new QListWidget(body()))
{
    setObjectName(QStringLiteral("comparePicker"));
    setName(m_list, QStringLiteral("Compare with"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize(posterSize);
    m_list->setFont(theme.font(TextRole::Body));
    m_list->installEventFilter(this);
    const auto dress = [this, &theme] {
        QPalette palette = m_list->palette();
        palette.setColor(QPalette::Base, theme.tokens().raised);
        palette.setColor(QPalette::Text, theme.tokens().text1);
        palette.setColor(QPalette::Highlight, theme.tokens().hover);
        palette.setColor(QPalette::HighlightedText, theme.tokens().text1);
        m_list->setPalette(palette);
    };
    dress();
    connect(&theme, &Theme::changed, m_list, dress);
    auto *box = new QVBoxLayout(body());
    box->setContentsMargins(12, 12, 12, 12);
    box->setSpacing(8);
    box->addWidget(new Label(theme, TextRole::BodyStrong, TextTone::Text1, tr("Compare with"), body()));
    box->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemClicked, this,
        [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    connect(&m_posters, &PosterCache::ready, this, &ComparePicker::showPosters);
}

void ComparePicker::open(const QList<CompareItem> &others, const Catalogue &catalogue, QWidget *anchor)
{
    m_items = others;
    m_list->clear();
    for (const CompareItem &item : others) {
        const Generation &generation = item.record.generation;
        QStringList words{ GenerationWords::modelName(catalogue, generation.modelId) };
        if (generation.assets.size() > 1)
            words << tr("take %1").arg(item.take + 1);
        words << generation.prompt.simplified();
        auto *row = new QListWidgetItem(words.join(tr(" · ", "between facts")), m_list);
        row->setToolTip(generation.prompt);
        row->setSizeHint({ panel.width() / 2, rowHeight });
    }
    showPosters({});
    m_list->setCurrentRow(0);
    openAt(anchor, Side::Above,
        { panel.width(), std::min(panel.height(), 60 + rowHeight * static_cast<int>(others.size())) });
    m_list->setFocus();
}

void ComparePicker::showPosters(const QString &path)
{
    if (!path.isEmpty() && !isOpen())
        return;
    for (int i = 0; i < m_items.size(); ++i) {
        const QString poster = posterOf(m_items.at(i));
        if (path.isEmpty() || poster == path)
            m_list->item(i)->setIcon(QIcon(m_posters.cover(poster, posterSize * devicePixelRatioF())));
    }
}

void ComparePicker::choose(int row)
{
    if (row < 0 || row >= m_items.size())
        return;
    const CompareItem item = m_items.at(row);
    closePopover();
    emit chosen(item);
}

bool ComparePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            choose(m_list->currentRow());
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace facet::ui
