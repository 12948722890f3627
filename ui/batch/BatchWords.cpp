#include "ui/batch/BatchWords.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/composer/QuoteWords.h"
#include "ui/composer/SendWords.h"

#include <QLocale>

namespace facet::ui {

using client::BatchLine;
using client::BatchProblem;
using client::BatchQuestion;

QString BatchWords::problem(const client::BatchDraftLine &line, const client::Session &session)
{
    if (!line.problem)
        return {};
    const BatchProblem &problem = *line.problem;
    const Quote &quote = line.turn.quote;
    const QString model = GenerationWords::modelName(session.catalogue(), quote.modelId);
    switch (problem.kind) {
    case BatchProblem::Kind::NoPrompt:
        return tr("Nothing is asked for on this line.");
    case BatchProblem::Kind::UnknownModel:
        return tr("There is no model “%1”.").arg(problem.written);
    case BatchProblem::Kind::BadSeconds:
        return tr("%1 has no length of “%2”.").arg(model, problem.written);
    case BatchProblem::Kind::TooLong: {
        const Model *longest = session.catalogue().find(quote.modelId);
        return tr("“%1” is too long: %2 makes up to %3.")
            .arg(problem.written, model, GenerationWords::seconds(longest ? longest->maxDurationS : 0));
    }
    case BatchProblem::Kind::UnknownResolution:
        return tr("%1 has no resolution “%2”.").arg(model, problem.written);
    case BatchProblem::Kind::MissingFile:
        return tr("There is no file “%1”.").arg(problem.written);
    case BatchProblem::Kind::UnreadableFile:
        return problem.error ? problem.error->sentence : tr("“%1” is not a picture.").arg(problem.written);
    case BatchProblem::Kind::SeveralSteps:
        return tr(
            "This asks for several generations. The agent asks before it starts those: send it as a message.");
    case BatchProblem::Kind::NothingToMake:
        return tr("Nothing would be made of this line.");
    case BatchProblem::Kind::CannotBeSent:
        break;
    }
    QList<InputRole> inputs;
    for (const client::Attachment &attachment : line.turn.attachments)
        inputs.append(attachment.role);
    const BandContent band = QuoteWords::band(quote, line.turn.agent, true,
        { session.catalogue(), session.account(), session.agents(), session.plans(), inputs, {} });
    return band.lead.isEmpty() ? band.text : band.lead + QStringLiteral(". ") + band.text;
}

QString BatchWords::fix(const BatchProblem &problem, const client::Session &session)
{
    switch (problem.kind) {
    case BatchProblem::Kind::UnknownModel: {
        const Model *model = problem.fix ? session.catalogue().find(*problem.fix) : nullptr;
        return model ? tr("Use %1").arg(model->name) : tr("Use Automatic");
    }
    case BatchProblem::Kind::BadSeconds:
    case BatchProblem::Kind::TooLong:
        return problem.fix && !problem.fix->isEmpty()
            ? tr("Use %1").arg(GenerationWords::seconds(problem.fix->toInt()))
            : tr("Use the default");
    case BatchProblem::Kind::UnknownResolution:
        return problem.fix && !problem.fix->isEmpty() ? tr("Use %1").arg(*problem.fix)
                                                      : tr("Use the default");
    case BatchProblem::Kind::MissingFile:
    case BatchProblem::Kind::UnreadableFile:
        return tr("Choose another picture…");
    case BatchProblem::Kind::NoPrompt:
    case BatchProblem::Kind::SeveralSteps:
    case BatchProblem::Kind::NothingToMake:
    case BatchProblem::Kind::CannotBeSent:
        break;
    }
    return {};
}

QString BatchWords::frames(const QList<client::Attachment> &attachments)
{
    QStringList words;
    int others = 0;
    for (const client::Attachment &attachment : attachments) {
        if (attachment.role == InputRole::StartFrame)
            words.prepend(tr("start"));
        else if (attachment.role == InputRole::EndFrame)
            words.append(tr("end"));
        else
            ++others;
    }
    if (others > 0)
        words.append(tr("%n file(s)", nullptr, others));
    return words.isEmpty() ? QStringLiteral("—") : words.join(QStringLiteral(", "));
}

QString BatchWords::cost(const Quote &quote)
{
    const QString credits = CreditWords::numberOrDash(quote.totalCredits);
    return quote.covered ? tr("%1 · covered").arg(credits) : credits;
}

QString BatchWords::state(const BatchLine &line)
{
    switch (line.state) {
    case BatchLine::State::Waiting:
        return tr("Waiting");
    case BatchLine::State::Sent:
        return tr("On its way");
    case BatchLine::State::Running:
        return line.progress ? tr("Running · %1").arg(QLocale().toString(qRound(*line.progress * 100)) + u'%')
                             : tr("Running");
    case BatchLine::State::Done:
        return tr("Done");
    case BatchLine::State::Answered:
        return tr("Answered in the chat");
    case BatchLine::State::Failed:
        return line.error ? line.error->sentence : tr("Failed");
    case BatchLine::State::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

QString BatchWords::total(const client::BatchTotal &total)
{
    const QString requests = tr("%n request(s)", nullptr, total.lines);
    const QString credits = total.credits ? GenerationWords::credits(*total.credits) : QStringLiteral("—");
    return QStringLiteral("%1 · %2").arg(requests, credits);
}

QStringList BatchWords::details(const client::BatchTotal &total, Credits balance)
{
    QStringList sentences;
    if (total.unchecked > 0)
        sentences.append(tr("%n line(s) are still being looked at.", nullptr, total.unchecked));
    if (total.covered > 0)
        sentences.append(tr("%n of them are covered by your unlimited benefit.", nullptr, total.covered));
    if (total.problems > 0)
        sentences.append(
            tr("%n line(s) have a problem and are skipped unless you mend them.", nullptr, total.problems));
    if (total.leftOut > 0)
        sentences.append(tr("%n line(s) are left out.", nullptr, total.leftOut));
    if (!total.credits)
        sentences.append(tr("What some of them take is not known."));
    else if (*total.credits > balance)
        sentences.append(tr("You have %1: the queue stops and asks when they are used up.")
                             .arg(GenerationWords::credits(balance)));
    else if (*total.credits > 0)
        sentences.append(
            tr("%1 are left afterwards.").arg(GenerationWords::credits(balance - *total.credits)));
    return sentences;
}

QString BatchWords::send(const client::BatchTotal &total)
{
    const QString count = QLocale().toString(total.lines);
    if (!total.credits)
        return tr("Send %1", "that many requests").arg(count);
    return tr("Send %1 for %2", "requests, credits").arg(count, GenerationWords::credits(*total.credits));
}

QString BatchWords::progress(const client::BatchQueue::Count &count)
{
    const QLocale locale;
    QStringList words{
        tr("Batch: %1 of %2 done").arg(locale.toString(count.done), locale.toString(count.all))
    };
    if (count.underWay > 0)
        words.append(tr("%n under way", nullptr, count.underWay));
    if (count.failed > 0)
        words.append(tr("%n failed", nullptr, count.failed));
    if (count.cancelled > 0)
        words.append(tr("%n cancelled", nullptr, count.cancelled));
    return words.join(QStringLiteral(" · "));
}

QStringList BatchWords::question(const BatchQuestion &question)
{
    QStringList sentences;
    const QString needed = question.needed ? GenerationWords::credits(*question.needed) : QStringLiteral("—");
    switch (question.why) {
    case BatchQuestion::Why::Paused:
        sentences.append(tr("The batch is paused with %n line(s) left.", nullptr, question.left));
        break;
    case BatchQuestion::Why::Credits:
        sentences.append(tr("Not enough credits for the rest of the batch: %1 left, it needs %2.")
                             .arg(CreditWords::number(question.balance), needed));
        break;
    case BatchQuestion::Why::PriceChanged:
        sentences.append(question.needed && question.shown
                ? tr("The price of the rest of the batch went from %1 to %2. Nothing was taken for it.")
                      .arg(CreditWords::number(*question.shown), needed)
                : tr("The price of the rest of the batch changed. Nothing was taken for it."));
        break;
    case BatchQuestion::Why::Budget:
        sentences.append(tr("The rest of the batch goes over a budget."));
        break;
    }
    for (const AskReason &reason : question.reasons)
        sentences.append(SendWords::reason(reason));
    return sentences;
}

QString BatchWords::resume(const BatchQuestion &question)
{
    if (!question.reasons.isEmpty())
        return tr("Send the rest this once");
    if (question.why == BatchQuestion::Why::PriceChanged && question.needed)
        return tr("Send the rest for %1").arg(GenerationWords::credits(*question.needed));
    return tr("Go on");
}

} // namespace facet::ui
