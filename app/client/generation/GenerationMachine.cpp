#include "client/generation/GenerationMachine.h"

#include <QCoreApplication>

#include <algorithm>

namespace facet::client {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(facet::client::GenerationMachine)
};

/// The files of what was made, keeping what is known of those that are here already.
QList<LocalAsset> localAssets(const QList<LocalAsset> &known, const QList<Asset> &said)
{
    QList<LocalAsset> assets;
    for (const Asset &asset : said) {
        const auto it = std::find_if(known.cbegin(), known.cend(),
            [&asset](const LocalAsset &local) { return local.assetId == asset.id; });
        LocalAsset local;
        local.assetId = asset.id;
        assets.append(it == known.cend() ? local : *it);
    }
    return assets;
}

Error failureOf(const Generation &said)
{
    Error error{ ErrorKind::Service, {}, {}, {}, {}, {} };
    if (said.error) {
        error.sentence = said.error->detail;
        error.code = said.error->code;
    }
    if (error.sentence.isEmpty())
        error.sentence = Text::tr("The service could not make this. Its credits are given back. Try again.");
    error.detail = QStringLiteral("generation %1, stage \"%2\"").arg(said.id, said.stage);
    return error;
}

} // namespace

bool GenerationMachine::isFinal(GenerationState state)
{
    switch (state) {
    case GenerationState::Done:
    case GenerationState::Failed:
    case GenerationState::Cancelled:
        return true;
    case GenerationState::Draft:
    case GenerationState::Uploading:
    case GenerationState::Submitting:
    case GenerationState::Queued:
    case GenerationState::Running:
    case GenerationState::Downloading:
    case GenerationState::Unknown:
        return false;
    }
    return false;
}

bool GenerationMachine::allows(GenerationState from, GenerationState to)
{
    using S = GenerationState;
    const auto oneOf = [to](std::initializer_list<S> states) {
        return std::find(states.begin(), states.end(), to) != states.end();
    };
    switch (from) {
    case S::Draft:
        return oneOf({ S::Uploading, S::Submitting, S::Failed, S::Cancelled });
    case S::Uploading:
        return oneOf({ S::Submitting, S::Failed, S::Cancelled });
    case S::Submitting:
        return oneOf({ S::Queued, S::Running, S::Downloading, S::Failed, S::Cancelled, S::Unknown });
    case S::Queued:
        return oneOf({ S::Running, S::Downloading, S::Failed, S::Cancelled, S::Unknown });
    case S::Running: // back to the queue when the service was restarted
        return oneOf({ S::Queued, S::Downloading, S::Failed, S::Cancelled, S::Unknown });
    case S::Unknown: // to Submitting: sent again under the same key
        return oneOf({ S::Submitting, S::Queued, S::Running, S::Downloading, S::Failed, S::Cancelled });
    case S::Downloading: // to Failed: the service has lost the result
        return oneOf({ S::Done, S::Failed });
    case S::Done: // its file was removed by hand and is fetched again
        return oneOf({ S::Downloading });
    case S::Failed:
    case S::Cancelled:
        return false;
    }
    return false;
}

bool GenerationMachine::move(GenerationRecord &record, GenerationState to)
{
    if (record.state == to)
        return true;
    if (!allows(record.state, to))
        return false;
    record.state = to;
    if (to != GenerationState::Failed && to != GenerationState::Unknown)
        record.error.reset();
    return true;
}

bool GenerationMachine::hear(GenerationRecord &record, const Generation &said)
{
    const GenerationRecord before = record;
    const auto changed = [&] {
        return record.state != before.state || record.generation != before.generation
            || record.error != before.error || record.assets.size() != before.assets.size();
    };
    // What ended stays as it ended, and a late word on an earlier stage says nothing new.
    if (isFinal(record.state) || (record.state == GenerationState::Downloading && !said.isFinal())
        || (record.generation.isFinal() && !said.isFinal()))
        return false;

    record.generation = said;
    switch (said.status) {
    case GenerationStatus::Queued:
        move(record, GenerationState::Queued);
        break;
    case GenerationStatus::Running:
        move(record, GenerationState::Running);
        break;
    case GenerationStatus::Succeeded:
        record.assets = localAssets(record.assets, said.assets);
        if (said.assets.isEmpty()) {
            move(record, GenerationState::Failed);
            record.error = Error{ ErrorKind::Protocol,
                Text::tr(
                    "The service says that this is done but shows no result. Write to its operator with the "
                    "details."),
                QStringLiteral("generation %1 succeeded without assets").arg(said.id), {}, {}, {} };
        } else {
            move(record, GenerationState::Downloading);
        }
        break;
    case GenerationStatus::Failed:
        move(record, GenerationState::Failed);
        record.error = failureOf(said);
        break;
    case GenerationStatus::Cancelled:
        move(record, GenerationState::Cancelled);
        break;
    case GenerationStatus::Other:
        break; // a word of a later contract: shown as it was
    }
    return changed();
}

} // namespace facet::client
