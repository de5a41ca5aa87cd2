/** What is to be tried, in stages: the first ones come oftener, and none waits for ever. */
export interface Agenda<T> {
  readonly add: (stage: number, ideas: Iterable<T>) => void;
  /** The next idea; `undefined` when none is left. */
  readonly next: () => T | undefined;
}

/** Which stage's turn it is, over and over. One that has nothing leaves its turn to those after it, then to the first. */
const TURNS = [0, 1, 0, 2, 0, 1, 0, 3, 0, 1, 2, 4, 0, 1, 0, 5];

/**
 * Makes an empty {@link Agenda}. Within a stage the oldest and the newest take turns: one looks at everything, the other
 * follows where it leads.
 */
export function agendaOf<T>(): Agenda<T> {
  const stages: Iterator<T>[][] = [];
  let turn = 0;

  function take(stage: Iterator<T>[], isNewest: boolean): T | undefined {
    while (stage.length > 0) {
      const { done, value } = (stage.at(isNewest ? -1 : 0) as Iterator<T>).next();
      if (done !== true) return value;
      if (isNewest) stage.pop();
      else stage.shift();
    }
    return undefined;
  }

  return {
    add(stage, ideas) {
      while (stages.length <= stage) stages.push([]);
      stages[stage]?.push(ideas[Symbol.iterator]());
    },
    next() {
      turn++;
      const first = TURNS[turn % TURNS.length] ?? 0;
      const isNewest = Math.floor(turn / TURNS.length) % 2 === 1;
      for (const stage of [...stages.slice(first), ...stages.slice(0, first)]) {
        const idea = take(stage, isNewest);
        if (idea !== undefined) return idea;
      }
      return undefined;
    },
  };
}
