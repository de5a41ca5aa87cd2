import { Document, stringify, YAMLMap, YAMLSeq } from "yaml";
import { visible } from "../../base/visible.ts";
import type { InferredField, InferredFields, InferredSchema, InferredValue } from "./inferred.ts";

/** For whoever reads the schema to replace. */
const DESCRIPTION = "What writes this log, and what one record of it stands for.";

/**
 * An inferred schema as the text of a `.yml` file in Panther's YAML, with its remarks as comments. The same schema
 * always gives the same text.
 */
export function printSchema({ name, records, fields, eventTime }: InferredSchema): string {
  const document = new Document({ schema: name, description: DESCRIPTION });
  document.commentBefore = commentOf([
    `Inferred from ${records} ${records === 1 ? "record" : "records"}. Describe what they mean, and correct what other records may have.`,
    ...(eventTime === undefined
      ? ["No field was found that says when it happened: where there is one, add isEventTime: true to it."]
      : []),
  ]);
  document.set("fields", listOf(fields, { document, eventTime }));
  return indented(document.toString({ lineWidth: 0 }));
}

interface Printing {
  readonly document: Document;
  readonly eventTime: InferredField | undefined;
}

function listOf({ list, notes }: InferredFields, printing: Printing): YAMLSeq {
  const fields = new YAMLSeq();
  for (const field of list) fields.add(fieldOf(field, printing));
  if (notes.length > 0) fields.comment = commentOf(notes);
  return fields;
}

function fieldOf(field: InferredField, printing: Printing): YAMLMap {
  const map = new YAMLMap();
  map.set("name", field.name);
  if (field.required) map.set("required", true);
  addValue(map, field, printing);
  if (field === printing.eventTime) map.set("isEventTime", true);
  const notes = notesOf(field);
  if (notes.length > 0) map.commentBefore = commentOf(notes);
  return map;
}

function addValue(map: YAMLMap, value: InferredValue, printing: Printing): void {
  const { type, timeFormats, indicators, fields, element } = value;
  map.set("type", type);
  if (timeFormats !== undefined) map.set("timeFormats", printing.document.createNode(timeFormats));
  if (indicators !== undefined) map.set("indicators", printing.document.createNode(indicators));
  if (fields !== undefined) map.set("fields", listOf(fields, printing));
  if (element === undefined) return;
  const inner = new YAMLMap();
  addValue(inner, element, printing);
  map.set("element", inner);
}

function notesOf({ notes = [], choice, element }: InferredValue): readonly string[] {
  const choices = choice === undefined ? [] : [noteOfChoice(choice)];
  return [...notes, ...choices, ...(element === undefined ? [] : notesOf(element))];
}

/** Only a person knows whether these are all that there can be. */
function noteOfChoice(choice: readonly string[]): string {
  const allow = stringify(choice, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 });
  return `where there can be no other values, add validate: { allow: ${allow.trim()} }`;
}

/** A name in a remark comes from a log, and must not end the line. */
function commentOf(lines: readonly string[]): string {
  return lines.map((line) => ` ${visible(line)}`).join("\n");
}

/** The fields one step further in, as Panther writes its schemas. */
function indented(text: string): string {
  const lines = text.split("\n");
  const start = lines.indexOf("fields:");
  return lines.map((line, index) => (index > start && line !== "" ? `  ${line}` : line)).join("\n");
}
