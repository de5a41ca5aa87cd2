import { type Group, lastTimeOf, type Measuring, nearness, spentAt } from "./group.ts";
import { type Keeping, Table } from "./table.ts";

/** The groups of a rule. To make room, those go that are furthest from an alert; of two alike, the one quiet for longer. */
export function groupTable(
  measuring: Measuring,
  {
    limit,
    isSaved,
    onEvict,
  }: Required<Pick<Keeping<Group>, "onEvict">> & { readonly limit: number; readonly isSaved: boolean },
): Table<Group> {
  const keeping: Keeping<Group> = {
    spentAt: (group) => spentAt(group, measuring),
    worth: (group) => nearness(group, measuring.measure),
    lastTime: (group) => group.alert?.lastEventTime ?? lastTimeOf(group),
    onEvict,
  };
  return new Table(limit, keeping, isSaved);
}
