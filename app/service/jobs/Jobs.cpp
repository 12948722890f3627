#include "service/jobs/Jobs.h"

namespace facet::service {

class GenerationTable { };
struct Jobs::Running { };

Jobs::~Jobs() = default;

} // namespace facet::service
