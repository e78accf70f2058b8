/**
 * The oldest version of each family of managed runtimes that still gets security patches. Newer versions pass, since
 * AWS adds them between our releases. Source: "Lambda runtimes", AWS Lambda Developer Guide, as of November 2026.
 */
const oldest: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  nodejs: [22, 0],
  python: [3, 11],
  java: [11, 0],
  dotnet: [10, 0],
  ruby: [3, 3],
};

/** Runtimes whose names carry the operating system. */
const named = new Set(["provided.al2023", "java8.al2"]);

/** Whether Lambda still patches a managed runtime. A name that nobody knows is not patched. */
export function isPatchedRuntime(runtime: string): boolean {
  if (named.has(runtime)) return true;
  const [, family = "", major = "0", minor = "0"] = /^([a-z]+)(\d+)(?:\.(\d+|x))?$/.exec(runtime) ?? [];
  const [oldestMajor, oldestMinor] = oldest[family] ?? [Infinity, 0];
  const given = Number(major);
  return given > oldestMajor || (given === oldestMajor && (minor === "x" || Number(minor) >= oldestMinor));
}
