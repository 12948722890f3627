#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QPersistentModelIndex>

namespace facet::ui {

class TranscriptView;

/// The transcript to assistive technology: a list with an item for every message, however many. An item is
/// made when somebody asks for it (RowAccessible), and only some are kept.
class TranscriptAccessible : public QAccessibleWidget {
public:
    explicit TranscriptAccessible(TranscriptView *view);
    ~TranscriptAccessible() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

    /// Makes Qt use this class for transcripts; as often as one likes.
    static void install();
    /// The keyboard is on another row.
    static void tellFocus(TranscriptView &view);
    /// Other text is selected.
    static void tellSelection(TranscriptView &view);

private:
    TranscriptView *view() const;
    int rowCount() const;
    /// What stands on it besides the rows: its bar for searching, the scroll bar.
    QList<QWidget *> others() const;
    void forgetSome() const;

    struct Known {
        QPersistentModelIndex row;
        QAccessible::Id id = 0;
    };
    mutable QHash<int, Known> m_known; ///< items that were asked for, by their row
};

} // namespace facet::ui
