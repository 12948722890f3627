#include "TestWorld.h"

#include "domain/InputFit.h"

#include <QTest>

using namespace facet;
using facet::test::rolesFrom;
using facet::test::World;

/// Why what is attached does not fit a model of the catalogue.
class TestInputFit : public QObject {
    Q_OBJECT

private slots:
    void everyProblemIsNamed_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("inputs");
        QTest::addColumn<int>("problem"); // -1: fits
        QTest::addColumn<int>("blocker");
        const int none = -1;
        const auto row = [](const char *model, const char *inputs, std::optional<InputProblem> problem,
                             int blocker) {
            QTest::addRow("%s: %s", model, inputs)
                << QString::fromLatin1(model) << QString::fromLatin1(inputs)
                << (problem ? static_cast<int>(*problem) : -1) << blocker;
        };
        const int unsupported = static_cast<int>(Blocker::UnsupportedInput);
        const int missing = static_cast<int>(Blocker::MissingInput);
        row("carat-video", "", {}, none);
        row("carat-video", "start_frame,end_frame", {}, none);
        row("carat-video", "reference,reference,reference", InputProblem::TooManyImages, unsupported);
        row("carat-video", "start_frame,start_frame", InputProblem::TwiceTheSame, unsupported);
        row("carat-video", "audio", InputProblem::NoAudio, unsupported);
        row("carat-video", "video", InputProblem::NoVideo, unsupported);
        row("sora-2", "start_frame", InputProblem::NoFrames, unsupported);
        row("seedream-4.5", "end_frame", InputProblem::NoFrames, unsupported);
        row("sound-effects", "reference", InputProblem::NoImages, unsupported);
        row("upscale", "", InputProblem::NeedsImageOrVideo, missing);
        row("upscale", "video", {}, none);
        row("lip-sync", "", InputProblem::NeedsFaceAndVoice, missing);
        row("lip-sync", "reference", InputProblem::NeedsVoice, missing);
        row("lip-sync", "audio", InputProblem::NeedsFace, missing);
        row("lip-sync", "audio,video", {}, none);
    }

    void everyProblemIsNamed()
    {
        QFETCH(QString, model);
        QFETCH(QString, inputs);
        QFETCH(int, problem);
        QFETCH(int, blocker);
        const Model *found = World::bundled().catalogue.find(model);
        QVERIFY(found);
        const auto says = inputProblem(rolesFrom(inputs), *found);
        QCOMPARE(says ? static_cast<int>(*says) : -1, problem);
        const auto blocks = inputBlocker(rolesFrom(inputs), *found);
        QCOMPARE(blocks ? static_cast<int>(*blocks) : -1, blocker);
    }

    void modelsOfOneWayOnly()
    {
        Model model = *World::bundled().catalogue.find(u"carat-video");
        model.methods = { Method::StartEnd };
        QVERIFY(inputProblem({ InputRole::Reference }, model) == InputProblem::NoReferences);
        QVERIFY(inputProblem({}, model) == InputProblem::NeedsImage);
        model.methods = { Method::Video };
        QVERIFY(inputProblem({}, model) == InputProblem::NeedsVideo);
        model.methods = { Method::Text };
        QVERIFY(inputProblem({ InputRole::Reference }, model) == InputProblem::NoImages);
        model.inputs.images.roles = { InputRole::StartFrame };
        QVERIFY(inputProblem({ InputRole::Reference }, model) == InputProblem::NoReferences);
        QVERIFY(inputProblem({ InputRole::Other }, model) == InputProblem::NotTogether);
    }

    void thoseThatFitTogetherAreKept_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("inputs");
        QTest::addColumn<QList<qsizetype>>("kept");
        const auto row = [](const char *model, const char *inputs, const QList<qsizetype> &kept) {
            QTest::addRow("%s: %s", model, inputs)
                << QString::fromLatin1(model) << QString::fromLatin1(inputs) << kept;
        };
        row("carat-video", "start_frame,end_frame", { 0, 1 });
        row("carat-video", "reference,reference,reference", { 0, 1 });
        row("carat-video", "audio,start_frame,video", { 1 });
        row("lip-sync", "start_frame,reference,reference,audio", { 1, 3 });
        row("lip-sync", "reference", { 0 }); // the voice may still come
        row("upscale", "video,video", { 0 });
        row("sound-effects", "reference,audio", {});
        row("", "start_frame,reference,start_frame,audio,audio", { 0, 1, 3 }); // any model
    }

    void thoseThatFitTogetherAreKept()
    {
        QFETCH(QString, model);
        QFETCH(QString, inputs);
        QFETCH(QList<qsizetype>, kept);
        QCOMPARE(inputsThatFit(rolesFrom(inputs), World::bundled().catalogue.find(model)), kept);
    }
};

QTEST_APPLESS_MAIN(TestInputFit)
#include "tst_domain_input_fit.moc"
