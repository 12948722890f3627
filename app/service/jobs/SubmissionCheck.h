#pragma once

#include "contract/Codecs.h"
#include "service/api/Problems.h"
#include "service/api/ServiceData.h"
#include "service/engines/Engine.h"
#include "service/store/StoredFile.h"

namespace facet::service {

class QuoteService;

/// Whether a submission can be made at all, and at what price. Nothing is replaced silently here: an option
/// that the model does not offer is refused with what it does offer.
class SubmissionCheck {
public:
    SubmissionCheck(const ServiceData &data, const QuoteService &quotes, const UploadFiles &uploads,
        const AssetFiles &assets);

    struct Passed {
        const Model *model = nullptr;
        Quote quote; ///< options resolved, price within `max_credits`
    };
    /// `toCome`: an input that is the result of an earlier generation, which is not there yet.
    Outcome<Passed> check(const contract::GenerationBody &body, std::optional<InputRole> toCome = {}) const;

    /// The files behind `inputs`; not_found for one that is not there (any more).
    Outcome<QList<EngineInput>> files(const QList<InputRef> &inputs) const;

private:
    std::optional<contract::Problem> inputProblem(const InputRef &input, const Model &model) const;
    std::optional<StoredFile> fileOf(const InputRef &input) const;

    const ServiceData &m_data;
    const QuoteService &m_quotes;
    const UploadFiles &m_uploads;
    const AssetFiles &m_assets;
};

} // namespace facet::service
