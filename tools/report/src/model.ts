import type { Requirement } from "@hipaa-aws/controls";
import type { JudgedStack } from "@hipaa-aws/evidence";
import type { Html } from "./html";

/** One environment, or one scanned file, of a report. */
export interface ReportEnvironment {
  /** As the reader knows it: `prod`, or a file's name. */
  readonly name: string;
  readonly judged: JudgedStack;
}

/** What a report is made from. */
export interface ReportInput {
  /** What was judged, for the heading: the project's name. */
  readonly subject: string;
  readonly environments: readonly ReportEnvironment[];
  /** Shown in the heading and nowhere else, so that a report can be made again alike. */
  readonly generatedAt: Date;
  /** Default: the control catalogue. */
  readonly requirements?: ReadonlyMap<string, Requirement>;
}

/** What every section of one environment needs. */
export interface SectionContext extends ReportEnvironment {
  /** Before every element id of the environment. */
  readonly prefix: string;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly picture: Html | undefined;
  /** Element id of each resource's row, by URN. */
  readonly rows: ReadonlyMap<string, string>;
}
