#pragma once

#include "domain/Quote.h"

/// Inside of makeQuote, shared by Quote.cpp, QuotePlan.cpp and Suggestions.cpp only.
namespace facet::detail {

/// A quote without its suggestions. `words` are those of request.prompt: read once, however many
/// variations of the request are tried.
Quote quoteWithoutSuggestions(
    const QuoteRequest &request, const QuoteContext &context, const PromptWords &words);

/// Lines of a named resolution ("1080p", "4K"); 0 for a name that is not understood.
int linesOf(QStringView resolution);

/// Model, method, options, price and coverage of one generation, and what blocks it before the credits do.
Quote quoteOne(const QuoteRequest &request, const QuoteContext &context, const PromptWords &words);
/// The same for a message with steps, added up. Empty: read as one generation after all, because ✨ is set
/// to something that no step can use, or what is attached is for another kind of work.
std::optional<Quote> quotePlan(
    const QuoteRequest &request, const QuoteContext &context, const PromptWords &words);

/// What would make `quote` cheaper or possible, the most useful first.
QList<Suggestion> suggestionsFor(
    const Quote &quote, const QuoteRequest &request, const QuoteContext &context, const PromptWords &words);

} // namespace facet::detail
