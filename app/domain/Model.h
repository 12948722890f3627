#pragma once

#include "domain/AliasIndex.h"
#include "domain/Credits.h"
#include "domain/Enums.h"
#include "domain/Options.h"

#include <QHash>
#include <QList>
#include <QSize>
#include <QStringList>

#include <memory>

namespace facet {

struct ImageLimits {
    int max = 0; ///< how many images; 0: takes none
    QList<InputRole> roles;
    QStringList mime;
    qint64 maxBytes = 0; ///< bytes a file
    qint64 maxPixels = 0; ///< pixels a picture
    friend bool operator==(const ImageLimits &, const ImageLimits &) = default;
};

struct ModelInputs {
    ImageLimits images;
    bool audio = false; ///< takes an audio file
    bool video = false; ///< takes a video file
    friend bool operator==(const ModelInputs &, const ModelInputs &) = default;
};

/// What a model offers; an empty list means that the option does not exist for it.
struct ModelOptions {
    QList<int> durationsS;
    QStringList resolutions;
    QStringList aspectRatios;
    QList<int> counts;
    bool audio = false; ///< audio can be switched
    bool seed = false;
    friend bool operator==(const ModelOptions &, const ModelOptions &) = default;
};

struct Price {
    std::optional<QString> resolution; ///< empty: for every resolution
    std::optional<bool> audio; ///< empty: with and without
    PriceUnit unit = PriceUnit::Second;
    CreditRate creditsPerUnit;
    friend bool operator==(const Price &, const Price &) = default;
};

struct LocalizedText {
    QString en;
    QString ko;
    friend bool operator==(const LocalizedText &, const LocalizedText &) = default;
};

/// One model of the catalogue (CONTRACT /v1/models).
struct Model {
    QString id;
    QString name;
    QString vendor;
    QStringList aliases; ///< names people use in a message, English and Korean
    ModelKind kind = ModelKind::Video;
    QList<Method> methods;
    ModelInputs inputs;
    ModelOptions options;
    Options defaults;
    int maxDurationS = 0; ///< seconds; 0 when it has no length
    QList<Price> prices;
    std::optional<Credits> perGenerationCredits; ///< at defaults; empty: not known, shown as "—"
    QStringList badges;
    ModelStatus status = ModelStatus::Ready;
    QString engine;
    LocalizedText description;

    bool takes(Method m) const { return methods.contains(m); }
    friend bool operator==(const Model &, const Model &) = default;
};

/// Whether a generation can be started with it at all: not retired, no connection missing.
bool isUsable(const Model &model);

/// All models of a service, in its order, found by id and by the names people write. Cheap to copy.
class Catalogue {
public:
    Catalogue() = default;
    explicit Catalogue(QList<Model> models);

    const QList<Model> &models() const { return m_models; }
    const Model *find(QStringView id) const; ///< null: no such model
    /// Models named in `text` by name or alias; indexes are those of models().
    QList<AliasHit> namesIn(QStringView text) const;
    friend bool operator==(const Catalogue &a, const Catalogue &b) { return a.m_models == b.m_models; }

private:
    struct Index {
        AliasIndex names;
        QHash<QString, int> byId;
    };
    QList<Model> m_models;
    std::shared_ptr<const Index> m_index; ///< made once: a quote is wanted at every keystroke
};

} // namespace facet
