#include "ui/picker/ModelDetail.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/composer/OptionWords.h"
#include "ui/picker/ModelHeading.h"
#include "ui/picker/PriceTable.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/Label.h"

#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace facet::ui {

ModelDetail::ModelDetail(Theme &theme, client::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_heading(new ModelHeading(theme))
    , m_figure(new Label(theme, TextRole::Figure, TextTone::Text1))
    , m_figureWhat(new Label(theme, TextRole::Body, TextTone::Text2))
    , m_figureAt(new Label(theme, TextRole::Caption, TextTone::Text2))
    , m_cover(new Chip(theme, Chip::Tone::Good, QString(), Icon::Infinity_))
    , m_problem(new Label(theme, TextRole::Small, TextTone::Warning))
    , m_table(new PriceTable(theme))
    , m_text(new Label(theme, TextRole::Small, TextTone::Text2))
    , m_limits(new Label(theme, TextRole::Small, TextTone::Text2))
    , m_enough(new Label(theme, TextRole::Small, TextTone::Text1))
    , m_use(new Button(theme, Button::Kind::Primary, tr("Use this model")))
{
    m_use->setAccessibleName(QStringLiteral("Use this model"));
    m_use->setObjectName(QStringLiteral("useThisModel"));
    m_figure->setObjectName(QStringLiteral("modelCredits"));
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
    rows->addWidget(m_problem);
    rows->addWidget(m_table);
    rows->addWidget(m_text);
    rows->addWidget(m_limits);
    rows->addStretch();
    for (Label *label : { m_problem, m_text, m_limits, m_enough, m_figureAt })
        label->setWordWrap(true);

    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget() switched it on
    scroll->viewport()->setAutoFillBackground(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(20, 6, 20, 20);
    bottom->setSpacing(10);
    bottom->addWidget(m_enough);
    bottom->addWidget(m_use, 0, Qt::AlignRight);
    layout->addLayout(bottom);
    connect(m_use, &Button::clicked, this, &ModelDetail::useRequested);
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

QString ModelDetail::coverage(const Model &model) const
{
    for (const Benefit &benefit : m_session.account().benefits) {
        if (benefit.modelId == model.id)
            return tr("0 with %1: %2")
                .arg(m_session.account().plan.name, OptionWords::anyOf(benefit.methods));
    }
    return {};
}

QString ModelDetail::limits(const Model &model) const
{
    QStringList parts;
    if (model.maxDurationS > 0)
        parts.append(tr("Up to %n second(s) a generation.", nullptr, model.maxDurationS));
    if (!model.methods.isEmpty())
        parts.append(tr("Starts from %1.").arg(OptionWords::anyOf(model.methods)));
    const ImageLimits &images = model.inputs.images;
    if (images.max > 0)
        parts.append(
            tr("Takes %n image(s), each up to %1.", nullptr, images.max)
                .arg(QLocale().formattedDataSize(images.maxBytes, 0, QLocale::DataSizeTraditionalFormat)));
    return parts.join(QLatin1Char(' '));
}

void ModelDetail::present(const Model &model, const Options &current)
{
    m_heading->present(model.name, model.vendor, m_session.catalogue(), model.id);
    setFigure(model.perGenerationCredits, tr("credits per generation"),
        tr("at defaults: %1").arg(OptionWords::defaults(model)));
    const QString cover = coverage(model);
    m_cover->setText(cover);
    m_cover->setVisible(!cover.isEmpty());
    QString problem;
    switch (model.status) {
    case ModelStatus::RetiredUpstream:
        problem = tr("Its vendor has closed it: it cannot be used any more.");
        break;
    case ModelStatus::NeedsConnection:
        problem = tr("It needs a connected provider before it can be used.");
        break;
    case ModelStatus::Ready:
    case ModelStatus::Draft:
    case ModelStatus::Other:
        break;
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_table->present(model, resolveOptions(model, current));
    m_table->setVisible(!m_table->isEmpty());
    const bool korean = QLocale().language() == QLocale::Korean;
    const QString description = korean ? model.description.ko : model.description.en;
    const QString more =
        tr("More takes, a higher resolution or a greater length than the default take more.");
    m_text->setText(description.isEmpty() ? more : description + QLatin1Char('\n') + more);
    m_limits->setText(limits(model));
    setEnough(model.perGenerationCredits);
    m_use->setText(tr("Use this model"));
    m_use->setEnabled(problem.isEmpty());
    m_use->updateGeometry();
}

void ModelDetail::presentAutomatic(const Quote &quote, AgentVersion agent)
{
    m_heading->present(tr("Automatic"), GenerationWords::agent(agent), m_session.catalogue(), QString());
    const Model *model = m_session.catalogue().find(quote.modelId);
    setFigure(quote.generationCredits, tr("credits for this message"),
        model ? tr("%1: %2").arg(model->name, OptionWords::summary(quote.options)) : QString());
    m_cover->setText(tr("Covered by your unlimited benefit"));
    m_cover->setVisible(quote.covered);
    m_problem->hide();
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
