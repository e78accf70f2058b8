import type { JudgedStack, PolicyInfo, Verdicts } from "@hipaa-aws/evidence";
import type { StackState } from "@hipaa-aws/stack-state";
import { Analyzer, type DeclaredPack } from "./analyzer-client";
import type { PackLog } from "./engine-log";
import { Judging, type JudgeOptions } from "./judging";
import { resolveConfig, type PolicyPackConfig } from "./pack-config";
import { packError } from "./pack-error";
import { startPackProcess, type PackProcess } from "./pack-process";
import { PolicyPackError } from "./policy-pack-error";

export type { JudgeOptions };

export interface StartOptions {
  /** By policy, or by `all`: a level, or an object of options. Default: what the pack declares. */
  readonly config?: PolicyPackConfig;
  /** Is told what the pack logs and writes. */
  readonly onLog?: (log: PackLog) => void;
  /** How long the pack may take to serve, in milliseconds. Default: 120,000, since a pack may be compiled as it loads. */
  readonly timeoutMs?: number;
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
  /**
   * As `judge`, with the stack as it was judged: in a deployment, as remediations leave it.
   *
   * @throws PolicyPackError as `judge`.
   */
  judgeStack(state: StackState, options?: JudgeOptions): Promise<Pick<JudgedStack, "state" | "verdicts">>;
  /** Ends the pack. */
  close(): Promise<void>;
}

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
  const judgeStack: PolicyPack["judgeStack"] = (state, options = {}) => {
    // Policies may keep what they learn of one stack until its end, so stacks must not mix.
    const judged = last.then(() =>
      Promise.race([new Judging(running, analyzer, pack, policies, state, options).judged(), running.ended]),
    );
    last = judged.catch(() => {});
    return judged;
  };
  const pack = { name, version: running.projectVersion ?? version };
  return {
    ...pack,
    directory: running.directory,
    policies,
    judge: async (state, options) => (await judgeStack(state, options)).verdicts,
    judgeStack,
    close,
  };
}
