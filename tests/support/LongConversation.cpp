#include "LongConversation.h"

#include "client/store/GenerationRows.h"
#include "client/store/MessageRows.h"
#include "client/store/PreparedSql.h"

namespace facet::test {

using namespace client;

QString LongConversation::text(int row)
{
    static const QStringList asked{
        QStringLiteral("A slow push-in from the dark harbor until the sun is up, one gull crosses the frame"),
        QStringLiteral("항구의 새벽, 안개가 걷히면서 배 한 척이 천천히 들어온다. 카메라는 움직이지 않아요."),
        QStringLiteral("Two more takes of the same shot with Kling 3.0"),
    };
    static const QStringList answered{
        QStringLiteral(
            "Here is the **5-second** move between your two frames. Your unlimited benefit covered it, "
            "and the last frame is sharp enough to go on from."),
        QStringLiteral(
            "Three things to look at:\n\n- the horizon is level\n- the *gull* leaves the frame at 3.2 s\n"
            "- no camera shake\n\nShall I make it longer?"),
        QStringLiteral("두 번째 테이크가 더 안정적이에요. `seed 41872`로 다시 만들 수 있어요."),
    };
    QString said = isMessage(row) ? asked.at(row / 2 % 3) : answered.at(row / 2 % 3);
    if (isRare(row))
        said += QStringLiteral(" ") + rareWord();
    return said + QStringLiteral(" #%1").arg(row);
}

namespace {

GenerationRecord video(const LongConversation &conversation, int row)
{
    GenerationRecord record;
    record.key = LongConversation::generationKey(row);
    record.conversationId = conversation.id;
    record.state = GenerationState::Done;
    Generation &g = record.generation;
    g.id = QStringLiteral("g-%1").arg(row);
    g.modelId = QStringLiteral("kling-3.0");
    g.prompt = LongConversation::text(row - 1);
    g.status = GenerationStatus::Succeeded;
    g.quotedCredits = 145;
    g.chargedCredits = 145;
    g.options.durationS = 5;
    g.options.resolution = QStringLiteral("720p");
    g.options.aspectRatio = QStringLiteral("16:9");
    g.createdAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000LL + row, Qt::UTC);
    g.assets = { Asset{ QStringLiteral("a-%1").arg(row), ModelKind::Video, QStringLiteral("video/mp4"), 10,
        {}, 1280, 720, 5.0, 24.0 } };
    const QString poster = conversation.posters.isEmpty()
        ? QString()
        : conversation.posters.at(row % conversation.posters.size());
    record.assets = { LocalAsset{
        g.assets.constFirst().id, QStringLiteral("/nowhere/%1.mp4").arg(row), poster, 10, {} } };
    return record;
}

} // namespace

Result<bool> LongConversation::write(QSqlDatabase &connection) const
{
    auto done = execSql(connection,
        QStringLiteral("INSERT INTO conversations (id, title, search, created_at, updated_at) "
                       "VALUES (?, 'Long', 'long', 1, 1)"),
        { id });
    PreparedSql put(connection,
        QStringLiteral("INSERT INTO messages (id, conversation_id, kind, agent, at, text, run_id, "
                       "generation_key, detail, search, position) "
                       "VALUES (?, ?, ?, '2.0', ?, ?, ?, ?, '', ?, ?)"));
    for (int row = 0; done && row < rows; ++row) {
        const bool isUser = isMessage(row);
        const auto kind = isVideo(row) ? TranscriptItem::Kind::Generation
            : isUser                   ? TranscriptItem::Kind::User
                                       : TranscriptItem::Kind::AgentText;
        const QString said = isVideo(row) ? QString() : text(row);
        done = put.exec({ itemId(row), id, kindWord(kind), row, said, QStringLiteral("run-%1").arg(row / 20),
            isVideo(row) ? generationKey(row) : QString(), isUser ? foldedForSearch(said) : QString(),
            position(row) });
        if (done && isVideo(row))
            done = putGeneration(connection, video(*this, row));
    }
    return done.map([] { return true; });
}

} // namespace facet::test
