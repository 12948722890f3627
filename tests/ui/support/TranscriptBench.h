#pragma once

#include "FakeChatRunner.h"
#include "FakeGenerations.h"
#include "FakeSession.h"
#include "FakeTranscript.h"

#include "ui/chat/TranscriptView.h"
#include "ui/widgets/PosterCache.h"

#include <QTest>
#include <QTextDocument>

namespace facet::ui::test {

inline client::TranscriptItem said(const QString &id, client::TranscriptItem::Kind kind, const QString &text)
{
    client::TranscriptItem item;
    item.id = id;
    item.kind = kind;
    item.text = text;
    return item;
}

/// A finished generation with so many videos.
inline client::TranscriptItem result(const QString &id, int takes = 1)
{
    client::TranscriptItem item;
    item.id = id;
    item.kind = client::TranscriptItem::Kind::Generation;
    item.generation.key = QStringLiteral("key-") + id;
    item.generation.state = client::GenerationState::Done;
    Generation &generation = item.generation.generation;
    generation.id = QStringLiteral("gen-") + id;
    generation.modelId = QStringLiteral("kling-3.0");
    generation.prompt = QStringLiteral("a fox");
    generation.status = GenerationStatus::Succeeded;
    generation.chargedCredits = 145;
    for (int take = 0; take < takes; ++take) {
        const QString asset = QStringLiteral("asset-%1").arg(take);
        generation.assets.append(
            Asset{ asset, ModelKind::Video, QStringLiteral("video/mp4"), 10, {}, 1280, 720, 5.0, 24.0 });
        item.generation.assets.append(
            client::LocalAsset{ asset, QStringLiteral("/nowhere/%1-%2.mp4").arg(id).arg(take), {}, 10, {} });
    }
    return item;
}

/// The transcript by itself over fakes, fresh for each test.
class TranscriptBench {
public:
    using Kind = client::TranscriptItem::Kind;

    TranscriptBench()
        : view(transcript, runner, generations, session, theme, posters)
    {
        view.resize(760, 600);
        view.show();
        view.activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&view);
    }

    void say(Kind kind, const QString &text)
    {
        transcript.append(said(QString::number(transcript.rows.size()), kind, text));
    }
    /// Everything is laid out and painted.
    void settle()
    {
        QCoreApplication::processEvents();
        view.viewport()->repaint();
        QCoreApplication::processEvents();
    }
    /// A point of the viewport just before a character of a row's text.
    QPoint at(int row, int offset)
    {
        const QRect caret = caretRect(view.rows().at(row), offset);
        return QPoint(caret.left() + 1, caret.center().y() + view.sight().topOf(row));
    }
    /// The words of a row as they are shown.
    QString shown(int row) { return view.rows().at(row).document->toPlainText(); }

    FakeTranscript transcript;
    FakeChatRunner runner;
    FakeGenerations generations;
    FakeSession session;
    Theme theme{ Theme::Mode::Dark };
    PosterCache posters;
    TranscriptView view;
};

} // namespace facet::ui::test
