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
class ResultActions;
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
        ResultActions &results;
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
    /// The file of a video or a sound becomes an input of the message that is being written.
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
    QMenu *makeMenu(const QVector<qint64> &numbers, const client::LibraryResult &current,
        const std::optional<client::GenerationRecord> &record);
    /// What can be done with one result alone.
    void addOne(QMenu *menu, const client::LibraryResult &result, const client::GenerationRecord &record);
    void toggleFavourite();
    void moveToTrash();
    void undo();
    void compareChosen();
    void playChosen();
    bool canCompare(const QVector<qint64> &numbers) const;
    bool canPlay(const QVector<qint64> &numbers) const;
    void exportChosen();
    void exported(const client::FilesExport::Outcome &outcome);
    void say(const Error &error);
    void sayDone(const QString &sentence);
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
