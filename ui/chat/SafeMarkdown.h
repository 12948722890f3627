#pragma once

#include <QTextDocument>

namespace facet::ui {

/// An agent's words, which may be anybody's words: Markdown is shown, and nothing else happens. No HTML, no
/// picture (its description stands there instead, as a link when it has an address), no resource from the
/// disk or the network, no link but http and https, and no more nesting or length than a window can lay out
/// without standing still.
class SafeMarkdown : public QTextDocument {
    Q_OBJECT
public:
    static constexpr int deepest = 12; ///< quotes and lists within one another
    static constexpr int mostMarkdown = 40'000; ///< characters; longer texts are shown as they were written
    /// Marks within the lines; of texts with more, each is looked for to the end, and that takes long.
    static constexpr int mostMarks = 4'000;
    static constexpr int mostShown = 200'000; ///< characters; of longer ones, the beginning

    using QTextDocument::QTextDocument;

    void show(const QString &markdown);

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void takeOutWhatLoads();
    void setParagraphsApart();
};

} // namespace facet::ui
