#include "ui/composer/MessageEdit.h"

#include "client/composer/Composer.h"
#include "ui/widgets/Naming.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QMimeData>

namespace facet::ui {

namespace {
constexpr int lowWindow = 560; // below this every line counts
}

MessageEdit::MessageEdit(Theme &theme, client::Composer &composer, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_composer(composer)
{
    setName(this, QStringLiteral("Message"));
    setFrameShape(QFrame::NoFrame);
    setProperty("bare", true);
    setFont(m_theme.font(TextRole::Composer));
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(4);
    setPlaceholderText(tr("Describe the shot, or drop an image anywhere"));
    viewport()->setAutoFillBackground(false);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &MessageEdit::fitHeight);
    fitHeight();
}

int MessageEdit::lines() const
{
    // QPlainTextDocumentLayout gives the height in lines, wrapped ones included.
    const int fewest = window()->height() < lowWindow ? 1 : fewestLines;
    return qBound(fewest, qRound(document()->size().height()), mostLines);
}

QSize MessageEdit::sizeHint() const
{
    return { 300, lines() * fontMetrics().lineSpacing() + 2 * qRound(document()->documentMargin()) + 4 };
}

QSize MessageEdit::minimumSizeHint() const
{
    return { 80, sizeHint().height() };
}

void MessageEdit::fitHeight()
{
    const int wanted = sizeHint().height();
    setVerticalScrollBarPolicy(
        document()->size().height() > mostLines + 0.5 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (height() != wanted || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier))) {
        if (event->isAutoRepeat())
            return;
        commitPreedit();
        emit sendRequested();
        return;
    }
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && m_preedit.isEmpty()
        && document()->isEmpty()) {
        emit recallRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void MessageEdit::commitPreedit()
{
    if (m_preedit.isEmpty())
        return;
    QGuiApplication::inputMethod()->commit();
    if (m_preedit.isEmpty())
        return;
    // Input methods that answer later, or never, would drop or repeat the syllable: it is committed here,
    // and they are told to forget it.
    QInputMethodEvent commit;
    commit.setCommitString(m_preedit);
    inputMethodEvent(&commit);
    QGuiApplication::inputMethod()->reset();
}

void MessageEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_preedit = event->preeditString();
    QPlainTextEdit::inputMethodEvent(event);
    viewport()->update(); // the placeholder goes with the first jamo
}

bool MessageEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return m_composer.accepts(source) || QPlainTextEdit::canInsertFromMimeData(source);
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    if (m_composer.accepts(source))
        m_composer.attachMime(source);
    else if (source->hasText())
        insertPlainText(source->text());
}

void MessageEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

} // namespace facet::ui
