#pragma once

#include "domain/Error.h"

#include <QCoreApplication>
#include <QString>

class QAbstractItemModel;

namespace facet::ui {

/// The plans table outside of the window: as text for a spreadsheet, as HTML for a document, and as a PDF.
class PlansExport {
    Q_DECLARE_TR_FUNCTIONS(PlansExport)
public:
    /// Rows as shown, tab between cells.
    static QString tabSeparated(const QAbstractItemModel &table);
    static QString html(const QAbstractItemModel &table, const QString &title, const QString &explanation);
    /// Writes `document` to `path`. Touches no widget: made to run off the window's thread, for laying out
    /// and writing take longer than a frame.
    static Result<void> writePdf(const QString &path, const QString &title, const QString &document);
};

} // namespace facet::ui
