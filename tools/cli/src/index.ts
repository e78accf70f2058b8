export type { Hosts, StartedPack } from "./hosts";
export type { Io } from "./io";
export type { JsonResult } from "./output/result";
export { run, type ExitCode } from "./run";
