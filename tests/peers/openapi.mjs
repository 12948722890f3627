// The schemas of openapi.yaml as validators (JSON Schema 2020-12, which OpenAPI 3.1 uses).
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

export class OpenApi {
  constructor(path) {
    this.document = parse(readFileSync(path, "utf8"));
    this.ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(this.ajv);
    this.ajv.addSchema({ $id: "https://facet.invalid/openapi", ...this.document }, "openapi");
  }

  get schemaNames() {
    return Object.keys(this.document.components.schemas);
  }

  /** What is wrong with `value` as the schema at `pointer` ("#/components/schemas/Quote"). */
  problemsAt(pointer, value) {
    const validate = this.ajv.getSchema(`https://facet.invalid/openapi${pointer}`);
    if (!validate) return [`openapi.yaml has no ${pointer}`];
    if (validate(value)) return [];
    return validate.errors.map((error) => `${error.instancePath || "/"} ${error.message}`);
  }

  problems(schema, value) {
    return this.problemsAt(`#/components/schemas/${schema}`, value);
  }
}
