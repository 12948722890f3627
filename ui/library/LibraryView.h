#pragma once

#include "client/generation/GenerationRecord.h"
#include "client/library/FilesExport.h"
#include "client/library/Library.h"
#include "ui/theme/Theme.h"

#include <QPointer>
#include <QWidget>

class QMenu;
class QStackedWidget;

namespace facet::ui {

class Button;
class ElidedLabel;
class FileChooser;
class Label;
class LibraryFilters;
class LibraryGrid;
class Notice;
class PosterCache;
class ProgressLine;
class SelectionBar;

/// The library: filters, the grid, and what is done with results. In the pane it has its own head; as a page
/// the page's header takes search, filters and count.
class LibraryView : public QWidget {
    Q_OBJECT
public:
    enum class Place { Pane, Page };
    struct Parts {
        Theme &theme;
        client::Library &library;
        FileChooser &files;
        PosterCache &posters;
    };
    LibraryView(const Parts &parts, Place place, QWidget *parent = nullptr);

    LibraryFilters *filters() const { return m_filters; }
    Label *count() const { return m_count; }
    LibraryGrid *grid() const { return m_grid; }
    /// The keyboard comes here, to the field for words.
    void focusSearch();
    /// Where the page puts the filters when its header has no room for them.
    void setFiltersBelow(bool below);

signals:
    /// Show it in the preview, and play it.
    void presentRequested(const facet::client::GenerationRecord &record, int take, bool play);
    void conversationRequested(const QString &conversationId, const QString &generationKey);
    /// Its file becomes an input of the message that is being written.
    void attachRequested(facet::InputRole role, const QString &filePath);
    /// Two results beside each other.
    void compareRequested(const facet::client::GenerationRecord &a, int takeOfA,
        const facet::client::GenerationRecord &b, int takeOfB);
    /// The whole page instead of the pane.
    void pageRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHead();
    QWidget *makeEmpty(Icon icon, const QString &title, const QString &hint, QWidget *action = nullptr);
    QWidget *makeExportLine();
    void refreshState();
    void refreshChosen();
    void placeBar();
    void open(int row);
    void openMenu(const QPoint &globalPosition);
    void addInputs(QMenu *menu, const client::LibraryResult &result);
    void toggleFavourite();
    void moveToTrash();
    void undo();
    void compareChosen();
    bool canCompare(const QVector<qint64> &numbers) const;
    void exportChosen();
    void exported(const client::FilesExport::Outcome &outcome);
    void say(const Error &error);
    void actOnNotice();

    enum class NoticeAction { None, Undo, ShowFolder };

    Parts m_parts;
    Place m_place;
    LibraryFilters *m_filters;
    Label *m_count;
    LibraryGrid *m_grid;
    QWidget *m_filterRow;
    Notice *m_notice;
    NoticeAction m_noticeAction = NoticeAction::None;
    QWidget *m_exportLine;
    ElidedLabel *m_exportText;
    ProgressLine *m_exportProgress;
    QPointer<client::FilesExport> m_export;
    QString m_exportFolder;
    QStackedWidget *m_stack;
    QWidget *m_nothingMade;
    QWidget *m_nothingFound;
    SelectionBar *m_bar;
};

} // namespace facet::ui
