/** A place among the values of a configuration: keys and indexes. */
export type ConfigPath = readonly (string | number)[];

/** `rds-cmk.exemptions[0].owner` */
export function pathText(path: ConfigPath): string {
  return path.map((part, index) => (typeof part === "number" ? `[${part}]` : index > 0 ? `.${part}` : part)).join("");
}
