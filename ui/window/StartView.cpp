#include "ui/window/StartView.h"

#include "client/composer/Composer.h"
#include "client/session/Session.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"
#include "ui/window/ExampleCard.h"

#include <QFile>
#include <QFileInfo>
#include <QTimer>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int columnWidth = 600;
}

StartView::StartView(Theme &theme, client::Session &session, client::Composer &composer,
    PosterCache &pictures, QWidget *parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_composer(composer)
    , m_sandbox(new Label(theme, TextRole::Small, TextTone::Text2))
{
    setObjectName(QStringLiteral("startView"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget;
    viewport()->setAutoFillBackground(false);
    auto *across = new QHBoxLayout(body);
    across->setContentsMargins(24, 16, 24, 16);
    auto *column = new QWidget;
    column->setMaximumWidth(columnWidth);
    across->addWidget(column);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    rows->addStretch();
    auto *title = new Label(theme, TextRole::Heading, TextTone::Text1, tr("What shall we make?"));
    title->setAlignment(Qt::AlignCenter);
    rows->addWidget(title);
    auto *hint = new Label(theme, TextRole::Body, TextTone::Text2,
        tr("A sentence is enough. Two frames give you the exact first and last picture."));
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    rows->addWidget(hint);
    rows->addSpacing(8);
    int number = 0;
    for (const Example &example : examples()) {
        auto *card = new ExampleCard(theme, pictures, example);
        setName(card, QStringLiteral("Example %1").arg(++number));
        rows->addWidget(card);
        m_cards.append(card);
        connect(card, &ExampleCard::clicked, this, [this, card] { take(card->example()); });
    }
    rows->addSpacing(4);
    m_sandbox->setText(tr("Sandbox: results are drafts made without AI, free of charge."));
    m_sandbox->setAlignment(Qt::AlignCenter);
    m_sandbox->setWordWrap(true);
    rows->addWidget(m_sandbox);
    rows->addStretch();
    setWidget(body);
    body->setAutoFillBackground(false); // setWidget() switched it on
    connect(&m_session, &client::Session::catalogueChanged, this, &StartView::refresh);
    connect(&m_session, &client::Session::accountChanged, this, &StartView::refresh);
    connect(&m_session, &client::Session::stateChanged, this, &StartView::refresh);
    connect(&m_composer, &client::Composer::draftChanged, this, &StartView::refresh);
    refresh();
}

QList<StartView::Example> StartView::examples()
{
    const auto sample = [](const char *name) {
        return QLatin1String(":/facet/samples/") + QLatin1String(name);
    };
    return {
        { tr("Harbor, night to dawn"), tr("Start and end frame · try it with our pictures"),
            tr("Slow push in from the dark harbor until the sun is up. Use Carat Basic Video (LTX 2.3)"),
            { { InputRole::StartFrame, sample("harbor-night.jpg") },
                { InputRole::EndFrame, sample("harbor-dawn.jpg") } } },
        { tr("Moss fox looks up, slow push in"), tr("One image · keeps its style"),
            tr("The moss fox looks up, slow push in. Use Carat Basic Video (LTX 2.3)"),
            { { InputRole::Reference, sample("moss-fox.jpg") } } },
        { tr("A paper boat crosses a flooded street, 10 seconds, vertical"), tr("Words only"),
            tr("A paper boat crosses a flooded street, 10 seconds, vertical"), {} },
    };
}

void StartView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    // After the window's first paint: reading the prompts' words is not what it should wait for.
    QTimer::singleShot(0, this, &StartView::refresh);
}

void StartView::refresh()
{
    m_sandbox->setVisible(m_session.isSandbox());
    for (ExampleCard *card : std::as_const(m_cards))
        card->setVisible(!m_session.isChatOnly()); // they ask for videos
    if (!isVisible() || m_session.catalogue().models().isEmpty())
        return;
    const QuoteContext context{ m_session.catalogue(), m_session.agents(), m_session.account(),
        m_session.plans(), QDateTime::currentDateTimeUtc() };
    for (ExampleCard *card : std::as_const(m_cards)) {
        QuoteRequest request;
        request.agent = m_composer.agent();
        request.modelId = m_composer.pickedModel();
        request.prompt = card->example().prompt;
        for (const Example::Picture &picture : card->example().pictures)
            request.inputs.append(picture.role);
        card->setQuote(makeQuote(request, context));
    }
}

void StartView::take(const Example &example)
{
    for (const client::Attachment &attachment : m_composer.attachments())
        m_composer.detach(attachment.id);
    for (const Example::Picture &picture : example.pictures) {
        QFile file(picture.path);
        if (file.open(QIODevice::ReadOnly))
            m_composer.attachBytes(picture.role, file.readAll(), QFileInfo(picture.path).fileName());
    }
    m_composer.setText(example.prompt);
    emit exampleTaken();
}

} // namespace facet::ui
