#pragma once

#include "ui/chat/RowCard.h"

#include <QAccessibleInterface>
#include <QAccessibleWidget>
#include <QPersistentModelIndex>
#include <QPointer>

namespace facet::ui {

class TranscriptView;

/// A message to assistive technology: who said it and what, its text to be read by character, word and line,
/// and what it does when it is pressed. The widget of a row that has one is its child.
class RowAccessible : public QAccessibleInterface,
                      public QAccessibleTextInterface,
                      public QAccessibleActionInterface {
public:
    RowAccessible(TranscriptView &view, int row);

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    // QAccessibleTextInterface
    void selection(int selectionIndex, int *startOffset, int *endOffset) const override;
    int selectionCount() const override;
    void addSelection(int startOffset, int endOffset) override;
    void removeSelection(int selectionIndex) override;
    void setSelection(int selectionIndex, int startOffset, int endOffset) override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;
    QString text(int startOffset, int endOffset) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int startIndex, int endIndex) override;
    QString attributes(int offset, int *startOffset, int *endOffset) const override;

    // QAccessibleActionInterface
    QStringList actionNames() const override;
    void doAction(const QString &actionName) override;
    QStringList keyBindingsForAction(const QString &actionName) const override;

private:
    int row() const { return m_row.row(); }
    QString words() const;
    QString name() const;
    bool isResult() const;

    QPointer<TranscriptView> m_view;
    QPersistentModelIndex m_row;
};

/// The widget of a row: its parent is the row, not what it stands on.
class CardAccessible : public QAccessibleWidget {
public:
    explicit CardAccessible(RowCard *card);
    QAccessibleInterface *parent() const override;
};

} // namespace facet::ui
