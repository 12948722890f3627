#include "ui/composer/MessageEdit.h"

#include "client/batch/BatchCsv.h"
#include "client/composer/Composer.h"
#include "ui/results/FileDrop.h"
#include "ui/widgets/Naming.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QMimeData>

namespace facet::ui {

namespace {
constexpr int lowWindow = 560; // below this every line counts
// How long an input method's word about a key that was pressed may take to get here. Nobody types, composes
// and commits the same syllable again in this time.
constexpr int echoMs = 250;
constexpr int lateCommitMs = 60;
} // namespace

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
    m_sendLater.setSingleShot(true);
    m_sendLater.setInterval(lateCommitMs);
    connect(&m_sendLater, &QTimer::timeout, this, &MessageEdit::sendRequested);
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
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_takesBatches && enter && modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) {
        commitPreedit();
        emit batchRequested();
        return;
    }
    if (enter && !(modifiers & (Qt::ShiftModifier | Qt::AltModifier))) {
        if (!event->isAutoRepeat())
            send();
        return;
    }
    m_committed.clear(); // typing goes on: whatever comes now is meant
    m_sinceDropped.invalidate();
    if (modifiers == Qt::NoModifier && m_preedit.isEmpty()) {
        if (event->key() == Qt::Key_Up && (document()->isEmpty() || isRecalled())) {
            emit olderRequested();
            return;
        }
        if (event->key() == Qt::Key_Down && isRecalled()) {
            emit newerRequested();
            return;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
}

void MessageEdit::send()
{
    if (m_sendLater.isActive())
        return;
    commitPreedit();
    if (m_sinceDropped.isValid() && !m_sinceDropped.hasExpired(echoMs)) {
        // Some input methods take the composition away, hand the key on, and commit the syllable last.
        m_sinceDropped.invalidate();
        m_sendLater.start();
        return;
    }
    emit sendRequested();
}

void MessageEdit::recall(const QString &prompt)
{
    m_recalled = prompt;
    setPlainText(prompt);
    moveCursor(QTextCursor::End);
}

bool MessageEdit::isRecalled() const
{
    // Whoever moves the cursor, or writes, works on the text: then the arrows are the cursor's again.
    return !m_recalled.isEmpty() && textCursor().atEnd() && !textCursor().hasSelection()
        && toPlainText() == m_recalled;
}

void MessageEdit::commitPreedit()
{
    if (m_preedit.isEmpty())
        return;
    QGuiApplication::inputMethod()->commit();
    if (m_preedit.isEmpty())
        return;
    // Input methods that answer later, or never, would drop or repeat the syllable: it is committed here,
    // and they are told to forget it. Some commit it as well then, at once or a moment later.
    QInputMethodEvent commit;
    commit.setCommitString(m_preedit);
    const QString committed = m_preedit;
    inputMethodEvent(&commit);
    m_committed = committed;
    m_sinceCommit.start();
    QGuiApplication::inputMethod()->reset();
}

/// The syllable that commitPreedit() has put in, told once more by the input method.
bool MessageEdit::isEchoOfCommit(const QInputMethodEvent &event) const
{
    return !m_committed.isEmpty() && event.commitString() == m_committed && event.preeditString().isEmpty()
        && !m_sinceCommit.hasExpired(echoMs);
}

void MessageEdit::inputMethodEvent(QInputMethodEvent *event)
{
    QInputMethodEvent nothing; // clears what is shown of the composition, and puts nothing in
    const bool isEcho = isEchoOfCommit(*event);
    if (isEcho)
        m_committed.clear();
    QInputMethodEvent *meant = isEcho ? &nothing : event;
    const bool committed = !meant->commitString().isEmpty();
    if (committed)
        m_sinceDropped.invalidate();
    else if (!isEcho && !m_preedit.isEmpty() && meant->preeditString().isEmpty())
        m_sinceDropped.start();
    m_preedit = meant->preeditString();
    QPlainTextEdit::inputMethodEvent(meant);
    event->accept();
    viewport()->update(); // the placeholder goes with the first jamo
    if (committed && m_sendLater.isActive()) {
        m_sendLater.stop();
        emit sendRequested();
    }
}

QString MessageEdit::listIn(const QMimeData *source) const
{
    return m_takesBatches ? client::BatchCsv::fileIn(source) : QString();
}

bool MessageEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return m_composer.accepts(source) || !listIn(source).isEmpty()
        || QPlainTextEdit::canInsertFromMimeData(source);
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    if (const QString list = listIn(source); !list.isEmpty())
        emit batchFileDropped(list);
    else if (m_composer.accepts(source))
        m_composer.attachMime(source);
    else if (source->hasText())
        insertPlainText(source->text());
}

void MessageEdit::dragEnterEvent(QDragEnterEvent *event)
{
    // The window's: a file of a result may bring its request (FileDrop).
    if (FileDrop::mayCarry(event->mimeData()))
        event->ignore();
    else
        QPlainTextEdit::dragEnterEvent(event);
}

void MessageEdit::dragMoveEvent(QDragMoveEvent *event)
{
    if (FileDrop::mayCarry(event->mimeData()))
        event->ignore();
    else
        QPlainTextEdit::dragMoveEvent(event);
}

void MessageEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

} // namespace facet::ui
