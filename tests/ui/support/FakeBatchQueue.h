#pragma once

#include "client/batch/BatchQueue.h"

namespace facet::ui::test {

/// A queue that sends nothing: a test moves its lines and says why it stands still.
class FakeBatchQueue : public client::BatchQueue {
public:
    const QList<client::BatchLine> &lines() const override { return all; }
    std::optional<client::BatchQuestion> question() const override { return asked; }
    bool canResume() const override { return resumable; }
    QFuture<Result<void>> add(const QList<client::TurnRequest> &turns, bool overBudget) override
    {
        if (refusal)
            return QtFuture::makeReadyFuture(Result<void>(tl::unexpected<Error>(*refusal)));
        for (const client::TurnRequest &turn : turns) {
            client::BatchLine line;
            line.turn = turn;
            line.overBudget = overBudget;
            all.append(line);
        }
        ++added;
        emit changed();
        return QtFuture::makeReadyFuture(Result<void>());
    }
    void pause() override { ++pauses; }
    void resume() override { ++resumes; }
    void cancelRest() override { ++cancels; }
    void clear() override
    {
        all.clear();
        emit changed();
    }

    void set(int row, client::BatchLine::State state)
    {
        all[row].state = state;
        emit lineChanged(row);
        emit changed();
    }
    void ask(const std::optional<client::BatchQuestion> &question)
    {
        asked = question;
        emit changed();
    }

    QList<client::BatchLine> all;
    std::optional<client::BatchQuestion> asked;
    std::optional<Error> refusal;
    bool resumable = true;
    int added = 0;
    int pauses = 0;
    int resumes = 0;
    int cancels = 0;
};

} // namespace facet::ui::test
