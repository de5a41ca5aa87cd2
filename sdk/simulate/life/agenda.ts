import { DAY } from "../calendar.ts";
import type { Reserved } from "../place-incidents.ts";
import type { Worker } from "../plan-hour.ts";
import { createRandom, type Random } from "../random.ts";
import { emptyTally, type Tally } from "../tally.ts";
import type { Decoy, Staffing } from "./decoy.ts";
import { DECOYS, FIRST_DAY } from "./decoys/index.ts";

/** A decoy in its place. */
export interface Engagement {
  readonly decoy: Pick<Decoy, "id" | "title" | "happens">;
  readonly at: number;
  /** What its random values begin with. */
  readonly seed: number;
  readonly staffing?: Staffing;
  readonly workers: readonly Worker[];
  readonly tally: Tally;
}

/** What is going to happen in the company, in time order. */
export interface Agenda {
  readonly engagements: readonly Engagement[];
  /** The days, by their first moment, on which hardly anybody works. */
  readonly holidays: ReadonlySet<number>;
  /** When calls of others are changed. */
  readonly disturbed: readonly Reserved[];
  workersAt(time: number): readonly Worker[];
}

/** Share of the weekdays that are holidays: some 12 a year. */
const HOLIDAYS = 12 / 260;

const isWeekend = (day: number): boolean => (Math.floor(day / DAY) + 3) % 7 >= 5;

/** Says when what happens. `start` is a midnight. */
export function planAgenda(start: number, days: number, seed: number, staff: readonly Worker[]): Agenda {
  const random = createRandom(seed);
  const holidays = new Set<number>();
  const planned: { decoy: Decoy; at: number; seed: number }[] = FIRST_DAY.map((decoy) => ({
    decoy,
    at: start,
    seed,
  }));
  for (let day = start; day < start + days * DAY; day += DAY) {
    const isHoliday = random.chance(HOLIDAYS) && !isWeekend(day) && day > start;
    if (isHoliday) holidays.add(day);
    for (const decoy of DECOYS) {
      const isOn = random.chance(decoy.perWeek / (decoy.isAnyDay ? 7 : 5));
      const at = day + timeOfDay(decoy, random);
      const own = random.int(0, 0x7fff_ffff);
      if (isOn && (decoy.isAnyDay || !(isHoliday || isWeekend(day)))) planned.push({ decoy, at, seed: own });
    }
  }
  planned.sort((one, other) => one.at - other.at);

  let workers = staff;
  const crews = [{ from: start, workers }];
  const engagements: Engagement[] = [];
  for (const { decoy, at, seed: own } of planned) {
    const staffing = decoy.joins?.({ at, workers }, createRandom(own));
    if (decoy.joins && !staffing) continue;
    if (staffing) {
      workers = [...workers.filter((worker) => !staffing.leave?.includes(worker)), ...staffing.come];
      crews.push({ from: at, workers });
    }
    const tally = emptyTally();
    engagements.push({ decoy, at, seed: own, ...(staffing && { staffing }), workers, tally });
  }
  return {
    engagements,
    holidays,
    disturbed: planned.flatMap(({ decoy: { disturbs }, at }) =>
      disturbs ? [{ from: at, to: at + disturbs }] : [],
    ),
    workersAt: (time) => crews.findLast(({ from }) => from <= time)?.workers ?? staff,
  };
}

function timeOfDay({ hours: [first, last] = [7, 20] }: Decoy, random: Random): number {
  return random.int(first * 3_600, last * 3_600) * 1_000;
}
