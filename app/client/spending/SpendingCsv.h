#pragma once

#include "domain/Spending.h"

#include <QCoreApplication>

namespace facet::client {

/// The list of credits as CSV (RFC 4180): UTF-8 with a byte order mark, CRLF. Numbers are plain numbers; a
/// text that a spreadsheet would take for a formula is kept from being one by an apostrophe.
class SpendingCsv {
    Q_DECLARE_TR_FUNCTIONS(facet::client::SpendingCsv)
public:
    /// The byte order mark and the line of names, in the language of the window.
    static QByteArray head();
    /// Times in the computer's own zone, as "2026-11-23 14:02:05".
    static QByteArray line(const SpendingRow &row);
    /// One text as a cell.
    static QString cell(const QString &text);

private:
    static QString kind(const SpendingRow &row);
    static QString method(Method method);
    static QString options(const Options &options);
};

} // namespace facet::client
