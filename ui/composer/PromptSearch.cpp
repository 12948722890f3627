#include "ui/composer/PromptSearch.h"

#include "client/net/Then.h"
#include "ui/composer/PromptModel.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
const QSize panelSize(560, 340); // pixels; less where the window has less
}

PromptSearch::PromptSearch(Theme &theme, client::PromptHistory &history, QWidget *parent)
    : Popover(theme, parent)
    , m_history(history)
    , m_words(new QLineEdit)
    , m_list(new QListView)
    , m_model(new PromptModel(this))
    , m_nothing(new Label(theme, TextRole::Body, TextTone::Text2))
{
    setObjectName(QStringLiteral("promptSearch"));
    setName(m_words, QStringLiteral("Search prompts"));
    m_words->setPlaceholderText(tr("Search everything you asked"));
    m_words->setClearButtonEnabled(true);
    m_words->addAction(theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    setName(m_list, QStringLiteral("Prompts"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("bare", true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    auto *rows = new QVBoxLayout(body());
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(8);
    rows->addWidget(m_words);
    rows->addWidget(m_nothing, 1);
    rows->addWidget(m_list, 1);
    connect(m_words, &QLineEdit::textChanged, this, &PromptSearch::search);
    connect(m_list, &QListView::clicked, this, &PromptSearch::choose);
}

void PromptSearch::openFor(QWidget *anchor)
{
    m_words->clear();
    search();
    openAt(anchor, Side::Above, panelSize);
    m_words->setFocus(Qt::PopupFocusReason);
}

void PromptSearch::search()
{
    client::then(m_history.find(m_words->text()), this,
        [this, round = ++m_round](const Result<QList<client::PastPrompt>> &found) {
            if (round != m_round)
                return;
            if (!found) {
                emit failed(found.error());
                return;
            }
            m_model->present(*found);
            m_list->setCurrentIndex(m_model->index(0));
            m_nothing->setText(m_words->text().trimmed().isEmpty() ? tr("What you send is found here again.")
                                                                   : tr("No prompt has all of these words."));
            m_nothing->setVisible(found->isEmpty());
            m_list->setVisible(!found->isEmpty());
        });
}

void PromptSearch::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString text = m_model->prompt(index.row()).text;
    closePopover();
    emit chosen(text);
}

bool PromptSearch::eventFilter(QObject *watched, QEvent *event)
{
    // While it is open it sees every event of the program (Popover), so those of its own parts too.
    if ((watched == m_words || watched == m_list) && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex());
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (watched == m_words) { // the list follows the arrows while the words have the keyboard
                QKeyEvent copy(
                    QEvent::KeyPress, key->key(), key->modifiers(), key->text(), key->isAutoRepeat());
                QCoreApplication::sendEvent(m_list, &copy);
                return true;
            }
            break;
        default: // every other key is the widget's own
            break;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace facet::ui
