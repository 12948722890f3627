#include "AgUiSamples.h"

#include "CodecTable.h"

namespace facet::contract::test {

QList<AgUiEvent> agUiSamples()
{
    const auto id = [](const char *text) { return QString::fromUtf8(text); };
    const Generation generation = *fromJson<Generation>(sampleOf(QStringLiteral("Generation")).json);
    Generation later = generation;
    later.progress = 1.0;
    later.etaS = {};
    later.stage = QStringLiteral("done");
    later.status = GenerationStatus::Succeeded;
    later.error = {};

    ContentPart video;
    video.type = ContentPart::Type::Video;
    video.fileId = id("as-1");
    video.role = InputRole::Video;
    video.mimeType = id("video/mp4");
    ContentPart words;
    words.text = id("Two takes.");

    const Json balance{ { "balance", sampleOf(QStringLiteral("Balance")).json } };
    const Interrupt bare{ id("int-1"), approveCost, {}, {}, {} };
    const Interrupt whole{ id("int-2"), approveCost, id("That takes 66 credits. Go on?"), id("call-1"),
        Json{ { "quote", sampleOf(QStringLiteral("Quote")).json } } };

    return {
        RunStarted{ id("th-1"), id("run-1") },
        TextMessageStart{ id("msg-1") },
        TextMessageContent{ id("msg-1"), id("천천히 다가갑니다. 🎬") },
        TextMessageEnd{ id("msg-1") },
        ToolCallStart{ id("call-1"), id("generate_video"), id("msg-1") },
        ToolCallStart{ id("call-2"), id("music"), {} },
        ToolCallArgs{ id("call-1"), id("{\"model_id\":\"carat-video\"}") },
        ToolCallEnd{ id("call-1") },
        ToolCallResult{ id("msg-2"), id("call-1"), id("done"), {} },
        ToolCallResult{ id("msg-3"), id("call-1"), {}, { words, video } },
        generationSnapshot(generation),
        ActivitySnapshot{ id("act-2"), generationActivity, Json::object(), false },
        generationDelta(generation, later),
        StateSnapshot{ balance },
        StateDelta{ Json{ { { "op", "replace" }, { "path", "/balance/credits" }, { "value", 5 } } } },
        RunFinished{ id("th-1"), id("run-1"), {}, {} },
        RunFinished{ id("th-1"), id("run-1"), {}, Json{ { "generations", 1 } } },
        RunFinished{ id("th-1"), id("run-1"), { bare, whole }, {} },
        RunFinished{ id("th-1"), id("run-1"), {}, {}, true },
        RunError{ id("The engine stopped."), id("engine_failed") },
        RunError{ id("The engine stopped."), {} },
    };
}

} // namespace facet::contract::test
