#include "ui/picker/ModelDetail.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/composer/InputWords.h"
#include "ui/composer/OptionWords.h"
#include "ui/picker/ModelHeading.h"
#include "ui/picker/ModelWords.h"
#include "ui/picker/PriceTable.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace facet::ui {

ModelDetail::ModelDetail(Theme &theme, client::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_scroll(new QScrollArea)
    , m_heading(new ModelHeading(theme))
    , m_figure(new Label(theme, TextRole::Figure, TextTone::Text1))
    , m_figureWhat(new Label(theme, TextRole::Body, TextTone::Text2))
    , m_figureAt(new Label(theme, TextRole::Caption, TextTone::Text2))
    , m_cover(new Chip(theme, Chip::Tone::Good, QString(), Icon::Infinity_))
    , m_state(new Label(theme, TextRole::Small, TextTone::Warning))
    , m_table(new PriceTable(theme))
    , m_text(new Label(theme, TextRole::Small, TextTone::Text2))
    , m_limits(new Label(theme, TextRole::Small, TextTone::Text2))
    , m_enough(new Label(theme, TextRole::Small, TextTone::Text1))
    , m_plans(new Button(theme, Button::Kind::Secondary, tr("Compare plans")))
    , m_use(new Button(theme, Button::Kind::Primary, tr("Use this model")))
{
    m_figure->setObjectName(QStringLiteral("modelCredits"));
    m_cover->setObjectName(QStringLiteral("modelCover"));
    m_state->setObjectName(QStringLiteral("modelState"));
    m_limits->setObjectName(QStringLiteral("modelLimits"));
    m_text->setObjectName(QStringLiteral("modelText"));
    m_enough->setObjectName(QStringLiteral("enoughFor"));

    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(20, 20, 20, 8);
    rows->setSpacing(10);
    rows->addWidget(m_heading);
    auto *figure = new QHBoxLayout;
    figure->setSpacing(8);
    figure->addWidget(m_figure);
    auto *what = new QVBoxLayout;
    what->setSpacing(1);
    what->addStretch();
    what->addWidget(m_figureWhat);
    what->addWidget(m_figureAt);
    what->addStretch();
    figure->addLayout(what, 1);
    rows->addLayout(figure);
    rows->addWidget(m_cover);
    rows->addWidget(m_state);
    rows->addWidget(m_table);
    rows->addWidget(m_text);
    rows->addWidget(m_limits);
    rows->addStretch(1);
    for (Label *label : { m_state, m_text, m_limits, m_enough, m_figureAt })
        label->setWordWrap(true);

    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setProperty("ringed", true);
    setName(m_scroll, QStringLiteral("Model details"));
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget() switched it on
    m_scroll->viewport()->setAutoFillBackground(false);
    // The keyboard stops there only when there is something to scroll.
    m_scroll->verticalScrollBar()->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(makeBottom());
}

QLayout *ModelDetail::makeBottom()
{
    setName(m_plans, QStringLiteral("Compare plans"));
    setName(m_use, QStringLiteral("Use this model"));
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(20, 6, 20, 20);
    bottom->setSpacing(10);
    bottom->addWidget(m_enough);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_plans);
    buttons->addStretch(1);
    buttons->addWidget(m_use);
    bottom->addLayout(buttons);
    connect(m_plans, &Button::clicked, this, &ModelDetail::plansRequested);
    connect(m_use, &Button::clicked, this, &ModelDetail::useRequested);
    return bottom;
}

bool ModelDetail::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->verticalScrollBar()
        && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        m_scroll->setFocusPolicy(event->type() == QEvent::Show ? Qt::TabFocus : Qt::NoFocus);
    return QWidget::eventFilter(watched, event);
}

void ModelDetail::setFigure(std::optional<Credits> credits, const QString &what, const QString &at)
{
    m_figure->setText(CreditWords::numberOrDash(credits));
    m_figureWhat->setText(what);
    m_figureAt->setText(at);
    m_figureAt->setVisible(!at.isEmpty());
}

void ModelDetail::setEnough(std::optional<Credits> credits)
{
    const Credits balance = m_session.account().balance.credits;
    if (!credits || *credits <= 0) {
        m_enough->hide();
        return;
    }
    m_enough->setText(tr("Your %1 are enough for %2 of these.")
                          .arg(GenerationWords::credits(balance), CreditWords::number(balance / *credits)));
    m_enough->show();
}

void ModelDetail::showCover(const Model &model)
{
    const Account &account = m_session.account();
    const QList<Method> methods = ModelWords::coveredMethods(account, model, QDateTime::currentDateTimeUtc());
    const bool covered = !methods.isEmpty();
    m_cover->setTone(covered ? Chip::Tone::Good : Chip::Tone::Neutral);
    m_cover->setIcon(covered ? std::optional(Icon::Infinity_) : std::nullopt);
    m_cover->setText(covered ? tr("0 with %1: %2").arg(account.plan.name, OptionWords::anyOf(methods))
                             : tr("Not covered by %1").arg(account.plan.name));
    m_cover->setVisible(!account.plan.name.isEmpty());
}

void ModelDetail::showState(const Model &model, const QList<InputRole> &inputs)
{
    QString text = ModelWords::status(model);
    TextTone tone = TextTone::Text2;
    if (!isUsable(model)) {
        text = model.status == ModelStatus::RetiredUpstream
            ? tr("Its vendor has closed it: it cannot be used any more.")
            : tr("It needs a connected provider before it can be used.");
        tone = TextTone::Warning;
    } else if (const auto problem = inputProblem(inputs, model)) {
        // What is attached does not fit, or something has yet to be added.
        text = InputWords::problem(*problem, model) + QLatin1String(". ")
            + (isMissing(*problem) ? QString() : InputWords::remedy(*problem, model));
        tone = isMissing(*problem) && inputs.isEmpty() ? TextTone::Text2 : TextTone::Warning;
    }
    m_state->setTone(tone);
    m_state->setText(text.trimmed());
    m_state->setVisible(!text.isEmpty());
}

void ModelDetail::present(const Model &model, const Options &current, const QList<InputRole> &inputs)
{
    m_heading->present(model.name, model.vendor, m_session.catalogue(), model.id);
    setFigure(model.perGenerationCredits, tr("credits per generation"),
        tr("at defaults: %1").arg(OptionWords::defaults(model)));
    showCover(model);
    showState(model, inputs);
    m_table->present(model, resolveOptions(model, current));
    m_table->setVisible(!m_table->isEmpty());
    const QString description = ModelWords::description(model);
    const QString more =
        tr("More takes, a higher resolution or a greater length than the default take more.");
    m_text->setText(description.isEmpty() ? more : description + QLatin1Char('\n') + more);
    m_limits->setText(ModelWords::limits(model));
    setEnough(model.perGenerationCredits);
    m_use->setText(tr("Use this model"));
    m_use->setEnabled(isUsable(model));
    m_use->updateGeometry();
    m_scroll->verticalScrollBar()->setValue(0);
}

void ModelDetail::presentAutomatic(const Quote &quote, AgentVersion agent)
{
    m_heading->present(tr("Automatic"), GenerationWords::agent(agent), m_session.catalogue(), QString());
    const Model *model = m_session.catalogue().find(quote.modelId);
    setFigure(quote.generationCredits, tr("credits for this message"),
        model ? tr("%1: %2").arg(model->name, OptionWords::summary(quote.options)) : QString());
    m_cover->setTone(Chip::Tone::Good);
    m_cover->setIcon(Icon::Infinity_);
    m_cover->setText(tr("Covered by your unlimited benefit"));
    m_cover->setVisible(quote.covered);
    m_state->hide();
    m_table->hide();
    QString standard;
    for (const AgentInfo &info : m_session.agents())
        if (info.version == agent)
            standard = GenerationWords::modelName(m_session.catalogue(), info.defaultVideoModelId);
    m_text->setText(standard.isEmpty()
            ? tr("A model that your message names is used; otherwise the agent chooses.")
            : tr("A model that your message names is used; otherwise %1 uses %2 for videos.")
                  .arg(GenerationWords::agent(agent), standard));
    m_limits->clear();
    setEnough({});
    m_use->setText(tr("Use Automatic"));
    m_use->setEnabled(true);
    m_use->updateGeometry();
}

} // namespace facet::ui
