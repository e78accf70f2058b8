import * as grpc from "@grpc/grpc-js";
import { toVerdicts, type Pass, type PolicyDiagnostic, type PolicyInfo, type Verdicts } from "@hipaa-aws/evidence";
import { textOf, walkValues, type ResourceState, type StackState, type StateValue } from "@hipaa-aws/stack-state";
import type * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Analyzer, levelOf, severityOf, type DeclaredPack } from "./analyzer-client";
import { AnalyzerRequests } from "./analyzer-requests";
import type { PackLog } from "./engine-log";
import { resolveConfig, type PolicyPackConfig } from "./pack-config";
import { startPackProcess, type PackProcess } from "./pack-process";
import { PolicyPackError } from "./policy-pack-error";

export interface StartOptions {
  /** By policy, or by `all`: a level, or an object of options. Default: what the pack declares. */
  readonly config?: PolicyPackConfig;
  /** Is told what the pack logs and writes. */
  readonly onLog?: (log: PackLog) => void;
  /** How long the pack may take to serve, in milliseconds. Default: 120,000, since a pack may be compiled as it loads. */
  readonly timeoutMs?: number;
}

export interface JudgeOptions {
  /**
   * `deployment`: as `pulumi preview` and `up` ask: nothing about resources that are only read, and remediations are
   * applied before the policies judge. `snapshot`: as `pulumi policy analyze` asks about a stack as it is: about every
   * resource, and remediations change nothing. Default: `deployment`.
   */
  readonly as?: "deployment" | "snapshot";
  /** Tags of the stack, which policies may read. Default: none. */
  readonly stackTags?: Readonly<Record<string, string>>;
}

/** A started policy pack. */
export interface PolicyPack {
  readonly name: string;
  readonly version: string;
  readonly directory: string;
  /** Every policy of the pack, on or off, with the configuration applied. */
  readonly policies: readonly PolicyInfo[];
  /**
   * Asks the pack about a stack. Stacks are judged in turn.
   *
   * @throws PolicyPackError when a policy throws or the pack ends.
   */
  judge(state: StackState, options?: JudgeOptions): Promise<Verdicts>;
  /** Ends the pack. */
  close(): Promise<void>;
}

/** Requests under way at a time: enough to keep the pack busy, few enough to keep memory low. */
const concurrency = 64;

/**
 * Starts a policy pack the way the engine does and configures it by the engine's rules. One started pack serves any
 * number of stacks.
 *
 * @throws PolicyPackError when the folder is no pack, the pack does not load or serve, or the configuration is wrong.
 */
export async function startPolicyPack(directory: string, options: StartOptions = {}): Promise<PolicyPack> {
  const running = await startPackProcess(directory, options.timeoutMs ?? 120_000, options.onLog ?? (() => {}));
  const analyzer = new Analyzer(running.port);
  const close = async () => {
    analyzer.close();
    await running.close();
  };
  try {
    const declared = await Promise.race([analyzer.info(), running.ended]);
    const resolved = resolveConfig(declared.policies, declared.ownConfig, options.config ?? {});
    if ("faults" in resolved) {
      const problem = `its configuration is wrong: ${resolved.faults.map(({ text }) => text).join("; ")}`;
      throw new PolicyPackError(running.directory, problem, "Mend the configuration of the pack");
    }
    await Promise.race([analyzer.configure(resolved.config), running.ended]);
    const policies = declared.policies.map(({ configSchema: _schema, ...policy }) => ({
      ...policy,
      level: resolved.config.get(policy.name)?.level ?? policy.level,
    }));
    return startedPack(running, analyzer, { ...declared, policies }, close);
  } catch (error) {
    await close();
    throw packError(error, running, "it does not answer");
  }
}

function startedPack(
  running: PackProcess,
  analyzer: Analyzer,
  { name, version, policies }: Pick<DeclaredPack, "name" | "version"> & { policies: readonly PolicyInfo[] },
  close: () => Promise<void>,
): PolicyPack {
  let last: Promise<unknown> = Promise.resolve();
  const pack = { name, version: running.projectVersion ?? version };
  return {
    ...pack,
    directory: running.directory,
    policies,
    judge(state, options = {}) {
      // Policies may keep what they learn of one stack until its end, so stacks must not mix.
      const judged = last.then(() =>
        Promise.race([new Judging(running, analyzer, pack, policies, state, options).verdicts(), running.ended]),
      );
      last = judged.catch(() => {});
      return judged;
    },
    close,
  };
}

/** One stack before one pack. */
class Judging {
  private readonly requests: AnalyzerRequests;
  private readonly diagnostics: PolicyDiagnostic[] = [];
  private readonly passed: Pass[] = [];
  private notApplicable = 0;
  private readonly stackUrn: string;

  constructor(
    private readonly running: PackProcess,
    private readonly analyzer: Analyzer,
    private readonly pack: { readonly name: string; readonly version: string },
    private readonly policies: readonly PolicyInfo[],
    private readonly state: StackState,
    private readonly options: JudgeOptions,
  ) {
    this.requests = new AnalyzerRequests(state);
    const { project, stack } = state;
    this.stackUrn = `urn:pulumi:${stack}::${project}::pulumi:pulumi:Stack::${project}-${stack}`;
  }

  async verdicts(): Promise<Verdicts> {
    const { project, stack, resources } = this.state;
    await this.analyzer.configureStack(project, stack, this.options.stackTags ?? {});
    const isSnapshot = this.options.as === "snapshot";
    const asked = resources.filter((resource) => isSnapshot || !resource.external);
    const judged = await inParallel(asked, (resource) => this.resource(resource));
    await this.stack(judged);
    return toVerdicts(this.diagnostics, {
      pack: this.pack,
      policies: this.policies,
      stackUrn: this.stackUrn,
      urns: new Set(asked.map(({ urn }) => urn)),
      passed: this.passed,
      notApplicable: this.notApplicable,
    });
  }

  private async resource(resource: ResourceState): Promise<ResourceState> {
    try {
      const current = await this.remediated(resource);
      const response = await this.analyzer.analyze(this.requests.analyze(current));
      this.take(response, "resource", resource.urn);
      return current;
    } catch (error) {
      await endOf(this.running, error);
      throw packError(error, this.running, `a policy failed on ${resource.urn}`, [resource]);
    }
  }

  private async stack(resources: readonly ResourceState[]): Promise<void> {
    if (!this.policies.some(({ kind, level }) => kind === "stack" && level !== "disabled")) return;
    try {
      this.take(await this.analyzer.analyzeStack(this.requests.analyzeStack(resources)), "stack", undefined);
    } catch (error) {
      await endOf(this.running, error);
      throw packError(error, this.running, "a policy failed on the whole stack", resources);
    }
  }

  /** The resource with what policies at the level `remediate` make of its inputs. */
  private async remediated(resource: ResourceState): Promise<ResourceState> {
    if (!this.policies.some(({ kind, level }) => kind === "resource" && level === "remediate")) return resource;
    const response = await this.analyzer.remediate(this.requests.analyze(resource));
    let current = resource;
    for (const remediation of response.getRemediationsList()) {
      const properties = remediation.getProperties();
      if (remediation.getDiagnostic()) {
        this.diagnostics.push({
          policyName: remediation.getPolicyname(),
          urn: resource.urn,
          message: remediation.getDiagnostic(),
          enforcementLevel: "advisory",
        });
      } else if (properties && this.options.as !== "snapshot") {
        const inputs = properties.toJavaScript() as ResourceState["inputs"];
        current = { ...current, inputs, outputs: { ...current.outputs, ...inputs } };
      }
    }
    return current;
  }

  private take(response: proto.AnalyzeResponse, kind: PolicyInfo["kind"], urn: string | undefined): void {
    const silent = new Set(response.getNotApplicableList().map((one) => one.getPolicyName()));
    const failed = new Set<string>();
    for (const diagnostic of response.getDiagnosticsList()) {
      const severity = severityOf(diagnostic.getSeverity());
      failed.add(diagnostic.getPolicyname());
      this.diagnostics.push({
        policyName: diagnostic.getPolicyname(),
        urn: urn ?? diagnostic.getUrn(),
        message: diagnostic.getMessage(),
        enforcementLevel: levelOf(diagnostic.getEnforcementlevel()),
        ...(severity ? { severity } : {}),
      });
    }
    for (const { name, level, kind: of } of this.policies) {
      if (of !== kind || level === "disabled" || failed.has(name)) continue;
      if (silent.has(name)) this.notApplicable += 1;
      else this.passed.push({ rule: name, urn: urn ?? this.stackUrn });
    }
  }
}

/** Does the work for all items, in order of their places in the result, a limited number at a time. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  return results;
}

/** A call that fails because the pack has ended is told by how it ended, which is known a moment later. */
async function endOf(running: PackProcess, error: unknown): Promise<void> {
  if ((error as { code?: unknown }).code !== grpc.status.UNAVAILABLE) return;
  await Promise.race([running.ended, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
}

function packError(
  error: unknown,
  running: PackProcess,
  problem: string,
  resources: readonly ResourceState[] = [],
): PolicyPackError {
  if (error instanceof PolicyPackError) return error;
  const details = (error as { details?: unknown }).details;
  const text = typeof details === "string" ? details : error instanceof Error ? error.message : String(error);
  const policy =
    /policy '([^']+)' from policy pack/.exec(text)?.[1] ?? /remediation '([^']+)' from policy pack/.exec(text)?.[1];
  return new PolicyPackError(
    running.directory,
    policy ? `${problem.replace("a policy", `the policy "${policy}"`)}` : problem,
    policy ? "Mend the policy: a policy must report violations and never throw" : "See what it wrote",
    withoutSecrets(text, resources),
  );
}

/** A policy's error may quote what it read. */
function withoutSecrets(text: string, resources: readonly ResourceState[]): string {
  const secrets = new Set<string>();
  const collect = (value: StateValue) =>
    walkValues(value, (_path, inner, isSecret) => {
      const secret = isSecret ? textOf(inner) : "";
      if (secret !== "") secrets.add(secret);
    });
  for (const { inputs, outputs } of resources) {
    collect(inputs);
    collect(outputs);
  }
  return [...secrets].reduce((shown, secret) => shown.split(secret).join("[secret]"), text);
}
