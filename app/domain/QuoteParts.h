#pragma once

#include "domain/Quote.h"

/// Inside of makeQuote, shared by Quote.cpp and Suggestions.cpp only.
namespace facet::detail {

/// A quote without its suggestions. `words` are those of request.prompt: read once, however many
/// variations of the request are tried.
Quote quoteWithoutSuggestions(
    const QuoteRequest &request, const QuoteContext &context, const PromptWords &words);

/// Lines of a named resolution ("1080p", "4K"); 0 for a name that is not understood.
int linesOf(QStringView resolution);

/// What would make `quote` cheaper or possible, the most useful first.
QList<Suggestion> suggestionsFor(
    const Quote &quote, const QuoteRequest &request, const QuoteContext &context, const PromptWords &words);

} // namespace facet::detail
