#pragma once

#include "client/library/Library.h"
#include "ui/library/TileGeometry.h"
#include "ui/library/TilePainter.h"

#include <QListView>
#include <QTimer>

namespace facet::ui {

class LibraryRows;

/// The results as tiles under the days they are of. Only what is in sight is laid out, read and painted.
/// Click, Ctrl, Shift and a rubber band choose several; dragging takes their files out.
///
/// A QListView for what assistive technology knows of one; places and painting are its own.
class LibraryGrid : public QListView {
    Q_OBJECT
public:
    LibraryGrid(Theme &theme, client::Library &library, PosterCache &posters, QWidget *parent = nullptr);

    /// Numbers of what is chosen, in the order of the rows.
    QVector<qint64> chosen() const;
    void setMargin(int pixels);

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

signals:
    /// Double click or Enter.
    void opened(int row);
    void chosenChanged();
    void favouriteToggled(int row);
    void fetchRequested(int row);
    void trashRequested();
    /// The keys F, Ctrl+Z; the menu, at a place on the screen.
    void favouriteRequested();
    void undoRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    int verticalOffset() const override;
    int horizontalOffset() const override { return 0; }
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void startDrag(Qt::DropActions actions) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    QList<TileGeometry::Section> sections() const;
    void lookSoon();
    void lookNow();
    QRect inView(const QRect &content) const;
    QPoint inContent(const QPoint &point) const;
    TilePainter::Zone zoneAt(int row, const QPoint &point) const;
    void hover(const QPoint &point);
    bool isBanding() const;

    Theme &m_theme;
    client::Library &m_library;
    LibraryRows *m_rows;
    TilePainter m_painter;
    TileGeometry m_geometry;
    QTimer m_look; ///< scrolling rests: are the files still there
    QPoint m_bandFrom; ///< content
    QPoint m_bandTo;
    int m_margin = 24;
    int m_hovered = -1;
    TilePainter::Zone m_zone = TilePainter::Zone::None;
    TilePainter::Zone m_pressed = TilePainter::Zone::None;
    bool m_band = false; ///< a press began between the tiles
};

} // namespace facet::ui
