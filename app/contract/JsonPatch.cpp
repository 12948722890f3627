#include "contract/JsonPatch.h"

namespace facet::contract {

namespace {

/// `copy` can double a document with every operation, so a patch of a few hundred bytes could fill memory.
constexpr std::size_t maxCopiedValues = 100'000;

std::size_t valueCount(const Json &json)
{
    std::size_t count = 1;
    if (json.is_structured()) {
        for (const Json &item : json)
            count += valueCount(item);
    }
    return count;
}

std::size_t depthOf(const Json &json)
{
    std::size_t deepest = 0;
    if (json.is_structured()) {
        for (const Json &item : json)
            deepest = std::max(deepest, depthOf(item));
        ++deepest;
    }
    return deepest;
}

/// What the library answers with an assertion, or lets through against RFC 6902.
std::optional<QString> wrongWith(const Json &document, const Json &operation, std::size_t &copied)
{
    if (!operation.is_object() || !operation.contains("op") || !operation["op"].is_string()
        || !operation.contains("path") || !operation["path"].is_string())
        return QStringLiteral("not an operation with op and path");
    const auto op = operation["op"].get<std::string>();
    const auto path = operation["path"].get<std::string>();
    const Json::json_pointer pointer(path);
    if (op == "add" || op == "move" || op == "copy") {
        if (!pointer.empty() && !document.at(pointer.parent_pointer()).is_structured())
            return QStringLiteral("%1: the parent holds nothing").arg(QString::fromStdString(path));
    }
    if (op == "remove" || op == "replace") {
        if (!document.contains(pointer))
            return QStringLiteral("%1: is not there").arg(QString::fromStdString(path));
    }
    if (op == "remove" && pointer.empty())
        return QStringLiteral("the whole document cannot be removed");
    if (op == "move" || op == "copy") {
        if (!operation.contains("from") || !operation["from"].is_string())
            return QStringLiteral("%1 without from").arg(QString::fromStdString(op));
        const auto from = operation["from"].get<std::string>();
        const Json &value = document.at(Json::json_pointer(from));
        if (op == "move" && path.size() > from.size() && path.compare(0, from.size(), from) == 0
            && path[from.size()] == '/')
            return QStringLiteral("a value cannot move into itself");
        if (op == "copy") {
            copied += valueCount(value);
            if (copied > maxCopiedValues)
                return QStringLiteral("the patch copies more than %1 values").arg(maxCopiedValues);
        }
    }
    return {};
}

} // namespace

Result<Json> applyPatch(const Json &document, const Json &patch)
{
    if (!patch.is_array())
        return tl::unexpected(protocolError(QStringLiteral("/"), QStringLiteral("a JSON Patch is a list")));
    Json result = document;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < patch.size(); ++i) {
        const QString place = QStringLiteral("/%1").arg(i);
        try {
            if (const auto wrong = wrongWith(result, patch[i], copied))
                return tl::unexpected(protocolError(place, *wrong));
            result.patch_inplace(Json::array({ patch[i] }));
        } catch (const Json::exception &error) {
            return tl::unexpected(protocolError(place, QString::fromUtf8(error.what())));
        }
    }
    if (depthOf(result) > std::size_t(maxJsonDepth))
        return tl::unexpected(
            protocolError({}, QStringLiteral("the patch nests deeper than %1").arg(maxJsonDepth)));
    return result;
}

Json makePatch(const Json &from, const Json &to)
{
    return Json::diff(from, to);
}

} // namespace facet::contract
