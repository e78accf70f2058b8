import type { EnvironmentProgram, Hosts, PackConfig, StartedPack } from "./hosts";

/**
 * The real hosts. They are loaded when they are needed: Pulumi's SDK takes a second, and `--help` and a typing mistake
 * need none of it.
 */
export const pulumiHosts: Hosts = {
  async checkConfigs(directory: string, configs: readonly PackConfig[]) {
    const { checkPackConfigs } = await import("@hipaa-aws/sandbox");
    return checkPackConfigs(directory, configs);
  },

  async startPack(directory: string, config: PackConfig): Promise<StartedPack> {
    const { previewInSandbox, startPolicyPack } = await import("@hipaa-aws/sandbox");
    const pack = await startPolicyPack(directory, { config });
    return {
      name: pack.name,
      version: pack.version,
      rules: pack.policies.map(({ name }) => name),
      preview: ({ program, ...options }) => previewInSandbox(program, { ...options, mode: "preview" }, pack),
      // An exported stack is there already: nothing is remediated, and resources that are only read count too.
      judge: (state) => pack.judge(state, { as: "snapshot" }),
      close: () => pack.close(),
    };
  },

  async previewOnEngine({ program, ...options }: EnvironmentProgram, packDirectory: string, packConfig: PackConfig) {
    const { previewOnEngine } = await import("@hipaa-aws/engine");
    return previewOnEngine(program, { ...options, packDirectory, packConfig });
  },

  async asDeployed({ program, ...options }: EnvironmentProgram) {
    const { recordProgram } = await import("@hipaa-aws/simulated-aws");
    return recordProgram(program, { ...options, mode: "update" });
  },
};
