export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** When a workload is busy: with the people in its region, evenly, or in the small hours. */
export type Rhythm = "office" | "always" | "nightly";

/** Percent of the busiest hour, by hour of the day where the workload runs. */
const ACTIVITY: Record<Rhythm, readonly number[]> = {
  office: [1, 0, 0, 0, 1, 3, 12, 40, 80, 100, 100, 95, 70, 85, 100, 95, 85, 60, 30, 15, 10, 8, 5, 2],
  always: [45, 40, 35, 35, 40, 50, 65, 80, 95, 100, 100, 95, 90, 95, 100, 95, 90, 80, 75, 70, 65, 60, 55, 50],
  nightly: [0, 100, 85, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
};

/** Percent of a weekday that is left at the weekend. */
const WEEKEND: Record<Rhythm, number> = { office: 5, always: 40, nightly: 100 };

const HOURS_FROM_UTC: Readonly<Record<string, number>> = {
  "us-east-1": -4,
  "us-west-2": -7,
  "eu-central-1": 2,
};

/** The local hour's activity in percent of the busiest hour, as on a weekday. `time` is in milliseconds. */
export function weekdayActivity(rhythm: Rhythm, region: string, time: number): number {
  const hour = Math.floor(time / HOUR) + (HOURS_FROM_UTC[region] ?? 0);
  return ACTIVITY[rhythm][((hour % 24) + 24) % 24] ?? 0;
}

/** The local hour's activity, 0 to 1 of the busiest hour, quiet at weekends. `time` is in milliseconds. */
export function activity(rhythm: Rhythm, region: string, time: number): number {
  // 1970-01-01 was a Thursday, so day 0 of the week counted this way is a Monday.
  const weekday = (Math.floor(time / DAY) + 3) % 7;
  const share = weekday >= 5 ? WEEKEND[rhythm] / 100 : 1;
  return (weekdayActivity(rhythm, region, time) * share) / 100;
}
