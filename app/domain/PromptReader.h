#pragma once

#include "domain/PromptWords.h"

#include <vector>

namespace facet {

/// Reads a message again and again while it is being written. A long one is read sentence by sentence, and
/// only sentences that changed since the last time are looked at, so that a keystroke costs the same in a
/// short request and in a pasted script.
///
/// In a message of more than a few paragraphs, what kind of work it is about is told by its beginning and its
/// end; wishes for options and names of models count wherever they stand, the last one said. It asks for one
/// generation: several steps are a matter of short requests.
class PromptReader {
public:
    PromptWords read(QStringView prompt, const Catalogue &catalogue, bool hasVideoToEdit = false);

private:
    struct Name {
        int model = 0; ///< index in the catalogue
        bool commonWord = false; ///< "music": means the model only when that kind of work is asked for
    };
    struct Piece {
        QString raw;
        QString masked; ///< NFC, lower case, names of models blanked out
        QList<Name> names; ///< those that are not negated ("not with Kling")
        PromptWords options; ///< what this piece says of length, count, shape, resolution, sound
        bool plainLength = false; ///< the length is said so plainly that it corrects earlier ones
    };
    /// What the message as a whole is about; depends on `text` alone.
    struct Subject {
        QString text;
        bool hasVideoToEdit = false;
        std::optional<ModelKind> kind;
        bool editsElementInVideo = false;
        bool asksForGeneration = true;
        bool known = false;
    };

    /// All but the steps.
    PromptWords readOne(QStringView prompt, const Catalogue &catalogue, bool hasVideoToEdit);
    static QList<QStringView> piecesOf(QStringView prompt);
    static Piece readPiece(QStringView raw, const Catalogue &catalogue);
    void takePieces(const QList<QStringView> &raw, const Catalogue &catalogue);
    void findSubject(bool hasVideoToEdit);
    QString subjectText() const;

    Catalogue m_catalogue; ///< the one that names were looked up in
    std::vector<Piece> m_pieces;
    Subject m_subject;
};

} // namespace facet
