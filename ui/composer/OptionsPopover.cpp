#include "ui/composer/OptionsPopover.h"

#include "client/composer/Composer.h"
#include "client/session/Session.h"
#include "ui/chat/GenerationWords.h"
#include "ui/composer/OptionWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Label.h"

#include <QButtonGroup>
#include <QColorDialog>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int popoverWidth = 340;
}

OptionsPopover::OptionsPopover(
    Theme &theme, client::Composer &composer, client::Session &session, QWidget *parent)
    : Popover(theme, parent)
    , m_theme(theme)
    , m_composer(composer)
    , m_session(session)
{
    setObjectName(QStringLiteral("optionsPopover"));
    auto *layout = new QVBoxLayout(body());
    layout->setContentsMargins(0, 0, 0, 0);
    connect(&m_composer, &client::Composer::quoteChanged, this, &OptionsPopover::refresh);
}

void OptionsPopover::openFor(QWidget *anchor)
{
    m_anchor = anchor;
    rebuild();
    openAt(anchor, Side::Above, QSize(popoverWidth, m_content->layout()->heightForWidth(popoverWidth) + 2));
    for (const Shown &shown : std::as_const(m_shown)) {
        if (shown.button->isChecked()) {
            shown.button->setFocus(Qt::PopupFocusReason);
            break;
        }
    }
}

void OptionsPopover::change(const std::function<void(Options &)> &set)
{
    Options options = m_composer.options();
    set(options);
    m_composer.setOptions(options);
}

void OptionsPopover::rebuild()
{
    delete m_content;
    m_shown.clear();
    m_seed = nullptr;
    m_content = new QWidget;
    body()->layout()->addWidget(m_content);
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(16, 14, 16, 14);
    rows->setSpacing(4);

    const Quote &quote = m_composer.quote();
    m_modelId = quote.modelId;
    const Model *model = m_session.catalogue().find(quote.modelId);
    auto *title = new Label(m_theme, TextRole::BodyStrong, TextTone::Text1,
        model ? tr("Options of %1").arg(model->name)
              : tr("Write what you want first: its model decides the options."));
    title->setWordWrap(true);
    rows->addWidget(title);
    if (!model)
        return;

    QList<Choice> lengths;
    for (const int seconds : model->options.durationsS)
        lengths.append({ GenerationWords::seconds(seconds), QStringLiteral("Length %1 s").arg(seconds),
            [seconds](const Options &o) { return o.durationS == seconds; },
            [seconds](Options &o) { o.durationS = seconds; } });
    addRow(rows, tr("Length"), lengths);
    QList<Choice> resolutions;
    for (const QString &r : model->options.resolutions)
        resolutions.append({ r, QStringLiteral("Resolution ") + r,
            [r](const Options &o) { return o.resolution == r; }, [r](Options &o) { o.resolution = r; } });
    addRow(rows, tr("Resolution"), resolutions);
    QList<Choice> shapes;
    for (const QString &a : model->options.aspectRatios)
        shapes.append({ a, QStringLiteral("Shape ") + a, [a](const Options &o) { return o.aspectRatio == a; },
            [a](Options &o) { o.aspectRatio = a; } });
    addRow(rows, tr("Shape"), shapes);
    QList<Choice> counts;
    for (const int n : model->options.counts)
        counts.append({ OptionWords::count(n), QStringLiteral("Takes %1").arg(n),
            [n](const Options &o) { return o.count == n; }, [n](Options &o) { o.count = n; } });
    addRow(rows, tr("Takes"), counts);
    if (model->options.audio) {
        addRow(rows, tr("Audio"),
            { { tr("With audio"), QStringLiteral("With audio"),
                  [](const Options &o) { return o.audio.value_or(false); },
                  [](Options &o) { o.audio = true; } },
                { tr("Silent"), QStringLiteral("Silent"),
                    [](const Options &o) { return !o.audio.value_or(false); },
                    [](Options &o) { o.audio = false; } } });
    }
    if (model->takes(Method::Image) || model->takes(Method::StartEnd))
        addFit(rows);
    if (model->options.seed)
        addSeed(rows);

    rows->addSpacing(4);
    auto *reset = new Button(m_theme, Button::Kind::Link, tr("Back to the model's defaults"));
    reset->setAccessibleName(QStringLiteral("Reset options"));
    rows->addWidget(reset, 0, Qt::AlignLeft);
    connect(reset, &Button::clicked, this, [this] {
        if (m_seed)
            m_seed->clear();
        m_composer.setOptions({});
    });
    refresh();
}

void OptionsPopover::addRow(QVBoxLayout *rows, const QString &title, const QList<Choice> &choices)
{
    if (choices.isEmpty())
        return;
    rows->addSpacing(4);
    rows->addWidget(new Label(m_theme, TextRole::CaptionStrong, TextTone::Text2, title));
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row, 4);
    auto *group = new QButtonGroup(row);
    for (const Choice &choice : choices) {
        auto *button = new Button(m_theme, Button::Kind::Tab, choice.text);
        button->setExtent(28);
        button->setAccessibleName(choice.name);
        group->addButton(button);
        flow->addWidget(button);
        m_shown.append({ button, choice.isCurrent });
        connect(button, &Button::clicked, this, [this, set = choice.set] { change(set); });
    }
    rows->addWidget(row);
}

void OptionsPopover::addFit(QVBoxLayout *rows)
{
    addRow(rows, tr("A picture of another shape"),
        { { tr("Fit it in"), QStringLiteral("Fit"),
              [](const Options &o) { return o.fit.value_or(FitMode::Fit) == FitMode::Fit; },
              [](Options &o) { o.fit = FitMode::Fit; } },
            { tr("Crop it"), QStringLiteral("Crop"), [](const Options &o) { return o.fit == FitMode::Crop; },
                [](Options &o) { o.fit = FitMode::Crop; } } });
    const QString black = QColor(Qt::black).name();
    const QString white = QColor(Qt::white).name();
    addRow(rows, tr("Behind a fitted picture"),
        { { tr("Black"), QStringLiteral("Black background"),
              [black](const Options &o) { return o.background.value_or(black) == black; },
              [black](Options &o) { o.background = black; } },
            { tr("White"), QStringLiteral("White background"),
                [white](const Options &o) { return o.background == white; },
                [white](Options &o) { o.background = white; } } });
    auto *other = new Button(m_theme, Button::Kind::Link, tr("Another colour…"));
    other->setAccessibleName(QStringLiteral("Another colour"));
    rows->addWidget(other, 0, Qt::AlignLeft);
    connect(other, &Button::clicked, this, &OptionsPopover::chooseBackground);
}

void OptionsPopover::chooseBackground()
{
    auto *dialog = new QColorDialog(QColor(m_composer.options().background.value_or(QString())), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &colour) {
        change([name = colour.name()](Options &o) { o.background = name; });
    });
    dialog->open();
}

void OptionsPopover::addSeed(QVBoxLayout *rows)
{
    rows->addSpacing(4);
    rows->addWidget(new Label(m_theme, TextRole::CaptionStrong, TextTone::Text2, tr("Seed")));
    m_seed = new QLineEdit;
    m_seed->setAccessibleName(QStringLiteral("Seed"));
    m_seed->setPlaceholderText(tr("Another one each time"));
    m_seed->setMaxLength(10);
    static const QRegularExpression digits(QStringLiteral("[0-9]{0,10}"));
    m_seed->setValidator(new QRegularExpressionValidator(digits, m_seed));
    if (const auto seed = m_composer.options().seed)
        m_seed->setText(QString::number(*seed));
    rows->addWidget(m_seed);
    connect(m_seed, &QLineEdit::textEdited, this, [this](const QString &text) {
        bool ok = false;
        const quint32 seed = text.toUInt(&ok);
        change([&](Options &o) { o.seed = ok ? std::optional<quint32>(seed) : std::nullopt; });
    });
}

void OptionsPopover::refresh()
{
    if (!m_content)
        return;
    if (isOpen() && m_composer.quote().modelId != m_modelId) {
        closePopover(); // another model offers other things
        return;
    }
    // What was set shows at once, what was not is what the quote says it will be.
    const Options options = merged(m_composer.quote().options, m_composer.options());
    for (const Shown &shown : std::as_const(m_shown))
        shown.button->setChecked(shown.isCurrent(options));
}

} // namespace facet::ui
