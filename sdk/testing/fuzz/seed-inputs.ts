import type { Idea, Ideas } from "./ideas.ts";
import { type LogModel, requiredOnly } from "./log-model.ts";
import type { Input } from "./examiner.ts";
import { optionalPlaces, type Shape } from "./shape.ts";
import { type Place, withValue } from "./place.ts";

/** An input with a value in every field. */
export function fullInput(models: ReadonlyMap<string, LogModel>): Input {
  return Object.fromEntries([...models].map(([name, { full }]) => [name, full]));
}

/**
 * The inputs to begin with: a value in every field, those fields alone that none may lack, and each optional field
 * missing.
 */
export function* seedInputs(models: ReadonlyMap<string, LogModel>): Generator<Input> {
  const full = fullInput(models);
  yield full;
  for (const [name, model] of models)
    yield withValue(full, [name], requiredOnly(model.shape, model.full)) as Input;
  for (const [name, { shape }] of models)
    for (const place of optionalPlaces(shape, [name])) yield withValue(full, place, undefined) as Input;
}

/**
 * Inputs in which one field is of another kind, whether the rule reads it or not: what is read of several fields, such as
 * an event's indicators, changes too.
 */
export function* oddInputs(models: ReadonlyMap<string, LogModel>, ideas: Ideas): Generator<Input> {
  const full = fullInput(models);
  for (const [name, { shape }] of models)
    for (const place of allPlaces(shape, [name])) yield* variants(full, place, ideas.kinds(place));
}

/** An input with each of some values at a place. */
export function* variants(input: Input, place: Place, values: readonly Idea[]): Generator<Input> {
  for (const value of values) yield withValue(input, place, value) as Input;
}

/** The places of all fields, with those of a list's first element. */
export function allPlaces(shape: Shape, place: Place): Place[] {
  const below = [...shape.fields].flatMap(([name, field]) => [
    [...place, name],
    ...allPlaces(field, [...place, name]),
  ]);
  return shape.element === undefined ? below : [...below, ...allPlaces(shape.element, [...place, "0"])];
}
