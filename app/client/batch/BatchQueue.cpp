#include "client/batch/BatchQueue.h"

namespace facet::client {

bool BatchLine::isFinal() const
{
    switch (state) {
    case State::Waiting:
    case State::Sent:
    case State::Running:
        return false;
    case State::Done:
    case State::Answered:
    case State::Failed:
    case State::Cancelled:
        return true;
    }
    return true;
}

BatchQueue::Count BatchQueue::count() const
{
    Count count;
    for (const BatchLine &line : lines()) {
        ++count.all;
        switch (line.state) {
        case BatchLine::State::Waiting:
            ++count.waiting;
            break;
        case BatchLine::State::Sent:
        case BatchLine::State::Running:
            ++count.underWay;
            break;
        case BatchLine::State::Done:
        case BatchLine::State::Answered:
            ++count.done;
            break;
        case BatchLine::State::Failed:
            ++count.failed;
            break;
        case BatchLine::State::Cancelled:
            ++count.cancelled;
            break;
        }
    }
    return count;
}

} // namespace facet::client
