#pragma once

#include "client/composer/Recreation.h"

namespace facet::ui::test {

/// Answers with what the test put there.
class FakeRecreation : public client::Recreation {
public:
    QFuture<Result<client::Recreated>> of(const client::GenerationRecord &record) override
    {
        asked.append(record.key);
        return QtFuture::makeReadyFuture(answer);
    }
    QFuture<Result<client::Recreated>> ofTags(const client::ResultTags &tags) override
    {
        askedTags.append(tags);
        return QtFuture::makeReadyFuture(answer);
    }

    Result<client::Recreated> answer = client::Recreated();
    QStringList asked;
    QList<client::ResultTags> askedTags;
};

} // namespace facet::ui::test
