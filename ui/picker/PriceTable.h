#pragma once

#include "domain/Quote.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

/// Credits by length × resolution as the catalogue's prices give them; the present choice is marked. What
/// has no price shows "—".
class PriceTable : public QWidget {
    Q_OBJECT
public:
    explicit PriceTable(Theme &theme, QWidget *parent = nullptr);

    /// `current`: resolved options; audio and count of it hold for the whole table.
    void present(const Model &model, const Options &current);
    /// Without rows or columns there is nothing to show.
    bool isEmpty() const { return m_rows.isEmpty(); }
    /// As it is shown, for tests and assistive technology: first the heading, then the rows.
    QList<QStringList> texts() const { return m_texts; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QList<int> m_rows; ///< seconds; one 0 for what has no length
    QStringList m_columns; ///< resolutions; one empty for what has none
    QList<QStringList> m_texts;
    int m_currentRow = -1;
    int m_currentColumn = -1;
};

} // namespace facet::ui
