#pragma once

#include "client/batch/BatchDraftLine.h"

#include <QCoreApplication>

class QMimeData;

namespace facet::client {

/// The lines of a batch in a CSV file: columns prompt, model, seconds, resolution, start, end, in any order,
/// named in English or Korean in the first record; only prompt is needed. A file of one column without a
/// heading is a list of prompts.
struct BatchCsv {
    Q_DECLARE_TR_FUNCTIONS(facet::client::BatchCsv)
public:
    QList<BatchWish> wishes;
    QStringList unknownColumns; ///< headings that mean nothing here: said, never dropped without a word
    bool fromCp949 = false;
    QString folder; ///< where relative paths begin

    /// The CSV file in a drop or a paste; empty: there is none.
    static QString fileIn(const QMimeData *data);
    /// Reads the file; not for the window's thread. Errors: File, with a sentence.
    static Result<BatchCsv> read(const QString &path);
};

} // namespace facet::client
