#pragma once

#include "client/tags/ResultTags.h"

#include <QObject>

#include <functional>

class QMimeData;

namespace facet::ui {

class ComposerFiller;

/// A file of a result that comes back into the window. What can be an input becomes one, as any other
/// file; that the file carries the request it was made with is offered beside it, once, without a question.
/// A file that cannot be an input (a video where none is taken) gives its request at once.
class FileDrop : public QObject {
    Q_OBJECT
public:
    explicit FileDrop(ComposerFiller &filler, QObject *parent = nullptr);

    /// Whether there is a local file that might carry a request, without reading it.
    static bool mayCarry(const QMimeData *data);
    /// Reads what it carries, off the window's thread. `attached`: the composer has taken it as an input.
    void look(const QMimeData *data, bool attached);

signals:
    /// The file became an input, and carries a request; use() puts that in its place.
    void offered(const QString &sentence, const std::function<void()> &use);
    /// It is neither an input nor a file with a request.
    void failed(const facet::Error &error);

private:
    void found(const QString &fileName, const client::ResultTags &tags, bool attached);

    ComposerFiller &m_filler;
};

} // namespace facet::ui
