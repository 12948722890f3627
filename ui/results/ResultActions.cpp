#include "ui/results/ResultActions.h"

#include "client/generation/NameTemplate.h"
#include "client/media/VideoFrames.h"
#include "client/sequence/Sequence.h"
#include "client/session/Session.h"
#include "ui/results/ComposerFiller.h"
#include "ui/results/FrameGrab.h"
#include "ui/results/ResultFiles.h"
#include "ui/widgets/PosterCache.h"

#include <QAction>
#include <QClipboard>
#include <QDrag>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

namespace facet::ui {

namespace {
constexpr QSize dragSize(160, 90); // pixels
}

ResultActions::ResultActions(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_filler(new ComposerFiller(needs.session, needs.composer, needs.drafts, needs.recreation, this))
    , m_grab(new FrameGrab(needs.frames, needs.composer, *m_filler, this))
    , m_resultFiles(new ResultFiles(needs.files, this))
{
    connect(m_filler, &ComposerFiller::filled, this, &ResultActions::composerFilled);
    connect(m_filler, &ComposerFiller::failed, this, &ResultActions::failed);
    connect(m_grab, &FrameGrab::attached, this, &ResultActions::attached);
    connect(m_grab, &FrameGrab::done, this, &ResultActions::done);
    connect(m_grab, &FrameGrab::failed, this, &ResultActions::failed);
    connect(m_resultFiles, &ResultFiles::done, this, &ResultActions::done);
    connect(m_resultFiles, &ResultFiles::failed, this, &ResultActions::failed);
}

ResultActions::~ResultActions() = default;

bool ResultActions::isOffered(Action action, const ResultRef &result) const
{
    switch (action) {
    case Action::ContinueFromLast:
        return m_filler->canFill() && m_grab->isAble() && result.isVideo();
    case Action::GrabStart:
    case Action::GrabEnd:
    case Action::GrabReference:
        return result.isImage() || (m_grab->isAble() && result.isVideo());
    case Action::GrabPng:
    case Action::GrabCopy:
        return m_grab->isAble() && result.isVideo();
    case Action::Recreate:
        return m_filler->canRecreate();
    case Action::AddToSequence:
        return m_needs.sequence && result.isVideo();
    case Action::RevealPrompt:
        return !result.record.conversationId.isEmpty();
    case Action::CopyPrompt:
        return !result.record.generation.prompt.isEmpty();
    case Action::SaveAs:
    case Action::Copy:
    case Action::ShowInFolder:
        return !result.record.assets.isEmpty();
    }
    return false;
}

bool ResultActions::isEnabled(Action action, const ResultRef &result) const
{
    switch (action) {
    case Action::Recreate:
    case Action::RevealPrompt:
    case Action::CopyPrompt:
        return true;
    case Action::ContinueFromLast:
    case Action::GrabStart:
    case Action::GrabEnd:
    case Action::GrabReference:
    case Action::GrabPng:
    case Action::GrabCopy:
    case Action::AddToSequence:
    case Action::SaveAs:
    case Action::Copy:
    case Action::ShowInFolder:
        return !result.path().isEmpty() && QFileInfo::exists(result.path());
    }
    return false;
}

QString ResultActions::text(Action action)
{
    switch (action) {
    case Action::ContinueFromLast:
        return tr("Continue from last frame");
    case Action::Recreate:
        return tr("Recreate");
    case Action::GrabStart:
        return tr("Use as start frame");
    case Action::GrabEnd:
        return tr("Use as end frame");
    case Action::GrabReference:
        return tr("Use as reference image");
    case Action::GrabPng:
        return tr("Save frame as PNG");
    case Action::GrabCopy:
        return tr("Copy frame");
    case Action::AddToSequence:
        return tr("Add to sequence");
    case Action::RevealPrompt:
        return tr("Show prompt in chat");
    case Action::CopyPrompt:
        return tr("Copy prompt");
    case Action::SaveAs:
        return tr("Save as…");
    case Action::Copy:
        return tr("Copy");
    case Action::ShowInFolder:
        return tr("Show in folder");
    }
    return {};
}

QString ResultActions::name(Action action)
{
    switch (action) {
    case Action::ContinueFromLast:
        return QStringLiteral("Continue from last frame");
    case Action::Recreate:
        return QStringLiteral("Recreate");
    case Action::GrabStart:
        return QStringLiteral("Use as start frame");
    case Action::GrabEnd:
        return QStringLiteral("Use as end frame");
    case Action::GrabReference:
        return QStringLiteral("Use as reference image");
    case Action::GrabPng:
        return QStringLiteral("Save frame as PNG");
    case Action::GrabCopy:
        return QStringLiteral("Copy frame");
    case Action::AddToSequence:
        return QStringLiteral("Add to sequence");
    case Action::RevealPrompt:
        return QStringLiteral("Show prompt in chat");
    case Action::CopyPrompt:
        return QStringLiteral("Copy prompt");
    case Action::SaveAs:
        return QStringLiteral("Save as");
    case Action::Copy:
        return QStringLiteral("Copy");
    case Action::ShowInFolder:
        return QStringLiteral("Show in folder");
    }
    return {};
}

Icon ResultActions::glyph(Action action)
{
    switch (action) {
    case Action::ContinueFromLast:
        return Icon::ArrowRight;
    case Action::Recreate:
        return Icon::Refresh;
    case Action::GrabStart:
    case Action::GrabEnd:
        return Icon::Film;
    case Action::GrabReference:
        return Icon::Image;
    case Action::GrabPng:
        return Icon::Camera;
    case Action::GrabCopy:
    case Action::Copy:
    case Action::CopyPrompt:
        return Icon::Copy;
    case Action::AddToSequence:
        return Icon::Layers;
    case Action::RevealPrompt:
        return Icon::ArrowUpRight;
    case Action::SaveAs:
        return Icon::Download;
    case Action::ShowInFolder:
        return Icon::Folder;
    }
    return Icon::More;
}

QAction *ResultActions::action(Action action, const ResultRef &result, QObject *parent)
{
    auto *made = new QAction(m_needs.theme.icon(glyph(action)), text(action), parent);
    made->setObjectName(name(action));
    made->setEnabled(isEnabled(action, result));
    QWidget *window = nullptr;
    for (QObject *at = parent; at && !window; at = at->parent())
        window = qobject_cast<QMenu *>(at) ? nullptr : qobject_cast<QWidget *>(at);
    connect(made, &QAction::triggered, this,
        [this, action, result, window = QPointer<QWidget>(window)] { perform(action, result, window); });
    return made;
}

void ResultActions::addGroup(
    QMenu &menu, const ResultRef &result, const QList<Action> &group, const QList<Action> &without)
{
    const bool hadSome = !menu.isEmpty();
    bool any = false;
    for (const Action one : group) {
        if (without.contains(one) || !isOffered(one, result))
            continue;
        if (!any && hadSome)
            menu.addSeparator();
        any = true;
        menu.addAction(action(one, result, &menu));
    }
}

void ResultActions::addTo(QMenu &menu, const ResultRef &result, const QList<Action> &without)
{
    addGroup(menu, result, { Action::ContinueFromLast, Action::Recreate, Action::AddToSequence }, without);
    addGroup(menu, result,
        { Action::GrabStart, Action::GrabEnd, Action::GrabReference, Action::GrabPng, Action::GrabCopy },
        without);
    addGroup(menu, result, { Action::RevealPrompt, Action::CopyPrompt }, without);
    addGroup(menu, result, { Action::SaveAs, Action::Copy, Action::ShowInFolder }, without);
}

QMenu *ResultActions::menu(const ResultRef &result, QWidget *parent)
{
    auto *made = new QMenu(parent);
    made->setObjectName(QStringLiteral("resultMenu"));
    made->setAttribute(Qt::WA_DeleteOnClose);
    addTo(*made, result);
    return made;
}

QMenu *ResultActions::frameMenu(const ResultRef &result, QWidget *parent)
{
    auto *made = new QMenu(parent);
    made->setObjectName(QStringLiteral("frameMenu"));
    made->setAttribute(Qt::WA_DeleteOnClose);
    addGroup(*made, result,
        { Action::GrabStart, Action::GrabEnd, Action::GrabReference, Action::GrabPng, Action::GrabCopy });
    return made;
}

QString ResultActions::suggestedName(const ResultRef &result) const
{
    const QFileInfo file(result.path());
    if (!m_needs.namePattern)
        return file.fileName();
    const Generation &generation = result.record.generation;
    const Model *model = m_needs.session.catalogue().find(generation.modelId);
    const client::NameTemplate::Facts facts =
        client::NameTemplate::factsOf(generation, result.take, model ? model->name : QString());
    return client::NameTemplate(m_needs.namePattern()).baseName(facts) + u'.' + file.suffix();
}

void ResultActions::perform(Action action, const ResultRef &result, QWidget *window)
{
    if (!isOffered(action, result))
        return;
    if (!isEnabled(action, result)) {
        emit failed({ ErrorKind::File,
            tr("The file is no longer here. Fetch it again in the preview, while the service keeps it."),
            result.path(), {}, {}, {} });
        return;
    }
    switch (action) {
    case Action::ContinueFromLast:
        return m_grab->continueFromLast(result);
    case Action::Recreate:
        return m_filler->recreate(result.record);
    case Action::GrabStart:
        return m_grab->attach(result, InputRole::StartFrame);
    case Action::GrabEnd:
        return m_grab->attach(result, InputRole::EndFrame);
    case Action::GrabReference:
        return m_grab->attach(result, InputRole::Reference);
    case Action::GrabPng:
        return m_grab->save(result);
    case Action::GrabCopy:
        return m_grab->copy(result);
    case Action::AddToSequence:
        m_needs.sequence->add(result.record, result.take);
        emit done(tr("Added to the sequence of this chat."));
        return;
    case Action::RevealPrompt:
        emit promptWanted(result.record.conversationId, result.record.key);
        return;
    case Action::CopyPrompt:
        QGuiApplication::clipboard()->setText(result.record.generation.prompt);
        return;
    case Action::SaveAs:
        return m_resultFiles->saveAs(result, suggestedName(result), window);
    case Action::Copy:
        return m_resultFiles->copy(result);
    case Action::ShowInFolder:
        return m_resultFiles->showInFolder(result);
    }
}

void ResultActions::addToSequence(const QList<ResultRef> &results)
{
    QList<client::SequenceClip> clips;
    for (const ResultRef &result : results) {
        if (isOffered(Action::AddToSequence, result) && isEnabled(Action::AddToSequence, result))
            clips.append({ result.record, result.take });
    }
    QStringList sentences{ tr(
        "%n clip(s) added to the sequence of this chat.", nullptr, static_cast<int>(clips.size())) };
    if (const auto left = static_cast<int>(results.size() - clips.size()); left > 0)
        sentences << tr("%n result(s) left out: no video, or the file is missing.", nullptr, left);
    if (m_needs.sequence && !clips.isEmpty()) {
        m_needs.sequence->add(clips);
        emit sequenceWanted();
    }
    emit done(sentences.join(u' '));
}

void ResultActions::drag(const ResultRef &result, QWidget *source)
{
    drag(QList<ResultRef>{ result }, source);
}

void ResultActions::drag(const QList<ResultRef> &results, QWidget *source)
{
    std::unique_ptr<QMimeData> mime = ResultFiles::mimeOf(results);
    if (!mime)
        return;
    auto *drag = new QDrag(source);
    drag->setMimeData(mime.release());
    const ResultRef &first = results.constFirst();
    const qreal ratio = source->devicePixelRatioF();
    QPixmap picture = m_needs.posters.cover(
        first.isImage() && first.posterPath().isEmpty() ? first.path() : first.posterPath(),
        dragSize * ratio);
    if (!picture.isNull()) {
        picture.setDevicePixelRatio(ratio);
        drag->setPixmap(picture);
    }
    // A copy: the file stays in the results folder, whatever the other program would rather do with it.
    drag->exec(Qt::CopyAction);
}

} // namespace facet::ui
