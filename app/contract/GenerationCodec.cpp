#include "contract/Codecs.h"
#include "contract/Reading.h"
#include "contract/Writing.h"

namespace facet::contract {

namespace {

Json inputsJson(const QList<InputRef> &inputs)
{
    return listJson(inputs, [](const InputRef &input) { return toJson(input); });
}

GenerationError readGenerationError(Reader &reader)
{
    GenerationError error;
    error.code = reader.text("code");
    error.detail = reader.textOr("detail");
    error.retryable = reader.optionalFlag("retryable").value_or(false);
    return error;
}

Json generationErrorJson(const std::optional<GenerationError> &error)
{
    if (!error)
        return nullptr;
    return { { "code", textJson(error->code) }, { "detail", textJson(error->detail) },
        { "retryable", error->retryable } };
}

} // namespace

Json toJson(const InputRef &input)
{
    Json json{ { "role", textJson(wireName(input.role)) } };
    if (!input.uploadId.isEmpty())
        json["upload_id"] = textJson(input.uploadId);
    else
        json["asset_id"] = textJson(input.assetId);
    return json;
}

template <>
InputRef read<InputRef>(Reader &reader)
{
    InputRef input;
    input.role = reader.choice("role", inputRoleFromWire);
    input.uploadId = reader.textOr("upload_id");
    input.assetId = reader.textOr("asset_id");
    if (input.uploadId.isEmpty() == input.assetId.isEmpty())
        reader.refuse("upload_id", QStringLiteral("exactly one of upload_id and asset_id is needed"));
    return input;
}

template <>
Result<InputRef> fromJson<InputRef>(const Json &json)
{
    return readWhole<InputRef>(json);
}

Json toJson(const Upload &upload)
{
    return {
        { "id", textJson(upload.id) },
        { "sha256", textJson(upload.sha256) },
        { "mime", textJson(upload.mime) },
        { "width", positiveOrNull(upload.width) },
        { "height", positiveOrNull(upload.height) },
        { "duration_s", numberOrNull(upload.durationS) },
        { "bytes", upload.bytes },
    };
}

template <>
Upload read<Upload>(Reader &reader)
{
    Upload upload;
    upload.id = reader.text("id");
    upload.sha256 = reader.text("sha256");
    upload.mime = reader.text("mime");
    upload.width = reader.countOr("width", 0);
    upload.height = reader.countOr("height", 0);
    upload.durationS = reader.optionalNumber("duration_s");
    upload.bytes = reader.integer("bytes", 0);
    return upload;
}

template <>
Result<Upload> fromJson<Upload>(const Json &json)
{
    return readWhole<Upload>(json);
}

Json toJson(const Asset &asset)
{
    return {
        { "id", textJson(asset.id) },
        { "kind", textJson(wireName(asset.kind)) },
        { "mime", textJson(asset.mime) },
        { "bytes", asset.bytes },
        { "sha256", textJson(asset.sha256) },
        { "width", positiveOrNull(asset.width) },
        { "height", positiveOrNull(asset.height) },
        { "duration_s", numberOrNull(asset.durationS) },
        { "fps", numberOrNull(asset.fps) },
    };
}

template <>
Asset read<Asset>(Reader &reader)
{
    Asset asset;
    asset.id = reader.text("id");
    asset.kind = reader.choice("kind", modelKindFromWire);
    asset.mime = reader.text("mime");
    asset.bytes = reader.integer("bytes", 0);
    asset.sha256 = reader.text("sha256");
    asset.width = reader.countOr("width", 0);
    asset.height = reader.countOr("height", 0);
    asset.durationS = reader.optionalNumber("duration_s");
    asset.fps = reader.optionalNumber("fps");
    return asset;
}

template <>
Result<Asset> fromJson<Asset>(const Json &json)
{
    return readWhole<Asset>(json);
}

Json toJson(const Generation &generation)
{
    return {
        { "id", textJson(generation.id) },
        { "client_ref", textOrNull(generation.clientRef) },
        { "agent", textJson(wireName(generation.agent)) },
        { "model_id", textJson(generation.modelId) },
        { "engine", textJson(generation.engine) },
        { "draft", generation.draft },
        { "prompt", textJson(generation.prompt) },
        { "inputs", inputsJson(generation.inputs) },
        { "options", toJson(generation.options) },
        { "seed", numberOrNull(generation.seed) },
        { "method", textJson(wireName(generation.method)) },
        { "status", textJson(wireName(generation.status)) },
        { "stage", textJson(generation.stage) },
        { "progress", numberOrNull(generation.progress) },
        { "eta_s", numberOrNull(generation.etaS) },
        { "queue_position", numberOrNull(generation.queuePosition) },
        { "quoted_credits", generation.quotedCredits },
        { "charged_credits", numberOrNull(generation.chargedCredits) },
        { "covered", generation.covered },
        { "assets", listJson(generation.assets, [](const Asset &asset) { return toJson(asset); }) },
        { "error", generationErrorJson(generation.error) },
        { "created_at", timeJson(generation.createdAt) },
        { "started_at", timeOrNull(generation.startedAt) },
        { "finished_at", timeOrNull(generation.finishedAt) },
        { "thread_id", textOrNull(generation.threadId) },
        { "run_id", textOrNull(generation.runId) },
    };
}

template <>
Generation read<Generation>(Reader &reader)
{
    Generation generation;
    generation.id = reader.text("id");
    generation.clientRef = reader.textOr("client_ref");
    generation.agent = readAgent(reader, "agent");
    generation.modelId = reader.text("model_id");
    generation.engine = reader.text("engine");
    generation.draft = reader.flag("draft");
    generation.prompt = reader.text("prompt");
    generation.inputs = reader.list("inputs", read<InputRef>);
    Reader options = reader.object("options");
    generation.options = read<Options>(options);
    if (const auto seed = reader.optionalInteger("seed", 0, std::numeric_limits<quint32>::max()))
        generation.seed = quint32(*seed);
    generation.method = reader.choice("method", methodFromWire);
    generation.status = reader.choice("status", generationStatusFromWire);
    generation.stage = reader.textOr("stage");
    generation.progress = reader.optionalNumber("progress");
    generation.etaS = reader.optionalNumber("eta_s");
    if (const auto position = reader.optionalInteger("queue_position", 1, std::numeric_limits<int>::max()))
        generation.queuePosition = static_cast<int>(*position);
    generation.quotedCredits = reader.integer("quoted_credits", 0);
    generation.chargedCredits = reader.optionalInteger("charged_credits", 0);
    generation.covered = reader.flag("covered");
    generation.assets = reader.list("assets", read<Asset>);
    if (auto error = reader.optionalObject("error"))
        generation.error = readGenerationError(*error);
    generation.createdAt = reader.time("created_at");
    generation.startedAt = reader.optionalTime("started_at");
    generation.finishedAt = reader.optionalTime("finished_at");
    generation.threadId = reader.textOr("thread_id");
    generation.runId = reader.textOr("run_id");
    return generation;
}

template <>
Result<Generation> fromJson<Generation>(const Json &json)
{
    return readWhole<Generation>(json);
}

Json toJson(const GenerationBody &body)
{
    return {
        { "agent", textJson(wireName(body.agent)) },
        { "model_id", textJson(body.modelId) },
        { "prompt", textJson(body.prompt) },
        { "inputs", inputsJson(body.inputs) },
        { "options", toJson(body.options) },
        { "max_credits", numberOrNull(body.maxCredits) },
        { "client_ref", textOrNull(body.clientRef) },
        { "thread_id", textOrNull(body.threadId) },
    };
}

template <>
GenerationBody read<GenerationBody>(Reader &reader)
{
    GenerationBody body;
    if (reader.has("agent"))
        body.agent = readAgent(reader, "agent");
    body.modelId = reader.text("model_id");
    body.prompt = reader.text("prompt");
    body.inputs = reader.optionalList("inputs", read<InputRef>);
    if (auto options = reader.optionalObject("options"))
        body.options = read<Options>(*options);
    body.maxCredits = reader.optionalInteger("max_credits", 0);
    body.clientRef = reader.textOr("client_ref");
    body.threadId = reader.optionalText("thread_id");
    return body;
}

template <>
Result<GenerationBody> fromJson<GenerationBody>(const Json &json)
{
    return readWhole<GenerationBody>(json);
}

Json toJson(const MoveBody &body)
{
    return { { "before", textOrNull(body.before) } };
}

template <>
MoveBody read<MoveBody>(Reader &reader)
{
    return { reader.optionalText("before") };
}

template <>
Result<MoveBody> fromJson<MoveBody>(const Json &json)
{
    return readWhole<MoveBody>(json);
}

} // namespace facet::contract
