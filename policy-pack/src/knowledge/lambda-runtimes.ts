/**
 * Managed runtimes of AWS Lambda that get no more security patches. Runtimes on Amazon Linux 2, whose operating system
 * ended on 2026-06-30, are not among them as long as Lambda itself goes on patching them.
 * Source: "Lambda runtimes", AWS Lambda developer guide, as of 2026-09. To be held against that page every quarter.
 */
const deprecated: ReadonlySet<string> = new Set([
  "dotnet5.0",
  "dotnet6",
  "dotnet7",
  "dotnetcore1.0",
  "dotnetcore2.0",
  "dotnetcore2.1",
  "dotnetcore3.1",
  "go1.x",
  "java8",
  "nodejs",
  "nodejs4.3",
  "nodejs4.3-edge",
  "nodejs6.10",
  "nodejs8.10",
  "nodejs10.x",
  "nodejs12.x",
  "nodejs14.x",
  "nodejs16.x",
  "nodejs18.x",
  "nodejs20.x",
  "provided",
  "python2.7",
  "python3.6",
  "python3.7",
  "python3.8",
  "python3.9",
  "ruby2.5",
  "ruby2.7",
  "ruby3.2",
]);

export function isDeprecatedRuntime(runtime: string): boolean {
  return deprecated.has(runtime.toLowerCase());
}
