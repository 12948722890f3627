#pragma once

#include "ui/theme/Theme.h"

#include <QHeaderView>

namespace facet::ui {

/// The heading row of a table. A click sorts, as does the keyboard: Tab comes here, the arrow keys choose a
/// column, Enter or Space sorts by it. A third press restores the order the rows came in.
class SortHeader : public QHeaderView {
    Q_OBJECT
public:
    /// Further roles of the model's headerData.
    enum Role {
        CaptionRole = Qt::UserRole + 100, ///< QStringList: smaller lines below the name
        MarkedRole, ///< bool: stands on the accent's tint, with a check mark
    };
    explicit SortHeader(Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    /// Whether columns can be sorted at all; on by default.
    void setSortable(bool sortable);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void moveCurrent(int step);
    void sortByCurrent();

    Theme &m_theme;
    int m_current = 0; ///< logical section with the keyboard
    bool m_sortable = true;
};

} // namespace facet::ui
