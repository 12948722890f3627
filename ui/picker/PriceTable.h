#pragma once

#include "domain/Quote.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

/// Credits by length × resolution as the catalogue's prices give them, once without and once with audio where
/// that makes a difference (the chosen one first); for what has no length, by number of results × resolution.
/// The present choice is marked. What has no price shows "—".
class PriceTable : public QWidget {
    Q_OBJECT
public:
    explicit PriceTable(Theme &theme, QWidget *parent = nullptr);

    /// `current`: resolved options. Lengths are priced for one result.
    void present(const Model &model, const Options &current);
    /// Without rows or columns there is nothing to show.
    bool isEmpty() const { return m_sections.isEmpty(); }
    /// As it is shown, for tests and assistive technology: of each part first the heading, then the rows.
    QList<QStringList> texts() const;
    /// What the marked cell says; empty: none is.
    QString currentText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row {
        int value = 0; ///< seconds, or results
        QStringList texts; ///< its name, then a price for each column
    };
    struct Section {
        QStringList heading;
        QList<Row> rows;
        int currentRow = -1;
    };
    void makeSection(const Model &model, const Options &current, std::optional<bool> audio);
    void speak();
    int rowHeight() const;
    int heightOf(const Section &section) const;
    void paintSection(QPainter &painter, const Section &section, int top) const;

    Theme &m_theme;
    bool m_byLength = true; ///< else by number of results
    QStringList m_columns; ///< resolutions; one empty for what has none
    QList<Section> m_sections;
    int m_currentColumn = -1;
};

} // namespace facet::ui
