import type { Measurement } from "./measure";
import { inRounds, inTurn, measured, median, seconds, type Outcome } from "./rounds";

/** Copies of the application that make about 1,000 and about 5,000 resources. */
const thousand = 4;
const fiveThousand = 19;

/** The difference of two previews that vary by a twentieth each: five rounds told it no closer than to a tenth. */
const previewRounds = 11;

export function packStartUp(): Outcome[] {
  const runs = inTurn<readonly [Measurement]>(() => measured("start-up"));
  const time = median(runs.map(([run]) => run.milliseconds));
  return [
    {
      what: "start of the policy pack, until it serves all rules and is configured",
      figure: seconds(time),
      limit: "1.50 s",
      met: time <= 1500,
    },
  ];
}

/**
 * The engine waits for the pack at every resource, so what judging costs shows in the time of a preview. The start, which
 * the engine waits for as well, has a limit of its own; it is measured in the same rounds and told apart.
 */
export function addedByPack(): Outcome[] {
  const preview = (pack: string) => () => measured("preview", String(thousand), pack);
  const runs = inRounds<readonly [Measurement, Measurement, Measurement, Measurement]>(
    previewRounds,
    preview("none"),
    preview("empty"),
    preview("hipaa"),
    () => measured("start-up"),
  );
  const shareOf = (part: (run: (typeof runs)[number]) => number) =>
    median(runs.map((run) => (part(run) - run[0].milliseconds) / run[0].milliseconds));
  const judging = shareOf(([, , hipaa, start]) => hipaa.milliseconds - start.milliseconds);
  const all = shareOf(([, , hipaa]) => hipaa.milliseconds);
  const empty = shareOf(([, withEmpty]) => withEmpty.milliseconds);
  const time = (index: 0 | 1 | 2) => seconds(median(runs.map((run) => run[index].milliseconds)));
  const { resources } = measured("growth", String(thousand));
  return [
    {
      what: `what judging adds to the engine's preview of ${resources} resources`,
      figure: `${percent(judging)}; ${percent(all)} with the start of the pack, ${time(0)} without and ${time(2)} with it; a pack without a single policy adds ${percent(empty)}`,
      limit: "25 %",
      met: judging <= 0.25,
    },
  ];
}

export function judgingGrows(): Outcome[] {
  const at = (copies: number) => () => measured("judging", String(copies));
  const runs = inTurn<readonly [Measurement, Measurement]>(at(thousand), at(fiveThousand));
  const each = (index: 0 | 1) => median(runs.map((run) => run[index].milliseconds / run[index].resources));
  const ratio = median(
    runs.map(([few, many]) => ((many.milliseconds / many.resources) * few.resources) / few.milliseconds),
  );
  const [counts] = runs;
  const [few, many] = [counts?.[0].resources ?? 0, counts?.[1].resources ?? 0];
  return [
    {
      what: `judging one of ${many} resources against one of ${few}`,
      figure: `${ratio.toFixed(2)} times, ${each(1).toFixed(2)} ms against ${each(0).toFixed(2)} ms`,
      limit: "1.25",
      met: ratio <= 1.25,
    },
  ];
}

export function packMemory(): Outcome[] {
  const { resources } = measured("growth", String(fiveThousand));
  const { memoryMib } = measured("memory", String(fiveThousand));
  return [
    {
      what: `memory of the pack's process in the engine's preview of ${resources} resources`,
      figure: `${memoryMib.toFixed(0)} MiB`,
      limit: "600 MiB",
      met: memoryMib > 0 && memoryMib < 600,
    },
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
