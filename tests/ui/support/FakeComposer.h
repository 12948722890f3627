#pragma once

#include "client/composer/DraftSlot.h"

#include "SampleData.h"

#include <QColor>
#include <QMimeData>
#include <QUrl>

namespace facet::ui::test {

/// A draft in memory. The quote is what the test says, unless `price` is set: then it follows every change.
class FakeComposer : public client::Composer, public client::DraftSlot {
public:
    QString conversationId() const override { return id; }
    QString text() const override { return draftText; }
    AgentVersion agent() const override { return draftAgent; }
    std::optional<QString> pickedModel() const override { return picked; }
    Options options() const override { return draftOptions; }
    QList<client::Attachment> attachments() const override { return files; }
    QList<client::Attachment> keptAside() const override { return aside; }
    const Quote &quote() const override { return current; }
    Quote quoteFor(AgentVersion agent) const override
    {
        FakeComposer other;
        other.draftText = draftText;
        other.draftAgent = agent;
        other.picked = picked;
        other.draftOptions = draftOptions;
        other.files = files;
        return price ? price(other) : current;
    }
    bool isLoading() const override { return false; }
    bool quoteConfirmed() const override { return confirmed; }
    bool canSend() const override
    {
        const bool open = current.sendable || (!confirmed && blockedForCredits(current));
        return (!draftText.trimmed().isEmpty() || !files.isEmpty()) && open && online;
    }
    std::optional<QuoteDifference> quoteDifference() const override { return difference; }
    void askService() override { ++asks; }

    void setText(const QString &text) override
    {
        if (draftText == text)
            return;
        draftText = text;
        emit textChanged();
        reprice();
    }
    void setAgent(AgentVersion agent) override
    {
        draftAgent = agent;
        emit draftChanged();
        reprice();
    }
    void pickModel(const std::optional<QString> &modelId) override
    {
        picked = modelId;
        emit draftChanged();
        reprice();
    }
    void setOptions(const Options &options) override
    {
        draftOptions = options;
        emit draftChanged();
        reprice();
    }
    void attachFile(InputRole role, const QString &path) override { add(role, path); }
    void attachBytes(InputRole role, const QByteArray &bytes, const QString &fileName) override
    {
        bytesAttached.append(bytes);
        add(role, fileName);
    }
    void attachPixels(InputRole role, const QImage &) override { add(role, QStringLiteral("pasted.png")); }
    void attachUrl(InputRole role, const QUrl &url) override { add(role, url.path()); }
    bool accepts(const QMimeData *data) const override
    {
        return takesFiles && data && (data->hasImage() || data->hasUrls());
    }
    void attachMime(const QMimeData *data, std::optional<InputRole> role = {}) override
    {
        const QList<QUrl> urls = data->urls();
        if (urls.isEmpty() && data->hasImage())
            add(role.value_or(InputRole::Reference), QStringLiteral("pasted.png"));
        if (!role && urls.size() == 2) {
            add(InputRole::StartFrame, urls[0].toLocalFile());
            add(InputRole::EndFrame, urls[1].toLocalFile());
            return;
        }
        for (const QUrl &url : urls)
            add(role.value_or(InputRole::Reference), url.toLocalFile());
    }
    void detach(const QString &attachmentId) override
    {
        files.removeIf([&](const client::Attachment &a) { return a.id == attachmentId; });
        emit attachmentsChanged();
        reprice();
    }
    void swapFrames() override
    {
        ++swaps;
        for (client::Attachment &a : files) {
            if (a.role == InputRole::StartFrame)
                a.role = InputRole::EndFrame;
            else if (a.role == InputRole::EndFrame)
                a.role = InputRole::StartFrame;
        }
        emit attachmentsChanged();
    }
    void setRole(const QString &attachmentId, InputRole role) override
    {
        change(attachmentId, [role](client::Attachment &a) { a.role = role; });
    }
    void move(const QString &attachmentId, int to) override { moves.append({ attachmentId, to }); }
    void bringBack(const QString &attachmentId) override
    {
        for (qsizetype i = 0; i < aside.size(); ++i) {
            if (aside.at(i).id == attachmentId)
                files.append(aside.takeAt(i));
        }
        emit attachmentsChanged();
        reprice();
    }
    void flatten(const QString &attachmentId, const QColor &background) override
    {
        change(attachmentId, [&](client::Attachment &a) {
            a.work.background = background.isValid() ? background.name() : QString();
            a.transparent = !background.isValid();
        });
    }
    void fitToLimits(const QString &attachmentId, bool fit) override
    {
        change(attachmentId, [fit](client::Attachment &a) { a.work.keepSize = !fit; });
    }
    void replace(const QString &attachmentId, const QImage &pixels, const QString &notice) override
    {
        change(attachmentId, [&](client::Attachment &a) {
            a.thumbnail = pixels;
            a.size = pixels.size();
            a.work.editedPath = QStringLiteral("edited.png");
            a.work.editedNotice = notice;
            a.notices = { notice };
        });
    }
    void restoreOriginal(const QString &attachmentId) override
    {
        change(attachmentId, [](client::Attachment &a) {
            a.work = {};
            a.notices.clear();
        });
    }
    bool isTooLarge(const client::Attachment &) const override { return false; }
    void apply(const Suggestion &suggestion) override
    {
        applied.append(suggestion);
        if (suggestion.kind == SuggestionKind::SwitchAgent)
            setAgent(suggestion.to == QLatin1String("1.0") ? AgentVersion::V1 : AgentVersion::V2);
        else if (suggestion.kind == SuggestionKind::UseModel)
            pickModel(suggestion.to);
        else {
            QuoteRequest request;
            request.options = draftOptions;
            setOptions(facet::applied(request, suggestion).options);
        }
    }
    client::TurnRequest draft() const override
    {
        return { id, draftAgent, draftText, files, picked, draftOptions, current };
    }
    void restore(const client::TurnRequest &request) override
    {
        restored.append(request);
        draftText = request.text;
        files = request.attachments;
        picked = request.modelId;
        draftOptions = request.options;
        draftAgent = request.agent;
        emit textChanged();
        emit draftChanged();
        emit attachmentsChanged();
        reprice();
    }
    client::TurnRequest take() override
    {
        client::TurnRequest turn{ id, draftAgent, draftText, files, picked, draftOptions, current };
        draftText.clear();
        files.clear();
        emit textChanged();
        emit attachmentsChanged();
        reprice();
        return turn;
    }

    void setQuote(const Quote &quote)
    {
        current = quote;
        emit quoteChanged();
    }
    void add(InputRole role, const QString &path)
    {
        if (role != InputRole::Reference)
            files.removeIf([role](const client::Attachment &a) { return a.role == role; });
        client::Attachment a = sampleAttachment(QStringLiteral("a%1").arg(++counter), role);
        a.fileName = path.section(QLatin1Char('/'), -1);
        a.path = path;
        files.append(a);
        emit attachmentsChanged();
        reprice();
    }

    QString id = QStringLiteral("draft");
    QString draftText;
    AgentVersion draftAgent = AgentVersion::V2;
    std::optional<QString> picked;
    Options draftOptions;
    QList<client::Attachment> files;
    QList<client::Attachment> aside;
    QList<std::pair<QString, int>> moves;
    Quote current;
    bool confirmed = true;
    bool online = true;
    bool takesFiles = true; ///< drops and pastes
    std::optional<QuoteDifference> difference;
    int asks = 0; ///< a test answers with emit serviceAsked()
    int swaps = 0;
    QList<Suggestion> applied;
    QList<client::TurnRequest> restored;
    QList<QByteArray> bytesAttached;
    std::function<Quote(const FakeComposer &)> price;

private:
    template <typename Change>
    void change(const QString &attachmentId, Change apply)
    {
        for (client::Attachment &a : files) {
            if (a.id == attachmentId)
                apply(a);
        }
        emit attachmentsChanged();
    }
    void reprice()
    {
        if (price)
            current = price(*this);
        emit quoteChanged();
    }
    int counter = 0;
};

} // namespace facet::ui::test
