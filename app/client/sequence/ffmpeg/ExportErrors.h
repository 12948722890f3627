#pragma once

#include "domain/Error.h"

#include <QCoreApplication>

namespace facet::client::sequence {

/// What can go wrong while clips become one file, in sentences. `code` is FFmpeg's.
class ExportErrors {
    Q_DECLARE_TR_FUNCTIONS(facet::client::SequenceExport)
public:
    static tl::unexpected<Error> unreadable(const QString &path, const QString &detail);
    static tl::unexpected<Error> unwritable(const QString &path, int code);
    static tl::unexpected<Error> encoder(const QString &detail);
    static tl::unexpected<Error> cancelled();
    static tl::unexpected<Error> damaged(const QString &detail);
    static QString words(int code);
};

} // namespace facet::client::sequence
