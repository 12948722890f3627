#include "ui/chat/FindBar.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace facet::ui {

namespace {
constexpr int restMs = 150; // typing rests before the conversation is looked through
}

FindBar::FindBar(Theme &theme, QWidget *parent)
    : Fill(theme, Ground::Surface, Qt::BottomEdge, parent)
    , m_text(new QLineEdit)
    , m_count(new Label(theme, TextRole::Small, TextTone::Text2))
    , m_previous(new Button(theme, Button::Kind::Quiet, Icon::ArrowUp, QStringLiteral("Previous match"),
          tr("Previous match (Shift+Enter)")))
    , m_next(new Button(theme, Button::Kind::Quiet, Icon::ArrowDown, QStringLiteral("Next match"),
          tr("Next match (Enter)")))
    , m_close(new Button(
          theme, Button::Kind::Quiet, Icon::Close, QStringLiteral("Close search"), tr("Close (Esc)")))
{
    setName(m_text, QStringLiteral("Find in conversation"));
    m_text->setPlaceholderText(tr("Find in this conversation"));
    setName(m_count, QStringLiteral("Matches"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 12, 9);
    row->setSpacing(6);
    row->addWidget(m_text, 1);
    row->addSpacing(4);
    row->addWidget(m_count);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_close);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(m_text, &QLineEdit::textEdited, &m_rest, qOverload<>(&QTimer::start));
    connect(&m_rest, &QTimer::timeout, this, &FindBar::sayText);
    connect(m_previous, &Button::clicked, this, &FindBar::previousWanted);
    connect(m_next, &Button::clicked, this, &FindBar::nextWanted);
    connect(m_close, &Button::clicked, this, &FindBar::closeWanted);
    presentCount({}, false);
}

QString FindBar::text() const
{
    return m_text->text().trimmed();
}

void FindBar::setText(const QString &text)
{
    m_text->setText(text);
    sayText();
}

void FindBar::sayText()
{
    m_rest.stop();
    emit textWanted(text());
}

void FindBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::presentCount(const QString &words, bool hasHits)
{
    m_count->setText(words);
    m_count->setAccessibleDescription(words);
    m_previous->setEnabled(hasHits);
    m_next->setEnabled(hasHits);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        emit closeWanted();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_rest.isActive()) {
            sayText(); // goes to the first one by itself
            return;
        }
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            emit previousWanted();
        else
            emit nextWanted();
        return;
    default:
        Fill::keyPressEvent(event);
    }
}

} // namespace facet::ui
