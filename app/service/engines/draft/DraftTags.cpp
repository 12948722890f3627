#include "service/engines/draft/DraftTags.h"

#include "contract/Codecs.h"

namespace facet::service::draft {

QMap<QString, QString> tagsFor(const EngineJob &job)
{
    constexpr int titleLength = 80;
    const QString words = job.prompt.simplified();
    QString title = words.left(titleLength);
    if (title.isEmpty())
        title = job.model.name;
    return {
        { QStringLiteral("title"), title },
        { QStringLiteral("comment"),
            job.korean ? QStringLiteral("Facet가 AI 없이 이 컴퓨터에서 만든 초안입니다.")
                       : QStringLiteral("A draft that Facet made on this computer without AI.") },
        { QStringLiteral("model"), job.model.name },
        { QStringLiteral("model_id"), job.model.id },
        { QStringLiteral("prompt"), job.prompt },
        { QStringLiteral("seed"), QString::number(job.seed) },
        { QStringLiteral("options"), QString::fromUtf8(contract::toBytes(contract::toJson(job.options))) },
        { QStringLiteral("method"), wireName(job.method) },
        { QStringLiteral("generation_id"), job.generationId },
        { QStringLiteral("take"), QString::number(job.take) },
        { QStringLiteral("draft"), QStringLiteral("true") },
    };
}

} // namespace facet::service::draft
