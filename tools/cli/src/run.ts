import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { checkConfig, type CheckConfigOptions } from "./commands/check-config";
import { explain } from "./commands/explain";
import { preview, type PreviewOptions } from "./commands/preview";
import { rules, type RulesOptions } from "./commands/rules";
import { scan, type ScanOptions } from "./commands/scan";
import { errorLine, errorStack, oneLine } from "./errors";
import type { Hosts } from "./hosts";
import type { Io } from "./io";
import type { PackOptions } from "./pack-options";

/** `0`: no mandatory violation. `1`: mandatory violations. `2`: wrong use or bad input; nothing was judged or written. */
export type ExitCode = 0 | 1 | 2;

/** Runs one command line, without the program's name. Errors become one line and an exit code; nothing is thrown. */
export async function run(args: readonly string[], io: Io, hosts: Hosts): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = commandLine(io, hosts, (result) => (code = result));
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    io.error(`${error instanceof CommanderError ? usageLine(error, args) : errorLine(error)}\n`);
    if (io.debug && !(error instanceof CommanderError)) io.error(`${errorStack(error)}\n`);
    return 2;
  }
}

function commandLine(io: Io, hosts: Hosts, done: (code: ExitCode) => void): Command {
  const program = new Command("hipaa")
    .description("Judges Pulumi stacks on AWS by the HIPAA Security Rule, without an account.")
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: () => undefined })
    .addHelpText("after", "\nExit codes: 0 no mandatory violation, 1 mandatory violations, 2 wrong use or bad input.");

  withPack(
    program
      .command("preview")
      .summary("run a stack's program and judge what it would make")
      .description("Runs a stack's program for each environment and judges what it would make.")
      .argument("[stack]", "folder under stacks/, or the path of a folder with Pulumi.yaml", "workload")
      .option("-e, --env <names...>", "environments, or all (default: all)")
      .option("-c, --config <key=value...>", "values that take the place of those in Pulumi.<environment>.yaml")
      .addOption(
        new Option("--host <host>", "what runs the program").choices(["sandbox", "engine"]).default("sandbox"),
      ),
  )
    .option(
      "--export <file>",
      "write the resource graph as pulumi stack export does (with secrets in plain text)",
      nonEmpty,
    )
    .option("--html <folder>", "write the report into this folder", nonEmpty)
    .option("--sarif <file>", "write the findings as SARIF 2.1.0", nonEmpty)
    .option("--json", "print one JSON object and nothing else")
    .option("--verbose", "list undecided findings one by one")
    .option("--baseline <file>", "count what this baseline knows, report what is new", nonEmpty)
    .option("--write-baseline <file>", "write what was found as a baseline", nonEmpty)
    .action(async (stack: string, options: PreviewOptions) => done(await preview(stack, options, io, hosts)));

  withPack(
    program
      .command("scan")
      .summary("judge files of pulumi stack export")
      .description("Judges files of pulumi stack export, of any stack, without running anything of it.")
      .argument("<files...>", "files written by pulumi stack export"),
  )
    .option("--html <folder>", "write the report into this folder", nonEmpty)
    .option("--sarif <file>", "write the findings as SARIF 2.1.0", nonEmpty)
    .option("--json", "print one JSON object and nothing else")
    .option("--verbose", "list undecided findings one by one")
    .option("--baseline <file>", "count what this baseline knows, report what is new", nonEmpty)
    .option("--write-baseline <file>", "write what was found as a baseline", nonEmpty)
    .action(async (files: string[], options: ScanOptions) => done(await scan(files, options, io, hosts)));

  withPack(
    program
      .command("rules")
      .description("Lists the rules of the catalogue, and which of them the policy pack holds.")
      .option("--service <service>", "an AWS service, for example s3")
      .addOption(new Option("--tier <tier>", "how the rule binds").choices(["core", "extended", "optional"]))
      .option("--json", "print one JSON object and nothing else"),
  ).action(async (options: RulesOptions) => done(await rules(options, io, hosts)));

  withPack(
    program
      .command("explain")
      .description("Says what a rule asks, why, what it reads and how to satisfy it.")
      .argument("<rule>", "the rule's id"),
  ).action(async (id: string, options: PackOptions) => done(await explain(id, options, io, hosts)));

  program
    .command("check-config")
    .summary("check files with the configuration of the policy pack")
    .description(
      "Checks files with the configuration of the policy pack: rules, options, levels, exemptions, settings.",
    )
    .argument("<files...>", "files for --pack-config or pulumi's --policy-pack-config, JSON or YAML")
    .option("--pack <folder>", "folder of the policy pack (default: the pack of this workspace)", nonEmpty)
    .option("--profile <name>", "the profile that the files go over", nonEmpty)
    .action(async (files: string[], options: CheckConfigOptions) => done(await checkConfig(files, options, io, hosts)));

  return program;
}

function withPack(command: Command): Command {
  return command
    .option("--pack <folder>", "folder of the policy pack (default: the pack of this workspace)", nonEmpty)
    .option(
      "--profile <name>",
      "default, strict, peer-compat, nprm-2025 or baseline: a file of the pack's profiles",
      nonEmpty,
    )
    .option("--pack-config <file>", "configuration of the policy pack, JSON or YAML, over the profile", nonEmpty);
}

function nonEmpty(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("It is empty.");
  return value;
}

/** Commander's message, which may have several lines, as one; with a way to the help. */
function usageLine(error: CommanderError, args: readonly string[]): string {
  if (error.code === "commander.help")
    return "hipaa: name a command: preview, scan, rules, explain or check-config (hipaa --help shows more)";
  const message = oneLine(error.message.replace(/^error: /, "")).replace(/\.$/, "");
  const [command] = args;
  const help =
    command && ["preview", "scan", "rules", "explain", "check-config"].includes(command)
      ? `hipaa ${command} --help`
      : "hipaa --help";
  return `hipaa: ${message} (see ${help})`;
}
