#include "client/tags/TagFile.h"

#include "client/net/PartFile.h"
#include "client/tags/JpegTags.h"
#include "client/tags/Mp4Tags.h"
#include "client/tags/PngTags.h"
#include "client/tags/WebpTags.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace facet::client {

namespace {

enum class Container { Mp4, Png, Jpeg, Webp, Other };

/// By content, never by name.
Container containerOf(QIODevice &file)
{
    const QByteArray head = file.peek(16);
    if (head.mid(4, 4) == "ftyp")
        return head.mid(8, 4) == "avif" || head.mid(8, 3) == "hei" ? Container::Other : Container::Mp4;
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return Container::Png;
    if (head.startsWith("\xff\xd8\xff"))
        return Container::Jpeg;
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
        return Container::Webp;
    return Container::Other;
}

std::optional<ResultTags::Words> wordsIn(QIODevice &file, Container container)
{
    switch (container) {
    case Container::Mp4:
        return mp4Words(file);
    case Container::Png:
        return pngWords(file);
    case Container::Jpeg:
        return jpegWords(file);
    case Container::Webp:
        return webpWords(file);
    case Container::Other:
        return {};
    }
    return {};
}

bool writeInto(QIODevice &from, QIODevice &to, Container container, const ResultTags::Words &words)
{
    switch (container) {
    case Container::Mp4:
        return writeMp4(from, to, words);
    case Container::Png:
        return writePng(from, to, words);
    case Container::Jpeg:
        return writeJpeg(from, to, words);
    case Container::Webp:
        return writeWebp(from, to, words);
    case Container::Other:
        return false;
    }
    return false;
}

bool toPlatter(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

std::filesystem::path onDisk(const QString &path)
{
#ifdef Q_OS_WIN
    return path.toStdWString();
#else
    return QFile::encodeName(path).toStdString();
#endif
}

tl::unexpected<Error> unreadable(const QString &path, const QString &detail)
{
    return fail(ErrorKind::File,
        QCoreApplication::translate(
            "facet::client::TagFile", "“%1” cannot be read. Check that it is still there.")
            .arg(QFileInfo(path).fileName()),
        detail);
}

} // namespace

Result<std::optional<ResultTags>> readTags(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    const std::optional<ResultTags::Words> words = wordsIn(file, containerOf(file));
    return words ? ResultTags::fromWords(*words) : std::nullopt;
}

Result<TaggedFile> writeTags(const QString &path, const ResultTags &tags)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    TaggedFile tagged;
    tagged.bytes = file.size();
    const auto asItIs = [&]() -> Result<TaggedFile> {
        file.seek(0);
        tagged.sha256 = PartFile::sha256Of(file);
        return tagged;
    };
    const Container container = containerOf(file);
    if (container == Container::Other)
        return asItIs();
    const std::optional<ResultTags> there =
        ResultTags::fromWords(wordsIn(file, container).value_or(ResultTags::Words()));
    if (there && there->generationId == tags.generationId)
        return asItIs();

    // Under one hidden name, so that what a crash leaves behind is written over and never piles up.
    QFile copy(
        QFileInfo(path).dir().filePath(u'.' + QFileInfo(path).fileName() + QLatin1String(".tags.part")));
    if (!copy.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return unreadable(path, copy.errorString());
    const bool written = file.seek(0) && writeInto(file, copy, container, tags.words()) && toPlatter(copy);
    const bool full = copy.error() != QFileDevice::NoError;
    const QString said = copy.errorString();
    copy.close();
    if (!written) {
        copy.remove();
        if (full)
            return fail(ErrorKind::File,
                QCoreApplication::translate("facet::client::TagFile",
                    "There is no room to note the prompt in “%1”. The file itself is whole.")
                    .arg(QFileInfo(path).fileName()),
                said, QStringLiteral("disk_full"));
        return asItIs(); // of an inner form that is not understood: left alone
    }
    file.close();
    std::error_code problem;
    std::filesystem::rename(onDisk(copy.fileName()), onDisk(path), problem); // over the one that is there
    if (problem) {
        copy.remove();
        return unreadable(path, QString::fromStdString(problem.message()));
    }
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    tagged.bytes = file.size();
    tagged.written = true;
    return asItIs();
}

} // namespace facet::client
