#pragma once

#include "domain/Error.h"

#include <QList>
#include <QStringList>

namespace facet::client {

/// A CSV file as RFC 4180 describes it: quoted fields with doubled quotes, commas and line breaks in them,
/// CRLF, LF or CR at the end of a record, a last record with or without one. Programs in some countries write
/// semicolons or tabs between the fields; the first record tells.
///
/// UTF-8 with or without a byte order mark, UTF-16 with one; what is not UTF-8 is read as CP949, as Korean
/// spreadsheets write it, and `fromCp949` says so.
struct CsvTable {
    struct Record {
        int line = 0; ///< of the file, from 1, where it begins
        QStringList fields;
        friend bool operator==(const Record &, const Record &) = default;
    };

    QList<Record> records; ///< without lines that are empty
    bool fromCp949 = false;

    static constexpr qint64 mostBytes = 8LL * 1024 * 1024;

    /// Errors: File, with a sentence: neither UTF-8 nor CP949, a quoted field that never ends.
    static Result<CsvTable> read(const QByteArray &bytes);
};

} // namespace facet::client
