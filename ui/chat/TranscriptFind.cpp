#include "ui/chat/TranscriptFind.h"

#include "ui/chat/FindBar.h"
#include "ui/chat/RowHit.h"
#include "ui/chat/TranscriptView.h"

#include <QKeyEvent>
#include <QLocale>
#include <QTextCursor>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int longestTaken = 60; ///< characters of a selection
}

TranscriptFind::TranscriptFind(TranscriptView &view, Theme &theme)
    : QObject(&view)
    , m_view(view)
    , m_theme(theme)
    , m_search(view.transcript().search())
{
    connect(&m_search, &client::TranscriptSearch::changed, this, &TranscriptFind::follow);
    connect(&view.transcript(), &QAbstractItemModel::modelReset, this, [this] {
        m_current = QModelIndex();
        if (m_bar && !m_bar->isHidden()) // the same words in the other conversation
            look(m_bar->text());
    });
}

QString TranscriptFind::text() const
{
    return m_search.text();
}

bool TranscriptFind::hasFocus() const
{
    return m_bar && m_bar->isAncestorOf(m_view.window()->focusWidget());
}

void TranscriptFind::open()
{
    if (!m_bar) {
        m_bar = new FindBar(m_theme, &m_view);
        connect(m_bar, &FindBar::textWanted, this, &TranscriptFind::look);
        connect(m_bar, &FindBar::nextWanted, this, [this] { step(1); });
        connect(m_bar, &FindBar::previousWanted, this, [this] { step(-1); });
        connect(m_bar, &FindBar::closeWanted, this, &TranscriptFind::close);
    }
    m_bar->show();
    place();
    const QString words = selectedWords();
    if (!words.isEmpty())
        m_bar->setText(words);
    else if (m_bar->text() != text())
        look(m_bar->text());
    m_bar->focusText();
}

void TranscriptFind::close()
{
    m_bar->hide();
    place();
    look({});
    m_view.setFocus(Qt::OtherFocusReason);
}

void TranscriptFind::place()
{
    const int height = m_bar && !m_bar->isHidden() ? m_bar->sizeHint().height() : 0;
    m_view.setTopMargin(height);
    if (height > 0)
        m_bar->setGeometry(0, 0, m_view.width(), height);
}

QString TranscriptFind::selectedWords() const
{
    const TranscriptSelection &selection = m_view.selection();
    const int row = selection.first().row;
    const auto part = selection.inRow(row);
    if (!part || selection.last().row != row)
        return {};
    const RowLayout &layout = m_view.rows().at(row);
    if (!layout.document)
        return {};
    QTextCursor cursor(layout.document.get());
    cursor.setPosition(part->from);
    cursor.setPosition(std::min(part->to, textLength(layout)), QTextCursor::KeepAnchor);
    const QString words = cursor.selectedText().trimmed();
    const bool isOneLine = !words.contains(QChar::ParagraphSeparator);
    return isOneLine && words.size() <= longestTaken ? words : QString();
}

QRect TranscriptFind::firstHit(const RowLayout &layout) const
{
    if (text().isEmpty() || !layout.document)
        return {};
    const QTextCursor hit = layout.document->find(text());
    if (hit.isNull())
        return {};
    const QList<QRect> rects = textRects(layout, { hit.selectionStart(), hit.selectionEnd() });
    return rects.isEmpty() ? QRect() : rects.constFirst();
}

void TranscriptFind::look(const QString &text)
{
    m_current = QModelIndex();
    m_search.setText(text.normalized(QString::NormalizationForm_C));
    follow();
}

void TranscriptFind::follow()
{
    if (!m_current.isValid() && m_search.count() > 0) {
        // What is in sight, or below; else the nearest above. The end is looked through first.
        const int below = m_search.firstFrom(std::max(0, m_view.sight().first()));
        go(below < m_search.count() ? below : m_search.count() - 1);
    }
    presentCount();
    emit changed();
}

void TranscriptFind::go(int hit)
{
    const int row = m_search.row(hit);
    if (row < 0)
        return; // not known yet where it is
    m_current = m_view.transcript().index(row, 0);
    m_view.revealRow(row, TranscriptView::Focus::Keep);
}

void TranscriptFind::step(int by)
{
    const int count = m_search.count();
    if (count == 0)
        return;
    const int now = m_search.firstFrom(currentRow());
    const bool isOnHit = now < count && m_search.row(now) == currentRow();
    const int next = isOnHit || by < 0 ? now + by : now;
    go((next % count + count) % count);
    presentCount();
    emit changed();
}

void TranscriptFind::presentCount()
{
    if (!m_bar)
        return;
    const int count = m_search.count();
    const QLocale locale;
    QString words;
    if (text().isEmpty())
        words.clear();
    else if (count == 0)
        words = m_search.isDone() ? tr("Not found") : tr("Searching…");
    else if (!m_search.isDone())
        words = tr("%1 so far", "messages found").arg(locale.toString(count));
    else if (m_current.isValid())
        words = tr("%1 of %2", "which one of the messages found")
                    .arg(locale.toString(m_search.firstFrom(currentRow()) + 1), locale.toString(count));
    m_bar->presentCount(words, count > 0);
}

bool TranscriptFind::press(const QKeyEvent &event)
{
    if (!m_bar || m_bar->isHidden())
        return false;
    if (event.matches(QKeySequence::FindNext) || event.matches(QKeySequence::FindPrevious)) {
        step(event.matches(QKeySequence::FindNext) ? 1 : -1);
        return true;
    }
    if (event.key() != Qt::Key_Escape)
        return false;
    close();
    return true;
}

} // namespace facet::ui
