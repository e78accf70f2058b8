import type { PulumiCli } from "@hipaa-aws/engine";

/** What the Automation API calls and its published types leave out. */
interface Runner {
  run(args: string[], ...rest: unknown[]): Promise<unknown>;
}

/**
 * The CLI without the log of events that the Automation API always asks for. The log names every policy of the pack at
 * every resource, megabytes that the measuring process would have to read; a preview in a terminal writes none.
 */
export function withoutEventLog(cli: PulumiCli): PulumiCli {
  const command = cli.command as unknown as Runner;
  const quiet: Runner = {
    run: (args, ...rest) => {
      const at = args.indexOf("--event-log");
      return command.run(at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)], ...rest);
    },
  };
  return { ...cli, command: Object.assign(Object.create(cli.command) as PulumiCli["command"], quiet) };
}
