#pragma once

#include "contract/AgUi.h"
#include "service/agents/TurnPlanner.h"
#include "service/store/StoredFile.h"

namespace facet::service {

class Jobs;

/// Reads what a person asks for out of a RunAgentInput: the newest message, its words and its files.
class TurnReader {
public:
    TurnReader(const UploadFiles &uploads, const Jobs &jobs)
        : m_uploads(uploads)
        , m_jobs(jobs)
    {
    }

    /// Problems: bad_request when there is no message or it is empty; unsupported_input; not_found for a file
    /// that is neither uploaded nor a result. `korean`: the language of the request, for words that show
    /// none.
    Outcome<Turn> read(AgentVersion agent, const contract::RunAgentInput &input, bool korean) const;

private:
    Outcome<InputRef> inputFrom(const contract::ContentPart &part) const;

    const UploadFiles &m_uploads;
    const Jobs &m_jobs;
};

} // namespace facet::service
