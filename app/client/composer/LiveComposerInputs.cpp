// The part of LiveComposer that takes pictures in.
#include "client/composer/LiveComposer.h"

#include "client/composer/MimeImages.h"
#include "client/composer/RemoteInputs.h"
#include "client/media/ImageFormats.h"
#include "client/media/ImageIntake.h"
#include "client/net/Then.h"
#include "client/session/Session.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace facet::client {

namespace {

bool isFrame(InputRole role)
{
    return role == InputRole::StartFrame || role == InputRole::EndFrame;
}

QString endingOfBytes(const QByteArray &bytes)
{
    const QString ending = endingOf(imageFormatOf(bytes));
    return ending.isEmpty() ? QStringLiteral("png") : ending;
}

} // namespace

QList<Attachment> LiveComposer::attachments() const
{
    QList<Attachment> sent = m_draft.attachments;
    sent.removeIf([](const Attachment &a) { return a.aside; });
    return sent;
}

QList<Attachment> LiveComposer::keptAside() const
{
    QList<Attachment> aside = m_draft.attachments;
    aside.removeIf([](const Attachment &a) { return !a.aside; });
    return aside;
}

QString LiveComposer::addReading(InputRole role, const QString &fileName)
{
    if (m_needs.session.isChatOnly()) {
        emit refused({ ErrorKind::Unsupported,
            tr("“%1” cannot be attached: %2 takes words only.").arg(fileName, m_needs.session.service().name),
            {}, QStringLiteral("unsupported_input"), {}, {} });
        return {};
    }
    QList<Attachment> &all = m_draft.attachments;
    if (isFrame(role))
        all.removeIf([role](const Attachment &a) { return a.role == role && !a.aside; });
    const int most = m_needs.session.service().imagesPerMessage;
    if (most > 0 && attachments().size() >= most) {
        emit attachmentsChanged();
        emit refused({ ErrorKind::Unsupported,
            tr("“%1” was not attached: a message takes up to %n file(s). Remove one first.", nullptr, most)
                .arg(fileName),
            {}, QStringLiteral("unsupported_input"), {}, {} });
        return {};
    }
    Attachment attachment;
    attachment.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    attachment.role = role;
    attachment.fileName = fileName.normalized(QString::NormalizationForm_C);
    all.append(attachment);
    emit attachmentsChanged();
    changed();
    IntakeLimits limits = m_needs.intake.limits();
    if (const qint64 bytes = m_needs.session.service().uploadBytes; bytes > 0)
        limits.maxMediaBytes = bytes;
    m_needs.intake.setLimits(limits);
    return attachment.id;
}

void LiveComposer::attachFile(InputRole role, const QString &path)
{
    const QString id = addReading(role, QFileInfo(path).fileName());
    if (!id.isEmpty())
        follow(id, m_needs.intake.readFile(path, limitsNow()));
}

void LiveComposer::attachBytes(InputRole role, const QByteArray &bytes, const QString &fileName)
{
    const QString id = addReading(role, fileName);
    if (!id.isEmpty())
        follow(id, m_needs.intake.readBytes(bytes, fileName, limitsNow()));
}

void LiveComposer::attachPixels(InputRole role, const QImage &image)
{
    const QString name = tr("Pasted picture.png");
    const QString id = addReading(role, name);
    if (!id.isEmpty())
        follow(id, m_needs.intake.readPixels(image, name, limitsNow()));
}

void LiveComposer::attachUrl(InputRole role, const QUrl &url)
{
    MimeImages images;
    images.addresses = { url };
    fetch(role, images);
}

bool LiveComposer::accepts(const QMimeData *data) const
{
    return !m_needs.session.isChatOnly() && MimeImages::in(data);
}

bool LiveComposer::takesFrames() const
{
    const Model *model = m_needs.session.catalogue().find(m_quote.modelId);
    return !model || model->inputs.images.roles.isEmpty()
        || model->inputs.images.roles.contains(InputRole::StartFrame);
}

QList<std::optional<InputRole>> LiveComposer::rolesFor(
    const QStringList &names, std::optional<InputRole> asked) const
{
    const auto files = names.size();
    const bool pictures = std::none_of(names.begin(), names.end(), MimeImages::isMediaName);
    const bool startFree = !attachmentFor(InputRole::StartFrame);
    const bool endFree = !attachmentFor(InputRole::EndFrame);
    QList<std::optional<InputRole>> roles;
    if (!asked && files == 2 && pictures && takesFrames() && startFree && endFree)
        return { InputRole::StartFrame, InputRole::EndFrame };
    if (asked && isFrame(*asked)) {
        // What was dropped on a slot goes there; a second picture into the other slot when it is free.
        const InputRole other = *asked == InputRole::StartFrame ? InputRole::EndFrame : InputRole::StartFrame;
        const bool otherFree = other == InputRole::StartFrame ? startFree : endFree;
        for (qsizetype n = 0; n < files; ++n) {
            if (n == 0)
                roles.append(*asked);
            else if (n == 1 && otherFree)
                roles.append(other);
            else
                roles.append(std::nullopt);
        }
        return roles;
    }
    for (qsizetype n = 0; n < files; ++n)
        roles.append(asked.value_or(InputRole::Reference));
    return roles;
}

void LiveComposer::attachOne(InputRole role, const MimeImages &images)
{
    if (!images.bytes.isEmpty())
        attachBytes(role, images.bytes, tr("Pasted picture.%1").arg(endingOfBytes(images.bytes)));
    else if (!images.pixels.isNull())
        attachPixels(role, images.pixels);
}

void LiveComposer::attachMime(const QMimeData *data, std::optional<InputRole> role)
{
    const MimeImages images = MimeImages::of(data);
    const auto files = images.files.size();
    if (files == 0) {
        const InputRole one = rolesFor({ QString() }, role).constFirst().value_or(InputRole::Reference);
        if (images.addresses.isEmpty())
            attachOne(one, images);
        else
            fetch(one, images);
        return;
    }
    const QList<std::optional<InputRole>> roles = rolesFor(images.files, role);
    int leftOut = 0;
    for (qsizetype n = 0; n < files; ++n) {
        if (roles.at(n))
            attachFile(*roles.at(n), images.files.at(n));
        else
            ++leftOut;
    }
    if (leftOut > 0) {
        emit refused({ ErrorKind::Unsupported,
            tr("A start and an end frame are two pictures: %n more was/were left out.", nullptr, leftOut), {},
            QStringLiteral("unsupported_input"), {}, {} });
    }
}

void LiveComposer::fetch(InputRole role, const MimeImages &images)
{
    const QUrl &first = images.addresses.constFirst();
    if (!m_remote) {
        attachOne(role, images);
        return;
    }
    const QString name = first.fileName().isEmpty() ? first.host() : first.fileName();
    const QString id = addReading(role, name);
    if (id.isEmpty())
        return;
    findHere(id)->notices = { tr("Fetching the picture from %1.").arg(first.host()) };
    m_standIns.insert(id, images);
    m_remote->fetch(id, images.addresses);
    emit attachmentsChanged();
}

void LiveComposer::arrived(
    const QString &attachmentId, const Result<QByteArray> &bytes, const QString &fileName)
{
    const MimeImages standIn = m_standIns.take(attachmentId);
    Attachment *attachment = find(attachmentId);
    if (!attachment)
        return;
    attachment->notices.clear();
    if (!fileName.isEmpty())
        attachment->fileName = fileName.normalized(QString::NormalizationForm_C);
    const QString name = attachment->fileName;
    if (bytes)
        follow(attachmentId, m_needs.intake.readBytes(*bytes, name, limitsNow()));
    else if (!standIn.bytes.isEmpty())
        follow(attachmentId, m_needs.intake.readBytes(standIn.bytes, name, limitsNow()));
    else if (!standIn.pixels.isNull())
        follow(attachmentId, m_needs.intake.readPixels(standIn.pixels, name, limitsNow()));
    else
        wasRead(attachmentId, tl::unexpected(bytes.error()));
}

void LiveComposer::follow(const QString &attachmentId, const QFuture<Result<Attachment>> &reading)
{
    then(
        reading, this, [this, attachmentId](const Result<Attachment> &read) { wasRead(attachmentId, read); });
}

bool LiveComposer::settle(StoredDraft &draft, const QString &attachmentId, const Result<Attachment> &read)
{
    const auto at = std::find_if(draft.attachments.begin(), draft.attachments.end(),
        [&attachmentId](const Attachment &a) { return a.id == attachmentId; });
    if (at == draft.attachments.end())
        return false; // taken off meanwhile
    if (!read) {
        draft.attachments.erase(at);
        return true;
    }
    InputRole role = at->role;
    const bool aside = at->aside;
    *at = *read;
    at->id = attachmentId;
    at->aside = aside;
    if (!read->isPicture()) // told by the content, whatever was asked
        role = read->role;
    else if (role == InputRole::Audio || role == InputRole::Video)
        role = InputRole::Reference;
    at->role = role;
    return true;
}

void LiveComposer::wasRead(const QString &attachmentId, const Result<Attachment> &read)
{
    if (settle(m_draft, attachmentId, read)) {
        emit attachmentsChanged();
        changed();
        if (!read)
            emit refused(read.error());
        else
            fitAll();
        return;
    }
    for (auto at = m_elsewhere.begin(); at != m_elsewhere.end(); ++at) {
        if (!settle(at.value(), attachmentId, read))
            continue;
        if (!m_unmerged.contains(at.key()))
            m_drafts.save(at.value());
        if (!read)
            emit refused(read.error());
        if (!isReading(at.value()) && !m_unmerged.contains(at.key()))
            m_elsewhere.erase(at);
        return;
    }
}

void LiveComposer::detach(const QString &attachmentId)
{
    const auto removed =
        m_draft.attachments.removeIf([&](const Attachment &a) { return a.id == attachmentId; });
    if (removed == 0)
        return;
    m_changes.remove(attachmentId);
    m_standIns.remove(attachmentId);
    if (m_remote)
        m_remote->cancel(attachmentId);
    emit attachmentsChanged();
    changed();
}

void LiveComposer::swapFrames()
{
    bool any = false;
    for (Attachment &attachment : m_draft.attachments) {
        if (!isFrame(attachment.role) || attachment.aside)
            continue;
        attachment.role =
            attachment.role == InputRole::StartFrame ? InputRole::EndFrame : InputRole::StartFrame;
        any = true;
    }
    if (!any)
        return;
    emit attachmentsChanged();
    changed();
}

} // namespace facet::client
