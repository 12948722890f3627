#pragma once

#include "client/library/Search.h"

namespace facet::ui::test {

/// Finds what a test has put there, whatever is looked for.
class FakeMessageSearch : public client::Search {
public:
    QFuture<Result<client::SearchAnswer>> messages(
        const QString &text, const QString & = {}, int = 100) override
    {
        looked.append(text);
        return QtFuture::makeReadyFuture(Result<client::SearchAnswer>(answer));
    }
    QFuture<Result<int>> rowOf(const QString &) override
    {
        return QtFuture::makeReadyFuture(Result<int>(row));
    }
    bool isComplete() const override { return true; }

    client::SearchAnswer answer;
    QStringList looked;
    int row = -1; ///< of whatever was found
};

} // namespace facet::ui::test
