#include "ui/composer/ComposerView.h"

#include "client/batch/BatchDraft.h"
#include "client/composer/Composer.h"
#include "client/composer/SendGate.h"
#include "client/session/Session.h"
#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/composer/AttachmentArea.h"
#include "ui/composer/MessageEdit.h"
#include "ui/composer/OptionWords.h"
#include "ui/composer/OptionsPopover.h"
#include "ui/composer/PromptRecall.h"
#include "ui/composer/PromptSearch.h"
#include "ui/composer/QuoteBand.h"
#include "ui/composer/SendQuestionCard.h"
#include "ui/composer/SendWords.h"
#include "ui/crop/CropDialog.h"
#include "ui/crop/FrameWarning.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/FileChooser.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QApplication>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace facet::ui {

namespace {
constexpr int behindBox = 20; // how far the band's ground reaches behind the box
constexpr int undoForMs = 10'000;
} // namespace

ComposerView::ComposerView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_question(new SendQuestionCard(parts.theme, parts.gate))
    , m_band(new QuoteBand(parts.theme))
    , m_box(new Card(parts.theme, Card::Fill::Raised, Theme::popoverRadius))
    , m_attachments(new AttachmentArea(parts.theme, parts.composer, parts.session, parts.files))
    , m_edit(new MessageEdit(parts.theme, parts.composer))
    , m_history(new Button(
          parts.theme, Button::Kind::Quiet, Icon::Clock, QStringLiteral("History"), tr("History (Ctrl+R)")))
    , m_batch(new Button(parts.theme, Button::Kind::Link))
    , m_models(new Button(parts.theme, Button::Kind::Tint))
    , m_addImage(new Button(parts.theme, Button::Kind::Secondary, Icon::ImagePlus,
          QStringLiteral("Add image"), tr("Add images, a video or a sound")))
    , m_options(new Button(parts.theme, Button::Kind::Secondary))
    , m_cost(new Label(parts.theme, TextRole::BodyStrong, TextTone::Text1))
    , m_mark(new Chip(parts.theme, Chip::Tone::Warning))
    , m_free(new Chip(parts.theme, Chip::Tone::Good, QString(), Icon::Infinity_))
    , m_send(new Button(
          parts.theme, Button::Kind::Primary, Icon::ArrowUp, QStringLiteral("Send"), tr("Send (Enter)")))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(m_question);
    auto *layout = new QVBoxLayout; // the band leans on the box
    layout->setSpacing(0);
    rows->addLayout(layout);
    layout->addWidget(m_band);
    auto *box = new QVBoxLayout(m_box);
    box->setContentsMargins(12, 12, 12, 12);
    box->setSpacing(8);
    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_attachments, 1);
    top->addWidget(m_history, 0, Qt::AlignTop);
    box->addLayout(top);
    auto *warning = new FrameWarning(parts.theme, parts.composer);
    box->addWidget(warning);
    connect(warning, &FrameWarning::cropRequested, this, &ComposerView::openCrop);
    box->addWidget(m_edit);
    box->addWidget(m_batch, 0, Qt::AlignRight);
    box->addLayout(makeBar());
    layout->addWidget(m_box);

    client::Composer &composer = m_parts.composer;
    connect(m_edit, &MessageEdit::textChanged, this, [this] {
        m_sendWhenAsked = false;
        m_parts.composer.setText(m_edit->toPlainText());
    });
    connect(m_edit, &MessageEdit::sendRequested, this, &ComposerView::send);
    connect(m_edit, &MessageEdit::batchRequested, this, &ComposerView::batchRequested);
    connect(m_edit, &MessageEdit::batchFileDropped, this, &ComposerView::batchFileDropped);
    connect(m_batch, &Button::clicked, this, &ComposerView::batchRequested);
    makeHistory();
    connect(m_question, &SendQuestionCard::answered, this, &ComposerView::focusMessage);
    connect(m_question, &SendQuestionCard::budgetRequested, this, &ComposerView::budgetRequested);
    connect(m_band, &QuoteBand::actionChosen, this, &ComposerView::act);
    connect(m_band, &QuoteBand::undoRequested, this, &ComposerView::undo);
    m_undoTimer.setSingleShot(true);
    m_undoTimer.setInterval(undoForMs);
    connect(&m_undoTimer, &QTimer::timeout, this, [this] {
        forgetUndo();
        refreshQuote();
    });
    connect(m_models, &Button::clicked, this, &ComposerView::modelsRequested);
    connect(m_addImage, &Button::clicked, this, &ComposerView::addImages);
    connect(m_options, &Button::clicked, this, &ComposerView::openOptions);
    connect(m_send, &Button::clicked, this, &ComposerView::send);
    connect(&composer, &client::Composer::textChanged, this, &ComposerView::refreshText);
    connect(&composer, &client::Composer::quoteChanged, this, &ComposerView::refreshQuote);
    connect(&composer, &client::Composer::serviceAsked, this, &ComposerView::onServiceAsked);
    connect(&composer, &client::Composer::attachmentsChanged, this, [this] {
        m_sendWhenAsked = false;
        refreshQuote();
    });
    connect(&composer, &client::Composer::draftChanged, this, &ComposerView::refreshDraft);
    connect(&m_parts.gate, &client::SendGate::limitsChanged, this, &ComposerView::refreshQuote);
    connect(&m_parts.session, &client::Session::catalogueChanged, this, &ComposerView::refreshQuote);
    connect(&m_parts.session, &client::Session::accountChanged, this, &ComposerView::refreshQuote);
    connect(&m_parts.session, &client::Session::stateChanged, this, &ComposerView::refreshQuote);
    refreshText();
    refreshQuote();
}

QLayout *ComposerView::makeBar()
{
    setName(m_models, QStringLiteral("Models"));
    m_models->setGlyph(Icon::Sparkles);
    m_models->setToolTip(tr("Choose a model and see its credits (Ctrl+K)"));
    m_models->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setName(m_options, QStringLiteral("Options"));
    m_options->setChevron(true);
    m_options->setToolTip(tr("Length, resolution, shape, takes"));
    m_options->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setName(m_batch, QStringLiteral("Send as batch"));
    m_batch->setToolTip(tr("Each line becomes a request of its own (Ctrl+Shift+Enter)"));
    setName(m_cost, QStringLiteral("Cost"));
    m_mark->setObjectName(QStringLiteral("priceMark"));
    m_free->setObjectName(QStringLiteral("free"));
    m_send->setGlyphSize(18);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(6);
    bar->addWidget(m_models);
    bar->addWidget(m_addImage);
    bar->addWidget(m_options);
    bar->addStretch(1);
    bar->addWidget(m_cost);
    bar->addSpacing(2);
    bar->addWidget(m_mark);
    bar->addWidget(m_free);
    bar->addSpacing(2);
    bar->addWidget(m_send);
    return bar;
}

QWidget *ComposerView::modelsButton() const
{
    return m_models;
}

void ComposerView::focusMessage()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void ComposerView::refreshText()
{
    refreshBatch();
    if (m_edit->toPlainText() == m_parts.composer.text())
        return;
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(m_parts.composer.text());
    m_edit->moveCursor(QTextCursor::End);
}

void ComposerView::refreshDraft()
{
    m_sendWhenAsked = false;
    forgetUndo(); // what is set by hand now would go with it
    refreshText();
    refreshQuote();
}

void ComposerView::refreshQuote()
{
    const client::Composer &composer = m_parts.composer;
    const client::Session &session = m_parts.session;
    const Quote &quote = composer.quote();
    QuoteWords::World world{ session.catalogue(), session.account(), session.agents(), session.plans() };
    const QList<client::Attachment> attachments = composer.attachments();
    for (const client::Attachment &attachment : attachments)
        world.inputs.append(attachment.role);
    world.difference = composer.quoteDifference();
    const bool written = !composer.text().trimmed().isEmpty() || !attachments.isEmpty();

    BandContent band = QuoteWords::band(quote, composer.agent(), written, world);
    const QList<AskReason> warnings = m_parts.gate.warnings();
    for (const AskReason &reason : warnings)
        band.addNote(SendWords::warning(reason));
    if (m_undo) {
        band.undone = tr("Undo: %1").arg(QuoteWords::action(m_undo->followed, world, false));
        if (band.tone == BandContent::Tone::None) {
            band.tone = BandContent::Tone::Plain;
            band.text = tr("Done: %1").arg(QuoteWords::action(m_undo->followed, world, true));
        }
    }
    // While nothing can be sent at all, that is the only thing to say.
    const auto state = session.state();
    const bool reachable = state != client::Session::State::NeedsToken
        && state != client::Session::State::Offline && state != client::Session::State::Stopped;
    m_band->present(reachable ? band : BandContent());

    const Model *model = session.catalogue().find(quote.modelId);
    m_models->setText(model ? model->name : tr("Models"));
    m_models->setTrailing(model ? CreditWords::numberOrDash(model->perGenerationCredits) : QString());
    m_models->setAccessibleDescription(m_models->text() + QLatin1Char(' ') + m_models->trailing());
    m_options->setText(OptionWords::summary(merged(quote.options, composer.options())));
    m_options->setAccessibleDescription(m_options->text());

    const CostContent cost =
        QuoteWords::cost(quote, composer.agent(), !written || composer.quoteConfirmed(), world);
    const QString promise = tr("What sending takes. The service refuses rather than take more.");
    const QString why = cost.reason.isEmpty() ? promise : cost.reason + QLatin1Char('\n') + promise;
    m_cost->setText(cost.text);
    m_cost->setToolTip(why);
    m_cost->setAccessibleDescription(
        cost.reason.isEmpty() ? cost.text : cost.text + QLatin1String(". ") + cost.reason);
    m_cost->setTone(cost.warning ? TextTone::Warning : (written ? TextTone::Text1 : TextTone::Text2));
    m_mark->setText(cost.mark);
    m_mark->setTone(cost.markIsBad ? Chip::Tone::Warning : Chip::Tone::Good);
    m_mark->setToolTip(why);
    m_mark->setVisible(!cost.mark.isEmpty());
    m_free->setText(cost.chip);
    m_free->setVisible(!cost.chip.isEmpty());
    m_send->setEnabled(composer.canSend());
    const bool makesVideos = !session.isChatOnly();
    for (QWidget *part :
        std::initializer_list<QWidget *>{ m_models, m_addImage, m_options, m_cost, m_attachments })
        part->setVisible(makesVideos);
    m_edit->setTakesBatches(makesVideos);
    refreshBatch();
    update();
}

void ComposerView::send()
{
    client::Composer &composer = m_parts.composer;
    if (m_sendWhenAsked)
        return;
    if (composer.canSend() && !composer.quote().sendable && !m_parts.gate.question()) {
        // As far as is known here the credits do not suffice. Only the service can say so.
        m_sendWhenAsked = true;
        composer.askService();
        return;
    }
    pass();
}

void ComposerView::onServiceAsked()
{
    if (std::exchange(m_sendWhenAsked, false))
        pass();
}

void ComposerView::pass()
{
    m_parts.gate.sendDraft();
    if (m_parts.gate.question()) {
        m_question->focusDefault();
        return;
    }
    forgetUndo();
    refreshText();
    refreshQuote();
    focusMessage();
}

void ComposerView::openOptions()
{
    if (!m_optionsPopover)
        m_optionsPopover = new OptionsPopover(m_parts.theme, m_parts.composer, m_parts.session, window());
    m_optionsPopover->openFor(m_options);
}

void ComposerView::makeHistory()
{
    m_history->setExtent(28);
    m_history->setVisible(m_parts.history != nullptr);
    if (!m_parts.history)
        return;
    auto *recall = new PromptRecall(*m_parts.history, m_edit);
    connect(recall, &PromptRecall::failed, this, &ComposerView::historyFailed);
    connect(m_history, &Button::clicked, this, &ComposerView::openHistory);
}

void ComposerView::openCrop()
{
    auto *dialog = new CropDialog(m_parts.theme, m_parts.composer, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &ComposerView::focusMessage);
    dialog->open();
}

void ComposerView::openHistory()
{
    if (!m_parts.history)
        return;
    if (!m_search) {
        m_search = new PromptSearch(m_parts.theme, *m_parts.history, window());
        connect(m_search, &PromptSearch::failed, this, &ComposerView::historyFailed);
        connect(m_search, &PromptSearch::chosen, this, [this](const QString &prompt) {
            m_edit->recall(prompt);
            focusMessage();
        });
    }
    if (m_search->isOpen())
        m_search->closePopover();
    else
        m_search->openFor(m_box);
}

void ComposerView::refreshBatch()
{
    const int lines = client::BatchDraft::promptsIn(m_parts.composer.text());
    m_batch->setText(tr("Send as a batch of %n", nullptr, lines));
    m_batch->setVisible(lines > 1 && !m_parts.session.isChatOnly());
}

void ComposerView::addImages()
{
    m_parts.files.chooseFiles(
        this, FileChooser::What::All, FileChooser::Many::Several, [this](const QStringList &paths) {
            for (const QString &path : paths)
                m_parts.composer.attachFile(InputRole::Reference, path);
        });
}

void ComposerView::paintEvent(QPaintEvent *)
{
    if (m_band->isHidden())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_band->ground());
    painter.drawRoundedRect(
        QRectF(m_band->geometry()).adjusted(0, 0, 0, behindBox), Theme::popoverRadius, Theme::popoverRadius);
}

} // namespace facet::ui
