import { join } from "node:path";
import type { Declassified, Finding, JudgedStack, Remediated, Verdicts } from "@hipaa-aws/evidence";
import type { ResourceState, StackState } from "@hipaa-aws/stack-state";
import type { EnvironmentProgram, Hosts, PackConfig } from "../hosts";
import type { Io } from "../io";
import { run, type ExitCode } from "../run";

export const fixtures = join(__dirname, "..", "..", "fixtures");
export const clinic = join(fixtures, "clinic");
export const fixturePack = join(fixtures, "pack");

/** What a command line gave. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
}

/** Judges by what the specs say, and remembers what it was asked. */
export class FakeHosts implements Hosts {
  readonly asked: string[] = [];
  readonly environments: EnvironmentProgram[] = [];
  packConfig: PackConfig | undefined;
  rules: readonly string[] = ["s3-public-access-block"];
  declassified: readonly Declassified[] = [];
  remediated: readonly Remediated[] = [];
  configFaults: readonly { path: (string | number)[]; text: string }[] = [];

  constructor(private readonly findingsOf: (environment: string) => readonly Partial<Finding>[] = () => []) {}

  checkConfigs(directory: string, configs: readonly PackConfig[]) {
    this.asked.push(`check ${directory}`);
    return Promise.resolve(configs.map(() => ({ name: "fake-pack", version: "9.9.9", faults: this.configFaults })));
  }

  startPack(directory: string, config: PackConfig) {
    this.asked.push(`start ${directory}`);
    this.packConfig = config;
    return Promise.resolve({
      name: "fake-pack",
      version: "9.9.9",
      rules: this.rules,
      preview: (environment: EnvironmentProgram) => this.judged(environment, "sandbox"),
      judge: (state: StackState) => Promise.resolve(this.verdicts(state.stack, state)),
      close: () => {
        this.asked.push("close");
        return Promise.resolve();
      },
    });
  }

  previewOnEngine(environment: EnvironmentProgram, directory: string): Promise<JudgedStack> {
    this.asked.push(`engine ${directory}`);
    return this.judged(environment, "engine");
  }

  asDeployed({ project, stack }: EnvironmentProgram): Promise<StackState> {
    this.asked.push(`deploy ${stack}`);
    return Promise.resolve({ project, stack, resources: [bucket(stack)] });
  }

  private async judged(environment: EnvironmentProgram, host: "sandbox" | "engine"): Promise<JudgedStack> {
    await Promise.resolve();
    this.environments.push(environment);
    this.asked.push(`${host} ${environment.stack}`);
    const state = { project: environment.project, stack: environment.stack, resources: [bucket(environment.stack)] };
    return { host, state, verdicts: this.verdicts(environment.stack, state) };
  }

  private verdicts(environment: string, state: StackState): Verdicts {
    return {
      pack: { name: "fake-pack", version: "9.9.9" },
      rules: [{ rule: "s3-public-access-block", level: "mandatory" }],
      findings: this.findingsOf(environment).map((given) => ({
        ...violation,
        urn: state.resources[0]?.urn ?? "",
        ...given,
      })),
      declassified: this.declassified,
      remediated: this.remediated,
      passed: [{ rule: "s3-public-access-block", urn: state.resources[0]?.urn ?? "" }],
      notApplicable: 3,
    };
  }
}

export const violation: Finding = {
  rule: "s3-public-access-block",
  urn: "urn:pulumi:dev::clinic::aws:s3/bucket:Bucket::documents",
  level: "mandatory",
  outcome: "violation",
  severity: "high",
  message: "the bucket can be public",
  citations: ["164.312(a)(1)"],
  mend: "Add a public access block.",
};

export function bucket(stack: string, name = "documents"): ResourceState {
  const type = "aws:s3/bucket:Bucket";
  const urn = `urn:pulumi:${stack}::clinic::${type}::${name}`;
  return { urn, custom: true, type, inputs: {}, outputs: {}, dependencies: [], propertyDependencies: {} };
}

/** Runs one command line on fakes, with no terminal and a fixed time. */
export async function runWith(hosts: Hosts, args: readonly string[], changes: Partial<Io> = {}): Promise<Ran> {
  let out = "";
  let error = "";
  const io: Io = {
    out: (text) => void (out += text),
    error: (text) => void (error += text),
    isTerminal: false,
    isErrorTerminal: false,
    columns: 120,
    directory: fixtures,
    debug: false,
    now: () => new Date("2026-11-22T18:00:00Z"),
    ...changes,
  };
  const code = await run(args, io, hosts);
  return { code, out, error };
}
