#include "contract/AgUiParts.h"

#include "contract/Writing.h"

namespace facet::contract {

namespace {

const char *typeName(ContentPart::Type type)
{
    switch (type) {
    case ContentPart::Type::Text:
        return "text";
    case ContentPart::Type::Image:
        return "image";
    case ContentPart::Type::Audio:
        return "audio";
    case ContentPart::Type::Video:
        return "video";
    case ContentPart::Type::Other:
        return "document";
    }
    return "document";
}

ContentPart::Type typeFromWire(const QString &word)
{
    for (const auto type : { ContentPart::Type::Text, ContentPart::Type::Image, ContentPart::Type::Audio,
             ContentPart::Type::Video }) {
        if (word == QLatin1String(typeName(type)))
            return type;
    }
    return ContentPart::Type::Other;
}

/// What a file is for when the message does not say: any AG-UI client may send one.
InputRole usualRole(ContentPart::Type type)
{
    switch (type) {
    case ContentPart::Type::Audio:
        return InputRole::Audio;
    case ContentPart::Type::Video:
        return InputRole::Video;
    case ContentPart::Type::Text:
    case ContentPart::Type::Image:
    case ContentPart::Type::Other:
        return InputRole::Reference;
    }
    return InputRole::Reference;
}

void readFile(Reader &reader, ContentPart &part)
{
    Reader source = reader.object("source");
    const QString kind = source.text("type");
    if (kind == QLatin1String("file")) {
        part.fileId = source.text("value");
    } else {
        // Inline data and addresses are AG-UI too, but this contract takes uploads only.
        part.type = ContentPart::Type::Other;
    }
    part.mimeType = source.textOr("mimeType");
    if (auto metadata = reader.optionalObject("metadata"); metadata && metadata->has("role"))
        part.role = metadata->choice("role", inputRoleFromWire);
    else
        part.role = usualRole(part.type);
}

ContentPart readPart(Reader &reader)
{
    ContentPart part;
    part.type = typeFromWire(reader.text("type"));
    switch (part.type) {
    case ContentPart::Type::Text:
        part.text = reader.text("text");
        break;
    case ContentPart::Type::Image:
    case ContentPart::Type::Audio:
    case ContentPart::Type::Video:
        readFile(reader, part);
        break;
    case ContentPart::Type::Other:
        break;
    }
    return part;
}

} // namespace

Json partJson(const ContentPart &part)
{
    if (part.type == ContentPart::Type::Text)
        return { { "type", "text" }, { "text", textJson(part.text) } };
    Json source{ { "type", "file" }, { "value", textJson(part.fileId) } };
    if (!part.mimeType.isEmpty())
        source["mimeType"] = textJson(part.mimeType);
    Json json{ { "type", typeName(part.type) }, { "source", std::move(source) } };
    if (part.role != InputRole::Other)
        json["metadata"] = { { "role", textJson(wireName(part.role)) } };
    return json;
}

QList<ContentPart> readContent(Reader &reader, const char *key)
{
    const Json *content = reader.raw(key);
    if (content && content->is_string()) {
        ContentPart part;
        part.text = QString::fromStdString(content->get_ref<const std::string &>());
        return { part };
    }
    return reader.list(key, readPart);
}

QString plainText(const QList<ContentPart> &parts)
{
    QString text;
    for (const ContentPart &part : parts)
        text += part.text;
    return text;
}

} // namespace facet::contract
