#include "ui/results/ComposerFiller.h"

#include "client/composer/DraftSlot.h"
#include "client/net/Then.h"
#include "client/session/Session.h"

#include <QFileInfo>

namespace facet::ui {

using client::TurnRequest;

ComposerFiller::ComposerFiller(client::Session &session, client::Composer &composer,
    client::DraftSlot *drafts, client::Recreation *recreation, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_composer(composer)
    , m_drafts(drafts)
    , m_recreation(recreation)
{
}

void ComposerFiller::recreate(const client::GenerationRecord &record)
{
    if (!canRecreate())
        return;
    client::then(m_recreation->of(record), this, [this](const Result<client::Recreated> &made) {
        if (made)
            fill(*made, tr("The request is in the composer again. Nothing was sent."));
        else
            emit failed(made.error());
    });
}

void ComposerFiller::useTags(const client::ResultTags &tags, const QString &fileName)
{
    if (!canRecreate())
        return;
    client::then(m_recreation->ofTags(tags), this,
        [this, fileName, method = tags.method](const Result<client::Recreated> &made) {
            if (!made) {
                emit failed(made.error());
                return;
            }
            QString done = tr("The request of “%1” is in the composer. Nothing was sent.").arg(fileName);
            if (made->fromFileAlone && method != Method::Text)
                done += QLatin1Char(' ') + tr("The pictures it was made from are not in the file: add them.");
            fill(*made, done);
        });
}

QString ComposerFiller::goneWords(const client::Recreated::Gone &gone)
{
    const QString name = gone.fileName;
    switch (gone.role) {
    case InputRole::StartFrame:
        return name.isEmpty() ? tr("Its start frame is gone: add another one.")
                              : tr("Its start frame “%1” is gone: add another one.").arg(name);
    case InputRole::EndFrame:
        return name.isEmpty() ? tr("Its end frame is gone: add another one.")
                              : tr("Its end frame “%1” is gone: add another one.").arg(name);
    case InputRole::Reference:
        return name.isEmpty() ? tr("A reference image is gone: add another one.")
                              : tr("The reference image “%1” is gone: add another one.").arg(name);
    case InputRole::Audio:
    case InputRole::Video:
    case InputRole::Other:
        break;
    }
    return name.isEmpty() ? tr("A file it was made from is gone: add another one.")
                          : tr("“%1”, which it was made from, is gone: add another file.").arg(name);
}

QStringList ComposerFiller::fitToService(TurnRequest &request) const
{
    const Catalogue &catalogue = m_session.catalogue();
    if (catalogue.models().isEmpty() || !request.modelId)
        return {};
    const Model *model = catalogue.find(*request.modelId);
    if (!model || !isUsable(*model)) {
        const QString name = model ? model->name : *request.modelId;
        request.modelId.reset();
        return { tr("%1 cannot be used here, so the model is automatic.").arg(name) };
    }
    if (!model->options.seed)
        request.options.seed.reset(); // noted by the service, not for anybody to choose
    return {};
}

void ComposerFiller::fill(const client::Recreated &made, const QString &done)
{
    const TurnRequest before = m_drafts->draft();
    TurnRequest request = made.request;
    QStringList words{ done };
    words += fitToService(request);
    m_drafts->restore(request);
    for (const client::Recreated::File &file : made.files)
        m_composer.attachFile(file.role, file.path);
    for (const client::Recreated::Gone &gone : made.gone)
        words += goneWords(gone);
    say(words.join(QLatin1Char(' ')), before);
}

void ComposerFiller::continueWith(
    const client::GenerationRecord &from, const QByteArray &png, const QString &fileName)
{
    if (!m_drafts)
        return;
    const TurnRequest before = m_drafts->draft();
    TurnRequest request = before;
    const Model *model = m_session.catalogue().find(from.generation.modelId);
    // The next shot looks like this one, where its model can start from a frame at all.
    if (model && isUsable(*model) && model->takes(Method::StartEnd)) {
        request.modelId = model->id;
        request.options = from.generation.options;
        request.options.seed.reset();
        request.agent = from.generation.agent;
    }
    request.attachments.clear();
    m_drafts->restore(request);
    m_composer.attachBytes(InputRole::StartFrame, png, fileName);
    say(tr("The last frame is the start frame now. Say what happens next."), before);
}

void ComposerFiller::say(const QString &sentence, const TurnRequest &before)
{
    std::function<void()> undo;
    if (!before.text.trimmed().isEmpty() || !before.attachments.isEmpty()) {
        undo = [this, before] {
            // Only where it came from: another conversation has a draft of its own.
            if (m_composer.conversationId() == before.conversationId)
                m_drafts->restore(before);
        };
    }
    emit filled(sentence, undo);
}

} // namespace facet::ui
