#include "domain/Options.h"

namespace facet {

Options merged(const Options &base, const Options &over)
{
    Options result = base;
    const auto take = [](auto &to, const auto &from) {
        if (from)
            to = from;
    };
    take(result.durationS, over.durationS);
    take(result.resolution, over.resolution);
    take(result.aspectRatio, over.aspectRatio);
    take(result.count, over.count);
    take(result.audio, over.audio);
    take(result.seed, over.seed);
    take(result.fit, over.fit);
    take(result.background, over.background);
    return result;
}

} // namespace facet
