#pragma once

#include "domain/Model.h"
#include "ui/compare/CompareItem.h"
#include "ui/widgets/Popover.h"

class QListWidget;

namespace facet::ui {

class PosterCache;

/// Over the preview's controls: the other takes and results of the conversation, one of which is to be
/// compared with the one that is shown. Arrows and Enter, or a click.
class ComparePicker : public Popover {
    Q_OBJECT
public:
    ComparePicker(Theme &theme, PosterCache &posters, QWidget *parent = nullptr);

    void open(const QList<CompareItem> &others, const Catalogue &catalogue, QWidget *anchor);

signals:
    void chosen(const facet::ui::CompareItem &item);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int row);
    void showPosters(const QString &path);

    PosterCache &m_posters;
    QListWidget *m_list;
    QList<CompareItem> m_items;
};

} // namespace facet::ui
