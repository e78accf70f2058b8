import { relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Log, Run } from "sarif";
import type { JudgedEnvironment } from "../result";
import { placesIn, type Places } from "./places";
import { sarifResults } from "./results";
import { descriptorsOf, taxonomyOf } from "./rules";

export interface SarifOptions {
  /** Paths in the log are relative to this folder, where they are in it. */
  readonly directory: string;
  /** Whether findings that a baseline knows are left out, so that what is left is new. */
  readonly isNewOnly: boolean;
}

/** Where the schema of the format is published. */
export const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * The findings as a log of SARIF 2.1.0 (OASIS), one run for each environment: what code scanning reads. It holds no
 * time and no absolute path below the folder, so that two runs over the same stack give the same log.
 */
export function sarifLog(environments: readonly JudgedEnvironment[], options: SarifOptions): Log {
  return {
    $schema: sarifSchema,
    version: "2.1.0",
    runs: environments.map((environment) => sarifRun(environment, options)),
  };
}

function sarifRun(environment: JudgedEnvironment, options: SarifOptions): Run {
  const { host, state, verdicts } = environment.judged;
  const rules = descriptorsOf(verdicts);
  const taxonomy = taxonomyOf(rules);
  return {
    tool: {
      driver: {
        name: verdicts.pack.name,
        version: verdicts.pack.version,
        ...(/^\d+\.\d+\.\d+/.test(verdicts.pack.version) ? { semanticVersion: verdicts.pack.version } : {}),
        informationUri: "https://www.npmjs.com/package/@hipaa-aws/policy-pack",
        rules: [...rules],
        supportedTaxonomies: [{ name: taxonomy.name }],
      },
    },
    // Findings of another stack, or of another way to judge it, are another series.
    automationDetails: { id: `hipaa/${host}/${state.project}/${state.stack}/` },
    invocations: [{ executionSuccessful: true }],
    taxonomies: [taxonomy],
    originalUriBaseIds: { SRCROOT: { description: { text: "The folder in which the command ran." } } },
    columnKind: "utf16CodeUnits",
    results: sarifResults(verdicts, rules, placesOf(environment, options), options.isNewOnly),
  };
}

function placesOf({ source }: JudgedEnvironment, { directory }: SarifOptions): Places | undefined {
  if (source === undefined) return undefined;
  const path = relative(directory, source);
  const isInside = path !== "" && !path.startsWith("..") && !/^[A-Za-z]:|^[\\/]/.test(path);
  const artifact = isInside
    ? { uri: path.split(sep).map(encodeURIComponent).join("/"), uriBaseId: "SRCROOT" }
    : { uri: pathToFileURL(source).href };
  return placesIn(source, artifact);
}
